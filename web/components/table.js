// @ts-check
/** The table twin of a chart, from the same points. */
import { cellText, glyphOf, notes, shown, stateName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../types.js').Point} Point */

/** A value that opens its evidence. @param {Point} point @param {string} ref @param {number} decimals */
export function pointCell(point, ref, decimals) {
  const marks = notes(point);
  const kind = `value state-${shown(point)}${point.review === 'unconfirmed' ? ' unconfirmed' : ''}`;
  return html`<a class="${kind}" data-ref="${ref}" href="#pt=${encodeURIComponent(ref)}"><span>${cellText(point, decimals)}</span>${
    marks.map(n => html` <small>${n}</small>`)}</a>`;
}

/**
 * A table that scrolls in a region of its own and turns into cards on a phone.
 * @param {{caption: string, head: string[], rows: {name: string, cells: unknown[]}[], numeric?: boolean}} table
 */
export function dataTable({ caption, head, rows, numeric = true }) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="data${numeric ? ' numeric' : ''}${head.length > 2 ? ' folding' : ''}">
    <caption>${caption}</caption>
    <thead><tr>${head.map(h => html`<th scope="col">${h}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr><th scope="row">${row.name}</th>${row.cells.map((cell, i) =>
      html`<td data-label="${head[i + 1]}"><div>${cell}</div></td>`)}</tr>`)}</tbody></table></div>`;
}

/** The signs that occur, in words. @param {Point[]} points */
export function legend(points) {
  const states = [...new Set(points.map(shown))];
  const extra = [...new Set(points.flatMap(notes).map(n => n.startsWith('r') ? 'revised' : n === 'd' ? 'derived' : n === '◌' ? 'unconfirmed' : n === '！' ? 'contested' : 'partial'))];
  const signs = { revised: 'r2', derived: 'd', unconfirmed: '◌', partial: '◔', contested: '！' };
  return html`<p class="legend"><b>${t('legend.title')}</b>${states.map(s => html`<span><i aria-hidden="true">${glyphOf(s)}</i> ${stateName(s)}</span>`)}${
    extra.map(e => html`<span><i aria-hidden="true">${signs[/** @type {keyof typeof signs} */ (e)]}</i> ${t(`legend.${e}`)}</span>`)}</p>`;
}

/** A cell that has the focus shows its place in the chart. @param {Element} root @param {(ref: string | null) => void} highlight */
export function linkToChart(root, highlight) {
  root.addEventListener('focusin', event => {
    const cell = /** @type {HTMLElement} */ (event.target).closest?.('[data-ref]');
    if (cell) highlight(/** @type {HTMLElement} */ (cell).dataset.ref ?? null);
  });
  root.addEventListener('focusout', event => {
    if (/** @type {HTMLElement} */ (event.target).closest?.('[data-ref]')) highlight(null);
  });
}
