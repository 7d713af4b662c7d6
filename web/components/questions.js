// @ts-check
/** What is worth a second look, as questions with their figures; a person may answer one, with a reason. */
import { departmentName, metricName, metricOf } from '../catalog.js';
import { dateName, hasNumber, number, periodName, shown, stateName, symbolic, withUnit } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { kindOf } from '../periods.js';
import { mayDecide, writeState } from '../state.js';
import { decisionForm, onDecision } from './decision.js';

await withTexts('standards');

/** @typedef {import('../types.js').PlausibilityQuestion} Question */
/** @typedef {import('../main.js').Context} Context */

const KINDS = ['to_date_falls', 'unit_slip', 'outside_history', 'sum_to_target', 'digit_heaping', 'identical_to_last'];
/** A group of more stands folded. */
const MOST_OPEN = 8;

/** The question itself, with its numbers. @param {Question} q @param {import('../types.js').Catalog} catalog */
export function questionText(q, catalog) {
  const metric = metricOf(catalog, q.metric);
  const decimals = metric?.decimals ?? 0;
  const said = (/** @type {import('../types.js').Point | undefined} */ p) => !p ? '' : hasNumber(p) ? withUnit(symbolic(p, decimals), metric?.unit ?? '') : stateName(shown(p));
  const last = q.points[q.points.length - 1];
  const usual = q.median === null || q.spread === null ? '' : number(Math.round(q.median), decimals);
  return t(`question.${q.kind}`, { value: said(last), before: said(q.points[0]), when: periodName(q.points[0].period), usual, history: q.history ?? '',
    factor: number(q.factor ?? 0), fits: last.value === null || !q.factor ? '' : number(q.too_large ? last.value / q.factor : last.value * q.factor, decimals),
    round: q.round ?? '', of: q.points.length, parts: q.points.map(p => symbolic(p, decimals)).join(' + '), target: q.target === null ? '' : withUnit(number(q.target, decimals), metric?.unit ?? '') });
}

/** Whose value it is, with the way to it. @param {Question} q @param {Context} ctx */
function subject(q, ctx) {
  const href = `/trends${writeState({ m: '', o: '', g: '', b: '' }, { m: q.metric, o: q.department, g: kindOf(q.period) ?? '', b: q.basis === 'to_date' ? 'ytd' : '', at: ctx.state.at, lang: ctx.state.lang })}`;
  return html`<a href="${href}">${departmentName(ctx.catalog, q.department)} · ${periodName(q.period)} · ${metricName(ctx.catalog, q.metric)}</a>`;
}

/** The place of the section of Data quality until its questions are there. */
export const questionsBox = () => html`<section class="figure questions" aria-busy="true"><h2>${t('questions.title')}</h2><p class="quiet">${t('loading')}</p></section>`;

/** What stands in it: the open ones, then those that were answered. @param {Context} ctx @param {Question[]} questions */
function questionsList(ctx, questions) {
  const open = questions.filter(q => !q.dismissed);
  const answered = questions.filter(q => q.dismissed);
  const group = (/** @type {string} */ kind) => {
    const of = open.filter(q => q.kind === kind);
    if (!of.length) return '';
    return html`<details class="each"${of.length <= MOST_OPEN ? html` open` : ''}><summary>${t(`questions.${kind}`, { count: of.length })}</summary>
      <ul class="findings">${of.map(q => html`<li>${subject(q, ctx)} ${questionText(q, ctx.catalog)}${mayDecide(ctx) ? decisionForm({ id: `dismiss-${open.indexOf(q)}`, title: t('questions.answer'), go: t('questions.go'), hidden: { question: q.id, stands: 'yes' } }) : ''}</li>`)}</ul></details>`;
  };
  return html`<h2>${t('questions.title')}</h2><p class="quiet">${t('questions.about')}</p>
    ${open.length ? KINDS.map(group) : html`<p>${t('questions.none')}</p>`}
    ${answered.length ? html`<details class="each"><summary>${t('questions.answered', { count: answered.length })}</summary><ul class="findings">${answered.map(q => html`<li>${subject(q, ctx)} ${questionText(q, ctx.catalog)}
      <small class="under">${t('questions.by', { actor: q.dismissed?.actor ?? '', date: dateName(q.dismissed?.at ?? ''), reason: q.dismissed?.reason ?? '' })}</small>
      ${mayDecide(ctx) ? decisionForm({ id: `again-${answered.indexOf(q)}`, title: t('questions.again'), go: t('questions.again'), hidden: { question: q.id, stands: 'no' } }) : ''}</li>`)}</ul></details>` : ''}`;
}

/** Fills the section when the questions have come. @param {HTMLElement} main @param {Context} ctx @param {Promise<Question[]>} questions */
export async function startQuestions(main, ctx, questions) {
  const section = /** @type {HTMLElement | null} */ (main.querySelector('.questions'));
  if (!section) return;
  try {
    section.innerHTML = String(questionsList(ctx, await questions));
    onDecision(section, ctx, f => ({ what: 'dismissals', decision: { question: f.question, stands: f.stands !== 'no' } }));
  } catch {
    section.innerHTML = String(html`<h2>${t('questions.title')}</h2><p>${t('questions.failed')}</p>`);
  }
  section.removeAttribute('aria-busy');
}

/** What a file has raised or would raise, in its receipt; what has been stored is answered on Data quality. @param {import('../types.js').Receipt} receipt @param {Context} ctx */
export function raisedQuestions({ doubts, outcome }, ctx) {
  const { count, looked, brought, questions } = doubts;
  const years = questions.map(q => q.period.slice(0, 4)).sort();
  const answer = `/quality${writeState({ o: '', g: '', f: '', t: '' }, { o: questions[0]?.department ?? '', g: 'Q', f: `${years[0]}-Q1`, t: `${years[years.length - 1]}-Q4`, lang: ctx.state.lang })}`;
  const partly = looked < brought ? html`<p class="quiet">${t('questions.looked', { looked: number(looked), brought: number(brought) })}</p>` : '';
  if (!count) return html`${partly}`;
  return html`<details class="each foreseen"${questions.length <= MOST_OPEN ? html` open` : ''}><summary>${t('questions.foreseen', { count })}</summary><p class="quiet">${t('questions.about')}${
    outcome !== 'accepted' ? '' : html` <a href="${answer}">${t('questions.toAnswer')}</a>`}</p>
    <ul class="findings">${questions.map(q => html`<li><b>${departmentName(ctx.catalog, q.department)} · ${periodName(q.period)} · ${metricName(ctx.catalog, q.metric)}</b> ${questionText(q, ctx.catalog)}${
      q.place ? html` <small class="quiet">${t('questions.place', { place: q.place })}</small>` : ''}</li>`)}</ul>
    ${count > questions.length ? html`<p class="quiet">${t('questions.more', { count: number(count - questions.length) })}</p>` : ''}${partly}</details>`;
}
