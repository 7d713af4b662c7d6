// @ts-check
/** By how much the newest period shown is more or less than a year before and than the period before it. */
import { getComparison } from '../api.js';
import { departmentName } from '../catalog.js';
import { cellText, notes, periodName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { changeCell } from '../pages/compare/change.js';
import { dataTable } from './table.js';

/** @typedef {import('../types.js').SeriesAnswer} Series */
/** @typedef {import('../types.js').ComparisonAnswer} Comparison */
/** @typedef {{yearAgo: Comparison, previous: Comparison | null}} Latest */

/**
 * Reads both comparisons of the last period; null where the series are no single category each. Numbers to date are set beside the same months of
 * the year before only.
 * @param {Series} answer @param {Record<string, string>} query @param {AbortSignal} signal @returns {Promise<Latest | null>}
 */
export async function readLatest(answer, query, signal) {
  const departments = answer.series.map(s => s.department);
  const category = answer.series[0]?.category ?? '';
  if (!answer.periods.length || !departments.length || new Set(departments).size < departments.length) return null;
  const asked = { metric: answer.metric, departments: departments.join(','), period: answer.periods[answer.periods.length - 1], category,
    basis: answer.basis === 'to_date' ? 'to_date' : '', view: answer.view === 'as_is' ? 'as_is' : '', ...query };
  const [yearAgo, previous] = await Promise.all([getComparison({ ...asked, against: 'year_ago' }, signal),
    answer.basis === 'to_date' ? null : getComparison({ ...asked, against: 'previous' }, signal)]);
  // Of years the period before is the year before.
  return { yearAgo, previous: previous?.base_period === yearAgo.base_period ? null : previous };
}

/** It opens its evidence; the cell of the chart is the one in the table of all periods. @param {import('../types.js').Point} point @param {string} ref @param {number} decimals */
const value = (point, ref, decimals) => html`<a class="value" href="#pt=${encodeURIComponent(ref)}">${[cellText(point, decimals), ...notes(point)].join(' ')}</a>`;

/** @param {import('../main.js').Context} ctx @param {Latest} latest @param {Series} answer @param {number} decimals */
export function latestTable({ catalog }, { yearAgo, previous }, answer, decimals) {
  const bases = [yearAgo, ...(previous ? [previous] : [])];
  const rowOf = (/** @type {Comparison} */ of, /** @type {string} */ department) => of.rows.find(r => r.department === department);
  const rows = answer.series.flatMap((s, k) => {
    const found = bases.map(of => rowOf(of, s.department));
    return found.every(Boolean) ? [{ name: departmentName(catalog, s.department), cells: [value(s.points[s.points.length - 1], `${k}.${yearAgo.period}`, decimals),
      ...found.map(row => changeCell(/** @type {any} */ (row), decimals, catalog))] }] : [];
  });
  if (!rows.length) return html``;
  const against = (/** @type {Comparison} */ of, /** @type {string} */ key) => t('latest.against', { against: t(`filter.a.${key}`), base: periodName(of.base_period) });
  return dataTable({ caption: t('latest.title', { period: periodName(yearAgo.period) }),
    head: [t('table.department'), periodName(yearAgo.period), against(yearAgo, 'year_ago'), ...(previous ? [against(previous, 'previous')] : [])], rows });
}
