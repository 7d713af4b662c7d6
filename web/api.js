// @ts-check
/** The only module that speaks HTTP. */

/** An answer that is not the data asked for: a problem of the server (RFC 9457) or no answer at all. */
export class ApiError extends Error {
  /** @param {number} status 0 where the network failed @param {import('./types.js').Problem | null} problem */
  constructor(status, problem) {
    super(problem?.detail || problem?.title || String(status));
    this.status = status;
    this.problem = problem;
  }
}

/**
 * An address with its query; empty values are left out, and commas and `..` stay readable.
 * @param {string} path @param {Record<string, string | undefined>} [query]
 */
export function address(path, query = {}) {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(/** @type {string} */ (value)).replace(/%2C/g, ',')}`);
  return pairs.length ? `${path}?${pairs.join('&')}` : path;
}

/** @param {string} url @param {RequestInit} [init] @returns {Promise<Response>} */
export async function request(url, init) {
  let response;
  try {
    // no-cache: always ask again, and let the browser's cache answer a 304.
    response = await fetch(url, { cache: 'no-cache', ...init });
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') throw error;
    throw new ApiError(0, null);
  }
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return response;
}

/** @param {Response} response */
async function problemOf(response) {
  if (!response.headers.get('content-type')?.includes('json')) return null;
  return response.json().catch(() => null);
}

/** @template T @param {string} url @param {AbortSignal} [signal] @returns {Promise<T>} */
export async function get(url, signal) {
  return (await request(url, { signal, headers: { accept: 'application/json' } })).json();
}

/** @typedef {Record<string, string | undefined>} Query */

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').Catalog>} */
export const getCatalog = (query, signal) => get(address('/api/v1/catalog', query), signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').OverviewAnswer>} */
export const getOverview = (query, signal) => get(address('/api/v1/overview', query), signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').QualityAnswer>} */
export const getQuality = (query, signal) => get(address('/api/v1/quality', query), signal);

/** Departments by metrics: which last values are more than chance. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').SignalGrid>} */
export const getSignals = (query, signal) => get(address('/api/v1/signals', query), signal);

/** One metric with its limits. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ControlCharts>} */
export const getControlCharts = (query, signal) => get(address('/api/v1/control-charts', query), signal);

/** Departments in proportion to their size. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').FunnelAnswer>} */
export const getFunnel = (query, signal) => get(address('/api/v1/funnel', query), signal);

/** Values beside the minimum standards. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').TargetsAnswer>} */
export const getTargets = (query, signal) => get(address('/api/v1/targets', query), signal);

/** From complaint to sanction. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ProcessAnswer>} */
export const getProcess = (query, signal) => get(address('/api/v1/process', query), signal);

/** What is worth a second look. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').QuestionsAnswer>} */
export const getQuestions = (query, signal) => get(address('/api/v1/questions', query), signal);

/** Takes down what a person decides. @param {'phases' | 'targets' | 'dismissals'} what @param {object} decision @returns {Promise<{as_of: string}>} */
export const postDecision = async (what, decision) => (await request(`/api/v1/${what}`,
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(decision) })).json();

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').SeriesAnswer>} */
export const getSeries = (query, signal) => get(address('/api/v1/series', query), signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ComparisonAnswer>} */
export const getComparison = (query, signal) => get(address('/api/v1/comparison', query), signal);

/** Departments by periods. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').SeriesAnswer>} */
export const getMatrix = (query, signal) => get(address('/api/v1/matrix', query), signal);

/** The whole history of one value. @param {import("./types.js").Question & {view?: string}} question @returns {Promise<import('./types.js').ChangesAnswer>} */
export const getChanges = question => get(address('/api/v1/changes', { ...question, category: question.category ?? '' }));

/** @param {string} id @param {Query} query @returns {Promise<import('./types.js').Figure>} */
export const getFigure = (id, query) => get(address(`/api/v1/figures/${encodeURIComponent(id)}`, query));

/** The workbook's cell of a figure with those around it. @param {string} id @param {Query} query @returns {Promise<import('./types.js').FigureCells>} */
export const getFigureCells = (id, query) => get(address(`/api/v1/figures/${encodeURIComponent(id)}/cells`, query));

/** @param {string[]} ids @param {Query} query @returns {Promise<{figures: import('./types.js').Figure[]}>} */
export const getFigures = (ids, query) => get(address('/api/v1/figures', { id: ids.join(','), ...query }));

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<{reports: import('./types.js').Report[]}>} */
export const getReports = (query, signal) => get(address('/api/v1/reports', query), signal);

/** @param {string} id @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ReportAnswer>} */
export const getReport = (id, query, signal) =>
  get(address(`/api/v1/reports/${encodeURIComponent(id)}`, query), signal);

/** @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ExtractCount>} */
export const getExtractCount = (query, signal) => get(address('/extracts/count', query), signal);

/** The moments at which the data changed, newest first. @param {AbortSignal} [signal] @returns {Promise<{vintages: string[]}>} */
export const getVintages = signal => get('/extracts/vintages', signal);

/** How many of the selected figures are no longer as they were. @param {string} vintage @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ExtractChanges>} */
export const getFrozenChanges = (vintage, query, signal) => get(address(`/extracts/v/${vintage}/changes.json`, query), signal);

/** The columns of the figures, as the server defines them. @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ExtractColumn[]>} */
export const getColumns = async signal => /** @type {any} */ (await get('/extracts/figures.csv-metadata.json', signal)).tableSchema.columns;

/** The first rows of the figures. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<{columns: string[], rows: string[][]}>} */
export const getPreview = (query, signal) => get(address('/extracts/preview', query), signal);

/** A file, whole or not at all. @param {string} url @returns {Promise<{name: string, blob: Blob}>} */
export async function getFile(url) {
  const response = await request(url);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'extract';
  return { name, blob: await response.blob() };
}
<<<<<<< HEAD
=======

/** A form to fill in, with the name of its file. @param {Query} query @returns {Promise<{name: string, blob: Blob}>} */
export async function getTemplate(query) {
  const response = await request(address('/api/v1/template', query));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'template.xlsx';
  return { name: decodeURIComponent(name), blob: await response.blob() };
}

/** @param {string} id @returns {Promise<import('./types.js').ImportJob>} */
export const getImport = id => get(`/api/v1/imports/${encodeURIComponent(id)}`);

/** What awaits a person. @param {Query} query @param {AbortSignal} [signal] @returns {Promise<{reports: import('./types.js').QueuedReport[]}>} */
export const getReview = (query, signal) => get(address('/api/v1/review', query), signal);

/** @param {string} id @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').DeskAnswer>} */
export const getDesk = (id, query, signal) => get(address(`/api/v1/reports/${encodeURIComponent(id)}/desk`, query), signal);

/** @param {string} id @param {string} what @param {object} said @returns {Promise<import('./types.js').DeskAnswer>} */
const say = async (id, what, said) => (await request(`/api/v1/reports/${encodeURIComponent(id)}/${what}`,
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) })).json();

/** @param {string} id @param {{proposal: string, verdict: string, actor: string, fields?: Record<string, string>, remember?: string, instead?: string, reason?: string}} said */
export const postVerdict = (id, said) => say(id, 'verdicts', said);

/** @param {string} id @param {{department: string, period: string, actor: string}} said */
export const postAttribution = (id, said) => say(id, 'attribution', said);

/** @param {string} id @param {{start: number, end: number, actor: string}} said */
export const postMark = (id, said) => say(id, 'proposals', said);

/** Reads the text again with the reader of today. @param {string} id @param {string} actor */
export const postRereading = (id, actor) => say(id, 'rereading', { actor });

/** The figures of a form that await a person. @param {string} id @param {Query} query @param {AbortSignal} [signal] @returns {Promise<import('./types.js').WaitingAnswer>} */
export const getUnconfirmed = (id, query, signal) => get(address(`/api/v1/reports/${encodeURIComponent(id)}/unconfirmed`, query), signal);

/** @param {string} id @param {{figures: string[], actor: string, reason?: string}} said @returns {Promise<import('./types.js').WaitingAnswer>} */
export const postConfirmations = async (id, said) => /** @type {any} */ (await say(id, 'confirmations', said));

/** What administration shows. @param {'metrics' | 'departments' | 'calendar' | 'log'} what @param {Query} query @param {AbortSignal} [signal] @returns {Promise<any>} */
export const getAdministration = (what, query, signal) => get(address(`/api/v1/administration/${what}`, query), signal);

/** The imports since the server started. @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ImportJobs>} */
export const getImports = signal => get('/api/v1/imports', signal);

/** Tells what a change would do, or does it. @param {object} change @param {boolean} dry @returns {Promise<import('./types.js').AdministrationChanged>} */
export const postAdministration = async (change, dry) => (await request(address('/api/v1/administration/changes', { dry_run: dry ? 'true' : '' }),
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) })).json();

/** @param {FormData} files @param {Query} query @returns {Promise<import('./types.js').ImportJob>} */
export async function postImport(files, query) {
  return (await request(address('/api/v1/imports', query), { method: 'POST', body: files })).json();
}

/** @param {string} id */
export const cancelImport = id => request(`/api/v1/imports/${encodeURIComponent(id)}`, { method: 'DELETE' });

const FINAL = ['done', 'refused', 'failed', 'cancelled'];

/**
 * Follows an import to its end by server-sent events, and by asking every second where these fail.
 * @param {string} id @param {(job: import('./types.js').ImportJob) => void} tell
 * @param {(error: unknown) => void} fail
 * @returns {() => void} stops following
 */
export function followImport(id, tell, fail) {
  let timer = 0;
  let stopped = false;
  const source = new EventSource(`/api/v1/imports/${encodeURIComponent(id)}/events`);
  const stop = () => { stopped = true; source.close(); clearTimeout(timer); };
  /** @param {import('./types.js').ImportJob} job */
  const take = job => {
    if (stopped) return;
    if (FINAL.includes(job.status)) stop();
    tell(job);
  };
  const poll = () => getImport(id).then(job => {
    take(job);
    if (!stopped) timer = window.setTimeout(poll, 1000);
  }).catch(error => { if (!stopped) { stop(); fail(error); } });
  source.addEventListener('import', event => take(JSON.parse(event.data)));
  source.addEventListener('error', () => { source.close(); if (!stopped && !timer) poll(); });
  return stop;
}
>>>>>>> origin/main
