// @ts-check
/** What a control chart says, in words and as a sign. */
import { html } from './html.js';
import { t, withTexts } from './i18n/index.js';

await withTexts('signal');

/** @typedef {import('./types.js').Signal} Signal */

/** What is told of a series: what its last point says, or why nothing is said. @param {Signal} signal */
export const toldOf = signal => signal.variation ?? signal.unfit ?? signal.without_icon ?? 'few_points';

/** @param {Signal} signal */
export const signalWord = signal => t(`signal.${toldOf(signal)}`);

/** The rules that the last point meets, in words; they may disagree. @param {string[]} reasons */
export const reasonWords = reasons => reasons.map(r => t(`signal.why.${r}`)).join(t('list.semicolon'));

/** Whether the last point is more than usual variation. @param {Signal} signal */
export const isSpecial = signal => signal.variation !== null && signal.variation !== 'common_cause';

/** Of a variation what its colour and shape say: usual, neither better nor worse, better, worse. @param {string} told */
export const toneOf = told => told === 'common_cause' ? 'usual' : told.startsWith('improvement') ? 'better' : told.startsWith('concern') ? 'worse'
  : told.startsWith('neutral') ? 'neutral' : 'none';

const SHAPES = { usual: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z', neutral: 'M8 1l6.5 7L8 15L1.5 8z', better: 'M8 1.5l7 12.5h-14z', worse: 'M8 14.5l7-12.5h-14z', none: 'M3 8h10' };

/** The sign alone; the words stand beside it. @param {string} told */
export function signalIcon(told) {
  const tone = toneOf(told);
  const way = told.endsWith('_high') && tone === 'neutral' ? 'M8 11V5m-2.5 2.5L8 5l2.5 2.5' : told.endsWith('_low') && tone === 'neutral' ? 'M8 5v6m-2.5-2.5L8 11l2.5-2.5' : '';
  return html`<svg class="signal-icon tone-${tone}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${SHAPES[/** @type {keyof typeof SHAPES} */ (tone)]}"/>${
    way ? html`<path class="way" d="${way}"/>` : ''}</svg>`;
}

/** Sign and words, with the rules behind them. @param {Signal} signal */
export function signalMark(signal) {
  const told = toldOf(signal);
  const why = signal.reasons.length ? reasonWords(signal.reasons) : '';
  return html`<span class="signal tone-${toneOf(told)}"${why ? html` title="${why}"` : ''}>${signalIcon(told)} <span>${signalWord(signal)}</span></span>`;
}

/** What is said of a series below its chart: the sign in words, the rules, and that unusual is not bad. @param {Signal} signal */
export function signalSentence(signal) {
  if (signal.variation === null) return t(`signal.about.${toldOf(signal)}`, { points: signal.points });
  const assured = signal.assurance ? t(`assurance.${signal.assurance}`) : '';
  if (signal.variation === 'common_cause') return t('signal.about.common_cause') + assured;
  return t('signal.about.special', { why: reasonWords(signal.reasons) })
    + (new Set(signal.reasons.map(r => /_high$|_up$/.test(r))).size > 1 ? t('signal.about.disagree') : '')
    + t('signal.notBad') + assured;
}
