// @ts-check
/** The figures of a form that await a person; plain numbers are confirmed together. */
import { postConfirmations } from '../api-work.js';
import { categoryName, departmentName, metricName, metricOf } from '../catalog.js';
import { dataTable } from '../components/table.js';
import { number, periodName, stateName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../types.js').WaitingFigure} WaitingFigure */
/** @typedef {import('../main.js').Context} Context */

/** Whether it may be confirmed together with others. @param {import('../types.js').Catalog} catalog @param {WaitingFigure} f */
export const isPlain = (catalog, f) => (f.state === 'exact' || f.state === 'zero') && !metricOf(catalog, f.key.metric)?.person_sensitive;

/** @param {Context} ctx @param {import('../types.js').WaitingAnswer} waiting */
export function waitingFigures(ctx, waiting) {
  if (!waiting.count) return html``;
  const plain = waiting.figures.filter(f => isPlain(ctx.catalog, f));
  return html`<section class="figure" id="waiting"><h2>${t('waiting.title', { count: number(waiting.count) })}</h2><p class="quiet">${t('waiting.why')}</p>
    ${ctx.state.at ? '' : html`<form id="waiting-form" class="filters"><label class="field" for="reviewer"><span>${t('desk.reviewer')}</span><input id="reviewer" name="actor" required maxlength="80" value="${kept()}"></label>
      <button class="primary" ${plain.length ? '' : html`disabled`}>${t('waiting.all', { count: number(plain.length) })}</button></form><p class="fault" role="alert"></p>`}
    ${dataTable({ caption: t('waiting.caption'), numeric: false, head: ['department', 'metric', 'period', 'value', 'act'].map(k => t(`waiting.${k}`)), rows: waiting.figures.map(f => ({
      name: departmentName(ctx.catalog, f.key.department), cells: [metricName(ctx.catalog, f.key.metric) + (f.key.category ? ` · ${categoryName(ctx.catalog, f.key.category)}` : ''),
        periodName(f.key.period), html`<a href="#fig=${f.id}" lang="zh-CN">${f.value_text || stateName(f.state)}</a>`,
        ctx.state.at ? '' : html`<button type="button" data-confirm="${f.id}">${t('desk.confirm')}</button>`] })) })}</section>`;
}

const kept = () => { try { return localStorage.getItem('plumbline.reviewer') ?? ''; } catch { return ''; } };

/** @param {HTMLElement} main @param {Context} ctx @param {string} report @param {import('../types.js').WaitingAnswer} first */
export function startWaiting(main, ctx, report, first) {
  const section = /** @type {HTMLElement | null} */ (main.querySelector('#waiting'));
  if (!section || ctx.state.at) return;
  let waiting = first;
  const say = async (/** @type {string[]} */ figures) => {
    const actor = /** @type {HTMLInputElement} */ (section.querySelector('#reviewer')).value.trim();
    const fault = /** @type {HTMLElement} */ (section.querySelector('.fault'));
    if (!actor) { fault.textContent = t('desk.needName'); return; }
    try {
      try { localStorage.setItem('plumbline.reviewer', actor); } catch { /* private window */ }
      waiting = await postConfirmations(report, { figures, actor });
      ctx.stale();
      section.outerHTML = String(waitingFigures(ctx, waiting));
      startWaiting(main, ctx, report, waiting);
    } catch (error) { fault.textContent = /** @type {Error} */ (error).message || t('desk.notSent'); }
  };
  section.querySelector('form')?.addEventListener('submit', event => {
    event.preventDefault();
    say(waiting.figures.filter(f => isPlain(ctx.catalog, f)).map(f => f.id));
  });
  section.addEventListener('click', event => {
    const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-confirm]'));
    if (button) say([button.dataset.confirm ?? '']);
  });
}
