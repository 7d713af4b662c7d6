// @ts-check
import { address, getFile } from '../api.js';
import { html } from '../html.js';
import { number } from '../format.js';
import { language, t } from '../i18n/index.js';
import { save } from './save.js';

/**
 * Above so many rows the browser's own list of downloads shows how far it is, and whether it failed. Writing to disk piece by piece from the page would need
 * a file picker, a service worker or the origin's own files, and browsers have none of them at an address without TLS.
 */
const MOST_ROWS = 200_000;

/** @typedef {Record<string, string>} Query */

/** The address of a file that stays the same for ever. @param {string} vintage @param {string} file @param {Query} query */
export const frozenAddress = (vintage, file, query) => address(`/extracts/v/${vintage}/${file}`, query);

/** Every file of what is selected, by who wants it. @param {Query} query @param {number} rows */
export function fileList(query, rows) {
  const named = { ...query, lang: language() === 'zh' ? '' : language() };
  const excel = { ...named, header: language() === 'zh' ? 'zh' : '' };
  const file = (/** @type {string} */ name, /** @type {Query} */ of) => address(`/extracts/${name}`, of);
  const groups = [
    ['excel', [[t('extracts.excel'), file('figures.csv', { ...named, bom: '1' })], [t('extracts.xlsx'), file('figures.xlsx', excel)],
      [t('extracts.wide'), file('figures_wide.csv', { ...excel, bom: '1' })]]],
    ['programs', [[t('extracts.program'), file('figures.csv', named)], ['JSON', file('figures.json', named)], ['Parquet', file('figures.parquet', named)]]],
    ['cells', [['CSV', file('cells.csv', { ...named, bom: '1' })], ['XLSX', file('cells.xlsx', excel)]]],
    ['whole', [[t('extracts.zip'), file('figures.zip', { as_of: query.as_of, lang: named.lang })]]],
  ];
  const large = rows > MOST_ROWS ? html`<p class="quiet screen-only">${t('extracts.large', { most: number(MOST_ROWS) })}</p>` : '';
  return html`${groups.map(([group, files], i) => html`<h3 class="screen-only">${t(`extracts.for.${group}`)}</h3><p class="buttons">${/** @type {string[][]} */ (files).map(([name, href], j) =>
    html`<a class="button${i + j === 0 ? ' primary' : ''}" href="${href}" download ${group === 'whole' || rows > MOST_ROWS ? '' : html`data-save="${name}"`}>${name}</a>`)}</p>`)}${large}`;
}

/** A file of moderate size is taken by the page, which knows whether it is whole: one that breaks off is not kept. @param {HTMLElement} main */
export function startDownloads(main) {
  const state = /** @type {HTMLElement} */ (main.querySelector('#download-state'));
  main.addEventListener('click', async event => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.('a[data-save]'));
    const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const name = link.dataset.save ?? '';
    state.innerHTML = String(html`<p class="quiet">${t('extracts.coming', { name })}</p>`);
    try {
      const file = await getFile(link.href);
      save(file);
      state.innerHTML = String(html`<p class="quiet">${t('extracts.saved', { name: file.name, size: number(file.blob.size) })}</p>`);
    } catch {
      state.innerHTML = String(html`<p class="notice error">${t('extracts.broken', { name })}</p>`);
    }
  });
}
