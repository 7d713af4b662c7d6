// @ts-check
import { number } from '../format.js';
import { html } from '../html.js';
import { acceptedInChinese } from '../i18n/accepted.js';
import { has, language, nameOf, t } from '../i18n/index.js';
import { isTaken, jobWord } from '../job.js';
import { mappingForm, readingNotes } from './mapping.js';
import { commitBox, previewOf } from './preview.js';
import { raisedQuestions } from './questions.js';
import { stopButton } from './stop.js';

/** @typedef {import('../types.js').ImportJob} ImportJob */

const STAGES = ['received', 'read', 'check', 'record', 'consolidate'];

/**
 * The stages of an import with real counts, and its receipts.
 * @param {ImportJob} job @param {import('../main.js').Context} ctx @param {boolean} hasFiles whether the files can be sent again
 */
export function progress(job, ctx, hasFiles) {
  return html`<section class="job" data-status="${job.status}" data-import="${job.id}">
    <h2 id="job-title"><span role="status">${t(job.dry_run ? 'job.preview' : 'job.title')} · ${jobWord(job.status, job.dry_run, job.receipts)}</span></h2>
    ${job.status === 'cancelled' || job.status === 'failed' ? '' : html`<ol class="stages">${stages(job)}</ol>`}
    ${stopButton(job)}${job.error ? html`<p class="fault">${job.error}</p>` : ''}${job.problem ? html`<p class="fault" role="alert">${t('job.outdated')}</p>` : ''}
    ${mappingForm(job.receipts, ctx.catalog)}${job.receipts.map(r => receipt(r, ctx))}${commitBox(job, hasFiles)}</section>`;
}

/** With the counts of what was done; what was stopped or broke off is told by its files. @param {ImportJob} job */
const stages = job => STAGES.map((name, i) => html`<li class="${stageState(job, i)}"><b>${t(`stage.${name}`)}</b>${stageState(job, i) === 'ahead' ? '' : count(job, name)}</li>`);

/**
 * Shows how the import stands. While it goes on only its counts are drawn anew, many times a second: what a person is about to press stays where it is.
 * @param {HTMLElement} box @param {ImportJob} job @param {import('../main.js').Context} ctx @param {boolean} hasFiles
 */
export function showProgress(box, job, ctx, hasFiles) {
  const counts = job.status === 'running' ? box.querySelector(`.job[data-status="running"][data-import="${job.id}"] .stages`) : null;
  if (counts) counts.innerHTML = String(html`${stages(job)}`);
  else box.innerHTML = String(progress(job, ctx, hasFiles));
}

/** How much of a stage is done, where the server has counted it: files at both ends, rows or numbers in between. @param {ImportJob} job @param {string} name */
function count(job, name) {
  const stage = job.stages.find(s => s.name === name);
  if (!stage) return html``;
  const files = name === 'received' || name === 'consolidate';
  const total = stage.total ?? (files ? job.stages.find(s => s.name === 'received')?.total ?? null : null);
  const done = number(stage.done);
  return html` <span>${t(`stage.${files ? 'files' : 'rows'}`, { done: total === null || total === stage.done && !files ? done : `${done}/${number(total)}` })}</span>`;
}

/** A refused file was read and checked, and nothing of it recorded. @param {ImportJob} job @param {number} i */
function stageState(job, i) {
  const reached = Math.max(-1, ...job.stages.map(s => STAGES.indexOf(s.name)));
  const past = job.status === 'done' || job.receipts.some(isTaken) ? STAGES.length : job.status === 'refused' && job.receipts.length ? STAGES.indexOf('record') : reached;
  if (i < past) return 'past';
  return job.status === 'running' && i === reached ? 'now' : 'ahead';
}

/** @param {import('../types.js').Receipt} r @param {import('../main.js').Context} ctx */
function receipt(r, ctx) {
  const kind = r.kind && has(`kindOfReport.${r.kind}`) ? t(`kindOfReport.${r.kind}`) : r.kind;
  return html`<article class="receipt ${r.outcome}"><h3><span lang="zh-CN">${r.file}</span> · ${t(`outcome.${r.outcome}`)}</h3>
    <p>${r.preview ? '' : t('receipt.counts', r.counts)}${kind || r.encoding ? html` <span class="quiet">${[kind, r.encoding].filter(Boolean).join(' · ')}</span>` : ''}
    ${r.proposed ? html` <b>${t('receipt.proposed', { count: r.proposed })}</b>${r.report ? html` <a href="${ctx.link(`/reports/${r.report}`)}">${t('receipt.review')}</a>` : ''}` : ''}
    ${r.report && !r.proposed ? html` <a href="${ctx.link(`/reports/${r.report}`)}">${t('receipt.open')}</a>` : ''}</p>
    ${r.earlier ? html`<p class="earlier">${t('receipt.earlier', r.earlier)}</p>` : ''}${readingNotes(r, ctx.catalog)}${markedCopy(r)}${r.findings.length ? findings(r) : ''}${raisedQuestions(r, ctx)}${r.preview ? previewOf(r.preview, r.encoding, ctx) : ''}</article>`;
}

/** The sender's own file with its faults marked, where it has cells to mark; a database that is full is no fault of theirs. @param {import('../types.js').Receipt} r */
function markedCopy(r) {
  return r.marked_copy && r.outcome !== 'not_stored' ? html`<p><a class="marked-copy" href="${`${r.marked_copy}&lang=${language()}`}" download>${t('receipt.markedCopy')}</a>
    <span class="quiet">${t('receipt.markedCopyHint')}</span></p>` : html``;
}

/** @param {import('../types.js').Receipt} r */
function findings(r) {
  const count = (/** @type {string} */ severity) => r.findings.filter(f => f.severity === severity).length;
  return html`<p>${t('receipt.severities', { errors: count('error'), warnings: count('warning') })}</p><div class="scroll" role="region" tabindex="0" aria-label="${t('receipt.findings')}"><table class="data folding">
    <caption>${t('receipt.findings')}</caption><thead><tr>${['severity', 'place', 'found', 'accepted', 'message'].map(k => html`<th scope="col">${t(`finding.${k}`)}</th>`)}</tr></thead>
    <tbody>${r.findings.map(f => html`<tr><th scope="row" class="${f.severity}">${t(`severity.${f.severity}`)}</th><td data-label="${t('finding.place')}">${f.place}</td>
      <td data-label="${t('finding.found')}">${f.found}</td><td data-label="${t('finding.accepted')}">${language() === 'zh' ? acceptedInChinese(f.accepted) : f.accepted}</td><td data-label="${t('finding.message')}">${nameOf(f.message)}</td></tr>`)}</tbody></table></div>`;
}
