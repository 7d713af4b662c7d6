// @ts-check
/** What a change would do, and what somebody else has changed meanwhile. */
import { categoryName, departmentName, metricName, metricOf } from '../catalog.js';
import { dataTable } from '../components/table.js';
import { cellText, instantName, notes, number, periodName } from '../format.js';
import { html } from '../html.js';
import { has, nameOf, t, withTexts } from '../i18n/index.js';
import { withoutPlace } from '../i18n/place.js';

await withTexts('admin');
await withTexts('reports');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').AdministrationChanged} Changed */

/** The sentence of the effect: how many charts, values and breaks. @param {NonNullable<Changed['effect']>} effect */
export const effectSentence = ({ charts, figures, breaks }) => charts + figures + breaks === 0 ? t('admin.noEffect')
  : t('admin.effect', { charts: number(charts), figures: number(figures), breaks: number(breaks) });

/** @param {Changed} answer @param {Context} ctx */
export function told(answer, ctx) {
  const effect = answer.effect ?? { charts: 0, figures: 0, breaks: 0, listed: [] };
  const counts = answer.receipts.map(r => r.counts);
  const changes = counts.reduce((sum, c) => sum + c.new + c.changed, 0);
  const warnings = answer.receipts.flatMap(r => r.findings).filter(f => f.severity === 'warning');
  return html`<div class="admin-told"><h3 id="admin-effect" tabindex="-1">${t('admin.effectTitle')}</h3>
    <p class="lede">${changes === 0 ? t('admin.nothing') : effectSentence(effect)}</p>
    ${warnings.length ? html`<ul class="warning">${warnings.map(w => html`<li>${withoutPlace(nameOf(w.message))}</li>`)}</ul>` : ''}
    ${effect.listed.length ? values(effect, ctx) : ''}
    ${changes === 0 ? '' : html`${answer.typed ? html`<div class="admin-field"><label for="admin-typed"><span class="label">${t('admin.typed', { code: answer.typed })}</span></label>
      <input id="admin-typed" autocomplete="off" spellcheck="false" aria-describedby="admin-typed-fault"><span class="fault" id="admin-typed-fault" role="alert"></span></div>` : ''}
      <p class="buttons"><button type="button" id="admin-save" class="primary">${t('admin.save')}</button></p>`}</div>`;
}

/** @param {NonNullable<Changed['effect']>} effect @param {Context} ctx */
function values({ listed, figures }, { catalog }) {
  const caption = t('admin.values', { count: number(figures) });
  const point = (/** @type {import('../types.js').Point | null} */ p, /** @type {string} */ metric) => p
    ? [cellText(p, metricOf(catalog, metric)?.decimals ?? 0), ...notes(p)].join(' ') : t('preview.nothing');
  return html`<details class="each admin-values"><summary>${caption}</summary>${dataTable({ caption, numeric: false,
    head: ['department', 'metric', 'period', 'before', 'after'].map(k => t(`preview.${k}`)),
    rows: listed.map(c => ({ name: departmentName(catalog, c.department), cells: [
      metricName(catalog, c.metric) + (c.category ? ` · ${categoryName(catalog, c.category)}` : ''),
      periodName(c.period) + (c.view === 'as_is' ? t('admin.asIs') : ''), point(c.before, c.metric), point(c.after, c.metric)] })) })}
    ${figures > listed.length ? html`<p class="quiet">${t('preview.more', { count: number(figures - listed.length) })}</p>` : ''}</details>`;
}

/** Both: what stood there when the form was opened, what somebody else has made of it, and mine. @param {any} problem @param {Context} ctx */
export function conflictTable(problem, ctx) {
  /** @type {import('../types.js').AdministrationConflict[]} */
  const conflicts = problem.conflicts;
  return html`<div class="notice error admin-told" role="alert"><h3 id="admin-conflict" tabindex="-1">${t('admin.conflict')}</h3>
    ${conflicts.map(c => html`<p>${c.by ? t('admin.conflictBy', { actor: c.by.actor, at: instantName(c.by.at), reason: c.by.reason ?? t('admin.noReason') }) : t('admin.conflictUnknown')}</p>
      ${dataTable({ caption: t('admin.conflictTable'), numeric: false, head: ['field', 'base', 'theirs', 'mine'].map(k => t(`admin.conflict.${k}`)),
        rows: c.fields.filter(f => f.base !== f.theirs || f.mine !== f.theirs).map(f => ({ name: fieldName(f.field), cells: [f.base || '—', f.theirs || '—', html`<strong>${f.mine || '—'}</strong>`] })) })}`)}
    <p class="buttons"><a class="button" href="${ctx.href({})}" data-theirs>${t('admin.theirs')}</a>
      <button type="button" id="admin-mine" class="primary" data-base="${problem.base}">${t('admin.mine')}</button></p></div>`;
}

/** @param {string} field */
const fieldName = field => has(`admin.field.${field}`) ? t(`admin.field.${field}`) : field;
