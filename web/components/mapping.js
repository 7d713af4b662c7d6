// @ts-check
/** What header cells mean that the reader could not match: asked with native controls, told where it was used. */
import { categoryName, metricOf } from '../catalog.js';
import { instantName } from '../format.js';
import { html } from '../html.js';
import { has, nameOf, t } from '../i18n/index.js';

/** @typedef {import('../types.js').Catalog} Catalog */
/** @typedef {import('../types.js').Receipt} Receipt */

const FIELDS = ['department', 'period', 'metric', 'category', 'value', 'unit', 'basis', 'note'];
const LEFT_OUT = '-';

/** A form with a select for each open header cell of the files. @param {Receipt[]} receipts @param {Catalog} catalog */
export function mappingForm(receipts, catalog) {
  const open = new Map(receipts.flatMap(r => r.questions.map(q => [q.header, { ...q, file: r.file }])));
  if (open.size === 0) return html``;
  return html`<form id="mapping" class="mapping" aria-labelledby="mapping-title"><h3 id="mapping-title">${t('mapping.title')}</h3>
    <p>${t('mapping.note')}</p>${[...open.values()].map((q, i) => html`<label class="field"><span><b lang="zh-CN">${q.header.split('|').join(' · ')}</b>
      <small class="quiet">${q.file} ${q.place}</small></span>
      <select id="mapping-${i}" name="${q.header}" required>${choices(q, catalog)}</select></label>`)}
    <button class="primary" id="mapping-go">${t('mapping.go')}</button></form>`;
}

/** Nothing is chosen for the clerk: the likeliest stand first. @param {Receipt['questions'][number]} question @param {Catalog} catalog */
function choices({ candidates }, catalog) {
  const option = (/** @type {string} */ value, /** @type {string} */ text) => html`<option value="${value}">${text}</option>`;
  const group = (/** @type {string} */ label, /** @type {unknown[]} */ options) => options.length ? html`<optgroup label="${label}">${options}</optgroup>` : '';
  return html`<option value="">${t('mapping.choose')}</option>
    ${group(t('mapping.likely'), candidates.map(c => option(c.meaning, meaningName(catalog, c.meaning, nameOf(c.name)))))}
    ${group(t('mapping.other'), [option(LEFT_OUT, t('mapping.leaveOut'))])}
    ${catalog.families.map(f => group(nameOf(f.name), catalog.metrics.filter(m => m.family === f.family).flatMap(m => [option(m.code, nameOf(m.name)),
      ...m.schemes.flatMap(s => catalog.classifications.find(c => c.scheme === s)?.categories ?? [])
        .map(c => option(`${m.code}|${c.code}`, `${nameOf(m.name)} · ${nameOf(c.name)}`))])))}
    ${group(t('mapping.fields'), FIELDS.map(f => option(f, t(`field.${f}`))))}`;
}

/** A meaning in words. @param {Catalog} catalog @param {string} meaning @param {string} [otherwise] */
export function meaningName(catalog, meaning, otherwise = meaning) {
  if (meaning === LEFT_OUT) return t('mapping.leaveOut');
  const [first, category] = meaning.split('|');
  const metric = metricOf(catalog, first);
  if (metric) return nameOf(metric.name) + (category ? ` · ${categoryName(catalog, category)}` : '');
  return has(`field.${meaning}`) ? t(`field.${meaning}`) : otherwise;
}

/** How the header of a file was read besides the catalogue. @param {Receipt} receipt @param {Catalog} catalog */
export function readingNotes({ answers }, catalog) {
  return answers.length ? html`<ul class="readings">${answers.map(a => html`<li>${t(a.confirmed_at ? 'mapping.earlier' : 'mapping.now', {
    who: a.confirmed_by, when: a.confirmed_at ? instantName(a.confirmed_at) : '', header: a.header, meaning: meaningName(catalog, a.meaning) })}</li>`)}</ul>` : html``;
}
