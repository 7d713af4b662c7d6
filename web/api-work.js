// @ts-check
/** What clerks ask of the server: forms, imports, the desk. Speaks through api.js. */
import { address, get, request } from './api.js';

/** @typedef {import('./api.js').Query} Query */

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

/** @param {string} id @param {{proposal: string, verdict: string, actor: string, fields?: Record<string, string>, remember?: string, instead?: string, reason?: string, seen?: number}} said */
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

/** What administration shows. @param {'metrics' | 'departments' | 'calendar' | 'log'} what @param {Query} query @param {AbortSignal} [signal] @returns {Promise<any>} */
export const getAdministration = (what, query, signal) => get(address(`/api/v1/administration/${what}`, query), signal);

/** The imports since the server started. @param {AbortSignal} [signal] @returns {Promise<import('./types.js').ImportJobs>} */
export const getImports = signal => get('/api/v1/imports', signal);

/** Tells what a change would do, or does it. @param {object} change @param {boolean} dry @returns {Promise<import('./types.js').AdministrationChanged>} */
export const postAdministration = async (change, dry) => (await request(address('/api/v1/administration/changes', { dry_run: dry ? 'true' : '' }),
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) })).json();
