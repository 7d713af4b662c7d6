// @ts-check
/** The three sentences of the overview, computed from the objects its table is made of. */
import { difference, hasNumber, isBound, isPartial, periodName } from './format.js';
import { t, withTexts } from './i18n/index.js';

await withTexts('overview');

/** @typedef {import('./types.js').OverviewAnswer} Answer */
/** @typedef {import('./types.js').ComparisonRow} Compared */
/** @typedef {{department: (code: string) => string, metric: (code: string) => string, decimals: (metric: string) => number}} Names */

/** More names than this are counted, not told. */
const MOST_NAMES = 4;
const MOST_CHANGES = 2;

/** @param {Answer} answer @param {Names} names */
export const overviewSentences = (answer, names) => [reportSentence(answer, names), knownSentence(answer), changeSentence(answer, names)];

/** Whose reports came. @param {Answer} answer @param {Names} names */
export function reportSentence({ department, period, reports }, names) {
  const what = { department: names.department(department), period: periodName(period ?? '') };
  if (reports.length === 1 && reports[0].department === department) {
    return t(`overview.report.${reports[0].state}`, what) + t('list.stop');
  }
  const of = (/** @type {string} */ state) => reports.filter(r => r.state === state).map(r => names.department(r.department));
  const parts = [t('overview.reports', { ...what, expected: reports.length, received: of('received').length })];
  for (const state of ['not_reported', 'not_due']) {
    if (of(state).length) parts.push(t('overview.missing', { state: t(`state.${state}`).toLowerCase(), count: of(state).length, names: few(of(state), MOST_NAMES) }));
  }
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** How much of the period's numbers can be trusted. @param {Answer} answer */
export function knownSentence({ rows }) {
  const points = rows.map(r => r.points[r.points.length - 1]);
  const valued = points.filter(hasNumber);
  const whole = valued.filter(p => !isPartial(p));
  const exact = whole.filter(p => !isBound(p)).length;
  const parts = [exact ? t('overview.known', { count: rows.length, exact }) : t('overview.known.no', { count: rows.length })];
  const tell = (/** @type {string} */ key, /** @type {number} */ count) => { if (count) parts.push(t(key, { count })); };
  tell('overview.known.bounds', whole.filter(isBound).length);
  tell('overview.known.partial', valued.filter(isPartial).length);
  tell('overview.known.none', points.length - valued.length);
  return parts.join(t('list.comma')) + t('list.stop');
}

/** Which way a number went; what cannot be judged goes nowhere. @param {Compared} row @returns {'up' | 'down' | 'same' | 'unclear'} */
export function wayOf({ difference: by, reason }) {
  if (!by || reason === 'conflict') return 'unclear';
  if (by.lower !== null && by.lower > 0) return 'up';
  if (by.upper !== null && by.upper < 0) return 'down';
  return by.lower === 0 && by.upper === 0 ? 'same' : 'unclear';
}

/** What changed against a year ago: first the largest relative to where it stood, without judging it. @param {Answer} answer @param {Names} names */
export function changeSentence({ rows }, names) {
  const of = (/** @type {string} */ way) => rows.filter(r => wayOf(r.year_ago) === way);
  const parts = /** @type {const} */ (['up', 'down']).filter(way => of(way).length).map(way => t(`overview.${way}`, {
    count: of(way).length, names: few([...of(way)].sort((a, b) => weight(b.year_ago) - weight(a.year_ago))
      .map(r => t('overview.moved', { metric: names.metric(r.metric), by: difference(/** @type {any} */ (r.year_ago.difference), names.decimals(r.metric)) })), MOST_CHANGES) }));
  for (const way of ['same', 'unclear']) {
    if (of(way).length) parts.push(t(`overview.${way}`, { count: of(way).length }));
  }
  const matched = rows.some(r => r.year_ago.matched && r.year_ago.difference);
  return t('overview.changes', { changes: parts.join(t('list.semicolon')) }) + (matched ? t('overview.matched') : '') + t('list.stop');
}

/** The percentage where there is one; without it a change is told last. @param {Compared} row */
const weight = ({ percent }) => percent === null ? 0 : Math.abs(percent);

/** @param {string[]} names @param {number} most */
const few = (names, most) => names.length <= most ? names.join(t('list.pause'))
  : t('overview.more', { names: names.slice(0, most).join(t('list.pause')) });
