// @ts-check
import { getColumns, getExtractCount, getFrozenChanges, getPreview, getVintages } from '../api.js';
import { departmentName, metricName, spanOf } from '../catalog.js';
import { chipList, versionChip } from '../components/chips.js';
import { fileList, frozenAddress, startDownloads } from '../components/extract-files.js';
import { codeLists, dictionary, snippets } from '../components/extract-words.js';
import { checklist, choice, departmentChecklist, filterForm, onApply, reviewChoice, reviewQuery } from '../components/filters.js';
import { extractAddresses } from '../components/links.js';
import { dataTable } from '../components/table.js';
import { instantName, number, periodName, stateName } from '../format.js';
import { html } from '../html.js';
import { language, nameOf, t, withTexts } from '../i18n/index.js';
import { split } from '../state.js';

await withTexts('extracts');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').ExtractPage} ExtractPage */

const PREVIEW = ['org_name', 'metric_name', 'category_name', 'period', 'value_text', 'value', 'state'];

/** The question that page state and server share. @param {Context} ctx @returns {Record<string, string>} */
function questionOf({ state, query }) {
  return { ...selectionOf(state), ...query };
}

/** @param {import('../state.js').State} state @returns {Record<string, string>} */
function selectionOf(state) {
  const period = state.f && state.t ? [state.f, state.t].sort().join('..') : state.f || state.t;
  return { metric: state.m, department: state.o, period, ...reviewQuery(state) };
}

/** The moment of the page that has files of its own: the one asked for, or the last before it. @param {string[]} vintages @param {string} at */
const vintageOf = (vintages, at) => vintages.find(v => !at || Date.parse(v) <= Date.parse(at)) ?? '';

/** @type {import('../main.js').Page} */
export const page = {
  name: 'extracts',
  keys: { m: '', o: '', f: '', t: '', s: 'conf' },

  /** @returns {Promise<ExtractPage>} */
  async load(ctx, signal) {
    const question = questionOf(ctx);
    const [count, { vintages }, columns, preview] = await Promise.all([
      getExtractCount(question, signal), getVintages(signal), getColumns(signal), getPreview({ ...question, lang: language() === 'zh' ? '' : language() }, signal)]);
    const vintage = vintageOf(vintages, ctx.state.at);
    const changes = ctx.state.at && vintage ? await getFrozenChanges(vintage, selectionOf(ctx.state), signal) : null;
    return { count, vintages, vintage, columns, preview, changes };
  },

  render(main, ctx, data) {
    const { count } = data;
    const csv = extractAddresses(questionOf(ctx));
    main.innerHTML = String(html`<h1>${t('page.extracts')}</h1>
      <div class="lede"><p>${sentence(count)}</p></div>${filters(ctx, data)}${chips(ctx)}
      <section class="figure"><h2>${t('extracts.download')}</h2>
      ${count.rows === 0 ? html`<p class="notice">${t('extracts.empty')}</p>` : ''}
      ${fileList(questionOf(ctx), count.rows)}<div id="download-state" role="status"></div>
      ${dataTable({ caption: t('extracts.byState'), head: [t('card.state'), t('extracts.rows')],
        rows: Object.entries(count.states).map(([state, rows]) => ({ name: stateName(state), cells: [number(/** @type {number} */ (rows))] })) })}</section>
      ${version(ctx, data)}${preview(data.preview)}
      <section class="figure"><h2>${t('extracts.code')}</h2>${snippets(location.origin + csv.program)}
      <p><a href="/reference${ctx.state.lang === 'en' ? '?lang=en' : ''}">${t('extracts.reference')}</a></p></section>
      <section class="figure"><h2>${t('extracts.lists')}</h2>${codeLists(ctx.query)}</section>
      <section class="figure"><h2>${t('extracts.columns')}</h2><p>${t('extracts.tidy')}</p><details class="each"><summary>${t('extracts.all', { count: data.columns.length })}</summary>${dictionary(data.columns)}</details>
      <h3>${t('extracts.changelog')}</h3><ul class="plain">${['extracts.log.first', 'extracts.log.category', 'extracts.log.gaps', 'extracts.log.cells']
        .map(key => html`<li>${t(key)}</li>`)}</ul></section>`);
    onApply(main, ctx.go);
    startDownloads(main);
    return {};
  },
};

