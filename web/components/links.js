// @ts-check
import { address } from '../api.js';
import { html } from '../html.js';
import { language, t } from '../i18n/index.js';

/** The two addresses of an extract: for a double click in Excel, and for programs. @param {Record<string, string>} query */
export function extractAddresses(query) {
  const named = { ...query, lang: language() === 'zh' ? '' : language() };
  return { excel: address('/extracts/figures.csv', { ...named, bom: '1' }), program: address('/extracts/figures.csv', named) };
}

/**
 * What leads away from a chart: its figures as CSV, its permanent address, its print.
 * @param {Record<string, string>} query @param {import('../main.js').Context} ctx @param {Record<string, string>} chosen the whole state of the chart
 */
export function figureLinks(query, ctx, chosen) {
  const csv = extractAddresses(query);
  const fixed = ctx.href({ ...chosen, at: ctx.state.at || ctx.catalog.as_of || '' });
  return html`<p class="links"><a href="${csv.excel}" download>${t('links.excel')}</a>
    <a href="${csv.program}" download>${t('links.program')}</a>
    <a href="${fixed}">${t('links.fixed')}</a><button type="button" data-copy="${fixed}">${t('links.copy')}</button>
    <a href="${ctx.href({ ...chosen, print: '1' })}">${t('links.print')}</a></p>`;
}

/** Buttons with data-copy put their text on the clipboard and say so. @param {Element} root */
export function startCopying(root) {
  root.addEventListener('click', event => {
    const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.('[data-copy]'));
    if (!button) return;
    const text = button.dataset.copy ?? '';
    const copying = navigator.clipboard // absent where the page does not come over https or from this machine
      ? navigator.clipboard.writeText(text.startsWith('/') ? location.origin + text : text)
      : Promise.reject();
    copying.then(() => tell(t('links.copied')), () => tell(t('links.notCopied')));
  });
}

/** Says something to screen readers, and shows it for a moment. @param {string} text */
export function tell(text) {
  const status = /** @type {HTMLElement} */ (document.getElementById('status'));
  status.textContent = text;
  setTimeout(() => { if (status.textContent === text) status.textContent = ''; }, 4000);
}
