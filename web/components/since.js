// @ts-check
import { cellText, instantName, notes } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { changedSince } from '../since.js';

/** @typedef {import('../since.js').Told} Told */

const MOST = 6;

/** @param {Told} told */
const words = ({ point, decimals = 0, words: said }) => point ? [cellText(point, decimals), ...notes(point)].join(' ') : said ?? '';

/** Numbers, reports or signals. @param {Told} told */
const sortOf = ({ point, sort = 'reports' }) => point ? 'numbers' : sort;

/**
 * Says that the page is of an earlier moment and which of its numbers, states of reports or signals are others now; each leads to what tells why.
 * @param {import('../main.js').Context} ctx @param {Told[]} then what the page tells @param {Told[] | null} now the same as it is now; null on a page of now
 */
export function sinceNotice(ctx, then, now) {
  if (!ctx.state.at || !now) return html``;
  const sorts = [...new Set(then.map(sortOf))];
  const parts = (sorts.length ? sorts : ['numbers']).map(sort => part(sort, then.filter(told => sortOf(told) === sort), now));
  return html`<div class="notice since" data-since="${parts.reduce((sum, p) => sum + p.count, 0)}"><p>${t('since.moment', { time: instantName(ctx.state.at) })}${parts[0].text}</p>
    ${parts.map((p, i) => html`${i ? html`<p>${p.text}</p>` : ''}${p.list}`)}
    <p><a href="${ctx.href({ at: '' })}">${t('since.newest')}</a></p></div>`;
}

/** @param {string} sort @param {Told[]} then @param {Told[]} now */
function part(sort, then, now) {
  const later = changedSince(then, now);
  const count = later.length;
  return { count, text: t(`since.${sort}.${count ? 'changed' : 'same'}`, { count, of: then.length }),
    list: html`${count ? html`<ul>${later.slice(0, MOST).map(({ told, after }) => html`<li><a href="${told.href ?? `#pt=${encodeURIComponent(told.ref)}`}">${told.name}</a> ${
      t('since.step', { from: words(told), to: words(after) })}</li>`)}</ul>` : ''}
    ${count > MOST ? html`<p class="quiet">${t(`since.${sort}.more`, { count: count - MOST })}</p>` : ''}` };
}
