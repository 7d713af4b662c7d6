// @ts-check
import { has, language, t } from './i18n/index.js';
import { kindOf, partOf, yearOf } from './periods.js';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').Revision} Revision */
/** @typedef {import('./types.js').Shown} Shown */
/** @typedef {{value: number | null, lower: number | null, upper: number | null, state: string}} Valued */

const NUMBERED = ['exact', 'zero', 'at_least', 'at_most', 'about', 'range'];

const GLYPHS = {
  exact: '●', zero: '0', at_least: '≥', at_most: '≤', range: '↔', about: '≈', withheld: '＊', suppressed: '[c]',
  not_mentioned: '—', not_reported: '▨', not_applicable: '·', not_due: '┄', unconfirmed: '◌', conflict: '！', withdrawn: '×',
};

/** Whether the point itself is contradicted; a sum that only rests on such a point is not. @param {Point} point */
const isContested = point => point.conflict !== null && (point.method === 'stated' || point.method === 'missing');

/** Whether the number rests on a contested one: it is told and drawn, with a mark. @param {Point} point */
export const restsOnConflict = point => point.conflict !== null && !isContested(point);

/** What is shown of a point: a conflict hides the number that stands under it. @param {Point} point @returns {Shown} */
export const shown = point => isContested(point) ? 'conflict' : point.state;

/** Whether a point carries a number that may be read and drawn. @param {Point} point */
export const hasNumber = point => !isContested(point) && NUMBERED.includes(point.state);

/** Whether parts of the point are unknown. @param {Point} point */
export const isPartial = point => point.method === 'partial' || point.coverage.reported < point.coverage.expected;

/** A number that stands on less than half of its parts is told, and not drawn. @param {Point} point */
export function isDrawn(point) {
  const { reported, expected } = point.coverage;
  return hasNumber(point) && (!isPartial(point) || expected === 0 || reported * 2 >= expected);
}

/** @param {Point} point */
export const isBound = point => hasNumber(point) && point.state !== 'exact' && point.state !== 'zero';

/** The wording of the report, where it was said of this very point and not of a part of it. @param {Point} point */
export const wordingOf = point => point.method === 'stated' ? point.value_text : null;

/** The sign of a state in strips, tables and print. @param {Shown} state */
export const glyphOf = state => GLYPHS[state];

/** The sign of a point. @param {Point} point */
export function glyph(point) {
  return shown(point) === 'exact' && point.review === 'unconfirmed' ? '◌' : glyphOf(shown(point));
}

/** @param {string} state */
export const stateName = state => t(`state.${state}`);

/**
 * Digits in threes: Chinese text groups from five on (1234, 12,345), English from four. Written out here: the first of the browser's own formats
 * takes 20 ms on a desktop, of numbers and of dates alike, and every page would wait for it.
 * @param {number} value @param {number} decimals @param {number} [from] how many digits are grouped
 */
