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
