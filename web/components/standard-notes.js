// @ts-check
/** What the ticks over the periods of a trend ask, by which rule, and how often it was met. */
import { departmentName } from '../catalog.js';
import { number, periodName, withUnit } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

const JUDGED = /** @type {const} */ (['met', 'not_met', 'cannot_be_judged']);

/** @typedef {import('../types.js').SeriesAnswer} Answer */
/** @typedef {import('../types.js').TargetBeside & {department: string}} Asked */

/** A line for each standard, with the departments that it is set for. @param {import('../main.js').Context} ctx @param {Answer} answer @param {number} decimals */
export function standardNotes({ catalog }, { series, periods, unit }, decimals) {
  const all = series.flatMap(s => s.targets.filter(x => periods.includes(x.period)).map(x => ({ ...x, department: s.department })));
  const standards = grouped(all, x => `${x.at_least} ${x.source}`);
  return standards.length ? html`<ul class="standard-notes quiet">${standards.map(of => html`<li><svg width="18" height="8" aria-hidden="true"><line x1="1" y1="4" x2="17" y2="4"/></svg><span>${noted(of)}</span></li>`)}</ul>` : '';

  /** @param {Asked[]} of */
  function noted(of) {
    const [first, last] = [periods.find(p => of.some(x => x.period === p)), periods.findLast(p => of.some(x => x.period === p))].map(p => periodName(p ?? ''));
    const each = grouped(of, x => x.department);
    const words = each.map(own => (series.length > 1 ? departmentName(catalog, own[0].department) + t('list.colon') : '') + judged(own)).join(t('list.semicolon'));
    return t('standard.line', { periods: first === last ? first : `${first} – ${last}`, least: withUnit(number(of[0].at_least, decimals), unit), source: of[0].source, judged: words });
  }
}

/** @param {Asked[]} own of one department */
const judged = own => JUDGED.map(word => ({ word, count: own.filter(x => x.attainment === word).length })).filter(x => x.count)
  .map(({ word, count }) => own.length === 1 ? t(`attainment.${word}`) : t('standard.times', { judged: t(`attainment.${word}`), count })).join(t('list.comma'));

/** @param {Asked[]} all @param {(each: Asked) => string} by @returns {Asked[][]} in the order in which they first come */
const grouped = (all, by) => [...new Set(all.map(by))].map(key => all.filter(x => by(x) === key));
