// @ts-check
/** Schemas of the contract in words and tables. */
import { html } from '../html.js';
import { said } from './text.js';
import { t } from './words.js';

/** @typedef {any} Schema  a JSON Schema as the contract has it */

const SHOWN = 12;

/** The name a reference points at. @param {string} ref */
const nameOf = ref => ref.slice(ref.lastIndexOf('/') + 1);

/** What may stand there. @param {Schema} schema @returns {any} */
export function kindOf(schema) {
  if (!schema || Object.keys(schema).length === 0) return t('kind.bytes');
  if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return html`${some.map((/** @type {Schema} */ each, /** @type {number} */ i) => html`${i ? t('or') : ''}${kindOf(each)}`)}`;
  if (schema.const !== undefined) return html`<code>${schema.const}</code>`;
  if (schema.enum) return words(schema.enum);
  if (schema.contentMediaType) return t('kind.bytes');
  if (schema.items) return html`${listOf(schema.items)}`;
  const types = [schema.type ?? (schema.properties ? 'object' : 'any')].flat();
  return html`${types.map((type, i) => `${i ? t('or') : ''}${t(`kind.${type === 'string' && schema.format ? schema.format : type}`)}`).join('')}${range(schema)}`;
}

/** @param {Schema} items */
function listOf(items) {
  const [before, after] = t('listOf').split('{item}');
  return html`${before}${kindOf(items)}${after}`;
}

/** @param {unknown[]} values */
function words(values) {
  const shown = values.slice(0, SHOWN).map((each, i) => html`${i ? ', ' : ''}<code>${each === null ? 'null' : String(each)}</code>`);
  return html`${shown}${values.length > SHOWN ? ' …' : ''}`;
}

/** @param {Schema} schema */
function range(schema) {
  if (schema.minimum !== undefined && schema.maximum !== undefined) return html` (${t('upTo', { from: schema.minimum, to: schema.maximum })})`;
  return schema.maximum !== undefined ? html` (${t('most', { count: schema.maximum })})` : '';
}

/**
 * The fields of an object, those of a list's items, or nothing.
 * @param {Schema} schema @param {string} caption
 */
export function fieldsTable(schema, caption) {
  const object = [schema, schema.items, ...(schema.anyOf ?? [])].find(each => each?.properties);
  if (!object) return '';
  const required = new Set(object.required ?? []);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table class="data folding">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">${t('name')}</th><th scope="col">${t('kind')}</th><th scope="col">${t('meaning')}</th></tr></thead>
    <tbody>${Object.entries(object.properties).map(([name, field]) => html`<tr>
      <th scope="row"><code>${name}</code>${required.has(name) ? '' : html` <small>?</small>`}</th>
      <td data-label="${t('kind')}"><span>${kindOf(field)}</span></td><td data-label="${t('meaning')}"><span>${said(field)}${inner(/** @type {Schema} */ (field))}</span></td></tr>`)}</tbody></table></div>`;
}

/** Fields of an object written where it is used. @param {Schema} field */
function inner(field) {
  const object = [field, field.items, ...(field.anyOf ?? [])].find(each => each?.properties);
  return object ? html` <small>{ ${Object.keys(object.properties).map((name, i) => html`${i ? ', ' : ''}<code>${name}</code>`)} }</small>` : '';
}

/** @param {string} name @param {Schema} schema */
export function schemaBox(name, schema) {
  return html`<details class="operation" id="schema-${name}"><summary><code>${name}</code></summary>
    ${schema.description ? html`<p>${said(schema)}</p>` : ''}
    ${fieldsTable(schema, t('fields')) || html`<p>${kindOf(schema)}</p>`}</details>`;
}
