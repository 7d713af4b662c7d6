// @ts-check
/** What the limits under a trend say, series by series, and the form for a new phase. */
import { getControlCharts } from '../api.js';
import { categoryName, departmentName } from '../catalog.js';
import { limitsOf } from '../charts/limits.js';
import { dateName, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { signalIcon, signalSentence, signalWord, toldOf, toneOf } from '../signals.js';

await withTexts('signal');

/** How a person decides on a phase; fetched with the first chart of one series. @type {typeof import('./decision.js') | null} */
let deciding = null;

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
    const charts = await getControlCharts({ metric: answer.metric, department: answer.series.map(s => s.department).join(','), period: answer.periods[answer.periods.length - 1],
      category: [...categories][0] ?? '', view: answer.view === 'as_is' ? 'as_is' : '', ...query }, signal);
    if (charts.charts.length === 1) deciding ??= await import('./decision.js');
    return charts;
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
    ${charts.charts.length === 1 && deciding?.mayDecide(ctx) ? phaseForm(deciding.decisionForm, charts, charts.charts[0], answer) : ''}</div>`;
}

/** The phases that people recorded, each with its day, its reason and its author. @param {import('../types.js').ControlChart} chart */
const phases = chart => chart.decisions.map(d => html`<small class="under">${t('phase.recorded', { first: periodName(d.first), date: dateName(d.at), actor: d.actor, reason: d.reason ?? '' })}</small>`);

/** @param {typeof import('./decision.js').decisionForm} decisionForm @param {Charts} charts @param {import('../types.js').ControlChart} chart @param {Answer} answer */
function phaseForm(decisionForm, charts, chart, answer) {
  const options = [...answer.periods].slice(1).reverse().map(p => html`<option value="${p}">${periodName(p)}</option>`);
  const series = { metric: charts.metric, department: chart.department, category: chart.category ?? '' };
  return html`${options.length ? decisionForm({ id: 'phase', title: t('phase.title'), note: t('phase.note'), go: t('phase.go'), hidden: series,
    fields: html`<label class="field"><span>${t('phase.first')}</span><select name="first">${options}</select></label>` }) : ''}
    ${chart.decisions.length ? decisionForm({ id: 'no-phase', title: t('phase.back'), go: t('phase.back'), hidden: { ...series, stands: 'no' },
      fields: html`<label class="field"><span>${t('phase.first')}</span><select name="first">${chart.decisions.map(d => html`<option value="${d.first}">${periodName(d.first)}</option>`)}</select></label>` }) : ''}`;
}

/** @param {HTMLElement} main @param {import('../main.js').Context} ctx */
export const startPhases = (main, ctx) => deciding?.onDecision(/** @type {HTMLElement} */ (main.querySelector('.signal-notes')) ?? document.createElement('div'), ctx, f => ({ what: 'phases',
  decision: { metric: f.metric, department: f.department, category: f.category, first: f.first, stands: f.stands !== 'no' } }));
