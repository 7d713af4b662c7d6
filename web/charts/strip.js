// @ts-check
/** The status strip: one cell per period under the axis, never an empty one. */
import { hasNumber, isPartial, shown } from '../format.js';
import { box, hatch, label, line } from './layout.js';
import { cellSign, symbolShape } from './marks.js';

/** @typedef {import('../types.js').Point} Point */

export const CELL_HEIGHT = 22;
/** Below this width signs would run into each other. */
const NARROW = 10;
export const ROW_HEIGHT = 26;

/**
 * One row of cells; cell i stands under the band i of the axis.
 * @param {Point[]} points @param {{left: number, band: number, top: number}} place
 * @param {{ref: (i: number) => string, tip: (i: number) => string, theme: import('./theme.js').Theme}} look
 * @returns {import('./layout.js').Item[]}
 */
export function stripRow(points, place, look) {
  return points.map((point, i) => ({
    kind: 'cell', state: shown(point), ref: look.ref(i), tip: look.tip(i),
    shapes: cell(point, place.left + i * place.band + 1, place.top, place.band - 2, look.theme),
  }));
}

/** @param {Point} point @param {number} x @param {number} y @param {number} width @param {import('./theme.js').Theme} theme */
function cell(point, x, y, width, theme) {
  const state = shown(point);
  const veiled = state === 'withheld' || state === 'suppressed';
  const dotted = state === 'not_due' || (hasNumber(point) && point.review === 'unconfirmed');
  /** @type {object[]} */
  const shapes = [box(x, y, width, CELL_HEIGHT,
    { fill: veiled ? theme.veil : theme.card, stroke: state === 'not_due' ? theme.ink3 : theme.grid,
      lineWidth: 1, lineDash: dotted ? [2, 2] : 'solid' })];
  if (hasNumber(point) && isPartial(point)) {
    const part = point.coverage.expected ? point.coverage.reported / point.coverage.expected : 0;
    shapes.push(box(x, y, width * part, CELL_HEIGHT, { fill: theme.veil }));
  }
  if (width < NARROW) return [...shapes, ...tiny(state, x + width / 2, y, width, theme)];
  const sign = cellSign(point, width);
  const text = (/** @type {object} */ style) => label(sign, x + width / 2, y + CELL_HEIGHT / 2, theme.ink, { align: 'center', ...style });
  if (state === 'not_reported') {
    shapes.push(...hatch(x, y, width, CELL_HEIGHT, theme.ink3));
    return sign.length > 1 ? [...shapes, text({ backgroundColor: theme.card, padding: [1, 3] })] : shapes;
  }
  return state === 'not_due' && sign.length === 1 ? shapes : [...shapes, text({})];
}

/**
 * What is left of a sign in a cell too narrow for letters: a shape, so that a row of years can still be told from a row with gaps.
 * @param {import('../types.js').Shown} state @param {number} x middle @param {number} y top @param {number} width @param {import('./theme.js').Theme} theme
 */
function tiny(state, x, y, width, theme) {
  const r = Math.max(1.2, Math.min(2.5, width / 3));
  const middle = y + CELL_HEIGHT / 2;
  const filled = { fill: theme.ink };
  switch (state) {
    case 'exact': return [symbolShape('circle', x, middle, r, filled)];
    case 'zero': return [symbolShape('circle', x, middle, r, { fill: theme.card, stroke: theme.ink, lineWidth: 1 })];
    case 'at_least': case 'at_most': case 'about': case 'range': return [symbolShape('triangle', x, middle, r * 1.3, filled)];
    case 'conflict': return [line(x, y + 4, x, y + CELL_HEIGHT - 4, { stroke: theme.ink, lineWidth: Math.min(3, width) })];
    case 'not_reported': return hatch(x - width / 2, y, width, CELL_HEIGHT, theme.ink3);
    case 'not_mentioned': case 'unconfirmed': return [line(x - r, middle, x + r, middle, { stroke: theme.ink, lineWidth: 1 })];
    default: return [];
  }
}
