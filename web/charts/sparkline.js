// @ts-check
/** A line without axes for a row of a table: inline SVG, drawn from the same signs as the large charts, with its status strip. */
import { glyph, hasNumber, isBound, isDrawn, isPartial, shown } from '../format.js';
import { html } from '../html.js';
import { anchor } from './marks.js';
import { segments } from './segments.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {{department: string, points: Point[], periods: string[], stock: boolean, changes: import('./trend.js').Change[]}} Model */

const BAND = 22;
const TOP = 12;
const BASE = 29;
const STRIP = 34;
const HEIGHT = 51;

/** @param {Model} model @param {string} name what a screen reader says of it */
export function sparkline(model, name) {
  const { points } = model;
  const most = Math.max(1, ...points.filter(isDrawn).map(anchor));
  const x = (/** @type {number} */ i) => BAND * (i + 0.5);
  const y = (/** @type {Point} */ p) => round(BASE - anchor(p) / most * (BASE - TOP));
  const lines = segments(model, { ...model, toDate: false }).map(s => html`<line class="${s.bound ? 'spark-line bound' : 'spark-line'}"
    x1="${x(s.from)}" y1="${y(points[s.from])}" x2="${x(s.to)}" y2="${y(points[s.to])}"/>`);
  return html`<svg class="spark" viewBox="0 0 ${BAND * points.length} ${HEIGHT}" width="${BAND * points.length}" height="${HEIGHT}" role="img" aria-label="${name}">
    <line class="spark-base" x1="0" y1="${BASE + 0.5}" x2="${BAND * points.length}" y2="${BASE + 0.5}"/>${lines}
    ${points.map((p, i) => isDrawn(p) ? mark(p, x(i), y(p), i === points.length - 1) : '')}
    ${points.map((p, i) => cell(p, x(i)))}</svg>`;
}

const round = (/** @type {number} */ n) => Math.round(n * 10) / 10;

/** A small sign of a number; an open bound has an arrow of fixed length. @param {Point} point @param {number} x @param {number} y @param {boolean} last */
function mark(point, x, y, last) {
  const kind = `spark-mark${point.review === 'unconfirmed' || isPartial(point) ? ' hollow' : ''}${last ? ' last' : ''}`;
  const arrow = (/** @type {number} */ tip) => html`<path class="spark-arrow" d="M${x} ${y}V${tip}m-3 ${tip < y ? 3 : -3}l3 ${tip < y ? -4 : 4}l3 ${tip < y ? 4 : -4}"/>`;
  const dot = html`<circle class="${kind}" cx="${x}" cy="${y}" r="${last ? 3.5 : 2.8}"/>`;
  switch (shown(point)) {
    case 'zero': return html`<circle class="spark-mark hollow" cx="${x}" cy="${y}" r="4"/><circle class="spark-mark" cx="${x}" cy="${y}" r="1.5"/>`;
    case 'at_least': return html`${arrow(y - 10)}${dot}`;
    case 'at_most': return html`<path class="spark-arrow" d="M${x - 4} ${y}h8"/>${y < BASE - 10 ? arrow(y + 9) : ''}`;
    case 'range': return html`<path class="spark-arrow" d="M${x - 3} ${y - 4}h6M${x} ${y - 4}v8M${x - 3} ${y + 4}h6"/>`;
    case 'about': return html`<path class="spark-arrow dashed" d="M${x} ${y - 7}v14"/>${dot}`;
    default: return dot;
  }
}

/** A cell of the strip: never empty, the sign of the state in it. @param {Point} point @param {number} x */
function cell(point, x) {
  const state = shown(point);
  const veiled = state === 'withheld' || state === 'suppressed' || (hasNumber(point) && isPartial(point));
  const sign = state === 'suppressed' ? 'c' : state === 'not_reported' || state === 'not_due' ? '' : glyph(point);
  const [left, top, width, height] = [x - BAND / 2 + 1, STRIP, BAND - 2, HEIGHT - STRIP - 1];
  const hatch = state === 'not_reported' ? html`<path class="spark-hatch" d="${[1, 5, 9, 13].map(i => `M${left + i} ${top + height}l6 ${-height}`).join('')}"/>` : '';
  return html`<rect class="spark-cell${veiled ? ' veiled' : ''}${state === 'not_due' ? ' dotted' : ''}${isBound(point) ? ' bound' : ''}" x="${left}" y="${top}" width="${width}" height="${height}"/>${hatch}${
    sign ? html`<text class="${state === 'exact' ? 'spark-sign small' : 'spark-sign'}" x="${x}" y="${top + 12}">${sign}</text>` : ''}`;
}
