// @ts-check
/** A table of departments by periods, as HTML: it can be walked, read aloud, printed and searched. */
import { periodName, periodShort } from '../format.js';
import { fullText, heatClass, heatText, saysAll } from '../heat.js';
import { html, Markup, escape } from '../html.js';
import { t } from '../i18n/index.js';
import { kindOf, yearOf } from '../periods.js';

/** @typedef {import('../types.js').Point} Point */
/** @typedef {{name: string, department: string, depth: number, inner: boolean, points: Point[]}} HeatRow  inner = a total of other rows */
/** @typedef {{title: string, periods: string[], rows: HeatRow[], scale: import('../heat.js').HeatScale, decimals: number, neutral: boolean}} Heat */

/** Columns on a sheet of paper. */
export const PAPER_COLUMNS = 12;

/** Runs of columns of one year. @param {string[]} periods @returns {{year: number, count: number}[]} */
export function years(periods) {
  /** @type {{year: number, count: number}[]} */
  const runs = [];
  for (const period of periods) {
    const last = runs[runs.length - 1];
    if (last?.year === yearOf(period)) last.count++;
    else runs.push({ year: yearOf(period), count: 1 });
  }
  return runs;
}

/** @param {string[]} periods */
function head(periods) {
  const single = kindOf(periods[0] ?? '') === 'Y';
  if (single) return html`<tr><th scope="col">${t('table.department')}</th>${periods.map(p => html`<th scope="col">${p}</th>`)}</tr>`;
  return html`<tr><th scope="col" rowspan="2">${t('table.department')}</th>${years(periods).map(y => html`<th scope="colgroup" colspan="${y.count}"><span>${y.year}</span></th>`)}</tr>
    <tr>${periods.map(p => html`<th scope="col"><span class="away">${periodName(p)}</span><span aria-hidden="true">${periodShort(p)}</span></th>`)}</tr>`;
}

// Thousands of cells: their text is joined here and not through a template each.
/** @param {Heat} heat @param {HeatRow} row @param {number} first @param {number} last @param {boolean} start whether its first cell is the way in for the keyboard */
function cells(heat, row, first, last, start) {
  const code = encodeURIComponent(row.department);
  let text = '';
  for (let i = first; i <= last; i++) {
    const point = row.points[i];
    const { text: sign, note } = heatText(point, heat.decimals);
    const words = saysAll(point) ? '' : ` aria-label="${escape(fullText(point, heat.decimals))}"`;
    text += `<td><a class="${heatClass(point, row.inner ? null : heat.scale)}" href="#pt=${code}.${point.period}" tabindex="${start && i === first ? 0 : -1}"${words}>${
      escape(sign)}${note ? `<small>${escape(note)}</small>` : ''}</a></td>`;
  }
  return new Markup(text);
}

/** @param {Heat} heat @param {number} first @param {number} last */
function table(heat, first, last) {
  return html`<table class="heat${heat.neutral ? ' neutral' : ''}"><caption class="away">${heat.title}</caption><thead>${head(heat.periods.slice(first, last + 1))}</thead>
    <tbody>${heat.rows.map((row, i) => html`<tr${row.inner ? new Markup(' class="inner"') : ''}><th scope="row" class="depth-${Math.min(4, row.depth)}">${row.name}</th>${
      cells(heat, row, first, last, i === 0)}</tr>`)}</tbody></table>`;
}

/** On a screen one table that scrolls in a region of its own, on paper one for every twelve periods. @param {Heat} heat @param {boolean} print */
export function heatTable(heat, print) {
  if (!print) {
    return html`<div class="scroll heat-region" role="region" tabindex="0" aria-label="${heat.title}">${table(heat, 0, heat.periods.length - 1)}</div>`;
  }
  const starts = heat.periods.flatMap((_, i) => i % PAPER_COLUMNS === 0 ? [i] : []);
  return html`${starts.map(first => html`<div class="scroll heat-region">${table(heat, first, Math.min(heat.periods.length, first + PAPER_COLUMNS) - 1)}</div>`)}`;
}
