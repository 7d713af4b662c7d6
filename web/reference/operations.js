// @ts-check
/** The operations of the contract, by what they are about. */
import { html } from '../html.js';
import { fieldsTable, kindOf } from './schemas.js';
import { more, said } from './text.js';
import { t } from './words.js';

/** @typedef {{method: string, path: string, about: any}} Operation */

/** The first group whose pattern fits. @type {[string, RegExp][]} */
const GROUPS = [
  ['extracts', /^\/extracts/],
  ['imports', /^\/api\/v1\/(imports|template)/],
  ['reports', /^\/api\/v1\/(reports|review)/],
  ['admin', /^\/api\/v1\/admin/],
  ['service', /^\/(health|metrics)|openapi/],
  ['data', /^/],
];
const ORDER = ['data', 'extracts', 'reports', 'imports', 'admin', 'service'];

/** @param {any} contract @returns {[string, Operation[]][]} */
export function operationsOf(contract) {
  const all = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => ({ method: method.toUpperCase(), path, about })));
  const groupOf = (/** @type {Operation} */ each) => /** @type {[string, RegExp]} */ (GROUPS.find(([, pattern]) => pattern.test(each.path)))[0];
  return ORDER.map(name => /** @type {[string, Operation[]]} */ ([name, all.filter(each => groupOf(each) === name)]))
    .filter(([, operations]) => operations.length);
}

/** What a reference stands for. @param {any} thing @param {any} contract */
function resolved(thing, contract) {
  return thing?.$ref ? thing.$ref.slice(2).split('/').reduce((/** @type {any} */ at, /** @type {string} */ key) => at[key], contract) : thing;
}

/** @param {Operation} operation @param {any} contract */
export function operationBox({ method, path, about }, contract) {
  const parameters = (about.parameters ?? []).map((/** @type {any} */ each) => resolved(each, contract));
  return html`<details class="operation" id="${about.operationId}">
    <summary><b class="method">${method}</b> <code>${path}</code> <span>${said(about)}</span></summary>
    ${more(about)}
    ${parameters.length ? parameterTable(parameters) : html`<p>${t('parameters.none')}</p>`}
    ${body(about.requestBody)}
    ${answers(about.responses, contract)}</details>`;
}

/** @param {any[]} parameters */
function parameterTable(parameters) {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${t('parameters')}"><table class="data folding">
    <caption>${t('parameters')}</caption>
    <thead><tr><th scope="col">${t('name')}</th><th scope="col">${t('kind')}</th><th scope="col">${t('meaning')}</th></tr></thead>
    <tbody>${parameters.map(each => html`<tr><th scope="row"><code>${each.in === 'path' ? `{${each.name}}` : each.name}</code>${each.required ? html` <small>${t('required')}</small>` : ''}</th>
      <td data-label="${t('kind')}"><span>${kindOf(each.schema)}${each.schema?.default === undefined ? '' : html` <small>${t('usual', { value: each.schema.default })}</small>`}</span></td>
      <td data-label="${t('meaning')}"><span>${said(each)}</span></td></tr>`)}</tbody></table></div>`;
}

/** @param {any} request */
function body(request) {
  if (!request) return '';
  return html`${Object.entries(request.content).map(([type, { schema }]) => html`<p>${t('body')}: <code>${type}</code></p>${fieldsTable(schema ?? {}, t('body'))}`)}`;
}

/** @param {Record<string, any>} responses @param {any} contract */
function answers(responses, contract) {
  const rows = Object.entries(responses).map(([status, response]) => ({ status, response: resolved(response, contract) }));
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${t('answers')}"><table class="data folding">
    <caption>${t('answers')}</caption>
    <thead><tr><th scope="col">${t('status')}</th><th scope="col">${t('format')}</th><th scope="col">${t('meaning')}</th></tr></thead>
    <tbody>${rows.map(({ status, response }) => html`<tr><th scope="row">${status === 'default' ? t('status.default') : status}</th>
      <td data-label="${t('format')}"><span>${Object.entries(response.content ?? {}).map(([type, { schema }], i) => html`${i ? html`<br>` : ''}<code>${type}</code> ${schema ? kindOf(schema) : ''}`)}</span></td>
      <td data-label="${t('meaning')}"><span>${said(response)}</span></td></tr>`)}</tbody></table></div>`;
}
