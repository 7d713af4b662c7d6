// @ts-check
/** Why a value is another one than it was: a section of its evidence. */
import { getChanges } from '../api.js';
import { categoryName, departmentName, metricName, metricOf } from '../catalog.js';
import { cellText, instantName, notes, periodName, stateName, symbolic } from '../format.js';
import { BEGINNING, between, firstNumber, stepAt, sum } from '../history.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { changeSentence, effectWords, shareWords } from '../change-sentence.js';
import { writeState } from '../state.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').ChangesAnswer} Answer */
/** @typedef {import('../types.js').Contribution} Contribution */

/** Where it will stand, once it is known whether there is anything to tell. */
export const whyPlace = () => html`<section id="why" aria-labelledby="why-title" hidden></section>`;

/**
 * Reads the history of the value and tells it where there is one: where the value changed after it first had a number, or
 * where the page is of an earlier moment.
 * @param {HTMLElement} root @param {import('../types.js').Question} question @param {Context} ctx
 */
export async function showWhy(root, question, ctx) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector('#why'));
  if (!place) return;
  const answer = await getChanges({ ...question, view: ctx.state.og === 'is' ? 'as_is' : '' });
  const first = ctx.state.at ? stepAt(answer, ctx.state.at) : firstNumber(answer);
  const last = answer.contributions.length - 1;
  if (!place.isConnected || last < 0 || (first >= last && !ctx.state.at)) return;
  place.innerHTML = String(html`<h3 id="why-title">${t('why.title')}</h3>
    <p class="why-span">${moments('from', answer, first, ctx)}${moments('to', answer, last, ctx)}</p>
    <div id="why-told" aria-live="polite">${told(answer, first, last, ctx)}</div>
    <p class="links"><a href="${ctx.href({ print: '1' })}${location.hash}">${t('links.print')}</a></p>`);
  place.hidden = false;
  const chosen = (/** @type {string} */ id) => Number(/** @type {HTMLSelectElement} */ (place.querySelector(`#why-${id}`)).value);
  place.addEventListener('change', () => {
    /** @type {HTMLElement} */ (place.querySelector('#why-told')).innerHTML = String(told(answer, chosen('from'), chosen('to'), ctx));
  });
}

/** The moments at which the value changed. @param {'from' | 'to'} end @param {Answer} answer @param {number} chosen @param {Context} ctx */
function moments(end, answer, chosen, { catalog }) {
  const decimals = metricOf(catalog, answer.metric)?.decimals ?? 0;
  const steps = answer.contributions.map((c, i) => ({ step: i,
    text: [valueText(c.after, decimals), t(`why.kind.${c.kind}`), instantName(c.at)].join(' · ') }));
  const all = end === 'from' ? [{ step: BEGINNING, text: t('why.beginning') }, ...steps] : steps;
  return html`<label class="field" for="why-${end}">${t(`why.${end}`)}<select id="why-${end}">${all.map(m => m.step === chosen
    ? html`<option value="${m.step}" selected>${m.text}</option>` : html`<option value="${m.step}">${m.text}</option>`)}</select></label>`;
}

/** @param {import('../types.js').Point | null} point @param {number} decimals */
const valueText = (point, decimals) => point ? [cellText(point, decimals), ...notes(point).filter(n => n.startsWith('◔'))].join(' ') : t('why.unknown');

/** The sentence, and each step in a table. @param {Answer} answer @param {number} first @param {number} last @param {Context} ctx */
function told(answer, first, last, ctx) {
  const { catalog } = ctx;
  const decimals = metricOf(catalog, answer.metric)?.decimals ?? 0;
  const change = between(answer, first, last);
  const name = departmentName(catalog, answer.department);
  const sentence = changeSentence({ name: answer.category ? t('name.category', { department: name, category: categoryName(catalog, answer.category) }) : name,
    metric: metricName(catalog, answer.metric), unit: answer.unit, decimals, basis: '', period: answer.period }, change);
  if (!change.contributions.length) return html`<p>${sentence}</p>`;
  const total = sum(change);
  const bounds = total.lower === null && total.upper === null ? '' : shareWords(total, decimals) || '0';
  return html`<p>${sentence}</p><div class="scroll" role="group" tabindex="0" aria-label="${t('why.title')}"><table class="why">
    <thead><tr><th scope="col">${t('why.cause')}</th><th scope="col">${t('why.share')}</th><th scope="col">${t('why.after')}</th></tr></thead>
    <tbody>${change.contributions.map(c => html`<tr><th scope="row">${cause(c, answer, ctx)}</th>
      <td>${effectWords(c, decimals)}</td><td>${valueText(c.after, decimals)}</td></tr>`)}</tbody>
    ${bounds ? html`<tfoot><tr><th scope="row">${t('why.sum')}</th><td>${bounds}</td><td>${valueText(change.to, decimals)}</td></tr></tfoot>` : ''}</table></div>`;
}

/** What happened: its kind and instant, who and why, which report, which figures. @param {Contribution} c @param {Answer} answer @param {Context} ctx */
function cause(c, answer, ctx) {
  const decimals = metricOf(ctx.catalog, answer.metric)?.decimals ?? 0;
  const later = ctx.state.at && Date.parse(c.at) > Date.parse(ctx.state.at);
  // What came after the moment of the page is only there on a page of now.
  const report = (/** @type {string} */ id) => later ? `/reports/${id}${writeState({}, { lang: ctx.state.lang })}` : ctx.link(`/reports/${id}`);
  const figure = (/** @type {string} */ id) => `${later ? ctx.href({ at: '' }) : ctx.href({})}#fig=${id}`;
  return html`<b>${t(`why.kind.${c.kind}`)}</b>
    <span class="quiet">${instantName(c.at)}${c.actor ? ` · ${c.actor}` : ''}${c.imports > 1 ? ` · ${t('why.imports', { count: c.imports })}` : ''}</span>
    ${c.reason ? html`<span class="quiet" lang="zh-CN">${c.reason}</span>` : ''}
    ${c.reports.map(r => html`<a href="${report(r.id)}" lang="zh-CN">${r.name}</a>`)}
    ${c.figures.map(f => html`<a href="${figure(f.after.id)}">${f.before ? html`<span lang="zh-CN">${said(f.before, decimals)}</span> → ` : ''}<span lang="zh-CN">${
      said(f.after, decimals)}</span>${f.metric === answer.metric && f.department === answer.department && f.period === answer.period ? '' : html` <small>${
      departmentName(ctx.catalog, f.department)} · ${periodName(f.period)}${f.metric === answer.metric ? '' : ` · ${metricName(ctx.catalog, f.metric)}`}</small>`}</a>`)}
    ${c.more_figures ? html`<span class="quiet">${t('card.more', { count: c.more_figures })}</span>` : ''}`;
}

/** A revision in the words of its report; what was taken back has none. @param {import('../types.js').RevisionOfFigure} r @param {number} decimals */
const said = (r, decimals) => r.state === 'withdrawn' ? stateName(r.state) : r.value_text || symbolic(r, decimals) || stateName(r.state);
