// @ts-check
/** What stands beside a trend: the limits of chance, and what its last period is compared with. */
import { inKind, newestYear } from '../catalog.js';
import { readLatest } from './latest.js';
import { readLimits } from './signal-notes.js';

/** @typedef {import('../types.js').SeriesAnswer} Answer */
/** @typedef {{metric: string, basis: string, view: string, periods: string[], series: {department: string, category: string | null}[]}} Asked  what both depend on */

/** The answer that a trend will most likely have, as far as it matters here; null where that cannot be told beforehand. @param {import('../pages/trends.js').Chosen} chosen @param {import('../main.js').Context} ctx @returns {Asked | null} */
export function guess({ metric, kind, to, departments, toDate }, { state, catalog }) {
  const last = state.t ? to : inKind(newestYear(catalog).slice(0, 4), kind, 'end');
  if (!metric || toDate || state.c || !last) return null;
  return { metric: metric.code, basis: metric.kind === 'stock' ? 'at_end' : 'in_period', view: state.og === 'is' ? 'as_is' : 'as_was', periods: [last],
    series: departments.map(department => ({ department, category: null })) };
}

/** @param {Asked} of */
const question = ({ metric, basis, view, periods, series }) => JSON.stringify([metric, basis, view === 'as_is', periods[periods.length - 1], series.map(s => [s.department, s.category])]);

/**
 * Asks for both while the numbers are still coming; where these turn out to be others than guessed, again.
 * @param {Asked | null} guessed @param {Record<string, string>} query @param {AbortSignal} signal
 */
export function askBeside(guessed, query, signal) {
  const ask = (/** @type {any} */ answer) => Promise.all([readLimits(answer, query, signal), readLatest(answer, query, signal)]);
  const early = guessed && ask(guessed);
  early?.catch(() => {}); // asked again, and told, where it is the question after all
  return (/** @type {Answer} */ answer) => early && guessed && question(answer) === question(guessed) ? early.catch(() => ask(answer)) : ask(answer);
}
