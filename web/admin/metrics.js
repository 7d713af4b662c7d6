// @ts-check
/** The dictionary of metrics. */
import { dataTable } from '../components/table.js';
import { dateName, number, unitName } from '../format.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { said } from './said.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').AdministrationMetrics} Answer */

/** Metrics whose name, code or alias holds the words. @param {Answer['metrics']} metrics @param {string} words */
export function matching(metrics, words) {
  const wanted = words.trim().toLowerCase();
  return metrics.filter(m => [m.code, m.name.zh, m.name.en, ...m.aliases].some(each => each.toLowerCase().includes(wanted)));
}

/** @param {Answer} answer @param {Context} ctx */
export function metricsSentence({ metrics }, ctx) {
  const found = matching(metrics, ctx.state.q);
  return t('admin.metrics.sentence', { count: number(found.length), used: number(found.filter(m => m.figures > 0).length), own: number(found.filter(m => m.source === 'organisation').length) });
}

/** @param {Answer} answer @param {Context} ctx @param {boolean} mayEdit */
export function metricsList({ metrics }, ctx, mayEdit) {
  const found = matching(metrics, ctx.state.q);
  const families = ctx.catalog.families.map(f => ({ name: nameOf(f.name), metrics: found.filter(m => m.family === f.family) })).filter(f => f.metrics.length);
  return html`<form class="filters" id="admin-search"><label class="field wide" for="admin-q"><span>${t('admin.metrics.search')}</span>
    <input id="admin-q" name="q" type="search" autocomplete="off" value="${ctx.state.q}"></label><button class="primary">${t('filter.apply')}</button></form>
    ${found.length ? '' : html`<p class="notice">${t('admin.none')}</p>`}
    ${families.map(f => html`<section class="figure"><h2>${f.name}</h2>${dataTable({ caption: t('admin.metrics.caption', { family: f.name }), numeric: false,
      head: ['metric', 'unit', 'direction', 'aliases', 'used', 'source'].map(k => t(`admin.head.${k}`)),
      rows: f.metrics.map(m => ({ name: /** @type {any} */ (html`${nameOf(m.name)}<small class="under">${m.code}</small>${mayEdit
        ? html`<a class="admin-edit-link" href="${ctx.href({ id: m.code })}">${t('admin.edit')}<span class="away"> ${nameOf(m.name)}</span></a>` : ''}`),
      cells: [html`${unitName(m.unit)}<small class="under">${t(`admin.kind.${m.kind}`)}${t('list.comma')}${m.bases.map(b => t(`basis.${b}`)).join(t('list.pause'))}</small>`,
        html`<span class="admin-fit">${t(`admin.direction.${m.direction}`)}</span>${m.locked ? html`<small class="under">${t('admin.lockedShort')}</small>` : ''}`,
        html`<span lang="zh-CN">${m.aliases.join(t('list.pause')) || '—'}</span>`, used(m), source(m)] })) })}</section>`)}`;
}

/** @param {Answer['metrics'][number]} m */
const used = m => m.figures === 0 ? html`${t('admin.unused')}`
  : html`<span class="admin-fit">${t('admin.used', { departments: number(m.departments), figures: number(m.figures) })}</span><small class="under">${m.lengths.map(l => t(`admin.length.${l}`)).join(t('list.pause'))}</small>`;

/** @param {Answer['metrics'][number]} m */
const source = m => html`${m.changed.map(day => html`<span class="under">${t('admin.changedOn', { date: dateName(day) })}</span>`)}${
  m.history.length ? said(m.history[m.history.length - 1]) : html`<span class="admin-fit">${t('admin.catalogue')}</span>`}`;
