// @ts-check
/** A value beside the least that is asked: inline SVG, a bar and a tick of 3 px. The words stand beside it. */
import { hasNumber } from '../format.js';
import { html } from '../html.js';

const USUAL = 180;
const HEIGHT = 26;
const BAR = 12;

/** @param {import('../types.js').Point} point @param {number} least @param {string} name what a screen reader says of it @param {number | null} due where an even pace would stand @param {number} width */
export function bullet(point, least, name, due = null, width = USUAL) {
  const open = point.upper === null;
  const low = hasNumber(point) ? point.lower ?? 0 : 0;
  const high = hasNumber(point) ? point.upper ?? low : 0;
  const most = Math.max(least * 1.25, high * 1.1, low * 1.1, 1);
  const x = (/** @type {number} */ n) => Math.round(n / most * (width - 14) * 10) / 10 + 1;
  const top = (HEIGHT - BAR) / 2;
  const tick = x(least);
  return html`<svg class="bullet" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${name}">
    <line class="bullet-base" x1="1" y1="${HEIGHT - 1.5}" x2="${width - 1}" y2="${HEIGHT - 1.5}"/>
    ${hasNumber(point) && low > 0 ? html`<rect class="bullet-bar" x="1" y="${top}" width="${Math.max(1, x(low) - 1)}" height="${BAR}"/>` : ''}
    ${hasNumber(point) && !open && high > low ? html`<rect class="bullet-open" x="${x(low)}" y="${top}" width="${x(high) - x(low)}" height="${BAR}"/>` : ''}
    ${hasNumber(point) && open ? html`<path class="bullet-arrow" d="M${x(low) + 2} ${top}l8 ${BAR / 2}l-8 ${BAR / 2}z"/>` : ''}
    ${due === null ? '' : html`<line class="bullet-due" x1="${x(due)}" y1="4" x2="${x(due)}" y2="${HEIGHT - 4}"/>`}
    <line class="bullet-tick" x1="${tick}" y1="2" x2="${tick}" y2="${HEIGHT - 2}"/></svg>`;
}
