// @ts-check
/** Arithmetic of periods as written on the wire: 2022, 2022-H1, 2022-Q3, 2022-07. */

/** @typedef {'Y' | 'H' | 'Q' | 'M'} Kind */

const PER_YEAR = { Y: 1, H: 2, Q: 4, M: 12 };

/** @param {string} period @returns {Kind | null} */
export function kindOf(period) {
  const match = /^\d{4}(?:-(?:(Q)[1-4]|(H)[12]|(0[1-9]|1[0-2])))?$/.exec(period);
  if (!match) return null;
  return match[1] ? 'Q' : match[2] ? 'H' : match[3] ? 'M' : 'Y';
}

/** @param {string} period */
export const yearOf = period => Number(period.slice(0, 4));

/** @param {string} period */
export function partOf(period) {
  return Number(period.slice(5).replace(/\D/g, '')) || 1;
}

/** @param {string} period */
export function ordinal(period) {
  return yearOf(period) * PER_YEAR[kindOf(period) ?? 'Y'] + partOf(period) - 1;
}

/** @param {Kind} kind @param {number} ordinal */
export function fromOrdinal(kind, ordinal) {
  const year = Math.floor(ordinal / PER_YEAR[kind]);
  const part = ordinal - year * PER_YEAR[kind] + 1;
  if (kind === 'Y') return `${year}`;
  return kind === 'M' ? `${year}-${String(part).padStart(2, '0')}` : `${year}-${kind}${part}`;
}

/** All periods from `from` to `to`; empty where they are of different kinds. @param {string} from @param {string} to */
export function range(from, to) {
  const kind = kindOf(from);
  if (!kind || kind !== kindOf(to)) return [];
  const first = ordinal(from);
  const count = Math.max(0, ordinal(to) - first + 1);
  return Array.from({ length: count }, (_, i) => fromOrdinal(kind, first + i));
}

/** Months since the year 0 at which the period begins. @param {string} period */
export function firstMonth(period) {
  return ordinal(period) * (12 / PER_YEAR[kindOf(period) ?? 'Y']);
}

/** @param {string} period */
export function monthsOf(period) {
  return 12 / PER_YEAR[kindOf(period) ?? 'Y'];
}

/**
 * The period of another kind that holds the first or the last month of this one.
 * @param {string} period @param {Kind} kind @param {'start' | 'end'} edge
 */
export function convert(period, kind, edge) {
  const month = firstMonth(period) + (edge === 'end' ? monthsOf(period) - 1 : 0);
  return fromOrdinal(kind, Math.floor(month / (12 / PER_YEAR[kind])));
}

/**
 * Where a date falls on an axis of consecutive periods: 2.5 is the middle of the third one.
 * @param {string} date ISO @param {string[]} periods @returns {number | null} null outside
 */
export function positionOf(date, periods) {
  if (periods.length === 0) return null;
  const [year, month, day] = date.split('-').map(Number);
  const months = year * 12 + month - 1 + (day - 1) / 31;
  const position = (months - firstMonth(periods[0])) / monthsOf(periods[0]);
  return position > 0 && position < periods.length ? position : null;
}

/** The periods of one kind that cover everything in the list. @param {string[]} periods @param {Kind} kind */
export function span(periods, kind) {
  if (periods.length === 0) return [];
  const starts = periods.map(p => convert(p, kind, 'start')).sort();
  const ends = periods.map(p => convert(p, kind, 'end')).sort();
  return range(starts[0], ends[ends.length - 1]);
}