function digits(value, decimals, from = language() === 'zh' ? 5 : 4) {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.');
  const text = (whole.length < from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')) + (rest ? `.${rest}` : '');
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** @param {number} value @param {number} [decimals] */
export const number = (value, decimals = 0) => digits(value / 10 ** decimals, decimals);

/** A number at an axis: 125000 is 12.5万 in Chinese. @param {number} value already scaled */
export function axisNumber(value) {
  if (language() === 'zh' && Math.abs(value) >= 100000) return `${Number((value / 10000).toFixed(2))}万`;
  return digits(value, `${Number(value.toFixed(3))}`.split('.')[1]?.length ?? 0, 4);
}

/** @param {string} unit */
export const unitName = unit => has(`unit.${unit}`) ? t(`unit.${unit}`) : unit;

/** What is counted and how, for titles and sentences: a unit that the name itself gives is not said twice. @param {{metric: string, unit: string, basis: string}} subject */
export function measured({ metric, unit, basis }) {
  const name = unitName(unit);
  return { metric: metric.replace(` (${name})`, '').replace(`（${name}）`, ''), unit: name, basis };
}

/** A number with its unit: Chinese writes them together. @param {string} text @param {string} unit */
export const withUnit = (text, unit) => language() === 'zh' ? `${text}${unit}` : `${text} ${unitName(unit)}`;

/** The shortest true writing: 18, 0, ≥61, ≤9, 3–5, ≈35; empty without a number. @param {Valued} v @param {number} [decimals] */
export function symbolic(v, decimals = 0) {
  const one = (/** @type {number | null} */ n) => number(n ?? 0, decimals);
  switch (v.state) {
    case 'exact': case 'zero': return one(v.value ?? v.lower);
    case 'at_least': return `≥${one(v.lower)}`;
    case 'at_most': return `≤${one(v.upper)}`;
    case 'about': return `≈${one(v.value ?? v.lower)}`;
    case 'range': return v.upper === null ? `≥${one(v.lower)}` : `${one(v.lower)}–${one(v.upper)}`;
    default: return '';
  }
}

/** The same in words, for sentences: 至少61, 约35. @param {Valued} v @param {number} [decimals] */
export function inWords(v, decimals = 0) {
  const parameters = { value: number(v.value ?? v.lower ?? 0, decimals), lower: number(v.lower ?? 0, decimals),
    upper: v.upper === null ? '' : number(v.upper, decimals) };
  return has(`words.${v.state}`) ? t(`words.${v.state}`, parameters) : stateName(v.state);
}

/** The bounds of a value: 61–69, ≥105, or none. @param {Valued} v @param {number} [decimals] */
export function bounds(v, decimals = 0) {
  if (v.lower === null) return '';
  if (v.upper === null) return `≥${number(v.lower, decimals)}`;
  return v.lower === v.upper ? number(v.lower, decimals) : `${number(v.lower, decimals)}–${number(v.upper, decimals)}`;
}

/** What stands in a table cell, without the notes. @param {Point} point @param {number} [decimals] */
export function cellText(point, decimals = 0) {
  if (!hasNumber(point)) {
    const state = shown(point);
    return `${glyphOf(state)} ${stateName(state)}`;
  }
  if (point.state === 'zero') return t('cell.zero');
  const short = symbolic(point, decimals);
  return isBound(point) && wordingOf(point) && language() === 'zh' ? `${wordingOf(point)} · ${short}` : short;
}

/** The small notes beside a value: r2 (revised), d (derived), ◔7/9 (part of the parts), ! (rests on a conflict), unconfirmed. @param {Point} point */
export function notes(point) {
  const list = [];
  if (point.revision > 1) list.push(`r${point.revision}`);
  if (point.method === 'derived') list.push('d');
  if (isPartial(point) && hasNumber(point)) list.push(`◔${point.coverage.reported}/${point.coverage.expected}`);
  if (restsOnConflict(point)) list.push(GLYPHS.conflict);
  if (point.review === 'unconfirmed') list.push('◌');
  return list;
}

/** A point in full words with unit and notes, for announcements and tooltips. @param {Point} point @param {string} unit @param {number} [decimals] */
export function spoken(point, unit, decimals = 0) {
  const parts = [hasNumber(point) ? withUnit(inWords(point, decimals), unit) : stateName(shown(point))];
  if (point.state === 'zero' && hasNumber(point)) parts.push(stateName('zero'));
  if (wordingOf(point) && isBound(point)) parts.push(t('words.text', { text: wordingOf(point) }));
  if (point.review === 'unconfirmed') parts.push(t('review.unconfirmed'));
  if (point.revision > 1) parts.push(t('words.revised', { revision: point.revision }));
  if (point.method === 'derived') parts.push(t('method.derived'));
  if (isPartial(point) && hasNumber(point)) parts.push(t('words.coverage', point.coverage));
  if (point.conflict && restsOnConflict(point)) parts.push(t('words.contested', { other: bounds({ value: null, state: 'range', ...point.conflict }, decimals) }));
  return parts.join(t('list.comma'));
}

/** +6, 0, −3. @param {number} n @param {number} [decimals] */
export const signed = (n, decimals = 0) => n > 0 ? `+${number(n, decimals)}` : number(n, decimals);

/** A difference as a signed interval: +6, at least +5, −3 to +2. @param {import('./types.js').Interval} d @param {number} [decimals] */
export function difference(d, decimals = 0) {
  const sign = (/** @type {number} */ n) => signed(n, decimals);
  if (d.lower === null && d.upper === null) return t('difference.open');
  if (d.upper === null) return t('difference.atLeast', { value: sign(/** @type {number} */ (d.lower)) });
  if (d.lower === null) return t('difference.atMost', { value: sign(d.upper) });
  return d.lower === d.upper ? sign(d.lower) : t('difference.range', { lower: sign(d.lower), upper: sign(d.upper) });
}

/** +12.3%, −3.0%, 0.0%. @param {number} value */
export function percent(value) {
  const text = digits(value, 1);
  return `${value > 0 && /[1-9]/.test(text) ? '+' : ''}${text}%`;
}

/** 2022年第1季度, 2022 Q1. @param {string} period */
export function periodName(period) {
  const kind = kindOf(period);
  if (!kind) return period;
  const part = partOf(period);
  return t(`period.${kind === 'H' ? `H${part}` : kind}`, { year: yearOf(period), part: kind === 'M' && language() === 'en' ? period.slice(5) : part });
}

/** The label at an axis, without the year. @param {string} period */
export function periodShort(period) {
  const kind = kindOf(period);
  if (!kind || kind === 'Y') return period;
  return t(`period.short.${kind === 'H' ? `H${partOf(period)}` : kind}`, { part: partOf(period) });
}

/** @param {string} from @param {string} to */
export const periodSpan = (from, to) => from === to ? periodName(from)
  : t('period.span', { from: periodName(from), to: periodName(to) });

/** 2026年3月31日, 31 March 2026. @param {string} date ISO date or instant, the day as it is in UTC */
export function dateName(date) {
  const [year, month, day] = (date.length === 10 ? date : new Date(date).toISOString()).slice(0, 10).split('-').map(Number);
  return dayName(year, month, day);
}

/** The moment by the reader's own clock. @param {string} instant */
export function instantName(instant) {
  const here = new Date(instant);
  const two = (/** @type {number} */ n) => `${n}`.padStart(2, '0');
  return t('date.instant', { day: dayName(here.getFullYear(), here.getMonth() + 1, here.getDate()), time: `${two(here.getHours())}:${two(here.getMinutes())}` });
}

/** @param {number} year @param {number} month @param {number} day */
const dayName = (year, month, day) => t('date.day', { year, month: t(`month.${month}`), day });
