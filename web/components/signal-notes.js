// @ts-check
/** What the limits under a trend say, series by series, and the way to a new phase. */
import { getControlCharts } from '../api.js';
import { categoryName, departmentName } from '../catalog.js';
import { limitsOf } from '../charts/limits.js';
import { dateName, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { failure } from './notice.js';
import { mayDecide } from '../state.js';
import { signalIcon, signalSentence, signalWord, toldOf, toneOf } from '../signals.js';

await withTexts('signal');

/** @typedef {import('../types.js').ControlCharts} Charts */
/** @typedef {import('../types.js').SeriesAnswer} Answer */

/**
 * The control charts of the series shown, over all that is known up to their last period; null where there are none to be had.
 * @param {Answer} answer @param {Record<string, string>} query @param {AbortSignal} signal @returns {Promise<Charts | null>}
 */
export async function readLimits(answer, query, signal) {
  const categories = new Set(answer.series.map(s => s.category));
  if (answer.basis !== 'in_period' || categories.size !== 1 || !answer.periods.length) return null;
  try {
    return await getControlCharts({ metric: answer.metric, department: answer.series.map(s => s.department).join(','), period: answer.periods[answer.periods.length - 1],
      category: [...categories][0] ?? '', view: answer.view === 'as_is' ? 'as_is' : '', ...query }, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return null; // the trend is there without its limits
  }
}

/** What the chart draws of them, a series each. @param {Charts | null} charts @param {Answer} answer */
export const drawnLimits = (charts, answer) => charts ? answer.series.map((_, i) => limitsOf(charts.charts[i], answer.periods)) : undefined;

/** @param {import('../main.js').Context} ctx @param {Charts | null} charts @param {Answer} answer */
export function signalNotes(ctx, charts, answer) {
  if (!charts) return html``;
  const name = (/** @type {import('../types.js').ControlChart} */ c) => c.category
    ? t('name.category', { department: departmentName(ctx.catalog, c.department), category: categoryName(ctx.catalog, c.category) }) : departmentName(ctx.catalog, c.department);
  const one = charts.charts.length === 1 || charts.charts.length > 4;
  return html`<div class="signal-notes"><h3>${t('signal.title')}</h3><ul>${charts.charts.map(c => html`<li class="tone-${toneOf(toldOf(c.signal))}">${signalIcon(toldOf(c.signal))}
      <span><b>${charts.charts.length > 1 ? `${name(c)}${t('list.colon')}` : ''}${signalWord(c.signal)}</b> ${signalSentence(c.signal)}${phases(c)}</span></li>`)}</ul>
    ${one ? '' : html`<p class="quiet">${t('limits.onlyOne')}</p>`}
    ${charts.charts.length === 1 && mayDecide(ctx) ? html`${answer.periods.length > 1 ? toFill('phase', t('phase.title')) : ''}${charts.charts[0].decisions.length ? toFill('no-phase', t('phase.back')) : ''}` : ''}</div>`;
}

/** The phases that people recorded, each with its day, its reason and its author. @param {import('../types.js').ControlChart} chart */
const phases = chart => chart.decisions.map(d => html`<small class="under">${t('phase.recorded', { first: periodName(d.first), date: dateName(d.at), actor: d.actor, reason: d.reason ?? '' })}</small>`);

/** A form that is fetched when it is opened. @param {string} id @param {string} title */
const toFill = (id, title) => html`<details class="decision" id="${id}"><summary>${title}</summary></details>`;

/** @param {HTMLElement} main @param {import('../main.js').Context} ctx @param {Charts | null} charts @param {Answer | null} answer */
export function startPhases(main, ctx, charts, answer) {
  if (!charts || !answer) return;
  main.querySelectorAll('.signal-notes .decision').forEach(box => box.addEventListener('toggle', () =>
    import('./phase-form.js').then(({ fillPhaseForm }) => fillPhaseForm(/** @type {HTMLElement} */ (box), ctx, charts, answer),
      error => { box.insertAdjacentHTML('beforeend', String(failure(error, ''))); }), { once: true }));
}
