// @ts-check
import { getReports } from '../api.js';
import { followImport, postImport } from '../api-work.js';
import { departmentName } from '../catalog.js';
import { choice, departmentChoices, worded } from '../components/filters.js';
import { failure } from '../components/notice.js';
import { showProgress } from '../components/progress.js';
import { several } from '../components/several.js';
import { watchStop } from '../components/stop.js';
import { startTemplate, templateBox } from '../components/template-box.js';
import { dataTable } from '../components/table.js';
import { instantName, number, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { hasStored } from '../job.js';

await withTexts('reports');

/** @typedef {import('../main.js').Context} Context */

/** @type {import('../main.js').Page} */
export const page = {
  name: 'reports',
  keys: { i: '' },

  load: (ctx, signal) => getReports(ctx.query, signal),

  render(main, ctx, { reports: list }) {
    main.innerHTML = String(html`<h1>${t('page.reports')}</h1>
      <div class="lede"><p>${t('reports.sentence', { count: list.length })}</p></div>
      <div class="import-phone"><p class="notice">${t('import.phone')}</p></div>${importBox(ctx)}<div id="import-state"></div>${templateBox(ctx)}
      <h2>${t('reports.list')}</h2>${list.length ? table(ctx, list) : html`<p class="notice">${t('reports.none')}</p>`}`);
    const stop = startImport(main, ctx);
    startTemplate(main);
    return { dispose: stop };
  },
};

const ENCODINGS = ['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE'];

/** @param {Context} ctx @param {import('../types.js').Report[]} list */
function table(ctx, list) {
  return dataTable({ caption: t('reports.list'), numeric: false,
    head: ['name', 'kind', 'department', 'period', 'received', 'figures'].map(k => t(`reports.${k}`)),
    rows: list.map(r => ({ name: /** @type {any} */ (html`<a href="${ctx.link(`/reports/${r.id}`)}" lang="zh-CN">${r.name}</a>`), cells: [
      t(`kindOfReport.${r.kind}`), r.department ? departmentName(ctx.catalog, r.department) : several(r),
      r.period ? html`<span class="fit">${periodName(r.period)}</span>` : several(r), html`<span class="fit">${instantName(r.received_at)}</span>`, html`<span class="fit">${number(r.figures)}</span>`] })) });
}

/** @param {Context} ctx */
function importBox({ catalog }) {
  const none = { value: '', text: t('import.fromFile') };
  const periods = [...catalog.periods].reverse().map(p => ({ value: p, text: periodName(p) }));
  return html`<form id="import" class="import"><h2>${t('import.title')}</h2>
    <label class="drop" id="drop"><span>${t('import.drop')}</span><input type="file" id="import-files" name="file" multiple required></label>
    <p id="import-names" class="quiet" aria-live="polite"></p>
    <div class="filters">${choice('mode', worded('mode', ['add', 'correct', 'replace', 'withdraw']), 'add')}
    ${choice('department', [none, ...departmentChoices(catalog)], '')}${choice('period', [none, ...periods], '')}
    ${choice('encoding', [{ value: '', text: t('import.detected') }, ...ENCODINGS.map(e => ({ value: e, text: e === 'GB18030' ? t('import.gb') : e }))], '')}
    <label class="field wide"><span>${t('import.reason')}</span><input name="reason" id="import-reason" autocomplete="off"></label>
    <span class="together"><button name="act" value="preview" id="import-preview" class="primary">${t('import.preview')}</button>
    <button name="act" value="import" id="import-go">${t('import.go')}</button></span></div></form>`;
}

/** @param {HTMLElement} main @param {Context} ctx @returns {() => void} */
function startImport(main, ctx) {
  const form = /** @type {HTMLFormElement} */ (main.querySelector('#import'));
  const state = /** @type {HTMLElement} */ (main.querySelector('#import-state'));
  const part = (/** @type {string} */ name) => /** @type {any} */ (form.elements.namedItem(name));
  let stop = () => {};
  /** What header cells mean, as the clerk has said for the chosen files. @type {Map<string, string>} */
  const mapping = new Map();
  /** @type {import('../types.js').ImportJob | undefined} */
  let last;

  const follow = (/** @type {string} */ id) => {
    stop();
    stop = followImport(id, job => {
      last = job;
      showProgress(state, job, ctx, part('file').files.length > 0);
      if (hasStored(job)) refresh(main, ctx);
    }, error => fail(error, () => follow(id)));
  };
  const fail = (/** @type {unknown} */ error, /** @type {() => void} */ again) => {
    state.innerHTML = String(failure(error, ''));
    state.querySelector('#retry')?.addEventListener('click', again);
  };
  let sending = false;

  /** @param {{dry?: boolean, previewed?: string}} how @param {() => void} again */
  const send = async ({ dry = false, previewed = '' }, again) => {
    if (sending) return;
    sending = true;
    const data = new FormData(form);
    const files = new FormData();
    data.getAll('file').forEach(file => files.append('file', file));
    const value = (/** @type {string} */ key) => String(data.get(key) ?? '');
    try {
      const job = await postImport(files, { dry_run: dry ? 'true' : '', previewed, map: [...mapping].map(pair => pair.join('=')).join('\n'), mode: value('mode'), reason: value('reason'),
        department: value('department'), period: value('period'), encoding: value('encoding') });
      history.replaceState(history.state, '', ctx.href({ i: job.id }));
      follow(job.id);
    } catch (error) {
      fail(error, again);
    } finally { sending = false; }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    const { submitter } = /** @type {SubmitEvent} */ (event);
    send({ dry: submitter?.getAttribute('value') !== 'import' }, () => form.requestSubmit(submitter));
  });
  state.addEventListener('click', event => {
    if (/** @type {HTMLElement} */ (event.target).id !== 'import-commit') return;
    const commit = () => send({ previewed: last?.preview ?? '' }, commit);
    if (form.reportValidity()) commit();
  });
  state.addEventListener('submit', event => {
    event.preventDefault();
    new FormData(/** @type {HTMLFormElement} */ (event.target)).forEach((meaning, header) => mapping.set(header, String(meaning)));
    const preview = () => send({ dry: true }, preview);
    if (form.reportValidity()) preview();
  });
  // What was previewed is not what would be stored any more.
  form.addEventListener('change', event => {
    const commit = state.querySelector('#import-commit');
    if (commit && /** @type {HTMLElement} */ (event.target).id !== 'import-reason') {
      commit.remove();
      /** @type {HTMLElement} */ (state.querySelector('#commit-note')).textContent = t('commit.changed');
    }
  });
  part('file').addEventListener('change', () => mapping.clear());
  part('mode').addEventListener('change', () => { part('reason').required = part('mode').value !== 'add'; });
  startDropping(form, part('file'));
  watchStop(state);
  if (ctx.state.i) follow(ctx.state.i);
  return () => stop();
}

/** New reports in the list, without losing the receipt above it. @param {HTMLElement} main @param {Context} ctx */
async function refresh(main, ctx) {
  ctx.stale();
  const { reports: list } = await getReports(ctx.query).catch(() => ({ reports: [] }));
  const old = main.querySelector(':scope > .scroll, :scope > .notice'); // the list, or the word that there is none
  if (list.length && old) old.outerHTML = String(table(ctx, list));
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} input */
function startDropping(form, input) {
  const drop = /** @type {HTMLElement} */ (form.querySelector('#drop'));
  const names = /** @type {HTMLElement} */ (form.querySelector('#import-names'));
  const tell = () => { names.textContent = (input.files?.length ?? 0) > 1 ? Array.from(input.files ?? [], f => f.name).join(t('list.pause')) : ''; };
  input.addEventListener('change', tell);
  drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer?.files.length) { input.files = event.dataTransfer.files; tell(); }
  });
}
