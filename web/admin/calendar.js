// @ts-check
/** The reporting calendar: who is expected to report what, and when. */
import { departmentName, metricName } from '../catalog.js';
import { dataTable } from '../components/table.js';
import { departmentChoices } from '../components/filters.js';
import { dateName, number, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { said } from './said.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').AdministrationCalendar} Answer */

/** What names a line in the address. @param {import('../types.js').AdministrationLine} l */
export const lineId = l => [l.department, l.period, l.metric ?? ''].join(',');

/** @param {Answer} answer @param {string} today */
export function calendarSentence({ count, lines }, today) {
  const late = lines.filter(l => l.due < today && !l.came);
  return t('admin.calendar.sentence', { count: number(count), open: number(lines.filter(l => l.due >= today && !l.came).length), late: number(late.length) });
}

/** @param {Answer} answer @param {Context} ctx @param {boolean} mayEdit */
export function calendarList({ count, lines }, ctx, mayEdit) {
  const option = (/** @type {{value: string, text: string}} */ c, /** @type {string} */ chosen) => c.value === chosen
    ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`;
  const periods = [...new Set([...lines.map(l => l.period), ...(ctx.state.p ? [ctx.state.p] : [])])].sort().reverse();
  return html`${mayEdit ? html`<p class="buttons admin-only"><a class="button primary" href="${ctx.href({ do: 'addLine' })}">${t('admin.do.addLine')}</a></p>` : ''}
    <form class="filters" id="admin-search"><label class="field" for="admin-o"><span>${t('filter.department')}</span><select id="admin-o" name="o">${
      [{ value: '', text: t('filter.all') }, ...departmentChoices(ctx.catalog)].map(c => option(c, ctx.state.o))}</select></label>
    <label class="field" for="admin-p"><span>${t('filter.period')}</span><select id="admin-p" name="p">${[{ value: '', text: t('filter.all') }, ...periods.map(p => ({ value: p, text: periodName(p) }))].map(c => option(c, ctx.state.p))}</select></label>
    <button class="primary">${t('filter.apply')}</button></form>
    ${count > lines.length ? html`<p class="notice">${t('admin.calendar.more', { shown: number(lines.length), count: number(count) })}</p>` : ''}
    ${lines.length === 0 ? html`<p class="notice">${t('admin.none')}</p>` : html`<section class="figure calendar-lines"><h2>${t('admin.tab.calendar')}</h2>${
      lines.length > FLAT ? years(lines, ctx, mayEdit) : table(lines, ctx, mayEdit)}</section>${wall(lines, ctx)}`}`;
}

/** As many lines stand in one table; more are folded by year and day. */
const FLAT = 24;

/** @typedef {import('../types.js').AdministrationLine} Line */
/** What is due on one day about one period and thing. @typedef {{due: string, period: string, metric: string | null, lines: Line[]}} Due */

/** By year, the newest first; in a year day by day. @param {Line[]} lines @returns {{year: string, dues: Due[]}[]} */
export function duesByYear(lines) {
  /** @type {Map<string, Due>} */
  const dues = new Map();
  for (const line of lines) {
    const { due, period, metric } = line;
    const key = [due, period, metric ?? ''].join(' ');
    const same = dues.get(key) ?? { due, period, metric, lines: [] };
    same.lines.push(line);
    dues.set(key, same);
  }
  const sorted = [...dues].sort(([a], [b]) => a < b ? -1 : 1).map(([, due]) => due);
  const found = [...new Set(sorted.map(d => d.due.slice(0, 4)))].sort().reverse();
  return found.map(year => ({ year, dues: sorted.filter(d => d.due.startsWith(year)) }));
}

/** @param {Due} due @param {Context} ctx */
const what = (due, { catalog }) => due.metric ? metricName(catalog, due.metric) : t('admin.whole');

/** How many of the lines have come. @param {Line[]} lines */
export function come(lines) {
  const came = lines.filter(l => l.came).length;
  return t(came === lines.length ? 'admin.calendar.all' : 'admin.calendar.some', { count: number(lines.length), came: number(came), left: number(lines.length - came) });
}

/** Years and days to be unfolded; the newest year is. @param {Line[]} lines @param {Context} ctx @param {boolean} mayEdit */
const years = (lines, ctx, mayEdit) => duesByYear(lines).map(({ year, dues }, i) => {
  const inside = html`<summary>${t('admin.calendar.year', { year })}<span class="quiet">${come(dues.flatMap(d => d.lines))}</span></summary>
    ${dues.map(due => html`<details class="each calendar-day"><summary>${dateName(due.due)}${t('list.colon')}${periodName(due.period)}${t('list.comma')}${what(due, ctx)}<span class="quiet">${come(due.lines)}</span></summary>
      ${table(due.lines, ctx, mayEdit)}</details>`)}`;
  return i === 0 ? html`<details class="each calendar-year" open>${inside}</details>` : html`<details class="each calendar-year">${inside}</details>`;
});

/** @param {Line[]} lines @param {Context} ctx @param {boolean} mayEdit */
const table = (lines, ctx, mayEdit) => dataTable({ caption: t('admin.calendar.caption'), numeric: false,
  head: ['department', 'period', 'owed', 'due', 'came', 'recorded', ...(mayEdit ? ['acts'] : [])].map(k => t(`admin.head.${k}`)),
  rows: lines.map(l => ({ name: departmentName(ctx.catalog, l.department), cells: [periodName(l.period), l.metric ? metricName(ctx.catalog, l.metric) : t('admin.whole'),
    dateName(l.due), l.came ? dateName(l.came) : '—', said(l.recorded),
    ...(mayEdit ? [html`<span class="admin-acts"><a href="${ctx.href({ do: 'correctLine', id: lineId(l) })}">${t('admin.short.correct')}</a><a href="${ctx.href({ do: 'withdrawLine', id: lineId(l) })}">${t('admin.short.withdraw')}</a></span>`] : [])] })) });

/** The sheet for the wall: what is due when, and from whom. @param {Line[]} lines @param {Context} ctx */
const wall = (lines, ctx) => duesByYear(lines).map(({ year, dues }) => html`<section class="figure calendar-wall"><h2>${t('admin.calendar.wall', { year })}</h2>${
  dataTable({ caption: t('admin.calendar.wall', { year }), numeric: false, head: ['due', 'period', 'owed', 'from'].map(k => t(`admin.head.${k}`)),
    rows: dues.map(due => ({ name: dateName(due.due), cells: [periodName(due.period), what(due, ctx), from(due.lines, ctx)] })) })}</section>`);

/** Who is asked; who has sent is ticked, and where all have it is enough to say so. @param {Line[]} lines @param {Context} ctx */
function from(lines, { catalog }) {
  if (lines.length > 1 && lines.every(l => l.came)) return html`✓ ${t('admin.calendar.allCame', { count: number(lines.length) })}`;
  return html`${lines.map(l => html`<span class="calendar-from">${l.came ? html`<span aria-label="${t('admin.calendar.ticked')}" role="img">✓</span>` : '□'} ${departmentName(catalog, l.department)}</span> `)}`;
}
