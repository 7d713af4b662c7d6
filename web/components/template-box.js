// @ts-check
import { save } from './save.js';
import { getTemplate } from '../api-work.js';
import { html } from '../html.js';
import { language, t } from '../i18n/index.js';
import { periodName } from '../format.js';
import { fromOrdinal, kindOf, ordinal, span } from '../periods.js';
import { choice, departmentChoices } from './filters.js';
import { failure } from './notice.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../periods.js').Kind} Kind */

const AHEAD = 2;

/**
 * The periods a form may be asked for, newest first: those of each length that was ever reported, and the next two; in
 * an empty ledger the quarters of this year.
 * @param {string[]} periods with data @param {number} year this one
 */
export function formPeriods(periods, year) {
  const kinds = [...new Set(periods.map(kindOf))].filter(kind => kind !== null);
  if (!kinds.length) return [4, 3, 2, 1].map(quarter => `${year}-Q${quarter}`);
  return kinds.flatMap(kind => {
    const own = span(periods.filter(p => kindOf(p) === kind), kind);
    const last = ordinal(own[own.length - 1]);
    return [...own, ...Array.from({ length: AHEAD }, (_, i) => fromOrdinal(kind, last + i + 1))].reverse();
  });
}

/** The period after the newest one of the length that most was reported for. @param {string[]} periods @param {string[]} offered */
export function nextPeriod(periods, offered) {
  const count = (/** @type {string} */ p) => periods.filter(other => kindOf(other) === kindOf(p)).length;
  const usual = [...periods].sort((a, b) => count(b) - count(a))[0];
  return offered.filter(p => !usual || kindOf(p) === kindOf(usual))[usual ? AHEAD - 1 : 0];
}

/** A form to fill in, for a department and period. @param {Context} ctx */
export function templateBox({ catalog }) {
  if (!catalog.departments.length) return html``;
  const offered = formPeriods(catalog.periods, new Date().getFullYear());
  return html`<form id="template" class="import" method="get" action="/api/v1/template"><h2>${t('template.title')}</h2>
    <p class="quiet">${t('template.sentence')}</p>
    <div class="filters">${choice('department', departmentChoices(catalog), catalog.departments[0].code, 'template')}
    ${choice('period', offered.map(p => ({ value: p, text: periodName(p) })), nextPeriod(catalog.periods, offered), 'template')}
    <input type="hidden" name="lang" value="${language()}">
    <button id="template-go">${t('template.go')}</button></div><div id="template-state"></div></form>`;
}

/** @param {HTMLElement} main */
export function startTemplate(main) {
  const form = /** @type {HTMLFormElement | null} */ (main.querySelector('#template'));
  const state = main.querySelector('#template-state');
  form?.addEventListener('submit', async event => {
    event.preventDefault();
    if (!state || state.ariaBusy) return;
    state.ariaBusy = 'true';
    try {
      state.innerHTML = '';
      save(await getTemplate(Object.fromEntries(/** @type {any} */ (new FormData(form)))));
    } catch (error) {
      state.innerHTML = String(failure(error, ''));
      state.querySelector('#retry')?.addEventListener('click', () => form.requestSubmit());
    } finally { state.ariaBusy = null; }
  });
}
