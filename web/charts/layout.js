// @ts-check
/** Measures for charts: text, round scales and labels that do not meet. */

export const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** The width of a text at 12 px, near enough to plan with. @param {string} text @param {number} [size] */
export function textWidth(text, size = 12) {
  let width = 0;
  for (const c of text) width += /[\u2e80-\uffff]/.test(c) ? size : size * 0.58;
  return width;
}

/** @param {string} text @param {number} width */
export function shorten(text, width) {
  if (textWidth(text) <= width) return text;
  let short = '';
  for (const c of text) {
    if (textWidth(short + c) + 12 > width) break;
    short += c;
  }
  return `${short}…`;
}

/** A scale from 0 in round steps. @param {number} maximum @param {number} [steps] @returns {{max: number, step: number}} */
export function roundScale(maximum, steps = 4) {
  if (!(maximum > 0)) return { max: 1, step: 1 };
  const unit = 10 ** Math.floor(Math.log10(maximum / steps));
  // What is counted comes in whole pieces: no half steps under ten.
  const factors = unit >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const step = factors.map(n => n * unit).find(n => n >= maximum / steps) ?? 10 * unit;
  const whole = maximum >= 1 ? Math.max(1, step) : step;
  return { max: Math.ceil(maximum / whole) * whole, step: whole };
}

/** The highest number that anything drawn reaches. @param {{value: number|null, lower: number|null, upper: number|null}[]} points */
export function highest(points) {
  return Math.max(0, ...points.flatMap(p => [p.value, p.lower, p.upper].filter(n => n !== null)));
}

/**
 * Moves labels apart that want the same height, and keeps their order.
 * @param {number[]} wanted @param {number} gap @param {number} top @param {number} bottom
 */
export function spread(wanted, gap, top, bottom) {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let previous = top - gap;
  for (const label of order) previous = label.y = Math.max(label.y, previous + gap);
  let next = bottom + gap;
  for (const label of [...order].reverse()) next = label.y = Math.min(label.y, next - gap);
  const result = new Array(wanted.length);
  for (const label of order) result[label.i] = label.y;
  return result;
}

/** A text element. @param {string} text @param {number} x @param {number} y @param {string} fill @param {object} [style] */
export const label = (text, x, y, fill, style = {}) => ({
  type: 'text', silent: true,
  style: { text, x, y, fill, fontSize: 12, fontFamily: FONT, align: 'left', verticalAlign: 'middle', ...style },
});

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {object} style */
export const line = (x1, y1, x2, y2, style) => ({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style });

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {object} style */
export const box = (x, y, width, height, style) => ({ type: 'rect', shape: { x, y, width, height, r: 0 }, style });

/** Diagonal lines that fill a box. @param {number} x @param {number} y @param {number} width @param {number} height @param {string} stroke */
export function hatch(x, y, width, height, stroke) {
  const lines = [];
  for (let c = 6; c < width + height; c += 6) {
    const from = { x: x + Math.max(0, c - height), y: y + Math.min(c, height) };
    const to = { x: x + Math.min(c, width), y: y + Math.max(0, c - width) };
    lines.push(line(from.x, from.y, to.x, to.y, { stroke, lineWidth: 1 }));
  }
  return lines;
}

/**
 * @typedef {object} Item  one thing drawn
 * @property {string} kind  mark, segment, cell, chip, bar, rule, label
 * @property {string} [ref]  key of the point that a click opens
 * @property {string} [tip]
 * @property {import('../types.js').Shown} [state]
 * @property {object[]} shapes
 */

/**
 * The one series that draws all items. They come with their places in pixels: the layout is decided here, once,
 * so that marks, strip and labels of one period always stand under each other.
 * @param {Item[]} items
 */
export function drawing(items) {
  return {
    type: 'custom', coordinateSystem: 'none', clip: false, animation: false,
    data: items.map((item, i) => ({ value: [i], ref: item.ref, tip: item.tip })),
    renderItem: (/** @type {{dataIndex: number}} */ parameters) => {
      const item = items[parameters.dataIndex];
      return { type: 'group', silent: !item.ref, children: item.shapes };
    },
  };
}

/** What all charts share. @param {import('./theme.js').Theme} theme @param {Item[]} items */
export const frame = (theme, items) => ({
  animation: false,
  aria: { enabled: false },
  textStyle: { fontFamily: FONT, color: theme.ink },
  legend: { show: false, top: 0 },
  tooltip: {
    trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: theme.card, borderColor: theme.border,
    textStyle: { color: theme.ink, fontSize: 14, fontFamily: FONT },
    formatter: (/** @type {{data: {tip?: string}}} */ p) => p.data.tip ?? '',
  },
  series: [drawing(items)],
});
