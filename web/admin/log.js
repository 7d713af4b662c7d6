// @ts-check
/** The log: who did what, when and why. */
import { address } from '../api.js';
import { chipList } from '../components/chips.js';
import { dataTable } from '../components/table.js';
import { dateName, instantName, number } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').AdministrationLog} Answer */
/** @typedef {import('../types.js').LogEntry} Entry */

const ACTS = ['figures', 'text', 'review', 'departments', 'reorganisations', 'calendar', 'metrics', 'targets', 'decision'];
const MODES = ['add', 'correct', 'withdraw', 'replace'];

/** The question that page state and server share. @param {Context['state']} s @returns {Record<string, string>} */
export const logQuestion = s => ({ act: s.a, mode: s.mode, actor: s.by, q: s.q, from: s.f, until: s.t });

/** @param {Answer} answer */
export const logSentence = ({ count, entries }) => count === 0 ? t('admin.log.none')
  : t('admin.log.sentence', { count: number(count), newest: instantName(entries[0]?.at ?? '1970-01-01T00:00:00Z') });

/** @param {Answer} answer @param {Context} ctx */
export function logList({ count, entries }, ctx) {
  const { state } = ctx;
  const csv = { ...logQuestion(state), ...ctx.query };
  const last = entries[entries.length - 1];
  return html`${filters(state)}${chipList(chips(ctx))}
    <p class="links"><a href="${address('/api/v1/administration/log.csv', { ...csv, bom: '1' })}" download>${t('links.excel')}</a>
      <a href="${address('/api/v1/administration/log.csv', csv)}" download>${t('links.program')}</a><a href="${ctx.href({ print: '1' })}">${t('links.print')}</a></p>
    ${entries.length ? html`<section class="figure"><h2>${t('admin.tab.log')}</h2>${dataTable({ caption: t('admin.log.caption'), numeric: false,
      head: ['number', 'when', 'who', 'what', 'about', 'came', 'why'].map(k => t(`admin.log.${k}`)),
      rows: entries.map(e => ({ name: String(e.number), cells: [html`<span class="admin-fit">${instantName(e.at)}</span>`, e.actor, what(e),
        e.report ? html`<a href="${ctx.link(`/reports/${e.report.id}`)}" lang="zh-CN">${e.report.name}</a>` : '—', outcome(e), e.reason ?? '—'] })) })}</section>` : html`<p class="notice">${t('admin.none')}</p>`}
    ${last && count > entries.length ? html`<p><a class="button" href="${ctx.href({ before: String(last.number) })}">${t('admin.log.older')}</a></p>` : ''}`;
}

/** @param {Entry} e */
const what = e => html`<span class="admin-fit">${t(`admin.act.${e.act}`)}</span><small class="under">${t(`admin.mode.${e.mode}`)}</small>`;

/** @param {Entry} e */
function outcome(e) {
  const verdicts = Object.entries(e.verdicts);
  return verdicts.length ? verdicts.map(([kind, count]) => t('admin.verdict', { kind: t(`admin.verdict.${kind}`), count })).join(t('list.pause')) : t('admin.counts', Object.fromEntries(Object.entries(e.counts).map(([kind, count]) => [kind, number(count)])));
}

/** @param {Context['state']} state */
function filters(state) {
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {{value: string, text: string}[]} */ choices) => html`<label class="field" for="admin-${name}"><span>${label}</span>
    <select id="admin-${name}" name="${name}"><option value="">${t('filter.all')}</option>${choices.map(c => c.value === state[name]
    ? html`<option value="${c.value}" selected>${c.text}</option>` : html`<option value="${c.value}">${c.text}</option>`)}</select></label>`;
  const input = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ type) => html`<label class="field" for="admin-${name}"><span>${label}</span>
    <input id="admin-${name}" name="${name}" type="${type}" autocomplete="off" value="${state[name]}"></label>`;
  return html`<form class="filters" id="admin-search">${select('a', t('admin.log.what'), ACTS.map(value => ({ value, text: t(`admin.act.${value}`) })))}
    ${select('mode', t('filter.mode'), MODES.map(value => ({ value, text: t(`admin.mode.${value}`) })))}${input('by', t('admin.log.who'), 'search')}${input('q', t('admin.log.words'), 'search')}
    ${input('f', t('admin.log.from'), 'date')}${input('t', t('admin.log.until'), 'date')}<button class="primary">${t('filter.apply')}</button></form>`;
}

/** @param {Context} ctx @returns {import('../components/chips.js').Chip[]} */
function chips({ state, href }) {
  const chip = (/** @type {string} */ key, /** @type {string} */ text) => state[key] ? [{ text, href: href({ [key]: '', before: '' }) }] : [];
  return [...chip('a', t(`admin.act.${state.a}`)), ...chip('mode', t(`admin.mode.${state.mode}`)), ...chip('by', `${t('admin.log.who')} ${state.by}`), ...chip('q', state.q),
    ...chip('f', t('admin.log.since', { date: state.f && dateName(state.f) })), ...chip('t', t('admin.log.till', { date: state.t && dateName(state.t) })),
    ...chip('before', t('admin.log.before', { number: state.before }))];
}
