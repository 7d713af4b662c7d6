// @ts-check
/** Numbers to date: one line per year over the months of a year, so that nothing falls back to zero on the way. */
import { periodShort } from '../format.js';
import { language, t } from '../i18n/index.js';
import { convert, firstMonth, fromOrdinal, kindOf, monthsOf, ordinal, yearOf } from '../periods.js';

/** @typedef {import('./trend.js').TrendModel} TrendModel */

/** Years of one department; of several departments, so that their strips stay legible. */
export const MOST_YEARS = 4;
const MOST_OF_SEVERAL = 2;

/** Whether there is more than one period to a year: else a year's number to date is its number. @param {string[]} periods */
export const hasParts = periods => periods.length > 0 && kindOf(periods[0]) !== 'Y';

/** The periods of whole years around these; the newest years where there are more periods than `most`. @param {string} from @param {string} to @param {number} [most] @returns {[string, string]} */
export function wholeYears(from, to, most = Infinity) {
  const kind = kindOf(from);
  if (!kind || kind === 'Y') return [from, to];
  const years = Math.floor(most / (12 / monthsOf(from)));
  return [convert(`${Math.max(yearOf(from), yearOf(to) - years + 1)}`, kind, 'start'), convert(`${yearOf(to)}`, kind, 'end')];
}

/** From 1 January to the end of the period: 1–6月. @param {string} period */
export function toDateName(period) {
  const month = (firstMonth(period) + monthsOf(period)) % 12 || 12;
  if (language() === 'zh') return month === 1 ? periodShort(fromOrdinal('M', ordinal(convert(period, 'M', 'end')))) : t('period.toDate', { month });
  const name = (/** @type {number} */ m) => t(`month.${m}`).slice(0, 3);
  return month === 1 ? name(1) : t('period.toDate', { month: name(month) });
}

/**
 * A series for each year of each department, the newest first; a panel for each department.
 * @param {TrendModel} model periods of whole years @returns {TrendModel}
 */
export function byYear(model) {
  const years = [...new Set(model.periods.map(yearOf))].sort((a, b) => b - a).slice(0, model.series.length > 1 ? MOST_OF_SEVERAL : MOST_YEARS);
  const newest = model.periods.filter(p => yearOf(p) === years[0]);
  const series = model.series.flatMap((each, key) => years.map((year, age) => {
    const first = model.periods.findIndex(p => yearOf(p) === year);
    const points = each.points.slice(first, first + newest.length);
    const breaks = model.changes.filter(c => c.departments.includes(each.department)).map(c => c.position - first);
    const standards = age === 0 ? each.standards?.map(x => ({ ...x, position: x.position - first })).filter(x => x.position >= 0) : [];
    return { ...each, name: t('period.Y', { year }), who: each.name, key, age, points, breaks, standards };
  }));
  return { ...model, periods: newest, series, toDate: false, changes: [], limits: undefined, labels: newest.map(toDateName),
    panels: model.series.map((each, i) => ({ name: each.name, rows: years.map((_, age) => i * years.length + age) })) };
}
