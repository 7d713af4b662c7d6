// @ts-check
/** Imports under way and lately finished. */
import { dataTable } from '../components/table.js';
import { instantName, number } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { jobWord } from '../job.js';

await withTexts('admin');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').ImportJobs} Answer */

/** Whether anything is still going on. @param {Answer} answer */
export const isBusy = ({ imports }) => imports.some(j => j.status === 'queued' || j.status === 'running');

/** @param {Answer} answer */
export const jobsSentence = ({ imports }) => imports.length === 0 ? t('admin.jobs.none')
  : t('admin.jobs.sentence', { count: number(imports.length), running: number(imports.filter(j => j.status === 'queued' || j.status === 'running').length) });

/** @param {Answer} answer @param {Context} ctx */
export function jobsList({ imports }, ctx) {
  if (imports.length === 0) return html`<p class="notice"><a href="${ctx.link('/reports')}">${t('admin.jobs.import')}</a></p>`;
  return html`<section class="figure"><h2>${t('admin.tab.jobs')}</h2>${dataTable({ caption: t('admin.jobs.caption'), numeric: false,
    head: ['when', 'who', 'state', 'files', 'why'].map(k => t(`admin.jobs.${k}`)),
    rows: imports.map(j => ({
      name: /** @type {any} */ (html`<a href="${ctx.link('/reports')}${ctx.link('/reports').includes('?') ? '&' : '?'}i=${j.id}">${instantName(j.submitted_at)}</a>`),
      cells: [j.actor, html`${jobWord(j.status, j.dry_run, j.files)}<small class="under">${j.dry_run ? t('job.preview') : t(`admin.mode.${j.mode}`)}</small>`,
        j.files.length ? html`${j.files.map(f => html`<span class="under"><span lang="zh-CN">${f.file}</span>${f.outcome ? t('list.comma') + t(`outcome.${f.outcome}`) : ''}${f.report ? html` <a href="${ctx.link(`/reports/${f.report}`)}">${f.report}</a>` : ''}</span>`)}` : '—',
        html`${j.reason ?? '—'}${j.error ? html`<span class="under fault">${j.error}</span>` : ''}`],
    })) })}</section>`;
}
