// @ts-check
/** Sentences computed from the same objects as the charts, for readers and for screen readers. */
import { hasNumber, inWords, isPartial, restsOnConflict, periodName, periodSpan, shown, stateName, unitName, withUnit } from './format.js';
import { t } from './i18n/index.js';

/** @typedef {import('./types.js').Point} Point */
/**
 * @typedef {object} Subject
 * @property {string} name  department, or department and category
 * @property {string} metric
 * @property {string} unit
 * @property {number} decimals
 * @property {string} basis  the words of the basis
 */

/** How often each state without a number occurs, in a fixed order. @param {Point[]} points @returns {[string, number][]} */
export function gaps(points) {
  const order = ['withheld', 'suppressed', 'not_mentioned', 'not_reported', 'unconfirmed', 'conflict', 'not_applicable', 'not_due'];
  return order.map(state => /** @type {[string, number]} */ ([state, points.filter(p => shown(p) === state).length]))
    .filter(([, count]) => count > 0);
}

/** @param {Point[]} points */
function gapWords(points) {
  const partial = points.filter(p => hasNumber(p) && isPartial(p)).length;
  const words = gaps(points).map(([state, count]) => t('sentence.gap', { state: stateName(state), count }));
  // A lower bound of some parts is a number, but not the number.
  return [...(partial ? [t('sentence.gap', { state: t('legend.partial'), count: partial })] : []), ...words].join(t('list.pause'));
}

/** The first of the highest exact numbers; a bound or a part can claim no record. @param {Point[]} points */
export function peak(points) {
  const sure = points.filter(p => shown(p) === 'exact' && !isPartial(p) && !restsOnConflict(p) && p.review !== 'unconfirmed');
  return sure.reduce((/** @type {Point | null} */ best, p) => !best || (p.value ?? 0) > (best.value ?? 0) ? p : best, null);
}

/** @param {Subject} subject @param {Point[]} points */
export function trendSentence(subject, points) {
  const { name, metric, unit, decimals, basis } = subject;
  const valued = points.filter(hasNumber);
  const say = (/** @type {Point} */ p) => ({ period: periodName(p.period), value: withUnit(inWords(p, decimals), unit) });
  const parts = [t('sentence.trend', { name, metric, unit: unitName(unit), basis, count: points.length, valued: valued.length,
    span: points.length ? periodSpan(points[0].period, points[points.length - 1].period) : '' })];
  if (valued.length) parts.push(t('sentence.latest', say(valued[valued.length - 1])));
  const top = valued.length > 1 ? peak(points) : null;
  if (top) parts.push(t('sentence.peak', say(top)));
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** Several series in one sentence: how much of them is known. @param {Omit<Subject, 'name'>} subject @param {Point[][]} series */
export function manySentence(subject, series) {
  const points = series.flat();
  const parts = [t('sentence.many', { metric: subject.metric, unit: unitName(subject.unit), basis: subject.basis, series: series.length,
    span: series[0]?.length ? periodSpan(series[0][0].period, series[0][series[0].length - 1].period) : '',
    count: points.length, valued: points.filter(hasNumber).length })];
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** @param {Omit<Subject, 'name'>} subject @param {string} period @param {Point[]} points one per department */
export function compareSentence(subject, period, points) {
  const parts = [t('sentence.compare', { metric: subject.metric, unit: unitName(subject.unit), basis: subject.basis,
    period: periodName(period), count: points.length, valued: points.filter(hasNumber).length })];
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** @param {string} track @param {string} department @param {string} period @param {Point[]} points one per kind of action */
export function disciplineSentence(track, department, period, points) {
  const zeros = points.filter(p => shown(p) === 'zero').length;
  const parts = [t('sentence.discipline', { track, department, period: periodName(period), count: points.length,
    valued: points.filter(hasNumber).length })];
  if (zeros) parts.push(t('sentence.gap', { state: stateName('zero'), count: zeros }));
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** The text alternative of a chart. @param {string} type @param {string[]} sentences */
export const chartName = (type, sentences) => t('sentence.chart', { type, sentences: sentences.join(' ') });
