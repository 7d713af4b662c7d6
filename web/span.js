// @ts-check
import { firstMonth, monthsOf, yearOf } from './periods.js';

const FIRST_PERIODS = 12;

/**
 * The span that the address leaves open: up to the newest year whose end is known, and no further back than anything was said.
 * @param {import('./types.js').SeriesAnswer} answer @param {import('./state.js').State} state @param {number} year the newest whose end is known
 * @param {number} [most] periods to begin with
 * @returns {[number, number]} the first and the last period to show
 */
export function windowOf({ periods, series }, state, year, most = FIRST_PERIODS) {
  const silent = ['not_reported', 'not_due', 'not_applicable'];
  const told = periods.map((_, i) => series.some(s => !silent.includes(s.points[i].state)));
  if (!told.includes(true)) return [state.f ? 0 : Math.max(0, periods.length - most), periods.length - 1];
  const newest = told.lastIndexOf(true);
  const ended = periods.findLastIndex((p, i) => told[i] && yearOf(p) <= year && (firstMonth(p) + monthsOf(p)) % 12 === 0);
  const last = state.t ? periods.length - 1 : ended >= 0 ? ended : newest;
  return [state.f ? 0 : Math.max(told.indexOf(true), last - most + 1), last];
}

/** The same answer with fewer periods. @param {import('./types.js').SeriesAnswer} answer @param {number} first @param {number} last */
export const cut = (answer, first, last) => ({ ...answer, periods: answer.periods.slice(first, last + 1),
  series: answer.series.map(s => ({ ...s, points: s.points.slice(first, last + 1) })) });
