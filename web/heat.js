// @ts-check
/** How dark a number stands in a table of departments by periods: equal steps from 0 in the numbers that may be drawn. */
import { anchor } from './charts/marks.js';
import { roundScale } from './charts/layout.js';
import { cellText, glyph, hasNumber, isBound, isDrawn, isPartial, notes, number, shown, symbolic } from './format.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {{step: number, steps: number}} HeatScale  step in the unit of the wire */

/** The colours there are, light to dark. */
export const STEPS = 5;

/** @param {Point[]} points those that are compared with each other @returns {HeatScale} */
export function heatScale(points) {
  const most = Math.max(0, ...points.filter(isDrawn).map(anchor));
  const { max, step } = roundScale(most, STEPS);
  return { step, steps: Math.min(STEPS, Math.max(1, Math.round(max / step))) };
}

/** From 1 (lightest) up; 0 for what has no ground: a zero, a state without number, or a number on less than half of its parts. @param {Point} point @param {HeatScale} scale */
export function heatStep(point, { step, steps }) {
  if (!isDrawn(point) || shown(point) === 'zero') return 0;
  const value = anchor(point);
  return value <= 0 ? 0 : Math.min(steps, Math.ceil(value / step));
}

/** What each ground stands for: 1–20, 21–40 … @param {HeatScale} scale @param {number} decimals */
export function heatLegend({ step, steps }, decimals) {
  return Array.from({ length: steps }, (_, i) => {
    const [from, to] = [i * step + 1, (i + 1) * step];
    return from === to ? number(to, decimals) : `${number(from, decimals)}–${number(to, decimals)}`;
  });
}

/** The few signs that a narrow cell has room for. @param {Point} point @param {number} decimals */
export function heatText(point, decimals) {
  if (!hasNumber(point)) return { text: glyph(point), note: '' };
  const note = notes(point).map(n => n.startsWith('◔') ? '◔' : n).join('');
  return { text: symbolic(point, decimals), note };
}

/** The words for the class of a cell. @param {Point} point @param {HeatScale | null} scale null for a row that is not compared */
export function heatClass(point, scale) {
  const step = scale ? heatStep(point, scale) : 0;
  return [`h${step}`, ...(hasNumber(point) ? [] : [`state-${shown(point)}`]), ...(isBound(point) ? ['bound'] : []),
    ...(hasNumber(point) && isPartial(point) ? ['part'] : []), ...(point.review === 'unconfirmed' ? ['unconfirmed'] : [])].join(' ');
}

/** Whether the text of a cell says all: then its headers and it need no other words. @param {Point} point */
export const saysAll = point => shown(point) === 'exact' && notes(point).length === 0;

/** @param {Point} point @param {number} decimals */
export const fullText = (point, decimals) => [cellText(point, decimals), ...notes(point)].join(' ');