/** @param {import('../types.js').ExtractCount} count */
function sentence(count) {
  const states = Object.entries(count.states).filter(([, n]) => n > 0)
    .map(([state, n]) => t('extracts.part', { state: stateName(state).toLowerCase(), count: number(n) }));
  return t('extracts.sentence', { rows: number(count.rows) }) + (states.length ? t('extracts.of', { states: states.join(t('list.semicolon')) }) : '') + t('list.stop');
}

/** @param {Context} ctx @param {ExtractPage} data */
function filters({ catalog, state }, { vintages }) {
  const all = { value: '', text: t('filter.all') };
  const periods = ['Y', 'H', 'Q'].flatMap(kind => spanOf(catalog, /** @type {any} */ (kind))).filter(p => catalog.periods.includes(p))
    .map(p => ({ value: p, text: periodName(p) }));
  // Imports of one minute are one choice: the last of them.
  const minutes = vintages.filter((v, i) => i === 0 || instantName(v) !== instantName(vintages[i - 1]));
  const moments = [...new Set([...(state.at ? [state.at] : []), ...minutes])].map(v => ({ value: v, text: instantName(v) }));
  return filterForm([
    checklist('m', catalog.metrics.filter(m => m.departments.length).map(m => ({ value: m.code, text: nameOf(m.name) })), split(state.m)),
    departmentChecklist(catalog, split(state.o)), choice('f', [all, ...periods], state.f), choice('t', [all, ...periods], state.t), reviewChoice(state),
    choice('at', [{ value: '', text: t('extracts.newest') }, ...moments], state.at)]);
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

/** The data version: its permanent address, what proves it, what has changed since. @param {Context} ctx @param {ExtractPage} data */
function version(ctx, { vintage, changes }) {
  if (!vintage) return html``;
  const selection = selectionOf(ctx.state);
  const frozen = frozenAddress(vintage, 'figures.csv', selection);
  return html`<section class="figure"><h2>${t('extracts.version')}</h2><p>${t('extracts.versionOf', { at: instantName(vintage) })}
    ${ctx.state.at && Date.parse(ctx.state.at) !== Date.parse(vintage) ? t('extracts.nearest', { at: instantName(ctx.state.at) }) : ''}</p>
    <dl class="code"><div><dt>${t('links.fixed')}</dt><dd><code tabindex="0">${location.origin + frozen}</code>
    <button type="button" data-copy="${location.origin + frozen}">${t('links.copy')}</button></dd></div></dl>
    ${changes ? html`<p>${changes.figures === 0 ? t('extracts.unchanged')
      : t('extracts.changed', { count: number(changes.figures), fresh: number(changes.changes.new), changed: number(changes.changes.changed), withdrawn: number(changes.changes.withdrawn) })}
      ${changes.figures ? html`<a href="${frozenAddress(vintage, 'changes.csv', { ...selection, lang: ctx.state.lang === 'en' ? 'en' : '', bom: '1' })}" download>${t('extracts.which')}</a>` : ''}</p>` : ''}
    <p><a href="${frozenAddress(vintage, 'figures.csv.manifest.json', selection)}">${t('extracts.manifest')}</a> ${t('extracts.verify')}</p></section>`;
}

/** @param {{columns: string[], rows: string[][]}} first */
function preview({ columns, rows }) {
  if (rows.length === 0) return html``;
  const words = (/** @type {string[]} */ row, /** @type {string} */ column) => {
    const cell = row[columns.indexOf(column)];
    return column === 'state' ? stateName(cell) : cell;
  };
  return html`<section class="figure"><h2>${t('extracts.preview')}</h2><details class="each"><summary>${t('extracts.first', { count: rows.length })}</summary>
    ${dataTable({ caption: t('extracts.first', { count: rows.length }), numeric: false, head: PREVIEW,
      rows: rows.map(row => ({ name: words(row, PREVIEW[0]), cells: PREVIEW.slice(1).map(column => words(row, column)) })) })}</details></section>`;
}
