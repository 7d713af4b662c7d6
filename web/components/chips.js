// @ts-check
import { html } from '../html.js';
import { instantName } from '../format.js';
import { t } from '../i18n/index.js';

/** @typedef {{text: string, href: string | null}} Chip  without href it is told, but cannot be taken away */

/** The filters in force; each can be taken away. @param {Chip[]} chips */
export function chipList(chips) {
  if (chips.length === 0) return html``;
  return html`<ul class="chips" aria-label="${t('chips.title')}">${chips.map(c => html`<li>${c.href === null
    ? html`<span class="chip">${c.text}</span>`
    : html`<a class="chip" href="${c.href}">${c.text}<span aria-hidden="true"> ×</span><span class="away">${t('chips.remove')}</span></a>`}</li>`)}</ul>`;
}

/** The chips of a pinned data version, and of unconfirmed numbers that count. @param {import('../main.js').Context} ctx @returns {Chip[]} */
export const versionChip = ctx => [
  ...(ctx.state.s === 'all' ? [{ text: t('chips.review'), href: ctx.href({ s: 'conf' }) }] : []),
  ...(ctx.state.at ? [{ text: t('chips.at', { at: instantName(ctx.state.at) }), href: ctx.href({ at: '' }) }] : [])];
