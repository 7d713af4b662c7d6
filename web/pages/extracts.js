// @ts-check
import { getExtractCount } from '../api.js';
import { departmentName, metricName, spanOf } from '../catalog.js';
import { COLUMNS } from '../components/columns.js';
import { chipList, versionChip } from '../components/chips.js';
import { checklist, choice, departmentChecklist, filterForm, onApply, reviewChoice, reviewQuery } from '../components/filters.js';
import { extractAddresses } from '../components/links.js';
import { dataTable } from '../components/table.js';
import { number, periodName, stateName } from '../format.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { split } from '../state.js';

await withTexts('extracts');

/** @typedef {import('../main.js').Context} Context */

/** The question that page state and server share. @param {Context} ctx @returns {Record<string, string>} */
function questionOf({ state, query }) {
  const period = state.f && state.t ? [state.f, state.t].sort().join('..') : state.f || state.t;
  return { metric: state.m, department: state.o, period, ...reviewQuery(state), ...query };
}

/** @type {import('../main.js').Page} */
export const page = {
  name: 'extracts',
  keys: { m: '', o: '', f: '', t: '', s: 'conf' },

  load: (ctx, signal) => getExtractCount(questionOf(ctx), signal),

  render(main, ctx, count) {
    const csv = extractAddresses(questionOf(ctx));
    main.innerHTML = String(html`<h1>${t('page.extracts')}</h1>
      <div class="lede"><p>${sentence(count)}</p></div>${filters(ctx)}${chips(ctx)}
      <section class="figure"><h2>${t('extracts.download')}</h2>
      ${count.rows === 0 ? html`<p class="notice">${t('extracts.empty')}</p>` : ''}
      <p class="buttons"><a class="button primary" href="${csv.excel}" download>${t('extracts.excel')}</a>
      <a class="button" href="${csv.program}" download>${t('extracts.program')}</a></p>
      ${dataTable({ caption: t('extracts.byState'), head: [t('card.state'), t('extracts.rows')],
        rows: Object.entries(count.states).map(([state, rows]) => ({ name: stateName(state), cells: [number(/** @type {number} */ (rows))] })) })}</section>
      <section class="figure"><h2>${t('extracts.code')}</h2>${oneLiners(location.origin + csv.program)}</section>
      <section class="figure"><h2>${t('extracts.columns')}</h2><p>${t('extracts.tidy')}</p>
      ${dataTable({ caption: t('extracts.columns'), numeric: false, head: [t('extracts.column'), t('extracts.meaning')],
        rows: COLUMNS.map(c => ({ name: c, cells: [t(`column.${c}`)] })) })}</section>`);
    onApply(main, ctx.go);
    return {};
  },
};

/** @param {import('../types.js').ExtractCount} count */
function sentence(count) {
  const states = Object.entries(count.states).filter(([, n]) => n > 0)
    .map(([state, n]) => t('extracts.part', { state: stateName(state), count: number(n) }));
  return t('extracts.sentence', { rows: number(count.rows) }) + (states.length ? t('extracts.of', { states: states.join(t('list.pause')) }) : '') + t('list.stop');
}

/** @param {Context} ctx */
function filters({ catalog, state }) {
  const all = { value: '', text: t('filter.all') };
  const periods = ['Y', 'H', 'Q'].flatMap(kind => spanOf(catalog, /** @type {any} */ (kind))).filter(p => catalog.periods.includes(p))
    .map(p => ({ value: p, text: periodName(p) }));
  return filterForm([
    checklist('m', catalog.metrics.filter(m => m.departments.length).map(m => ({ value: m.code, text: nameOf(m.name) })), split(state.m)),
    departmentChecklist(catalog, split(state.o)), choice('f', [all, ...periods], state.f), choice('t', [all, ...periods], state.t), reviewChoice(state)]);
}

/** @param {Context} ctx */
function chips(ctx) {
  const { state, catalog } = ctx;
  const without = (/** @type {string} */ key, /** @type {string} */ code) => ctx.href({ [key]: split(state[key]).filter(c => c !== code).join(',') });
  return chipList([
    ...split(state.m).map(code => ({ text: metricName(catalog, code), href: without('m', code) })),
    ...split(state.o).map(code => ({ text: departmentName(catalog, code), href: without('o', code) })),
    ...(state.f || state.t ? [{ text: [state.f, state.t].filter(Boolean).map(periodName).join(' – '), href: ctx.href({ f: '', t: '' }) }] : []),
    ...versionChip(ctx),
  ]);
}

/** One line of code for each reader of the address. @param {string} url */
function oneLiners(url) {
  const lines = { R: `readr::read_csv("${url}")`, Python: `pandas.read_csv("${url}")`, Excel: t('extracts.inExcel', { url }) };
  return html`<dl class="code">${Object.entries(lines).map(([name, code]) => html`<div><dt>${name}</dt>
    <dd><code tabindex="0">${code}</code><button type="button" data-copy="${name === 'Excel' ? url : code}">${t('links.copyCode', { name })}</button></dd></div>`)}</dl>`;
}
