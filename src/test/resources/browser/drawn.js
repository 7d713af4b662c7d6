/*
 * What the charts of a page draw, as their own series says it: for each point its mark, its tooltip and its cell of the status
 * strip, in signs: ● filled, ○ hollow, │ line, ┆ dashed line, ▲ arrow, ▭ box, ┄ dashed box, ▨ hatching, "words". And what lines join.
 */
async () => {
  const echarts = await import('/lib/echarts/6.0.0/echarts.esm.min.js');
  const unseen = style => /^rgba\(0,\s*0,\s*0,\s*0\)$/.test(style.fill ?? '') && /^rgba\(0,\s*0,\s*0,\s*0\)$/.test(style.stroke ?? '');
  const dashed = style => Array.isArray(style.lineDash);
  const result = { marks: {}, strip: {}, tips: {}, joined: [] };
  for (const element of document.querySelectorAll('.chart')) {
    const series = echarts.getInstanceByDom(element).getOption().series[0];
    const card = getComputedStyle(element.closest('.figure')).backgroundColor;
    const sign = ({ type, style }) => {
      if (type === 'text') return `"${style.text}"`;
      if (type === 'line') return dashed(style) ? '┆' : '│';
      if (type === 'polygon') return '▲';
      if (type === 'rect') return dashed(style) ? '┄' : '▭';
      return style.fill === 'none' || style.fill === card ? '○' : '●';
    };
    const items = series.data.map((data, i) => ({ ...data, shapes: series.renderItem({ dataIndex: i }).children }));
    const places = {};
    for (const { ref, tip, shapes } of items) {
      if (!ref) continue;
      const hit = shapes.find(shape => shape.type === 'circle' && unseen(shape.style));
      if (hit) places[Math.round(hit.shape.cx)] = ref;
      const signs = shapes.filter(shape => !unseen(shape.style)).map(sign).join('').replace(/│{4,}/g, '▨');
      // A cell of the strip hangs under the axis: it has no place to hit, and its point a mark or none.
      const cell = document.querySelector('#chart') === element && !hit && shapes[0]?.type === 'rect' && ref.includes('.');
      (cell ? result.strip : result.marks)[ref] = signs;
      result.tips[ref] = tip;
    }
    for (const { ref, shapes } of items) {
      if (ref || shapes.length !== 1 || shapes[0].type !== 'line') continue;
      const ends = ['x1', 'x2'].map(x => places[Math.round(shapes[0].shape[x])]);
      if (ends.every(Boolean)) result.joined.push(ends.join('—'));
    }
  }
  return result;
}
