// @ts-check
import { depthOf } from '../catalog.js';
import { nameOf, t } from '../i18n/index.js';
import { html } from '../html.js';
import { metricOf, spanOf } from '../catalog.js';
import { periodName } from '../format.js';

/** @typedef {import('../types.js').Catalog} Catalog */
/** @typedef {{value: string, text: string}} Choice */

/** A native select with its label. @param {string} key @param {Choice[]} choices @param {string} chosen @param {string} [form] which of the page's forms, where two have it */
export function choice(key, choices, chosen, form = 'filter') {
  return html`<label class="field"><span>${t(`filter.${key}`)}</span><select id="${form}-${key}" name="${key}">
    ${choices.map(option)}</select></label>`;

  function option(/** @type {Choice} */ c) {
    return c.value === chosen ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`;
  }
}

/** The metrics by family; those without figures are told apart. @param {Catalog} catalog @param {string} chosen @param {string} [none] the words for no metric, where there need not be one */
export function metricChoice(catalog, chosen, none = '') {
  const families = catalog.families.map(f => ({ name: nameOf(f.name), metrics: catalog.metrics.filter(m => m.family === f.family) }));
  return html`<label class="field wide"><span>${t('filter.m')}</span><select id="filter-m" name="m">
    ${none ? html`<option value="">${none}</option>` : ''}${families.filter(f => f.metrics.length).map(f => html`<optgroup label="${f.name}">${f.metrics.map(option)}</optgroup>`)}</select></label>`;

  function option(/** @type {import('../types.js').Metric} */ m) {
    const text = m.departments.length ? nameOf(m.name) : t('filter.noFigures', { name: nameOf(m.name) });
    return m.code === chosen ? html`<option value="${m.code}" selected>${text}</option>` : html`<option value="${m.code}">${text}</option>`;
  }
}

/** A list of checkboxes that folds away. @param {string} key @param {(Choice & {depth?: number})[]} choices @param {string[]} chosen */
export function checklist(key, choices, chosen) {
  return html`<details class="field picker"><summary id="filter-${key}"><span>${t(`filter.${key}`)}</span>
    <b>${chosen.length ? t('filter.chosen', { count: chosen.length }) : t('filter.all')}</b></summary>
    <fieldset><legend class="away">${t(`filter.${key}`)}</legend>${choices.map(box)}</fieldset></details>`;

  function box(/** @type {Choice & {depth?: number}} */ c) {
    const input = chosen.includes(c.value)
      ? html`<input type="checkbox" name="${key}" value="${c.value}" checked>` : html`<input type="checkbox" name="${key}" value="${c.value}">`;
    return html`<label class="check depth-${Math.min(4, c.depth ?? 0)}">${input}<span>${c.text}</span></label>`;
  }
}

/** @param {Catalog} catalog @param {string[]} chosen */
export function departmentChecklist(catalog, chosen) {
  return checklist('o', catalog.departments.map(d => ({ value: d.code, text: nameOf(d.name), depth: depthOf(catalog, d) })), chosen);
}

/** @param {Catalog} catalog @returns {Choice[]} */
export const departmentChoices = catalog => catalog.departments
  .map(d => ({ value: d.code, text: '\u3000'.repeat(depthOf(catalog, d)) + nameOf(d.name) }));

/** Categories of a metric: none, a whole scheme, or one. @param {Catalog} catalog @param {string} metric @returns {Choice[]} */
export function categoryChoices(catalog, metric) {
  const schemes = metricOf(catalog, metric)?.schemes ?? [];
  const held = catalog.classifications.filter(c => schemes.includes(c.scheme));
  return [{ value: '', text: t('filter.whole') }, ...held.flatMap(c => [
    { value: c.scheme, text: t('filter.scheme', { name: nameOf(c.name) }) },
    ...c.categories.map(k => ({ value: k.code, text: `\u3000${nameOf(k.name)}` })),
  ])];
}

/** The span of the data, and what the address asks for beyond it. @param {Catalog} catalog @param {import('../periods.js').Kind} kind @param {string[]} chosen @returns {Choice[]} */
export function periodChoices(catalog, kind, chosen) {
  const periods = new Set([...spanOf(catalog, kind), ...chosen]);
  return [...periods].filter(Boolean).sort().map(p => ({ value: p, text: periodName(p) }));
}

/** The periods that have figures and the one asked for, the newest first: what is shown is what stands in the field. @param {Catalog} catalog @param {string} chosen @returns {Choice[]} */
export function reportedPeriods({ periods }, chosen) {
  const all = !chosen || periods.includes(chosen) ? periods : [...periods, chosen];
  return [...all].reverse().map(p => ({ value: p, text: periodName(p) }));
}

/** Lengths of period; those without data of the metric say so, and months are only offered where there are any.
 * @param {import('../types.js').Metric | undefined} metric @param {string} chosen @returns {Choice[]} */
export const lengthChoices = (metric, chosen) => /** @type {import('../periods.js').Kind[]} */ (['Q', 'H', 'Y', 'M'])
  .filter(kind => kind !== 'M' || kind === chosen || metric?.lengths.includes(kind))
  .map(kind => ({ value: kind, text: metric?.lengths.includes(kind) ? t(`filter.g.${kind}`) : t('filter.g.none', { name: t(`filter.g.${kind}`) }) }));

/** A part of a name to look for. @param {string} key @param {string} text */
export const searchField = (key, text) => html`<label class="field"><span>${t(`filter.${key}`)}</span><input id="filter-${key}" name="${key}" type="search" value="${text}" autocomplete="off"></label>`;

/** Names that the page's own words give to fixed values. @param {string} key @param {string[]} values @returns {Choice[]} */
export const worded = (key, values) => values.map(value => ({ value, text: t(`filter.${key}.${value}`) }));

/** Whether what nobody has confirmed counts, and is drawn hollow. @param {import('../state.js').State} state */
export const reviewChoice = state => choice('s', worded('s', ['conf', 'all']), state.s);

/** The same as a question to the server. @param {import('../state.js').State} state @returns {Record<string, string>} */
export const reviewQuery = state => state.s === 'all' ? { review: 'all' } : {};

/** On a phone the form is folded away behind a button that says what is chosen. @param {import('../html.js').Markup[]} fields */
export function filterForm(fields) {
  return html`<button type="button" class="fold" id="filter-fold" aria-expanded="false" aria-controls="filters"><b>${t('filter.title')}</b> <span></span></button>
    <form class="filters" id="filters" aria-label="${t('filter.title')}">${fields}
    <button id="apply" class="primary">${t('filter.apply')}</button>
    <p id="filter-fault" class="fault" role="alert" hidden></p></form>`;
}

/** What is chosen in a form, in its order; of what is one among a few ways only what is not the usual one. @param {HTMLFormElement} form */
function chosenIn(form) {
  const said = (/** @type {Element} */ e) => e instanceof HTMLSelectElement ? e.value && (e.selectedIndex > 0 || !['b', 'og', 's'].includes(e.name)) && e.selectedOptions[0].text.trim()
    : e instanceof HTMLInputElement ? e.value : e.querySelector(':checked') && e.querySelector('summary')?.textContent?.replace(/\s+/g, ' ').trim();
  return [...form.querySelectorAll('select, input[type="search"], details')].map(said).filter(Boolean).join(' · ');
}

/** @param {Element} root @param {HTMLFormElement} form */
function startFold(root, form) {
  const fold = /** @type {HTMLElement} */ (root.querySelector('#filter-fold'));
  /** @type {HTMLElement} */ (fold.querySelector('span')).textContent = chosenIn(form);
  fold.addEventListener('click', () => fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true')));
}

/**
 * Hands the form over as one state when it is applied.
 * @param {Element} root @param {(state: Record<string, string>) => void} apply @param {number} [limit] departments at most
 */
export function onApply(root, apply, limit = Infinity) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector('#filters'));
  startFold(root, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const data = new FormData(form);
    const fault = /** @type {HTMLElement} */ (form.querySelector('#filter-fault'));
    fault.hidden = data.getAll('o').length <= limit;
    fault.textContent = fault.hidden ? '' : t('filter.tooMany', { limit, count: data.getAll('o').length });
    if (!fault.hidden) return;
    const keys = new Set(Array.from(form.elements, e => /** @type {HTMLInputElement} */ (e).name).filter(Boolean));
    apply(Object.fromEntries([...keys].map(key => [key, data.getAll(key).join(',')])));
  });
}
