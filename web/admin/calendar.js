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
    ${lines.length === 0 ? html`<p class="notice">${t('admin.none')}</p>` : html`<section class="figure"><h2>${t('admin.tab.calendar')}</h2>${dataTable({ caption: t('admin.calendar.caption'), numeric: false,
      head: ['department', 'period', 'owed', 'due', 'came', 'recorded', ...(mayEdit ? ['acts'] : [])].map(k => t(`admin.head.${k}`)),
      rows: lines.map(l => ({ name: departmentName(ctx.catalog, l.department), cells: [periodName(l.period), l.metric ? metricName(ctx.catalog, l.metric) : t('admin.whole'),
        dateName(l.due), l.came ? dateName(l.came) : '—', said(l.recorded),
        ...(mayEdit ? [html`<span class="admin-acts"><a href="${ctx.href({ do: 'correctLine', id: lineId(l) })}">${t('admin.short.correct')}</a><a href="${ctx.href({ do: 'withdrawLine', id: lineId(l) })}">${t('admin.short.withdraw')}</a></span>`] : [])] })) })}</section>`}`;
}
