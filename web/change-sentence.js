// @ts-check
/** Why a value changed, in sentences computed from its history. */
import { hasNumber, inWords, isPartial, periodName, shown, signed, stateName, withUnit } from './format.js';
import { t, withTexts } from './i18n/index.js';

await withTexts('card');

/** More steps than this are counted, not told. */
const MOST_TOLD = 4;

/** What is known of a value at one moment, in words. @param {import('./types.js').Point | null} point @param {import('./sentence.js').Subject} subject */
function valueWords(point, { unit, decimals }) {
  if (!point) return t('why.unknown');
  if (!hasNumber(point)) return stateName(shown(point));
  const words = withUnit(inWords(point, decimals), unit);
  return isPartial(point) ? t('why.partial', { value: words, ...point.coverage }) : words;
}

/**
 * Why a value is another one than before: from what to what, and each step with its share and its reason.
 * @param {import('./sentence.js').Subject & {period: string}} subject @param {import('./history.js').Change} change
 */
export function changeSentence(subject, { from, to, contributions }) {
  const what = { name: subject.name, metric: subject.metric, period: periodName(subject.period), from: valueWords(from, subject), to: valueWords(to, subject) };
  if (!contributions.length) return t('why.sentence.same', what) + t('list.stop');
  const told = contributions.slice(0, MOST_TOLD).map(c => `${t(`why.kind.${c.kind}`)}${t('why.space')}${effectWords(c, subject.decimals)}${
    c.reason ? t('why.reason', { reason: c.reason }) : ''}`);
  const more = contributions.length - told.length;
  return t(what.from === what.to ? 'why.sentence.still' : 'why.sentence', { ...what,
    steps: [...told, ...(more ? [t('why.more', { count: more })] : [])].join(t('list.semicolon')) }) + t('list.stop');
}

/** What one step did to the value: +5; lower bound +105, upper bound +7; has a number. @param {import('./types.js').Contribution} c @param {number} decimals */
export function effectWords({ share, effects, before, after }, decimals) {
  const did = (/** @type {import('./types.js').Effect} */ effect) => effects.includes(effect);
  const words = [];
  if (did('gained')) words.push(t('why.gained'));
  if (did('lost')) words.push(t('why.lost', { state: after ? stateName(after.state) : t('why.unknown') }));
  if (did('moved')) words.push(shareWords(share, decimals));
  if (did('closed')) words.push(t('why.closed'));
  if (did('opened')) words.push(t('why.opened'));
  if (did('conflict')) words.push(t(after?.conflict ? 'why.conflict' : 'why.settled'));
  if (did('state') && !words.length) {
    words.push(t('why.state', { from: before ? stateName(before.state) : t('why.unknown'), to: after ? stateName(after.state) : t('why.unknown') }));
  }
  if (did('coverage') && before && after && (before.coverage.expected > 1 || after.coverage.expected > 1)) {
    words.push(t('why.coverage', { from: `${before.coverage.reported}/${before.coverage.expected}`, to: `${after.coverage.reported}/${after.coverage.expected}` }));
  }
  return (words.length ? words : [t('why.evidence')]).join(t('list.comma'));
}

/** A share as a number where both bounds moved alike. @param {import('./types.js').Share} share @param {number} decimals */
export function shareWords({ lower, upper }, decimals) {
  if (lower !== null && lower === upper) return signed(lower, decimals);
  return [['lower', lower], ['upper', upper]].filter(([, by]) => by !== null && by !== 0)
    .map(([bound, by]) => t(`why.${bound}`, { by: signed(/** @type {number} */ (by), decimals) })).join(t('list.comma'));
}
