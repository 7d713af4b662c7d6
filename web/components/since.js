// @ts-check
import { cellText, instantName, notes } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { changedSince } from '../since.js';

/** @typedef {import('../since.js').Told} Told */

const MOST = 6;

/** @param {Told} told */
const words = ({ point, decimals = 0, words: said }) => point ? [cellText(point, decimals), ...notes(point)].join(' ') : said ?? '';

/**
 * Says that the page is of an earlier moment and which of its numbers, or states of reports, are others now; each opens its evidence, which tells why.
 * @param {import('../main.js').Context} ctx @param {Told[]} then the numbers of the page @param {Told[] | null} now the same as they are now; null on a page of now
 */
export function sinceNotice(ctx, then, now) {
  if (!ctx.state.at || !now) return html``;
  const later = changedSince(then, now);
  const time = instantName(ctx.state.at);
  const of = then.every(told => told.point) ? 'since' : 'since.reports';
  const text = later.length ? t(`${of}.changed`, { time, count: later.length, of: then.length }) : t(`${of}.same`, { time, of: then.length });
  return html`<div class="notice since" data-since="${later.length}"><p>${text}</p>
    ${later.length ? html`<ul>${later.slice(0, MOST).map(({ told, after }) => html`<li><a href="${told.href ?? `#pt=${encodeURIComponent(told.ref)}`}">${told.name}</a> ${
      t('since.step', { from: words(told), to: words(after) })}</li>`)}</ul>` : ''}
    ${later.length > MOST ? html`<p class="quiet">${t(`${of}.more`, { count: later.length - MOST })}</p>` : ''}
    <p><a href="${ctx.href({ at: '' })}">${t('since.newest')}</a></p></div>`;
}
