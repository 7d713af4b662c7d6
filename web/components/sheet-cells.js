// @ts-check
/** The cell of a workbook that a figure was read from, lit among its neighbours: a section of its evidence. */
import { getFigureCells } from '../api.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('card');

/** @typedef {import('../types.js').FigureCells} Cells */

/** Where it will stand, once it has been read. @param {string} figure */
export const cellsPlace = figure => html`<div id="sheet-cells" data-figure="${figure}" hidden></div>`;

/** Reads the cells where the evidence has a place for them. @param {HTMLElement} root @param {import('../main.js').Context} ctx */
export async function showCells(root, ctx) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector('#sheet-cells'));
  if (!place) return;
  const cells = await getFigureCells(place.dataset.figure ?? '', ctx.query);
  if (!place.isConnected || !cells.rows.length) return;
  place.innerHTML = String(cellsTable(cells));
  place.hidden = false;
  const region = /** @type {HTMLElement} */ (place.querySelector('.scroll'));
  const mark = /** @type {HTMLElement} */ (place.querySelector('mark'));
  region.scrollLeft += mark.getBoundingClientRect().left - region.getBoundingClientRect().left - region.clientWidth / 2;
}

/** As on the sheet: letters above, numbers at the side; what the columns and rows are called where the sheet says so. @param {Cells} cells */
export function cellsTable({ sheet, row, column, columns, rows }) {
  const heads = columns.some(c => c.head);
  const labels = rows.some(r => r.label);
  // Empty columns at the edge say nothing.
  const last = columns.findLastIndex((c, i) => c.name === column || c.head || rows.some(r => r.cells[i]));
  const shown = columns.slice(0, last + 1);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('card.sheet', { sheet })}"><table class="form sheet" lang="zh-CN">
    <caption class="away">${t('card.sheet', { sheet })}</caption>
    <thead><tr><th></th>${labels ? html`<th></th>` : ''}${shown.map(c => html`<th scope="col">${c.name}</th>`)}</tr>
    ${heads ? html`<tr><th></th>${labels ? html`<th></th>` : ''}${shown.map(c => html`<th>${c.head}</th>`)}</tr>` : ''}</thead>
    <tbody>${rows.map(r => html`<tr><th scope="row">${r.number}</th>${labels ? html`<td>${r.label}</td>` : ''}${shown.map((c, i) =>
      html`<td>${r.number === row && c.name === column ? html`<mark>${r.cells[i] || '\u2003'}</mark>` : r.cells[i]}</td>`)}</tr>`)}</tbody></table></div>`;
}
