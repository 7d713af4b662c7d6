// @ts-check
/** Administration: are definitions, departments and calendar right, and who did what. */
import { getAdministration, getImports } from '../api-work.js';
import { DEPARTMENT_ACTS, addLine, correctLine, correctStep, metricAct, withdrawLine, withdrawStep } from '../admin/acts.js';
import { calendarList, calendarSentence, lineId } from '../admin/calendar.js';
import { changeForm, startChange } from '../admin/change.js';
import { departmentsList, departmentsSentence, stepId } from '../admin/departments.js';
import { isBusy, jobsList, jobsSentence } from '../admin/jobs.js';
import { logList, logQuestion, logSentence } from '../admin/log.js';
import { metricsList, metricsSentence } from '../admin/metrics.js';
import { chipList, versionChip } from '../components/chips.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */

const TABS = ['metrics', 'departments', 'calendar', 'jobs', 'log'];
const CLEAN = { id: '', do: '', day: '', o: '', p: '', a: '', mode: '', by: '', q: '', f: '', t: '', before: '' };
const LOOK_MILLIS = 3000;

/** What was just stored, to be told on the list it leads to. @type {import('../types.js').AdministrationChanged | null} */
let stored = null;

/** @param {Context} ctx */
const tabOf = ({ state }) => TABS.includes(state.tab) ? state.tab : 'metrics';

/** @type {import('../main.js').Page} */
export const page = {
  name: 'admin',
  keys: { tab: 'metrics', ...CLEAN },
  wide: ({ tab }) => tab !== 'departments' && tab !== 'jobs',

  load(ctx, signal) {
    const { state, query } = ctx;
    switch (tabOf(ctx)) {
      case 'departments': return getAdministration('departments', { day: state.day, ...query }, signal);
      case 'calendar': return getAdministration('calendar', { department: state.o, period: state.p, ...query }, signal);
      case 'jobs': return getImports(signal);
      case 'log': return getAdministration('log', { ...logQuestion(state), before: state.before, ...query }, signal);
      default: return getAdministration('metrics', query, signal);
    }
  },

  render(main, ctx, data) {
    const tab = tabOf(ctx);
    const act = ctx.state.at ? null : actOf(tab, ctx, data);
    const back = ctx.href({ id: '', do: '' });
    main.innerHTML = String(html`<h1>${t('page.admin')}</h1><div class="lede"><p>${sentence(tab, data, ctx)}</p></div>
      <nav class="tabs" id="admin-tabs" aria-label="${t('admin.tabs')}">${TABS.map(name => name === tab ? html`<a href="${ctx.href({ ...CLEAN, tab: name })}" aria-current="page">${t(`admin.tab.${name}`)}</a>`
        : html`<a href="${ctx.href({ ...CLEAN, tab: name })}">${t(`admin.tab.${name}`)}</a>`)}</nav>
      ${chipList(versionChip(ctx))}${saved(ctx)}${ctx.state.at && tab !== 'log' && tab !== 'jobs' ? html`<p class="notice">${t('admin.past')}</p>` : ''}
      ${act ? changeForm(act, back) : html`${ctx.state.at || tab === 'log' || tab === 'jobs' ? '' : html`<p class="quiet admin-phone">${t('admin.phone')}</p>`}<div id="admin-list">${list(tab, data, ctx)}</div>`}`);
    main.querySelector('#admin-search')?.addEventListener('submit', event => {
      event.preventDefault();
      const values = Object.fromEntries([...new FormData(/** @type {HTMLFormElement} */ (event.target))].map(([key, value]) => [key, String(value).trim()]));
      ctx.go({ ...values, before: '' });
    });
    if (act) {
      startChange(main, ctx, act, data.base, answer => { stored = answer; ctx.stale(); ctx.go({ id: '', do: '' }); });
    }
    return { dispose: tab === 'jobs' ? follow(main, ctx, data) : undefined };
  },
};

/** @param {string} tab @param {any} data @param {Context} ctx */
function sentence(tab, data, ctx) {
  switch (tab) {
    case 'departments': return departmentsSentence(data);
    case 'calendar': return calendarSentence(data, new Date().toISOString().slice(0, 10));
    case 'jobs': return jobsSentence(data);
    case 'log': return logSentence(data);
    default: return metricsSentence(data, ctx);
  }
}

/** @param {string} tab @param {any} data @param {Context} ctx */
function list(tab, data, ctx) {
  const mayEdit = !ctx.state.at;
  switch (tab) {
    case 'departments': return departmentsList(data, ctx, mayEdit);
    case 'calendar': return calendarList(data, ctx, mayEdit);
    case 'jobs': return jobsList(data, ctx);
    case 'log': return logList(data, ctx);
    default: return metricsList(data, ctx, mayEdit);
  }
}

/** The form that the address asks for, if there is such. @param {string} tab @param {Context} ctx @param {any} data */
function actOf(tab, { state, catalog }, data) {
  const { id } = state;
  if (tab === 'metrics') {
    const metric = data.metrics.find((/** @type {any} */ m) => m.code === id);
    return metric ? metricAct(metric) : null;
  }
  if (tab === 'departments') {
    const step = data.reorganisations.find((/** @type {any} */ s) => !s.withdrawn && stepId(s) === id);
    if (step && state.do === 'withdrawStep') return withdrawStep(catalog, step);
    if (step && state.do === 'correctStep') return correctStep(catalog, step);
    const department = data.departments.find((/** @type {any} */ d) => d.code === id);
    // The address may name anything, also what every object has.
    const make = Object.hasOwn(DEPARTMENT_ACTS, state.do) ? DEPARTMENT_ACTS[state.do] : null;
    return make && (department || state.do === 'add' || state.do === 'merge') ? make(catalog, department) : null;
  }
  if (tab === 'calendar') {
    if (state.do === 'addLine') return addLine(catalog);
    const line = data.lines.find((/** @type {any} */ l) => lineId(l) === id);
    return line && state.do === 'correctLine' ? correctLine(catalog, line) : line && state.do === 'withdrawLine' ? withdrawLine(catalog, line) : null;
  }
  return null;
}

/** @param {Context} ctx */
function saved(ctx) {
  const answer = stored;
  stored = null;
  if (!answer) return '';
  return html`<div class="notice" role="status" id="admin-saved"><p>${t('admin.saved')} ${answer.receipts.map(r => r.report
    ? html`<a href="${ctx.link(`/reports/${r.report}`)}">${r.report}</a> ` : '')}<a href="${ctx.href({ ...CLEAN, tab: 'log' })}">${t('admin.toLog')}</a></p></div>`;
}

/** Looks again while an import is under way. @param {HTMLElement} main @param {Context} ctx @param {import('../types.js').ImportJobs} first */
function follow(main, ctx, first) {
  let stopped = false;
  let timer = 0;
  const look = () => {
    timer = window.setTimeout(() => getImports().then(answer => {
      if (stopped) return;
      const box = main.querySelector('#admin-list');
      if (box) box.innerHTML = String(jobsList(answer, ctx));
      const lede = main.querySelector('.lede p');
      if (lede) lede.textContent = jobsSentence(answer);
      if (isBusy(answer)) look();
    }).catch(() => { if (!stopped) look(); }), LOOK_MILLIS);
  };
  if (isBusy(first)) look();
  return () => { stopped = true; clearTimeout(timer); };
}
