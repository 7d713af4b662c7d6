// @ts-check
/** Sentences computed from the same objects as the charts, for readers and for screen readers. */
import { hasNumber, inWords, isPartial, measured, restsOnConflict, periodName, periodSpan, shown, stateName, withUnit } from './format.js';
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

/** Inside a sentence a state begins small. @param {string} state @param {number} count */
const gapWord = (state, count) => t('sentence.gap', { state: state.toLowerCase(), count });

/** @param {Point[]} points */
function gapWords(points) {
  const partial = points.filter(p => hasNumber(p) && isPartial(p)).length;
  const words = gaps(points).map(([state, count]) => gapWord(stateName(state), count));
  // A lower bound of some parts is a number, but not the number.
  return [...(partial ? [gapWord(t('legend.partial'), partial)] : []), ...words].join(t('list.pause'));
}

/** The first of the highest exact numbers; a bound or a part can claim no record. @param {Point[]} points */
export function peak(points) {
  const sure = points.filter(p => shown(p) === 'exact' && !isPartial(p) && !restsOnConflict(p) && p.review !== 'unconfirmed');
  return sure.reduce((/** @type {Point | null} */ best, p) => !best || (p.value ?? 0) > (best.value ?? 0) ? p : best, null);
}

/** @param {Subject} subject @param {Point[]} points */
export function trendSentence(subject, points) {
  const { name, unit, decimals } = subject;
  const valued = points.filter(hasNumber);
  const say = (/** @type {Point} */ p) => ({ period: periodName(p.period), value: withUnit(inWords(p, decimals), unit) });
  const parts = [t('sentence.trend', { name, ...measured(subject), count: points.length, valued: valued.length,
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
  const parts = [t('sentence.many', { ...measured(subject), series: series.length,
    span: series[0]?.length ? periodSpan(series[0][0].period, series[0][series[0].length - 1].period) : '',
    count: points.length, valued: points.filter(hasNumber).length })];
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** @param {Omit<Subject, 'name'>} subject @param {string} period @param {Point[]} points one per department */
export function compareSentence(subject, period, points) {
  const parts = [t('sentence.compare', { ...measured(subject),
    period: periodName(period), count: points.length, valued: points.filter(hasNumber).length })];
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** How many departments have more or less than before; only what the bounds prove. @param {Omit<Subject, 'name'>} subject @param {{period: string, base_period: string, rows: {difference: import('./types.js').Interval | null}[]}} answer */
export function pairSentence(subject, { period, base_period: base, rows }) {
  const known = rows.flatMap(r => r.difference ? [r.difference] : []);
  const count = (/** @type {(d: import('./types.js').Interval) => boolean} */ is) => known.filter(is).length;
  const up = count(d => d.lower !== null && d.lower > 0);
  const down = count(d => d.upper !== null && d.upper < 0);
  const same = count(d => d.lower === 0 && d.upper === 0);
  const unclear = rows.length - up - down - same;
  const told = /** @type {[string, number][]} */ ([['up', up], ['down', down], ['same', same], ['unclear', unclear]]).filter(([, n]) => n > 0)
    .map(([word, n]) => t(`sentence.pair.${word}`, { count: n }));
  return t('sentence.pair', { ...measured(subject), period: periodName(period), base: periodName(base),
    count: rows.length, told: told.join(t('list.pause')) }) + t('list.stop');
}

/** A table of departments by periods in one sentence. @param {Omit<Subject, 'name'>} subject @param {Point[][]} rows one per department */
export function matrixSentence(subject, rows) {
  const points = rows.flat();
  const parts = [t('sentence.matrix', { ...measured(subject), rows: rows.length,
    span: rows[0]?.length ? periodSpan(rows[0][0].period, rows[0][rows[0].length - 1].period) : '',
    count: points.length, valued: points.filter(hasNumber).length })];
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** @param {string} track @param {string} department @param {string} period @param {Point[]} points one per kind of action */
export function disciplineSentence(track, department, period, points) {
  const zeros = points.filter(p => shown(p) === 'zero').length;
  const parts = [t('sentence.discipline', { track, department, period: periodName(period), count: points.length,
    valued: points.filter(hasNumber).length })];
  if (zeros) parts.push(gapWord(stateName('zero'), zeros));
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** The kinds of one track period by period. @param {Omit<Subject, 'name'>} subject @param {string} department @param {Point[][]} kinds */
export function kindsSentence(subject, department, kinds) {
  const points = kinds.flat();
  const zeros = points.filter(p => shown(p) === 'zero').length;
  const parts = [t('sentence.kinds', { department, track: subject.metric, ...measured(subject), kinds: kinds.length,
    span: kinds[0]?.length ? periodSpan(kinds[0][0].period, kinds[0][kinds[0].length - 1].period) : '', count: points.length, valued: points.filter(hasNumber).length })];
  if (zeros) parts.push(gapWord(stateName('zero'), zeros));
  if (gapWords(points)) parts.push(gapWords(points));
  return parts.join(t('list.semicolon')) + t('list.stop');
}

/** The text alternative of a chart. @param {string} type @param {string[]} sentences */
export const chartName = (type, sentences) => t('sentence.chart', { type, sentences: sentences.join(' ') });
