// @ts-check
import { difference, percent } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/**
 * The difference of two numbers first, the percentage second, and the reason where one of them is missing.
 * @param {{difference: import('../types.js').Interval | null, percent: number | null, reason: string | null}} pair @param {number} decimals
 */
export function compared(pair, decimals) {
  const by = pair.difference && difference(pair.difference, decimals);
  return html`${by ?? ''}${pair.percent === null ? '' : ` (${percent(pair.percent)})`}
    ${pair.reason ? html`<span class="chip-reason">${t(`reason.${pair.reason}`)}</span>` : ''}`;
}
