// @ts-check
/** The form by which a person says from when on a process is another one, or takes that back. */
import { periodName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { decisionForm, onDecision } from './decision.js';

/** Puts the form into its box, whose id says which one. @param {HTMLElement} box @param {import('../main.js').Context} ctx @param {import('../types.js').ControlCharts} charts @param {import('../types.js').SeriesAnswer} answer */
export function fillPhaseForm(box, ctx, charts, answer) {
  const [chart] = charts.charts;
  const hidden = { metric: charts.metric, department: chart.department, category: chart.category ?? '' };
  const first = (/** @type {string[]} */ periods) => html`<label class="field"><span>${t('phase.first')}</span><select name="first">${
    periods.map(p => html`<option value="${p}">${periodName(p)}</option>`)}</select></label>`;
  const form = box.id === 'phase'
    ? decisionForm({ id: 'phase', title: '', note: t('phase.note'), go: t('phase.go'), hidden, fields: first([...answer.periods].slice(1).reverse()) })
    : decisionForm({ id: 'no-phase', title: '', go: t('phase.back'), hidden: { ...hidden, stands: 'no' }, fields: first(chart.decisions.map(d => d.first)) });
  const made = document.createElement('template');
  made.innerHTML = String(form);
  box.append(/** @type {Element} */ (made.content.querySelector('form')));
  onDecision(box, ctx, f => ({ what: 'phases', decision: { metric: f.metric, department: f.department, category: f.category, first: f.first, stands: f.stands !== 'no' } }));
}
