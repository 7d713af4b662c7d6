// @ts-check
/** The departments as they stood on a day, and how they came to. */
import { dataTable } from '../components/table.js';
import { dateName, number } from '../format.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { stepText } from './acts.js';
import { said } from './said.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').AdministrationDepartments} Answer */
/** @typedef {import('../types.js').AdministrationDepartment} Department */

/** What names a step in the address. @param {import('../types.js').AdministrationStep} s */
export const stepId = s => [s.date, s.kind, s.from, s.to].join(',');

/** Those that existed on the day, each below its superior, with its depth; those without one there come last. @param {Department[]} departments @returns {{department: Department, depth: number}[]} */
export function tree(departments) {
  const there = departments.filter(d => d.exists);
  const codes = new Set(there.map(d => d.code));
  /** @type {(parent: string | null, depth: number) => {department: Department, depth: number}[]} */
  const below = (parent, depth) => there.filter(d => (d.parent && codes.has(d.parent) ? d.parent : null) === parent)
    .flatMap(department => [{ department, depth }, ...below(department.code, depth + 1)]);
  return below(null, 0);
}

/** @param {Answer} answer */
export function departmentsSentence({ departments, reorganisations, day }) {
  const standing = reorganisations.filter(r => !r.withdrawn);
  return t('admin.departments.sentence', { date: dateName(day), count: number(departments.filter(d => d.exists).length), all: number(departments.length),
    steps: number(standing.length), withdrawn: number(reorganisations.length - standing.length) });
}

/** @param {Answer} answer @param {Context} ctx @param {boolean} mayEdit */
export function departmentsList(answer, ctx, mayEdit) {
  const shown = tree(answer.departments);
  const gone = answer.departments.filter(d => !d.exists);
  return html`${mayEdit ? html`<p class="buttons admin-only"><a class="button primary" href="${ctx.href({ do: 'add' })}">${t('admin.do.add')}</a> <a class="button" href="${ctx.href({ do: 'merge' })}">${t('admin.do.merge')}</a></p>` : ''}
    <form class="filters" id="admin-search"><label class="field" for="admin-day"><span>${t('admin.day')}</span><input id="admin-day" name="day" type="date" value="${answer.day}"></label><button class="primary">${t('filter.apply')}</button></form>
    <section class="figure"><h2>${t('admin.tree', { date: dateName(answer.day) })}</h2>${table(shown, ctx, mayEdit, t('admin.tree', { date: dateName(answer.day) }))}</section>
    ${gone.length ? html`<section class="figure"><h2>${t('admin.gone', { date: dateName(answer.day) })}</h2>${table(gone.map(department => ({ department, depth: 0 })), ctx, mayEdit, t('admin.gone', { date: dateName(answer.day) }))}</section>` : ''}
    <section class="figure"><h2 id="steps">${t('admin.steps')}</h2>${answer.reorganisations.length ? steps(answer, ctx, mayEdit) : html`<p>${t('admin.noSteps')}</p>`}</section>`;
}

/** @param {{department: Department, depth: number}[]} shown @param {Context} ctx @param {boolean} mayEdit @param {string} caption */
function table(shown, ctx, mayEdit, caption) {
  const act = (/** @type {string} */ what, /** @type {Department} */ d) => html`<a href="${ctx.href({ do: what, id: d.code })}">${t(`admin.short.${what}`)}<span class="away"> ${nameOf(d.name)}</span></a>`;
  return dataTable({ caption, numeric: false, head: ['department', 'life', 'source', ...(mayEdit ? ['acts'] : [])].map(k => t(`admin.head.${k}`)),
    rows: shown.map(({ department: d, depth }) => ({
      name: /** @type {any} */ (html`<span class="depth-${Math.min(4, depth)}">${nameOf(d.name)} <small class="quiet">${d.code}</small></span>${d.additive ? '' : html`<small class="under depth-${Math.min(4, depth)}">${t('admin.heading')}</small>`}`),
      cells: [life(d), d.history.length ? said(d.history[d.history.length - 1]) : '',
        ...(mayEdit ? [html`<span class="admin-acts">${['rename', 'move', 'split', 'close', 'correct'].map(what => act(what, d))}</span>`] : [])],
    })) });
}

/** @param {Department} d */
const life = d => d.from && d.until ? t('admin.life.both', { from: dateName(d.from), until: dateName(d.until) })
  : d.from ? t('admin.life.from', { from: dateName(d.from) }) : d.until ? t('admin.life.until', { until: dateName(d.until) }) : t('admin.life.always');

/** @param {Answer} answer @param {Context} ctx @param {boolean} mayEdit */
function steps({ reorganisations }, ctx, mayEdit) {
  return dataTable({ caption: t('admin.steps'), numeric: false, head: ['step', 'recorded', ...(mayEdit ? ['acts'] : [])].map(k => t(`admin.head.${k}`)),
    rows: reorganisations.map(s => ({
      name: /** @type {any} */ (s.withdrawn ? html`<del>${stepText(ctx.catalog, s)}</del>` : stepText(ctx.catalog, s)),
      cells: [html`${said(s.recorded)}${s.withdrawn ? html`<span class="under admin-withdrawn">${t('admin.withdrawnBy')}</span>${said(s.withdrawn)}` : ''}`,
        ...(mayEdit ? [s.withdrawn ? '' : html`<span class="admin-acts"><a href="${ctx.href({ do: 'correctStep', id: stepId(s) })}">${t('admin.short.correct')}</a><a href="${ctx.href({ do: 'withdrawStep', id: stepId(s) })}">${t('admin.short.withdraw')}</a></span>`] : [])],
    })) });
}
