// @ts-check
/** The drawing grammar: one sign per state, the same in every chart. */
import { cellText, glyph, glyphOf, hasNumber, isPartial, notes, shown, stateName, symbolic } from '../format.js';
import { language, t } from '../i18n/index.js';
import { box, hatch, label, line, textWidth } from './layout.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('./theme.js').Theme} Theme */
/** @typedef {{color: string, symbol: string, theme: Theme}} Look */

/** Length of the stem of an open bound. It is the same for every number: it says "or more", not how much. */
export const STEM = 30;

/** @param {string} symbol @param {number} x @param {number} y @param {number} r @param {object} style */
export function symbolShape(symbol, x, y, r, style) {
  const around = (/** @type {number[][]} */ points) => ({ type: 'polygon', style, shape: { points } });
  switch (symbol) {
    case 'square': return box(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, style);
    case 'triangle': return around([[x, y - r * 1.15], [x + r * 1.1, y + r * 0.85], [x - r * 1.1, y + r * 0.85]]);
    case 'diamond': return around([[x, y - r * 1.25], [x + r * 1.25, y], [x, y + r * 1.25], [x - r * 1.25, y]]);
    default: return { type: 'circle', style, shape: { cx: x, cy: y, r } };
  }
}

/** Filled when whole and confirmed, hollow when unconfirmed or made of a part. @param {Point} point @param {Look} look */
function body(point, look) {
  const hollow = point.review === 'unconfirmed' || isPartial(point);
  return hollow
    ? { fill: look.theme.card, stroke: look.color, lineWidth: 2, lineDash: point.review === 'unconfirmed' ? [2, 2] : 'solid' }
    : { fill: look.color, stroke: look.theme.card, lineWidth: 1 };
}

/**
 * The mark of a number along one axis; `across` is the other coordinate.
 * @param {Point} point @param {{at: (n: number) => number, across: number, vertical: boolean}} place @param {Look} look
 * @returns {object[]}
 */
export function pointMark(point, place, look) {
  const { at, across, vertical } = place;
  const xy = (/** @type {number} */ along, /** @type {number} */ off = 0) =>
    vertical ? [across + off, along] : [along, across + off];
  const stroke = { stroke: look.color, lineWidth: 2, fill: 'none' };
  const between = (/** @type {number} */ a, /** @type {number} */ b, /** @type {object} */ style = stroke) => {
    const [x1, y1] = xy(a), [x2, y2] = xy(b);
    return line(x1, y1, x2, y2, style);
  };
  const bar = (/** @type {number} */ a) => {
    const [x1, y1] = xy(a, -5), [x2, y2] = xy(a, 5);
    return line(x1, y1, x2, y2, stroke);
  };
  const arrow = (/** @type {number} */ a, /** @type {number} */ direction) => ({
    type: 'polygon', silent: true, style: { fill: look.color },
    shape: { points: [xy(a + direction * 8), xy(a, -4.5), xy(a, 4.5)] },
  });
  const dot = (/** @type {number} */ a) => {
    const [x, y] = xy(a);
    return symbolShape(look.symbol, x, y, 5, body(point, look));
  };
  const ring = (/** @type {number} */ a, /** @type {number} */ r, /** @type {string} */ fill) => {
    const [x, y] = xy(a);
    return { type: 'circle', shape: { cx: x, cy: y, r }, style: { fill, stroke: look.color, lineWidth: 1.5 } };
  };
  const up = vertical ? -1 : 1;
  const low = at(point.lower ?? 0);
  const value = at(point.value ?? point.lower ?? 0);
  const high = point.upper === null ? low + up * STEM : at(point.upper);
  switch (shown(point)) {
    case 'exact': return [dot(value)];
    case 'zero': return [ring(at(0), 6.5, look.theme.card), ring(at(0), 3, 'none')];
    case 'at_least': return [between(low, low + up * STEM), arrow(low + up * STEM, up), dot(low)];
    case 'at_most': {
      // The stem ends at the axis: below it there is no number.
      const end = vertical ? Math.min(high + STEM, at(0) - 9) : Math.max(high - STEM, at(0) + 9);
      const room = vertical ? end > high : end < high;
      return [bar(high), ...(room ? [between(high, end), arrow(end, -up)] : [])];
    }
    case 'range': return [bar(low), between(low, high), bar(high)];
    case 'about': return [between(low, high, { ...stroke, lineDash: [3, 3] }), dot(value)];
    default: return [];
  }
}

/** Where a line meets the mark. A range has no best number: the line meets its beam in the middle. @param {Point} point */
export function anchor(point) {
  switch (point.state) {
    case 'at_least': return point.lower ?? 0;
    case 'at_most': return point.upper ?? 0;
    case 'range': return ((point.lower ?? 0) + (point.upper ?? point.lower ?? 0)) / 2;
    default: return point.value ?? point.lower ?? 0;
  }
}

