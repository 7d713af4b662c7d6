// @ts-check
/** The small forms of the desk: edit, not a count, query, correct what is on record. */
import { departmentName, metricOf } from '../catalog.js';
import { categoryChoices, departmentChoices } from '../components/filters.js';
import { periodName, periodShort } from '../format.js';
import { html } from '../html.js';
import { nameOf, t } from '../i18n/index.js';

/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').Catalog} Catalog */

const PARTS = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', ...Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, '0')}`)];
const NO_COUNT = ['plan', 'comparison', 'elsewhere', 'repeated', 'no_number', 'form_right'];

/** @param {string} name @param {string} label @param {unknown} control */
const field = (name, label, control) => html`<label class="field wide" for="edit-${name}"><span>${label}</span>${control}</label>`;

/** @param {string} name @param {{value: string, text: string}[]} choices @param {string} chosen */
const select = (name, choices, chosen) => html`<select id="edit-${name}" name="${name}">${choices.map(c => c.value === chosen
  ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`)}</select>`;

/** @param {string} chosen year and part of a period @returns {{year: string, part: string}} */
const periodOf = chosen => ({ year: chosen.slice(0, 4), part: chosen.slice(4) });

/** Native controls for a period: a year and its part. @param {string} period */
export function periodFields(period) {
  const { year, part } = periodOf(period);
  return html`<label class="field" for="edit-year"><span>${t('desk.year')}</span><input id="edit-year" name="year" inputmode="numeric" pattern="(19|20)[0-9]{2}" size="5" required value="${year}"></label>
    <label class="field" for="edit-part"><span>${t('filter.period')}</span>${select('part', PARTS.map(p => ({ value: p, text: p ? periodShort(`2000${p}`) : t('desk.wholeYear') })), part)}</label>`;
}

/** @param {FormData} data */
export const periodIn = data => `${data.get('year')}${data.get('part')}`;

/** The form that says whose report it is. @param {import('../types.js').DeskAnswer} desk @param {Catalog} catalog @param {boolean} open */
export function attributionForm(desk, catalog, open) {
  const department = desk.stated.department ?? desk.proposed.department ?? '';
  const period = desk.stated.period ?? desk.proposed.period ?? '';
  const named = desk.proposed.named;
  return html`<form id="attribution" class="attribution" ${open ? '' : html`hidden`}><p>${t('desk.whose')} <span class="quiet">${named
    ? t(desk.proposed.department ? 'desk.named' : 'desk.namedUnknown', { name: named }) : t('desk.masked')}</span></p>
    <div class="filters">${field('department', t('filter.department'), html`<select id="edit-department" name="department" required><option value="">${t('desk.choose')}</option>${
      departmentChoices(catalog).map(c => c.value === department ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`)}</select>`)}
    ${periodFields(period || `${new Date().getFullYear()}`)}
    <button class="primary" id="attribution-go">${t('desk.attribute')}</button></div><p class="fault" role="alert"></p></form>`;
}

/** @param {import('../types.js').DeskAnswer} desk @param {Catalog} catalog */
export const attributionLine = (desk, catalog) => desk.stated.department && desk.stated.period
  ? html`${departmentName(catalog, desk.stated.department)} · ${periodName(desk.stated.period)}` : html`${t('desk.unattributed')}`;

/** @param {Catalog} catalog @param {string} chosen */
function metricSelect(catalog, chosen) {
  const families = catalog.families.map(f => ({ name: nameOf(f.name), metrics: catalog.metrics.filter(m => m.family === f.family) })).filter(f => f.metrics.length);
  return html`<select id="edit-metric" name="metric" required><option value="">${t('desk.choose')}</option>${families.map(f => html`<optgroup label="${f.name}">${f.metrics.map(m =>
    m.code === chosen ? html`<option value="${m.code}" selected>${t('name.category', { department: nameOf(m.name), category: m.unit })}</option>` : html`<option value="${m.code}">${t('name.category', { department: nameOf(m.name), category: m.unit })}</option>`)}</optgroup>`)}</select>`;
}

/** @param {Catalog} catalog @param {string} metric @param {string} chosen */
export function categorySelect(catalog, metric, chosen) {
  return select('category', categoryChoices(catalog, metric).filter(c => !c.value || c.value.includes('.')), chosen);
}

/** Which bases a metric may have. @param {Catalog} catalog @param {string} metric */
const basesOf = (catalog, metric) => metricOf(catalog, metric)?.kind === 'stock' ? ['at_end'] : ['in_period', 'to_date'];

/** @param {Proposal} p @param {import('../types.js').DeskAnswer} desk @param {Catalog} catalog */
export function editForm(p, desk, catalog) {
  const metric = p.key?.metric ?? p.metric ?? '';
  const basis = p.key?.basis ?? p.basis;
  const bases = basesOf(catalog, metric);
  return html`<form id="edit" class="small"><div class="filters">
    ${field('value', t('desk.value'), html`<input id="edit-value" name="value" required autocomplete="off" lang="zh-CN" value="${p.standing?.value_text ?? p.value_text}">`)}
    ${field('metric', t('filter.m'), metricSelect(catalog, metric))}
    <div id="edit-categories">${field('category', t('filter.c'), categorySelect(catalog, metric, p.key?.category ?? p.category ?? ''))}</div>
    ${periodFields(p.key?.period ?? desk.stated.period ?? '')}
    <label class="field" for="edit-basis"><span>${t('filter.b')}</span>${select('basis', bases.map(b => ({ value: b, text: t(`basis.${b}`) })), bases.includes(basis) ? basis : bases[0])}</label>
    ${!p.metric && p.phrase ? html`<label class="check"><input type="checkbox" name="remember" value="1"> <span>${t('desk.remember')}</span></label>
      ${field('word', t('desk.word'), html`<input id="edit-word" name="word" autocomplete="off" lang="zh-CN" maxlength="40" value="${p.phrase}">`)}` : ''}
    ${field('reason', t('desk.reason'), html`<input id="edit-reason" name="reason" required autocomplete="off" lang="zh-CN" placeholder="${t('desk.reasonEdit')}">`)}</div>
    ${ends('edit')}</form>`;
}

/** @param {'no_count' | 'query' | 'correct' | 'uncertain'} kind @param {string} [chosen] */
export function reasonForm(kind, chosen = '') {
  const choices = kind === 'no_count' ? html`<label class="field wide" for="edit-why"><span>${t('desk.why')}</span><select id="edit-why" name="why">${
    NO_COUNT.map(r => r === chosen ? html`<option value="${t(`why.${r}`)}" selected>${t(`why.${r}`)}</option>` : html`<option value="${t(`why.${r}`)}">${t(`why.${r}`)}</option>`)}</select></label>` : '';
  return html`<form id="edit" class="small"><div class="filters">${choices}
    ${field('reason', t(kind === 'no_count' ? 'desk.more' : 'desk.reason'), html`<input id="edit-reason" name="reason" autocomplete="off" lang="zh-CN" ${kind === 'no_count' ? '' : html`required`}>`)}</div>
    ${ends(kind)}</form>`;
}

/** @param {string} kind */
const ends = kind => html`<div class="acts"><button class="primary">${t(`desk.go.${kind}`)} <kbd>Enter</kbd></button><button type="button" data-act="cancel">${t('desk.cancel')} <kbd>Esc</kbd></button></div>`;
