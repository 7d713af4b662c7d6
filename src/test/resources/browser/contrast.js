/* What axe cannot judge: the contrast of drawings. Text needs 4.5 : 1 with what lies under it, a mark 3 : 1 with the card. */
() => {
  const number = text => (text.match(/[\d.]+/g) ?? []).map(Number);
  const colour = text => { const [r, g, b, a = 1] = number(text); return text === 'none' || r === undefined ? null : { r, g, b, a }; };
  const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const light = ({ r, g, b }) => [r, g, b].map(n => n / 255).map(n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)
    .reduce((sum, n, i) => sum + n * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [low, high] = [light(a), light(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
  const token = name => { const probe = document.createElement('span'); document.body.append(probe); probe.style.color = `var(--${name})`;
    const found = colour(getComputedStyle(probe).color); probe.remove(); return found; };
  const same = (a, b) => a && b && Math.abs(a.r - b.r) + Math.abs(a.g - b.g) + Math.abs(a.b - b.b) < 3;
  // Grid lines and grounds only divide: whatever stands in them has its own sign.
  const quiet = [token('grid'), token('veil')];
  const ground = element => { for (let e = element; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c?.a) return c; } return { r: 255, g: 255, b: 255, a: 1 }; };
  const paint = (style, what) => { const c = colour(style[what]); return c && { ...c, a: c.a * Number(style.opacity) * Number(style[`${what}Opacity`]) }; };
  const failures = [];
  let seen = 0;
  for (const svg of document.querySelectorAll('main svg')) {
    if (!svg.getClientRects().length) continue;
    const card = ground(svg);
    const drawn = [];
    for (const e of svg.querySelectorAll('path, rect, circle, ellipse, polygon, polyline, line, text')) {
      if (e.closest('defs, clipPath')) continue;
      const style = getComputedStyle(e);
      const [fill, stroke] = [paint(style, 'fill'), paint(style, 'stroke')];
      const place = e.getBoundingClientRect();
      if (e.tagName === 'text') {
        const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
        const under = drawn.filter(d => d.fill?.a && d.e.isPointInFill(new DOMPoint(x, y).matrixTransform(d.e.getScreenCTM().inverse())))
          .reduce((below, d) => over(d.fill, below), card);
        seen += 1;
        if (e.textContent.trim() && ratio(over(fill, under), under) < 4.5) failures.push(`text "${e.textContent}" ${style.fill} ${ratio(over(fill, under), under).toFixed(2)}`);
        continue;
      }
      const { width, height } = e.getBBox();
      const filled = width * height > 0 ? fill : null; // a line has no inside
      drawn.push({ fill: filled, e });
      const inks = [filled, stroke && Number.parseFloat(style.strokeWidth) > 0 ? stroke : null].filter(c => c && c.a > 0.05);
      if (!inks.length || inks.every(c => same(c, card) || quiet.some(q => same(c, q)))) continue;
      seen += 1;
      const best = Math.max(...inks.map(c => ratio(over(c, card), card)));
      if (best < 3) failures.push(`mark ${style.fill} ${style.stroke} ${best.toFixed(2)}`);
    }
  }
  return { seen, failures: [...new Set(failures)] };
}