/** A wider place to hit, which lights up when the table's cell has the focus. @param {number} x @param {number} y @param {Theme} theme */
export const target = (x, y, theme) => ({
  type: 'circle', shape: { cx: x, cy: y, r: 13 }, style: { fill: 'rgba(0,0,0,0)', stroke: 'rgba(0,0,0,0)', lineWidth: 3 },
  emphasis: { style: { fill: 'rgba(0,0,0,0)', stroke: theme.focus, lineWidth: 3 } },
});

/** The short label beside a mark with its small notes: ≥61, 31 r2. @param {Point} point @param {number} decimals */
export function markLabel(point, decimals) {
  return [symbolic(point, decimals), ...notes(point).filter(n => n !== '◌')].join(' ');
}

export const chipWidth = () => language() === 'zh' ? 72 : 112;

/**
 * The chip of a row without a number: always the same width, framed, never a length.
 * @param {Point} point @param {number} x @param {number} y middle @param {Theme} theme
 */
export function chip(point, x, y, theme) {
  const state = shown(point);
  const width = chipWidth();
  const [left, top, height] = [x, y - 11, 22];
  const dashed = state === 'not_due';
  const shapes = [box(left, top, width, height,
    { fill: state === 'withheld' || state === 'suppressed' ? theme.veil : theme.card, stroke: theme.ink3,
      lineWidth: 1, lineDash: dashed ? [2, 2] : 'solid' })];
  const text = state === 'suppressed' ? t('chip.suppressed') : `${state === 'not_reported' ? '' : glyphOf(state)}${stateName(state)}`;
  if (state !== 'not_reported') return [...shapes, label(text, left + width / 2, y, theme.ink, { align: 'center' })];
  return [...shapes, ...hatch(left, top, 16, height, theme.ink3),
    label(text, left + 16 + (width - 16) / 2, y, theme.ink, { align: 'center' })];
}

/**
 * A horizontal bar from 0, or the chip of a row without a number.
 * @param {Point} point @param {{at: (n: number) => number, y: number, height: number}} place
 * @param {{fill: string, outline: string, theme: Theme}} look @param {number} decimals
 */
export function barMark(point, place, look, decimals) {
  const { at, y, height } = place;
  const { theme } = look;
  const left = at(0);
  if (!hasNumber(point)) return chip(point, left + 4, y, theme);
  const top = y - height / 2;
  const open = point.review === 'unconfirmed' || isPartial(point);
  const style = { fill: open ? theme.card : look.fill, stroke: look.outline, lineWidth: open ? 1.5 : 1,
    lineDash: point.review === 'unconfirmed' ? [3, 3] : 'solid' };
  const solid = (/** @type {number} */ n) => box(left, top, Math.max(2, at(n) - left), height, style);
  const text = (/** @type {number} */ x) => label(barLabel(point, decimals), x + 8, y, theme.ink);
  const low = at(point.lower ?? 0);
  switch (point.state) {
    case 'zero':
      return [box(left, top, 2, height, { fill: look.outline }), text(left)];
    case 'at_least':
      return [solid(point.lower ?? 0), box(low, top, 34, height, { fill: 'none', stroke: look.outline, lineDash: [3, 3] }),
        { type: 'polygon', style: { fill: look.outline }, shape: { points: [[low + 36, y - 6], [low + 45, y], [low + 36, y + 6]] } },
        text(low + 45)];
    case 'at_most': case 'range': case 'about': {
      const high = at(point.upper ?? point.lower ?? 0);
      const from = point.state === 'at_most' ? left : low;
      return [...(from > left ? [solid(point.lower ?? 0)] : []),
        box(from, top, high - from, height, { fill: 'none', stroke: look.outline, lineWidth: 1 }),
        ...hatch(from, top, high - from, height, look.outline), text(high)];
    }
    default: return [solid(point.value ?? 0), text(at(point.value ?? 0))];
  }
}

/** @param {Point} point @param {number} decimals */
export function barLabel(point, decimals) {
  const value = point.state === 'zero' ? t('bar.zero') : cellText({ ...point, value_text: null }, decimals);
  return [value, ...notes(point)].join(' ');
}

/** The words of a strip cell where they fit, else its sign. @param {Point} point @param {number} width */
export function cellSign(point, width) {
  if (hasNumber(point)) return glyph(point);
  const words = stateName(shown(point));
  if (width < 18 && shown(point) === 'suppressed') return 'c';
  return width >= 40 && textWidth(words) + 6 <= width ? words : glyph(point);
}
