// @ts-check
import { html } from '../html.js';
import { has, nameOf, t } from '../i18n/index.js';

/** @typedef {import('../types.js').ImportJob} ImportJob */

/** The stages of an import with real counts, and its receipts. @param {ImportJob} job @param {(path: string) => string} link */
export function progress(job, link) {
  return html`<section class="job" data-status="${job.status}">
    <h2 id="job-title" role="status">${t(job.dry_run ? 'job.preview' : 'job.title')} · ${t(`job.${job.status}`)}</h2>
    <ol class="stages">${job.stages.map(s => html`<li class="${stageState(s, job)}"><b>${t(`stage.${s.name}`)}</b>
      <span>${s.total === null ? t('stage.open', { done: s.done }) : t('stage.count', s)}</span></li>`)}</ol>
    ${job.error ? html`<p class="fault">${job.error}</p>` : ''}${job.receipts.map(r => receipt(r, link))}</section>`;
}

/** @param {ImportJob['stages'][number]} stage @param {ImportJob} job */
function stageState(stage, job) {
  if (stage.total !== null && stage.done >= stage.total) return 'past';
  return job.status === 'running' && stage.done > 0 ? 'now' : 'ahead';
}

/** @param {import('../types.js').Receipt} r @param {(path: string) => string} link */
function receipt(r, link) {
  const kind = r.kind && has(`kindOfReport.${r.kind}`) ? t(`kindOfReport.${r.kind}`) : r.kind;
  return html`<article class="receipt ${r.outcome}"><h3><span lang="zh-CN">${r.file}</span> · ${t(`outcome.${r.outcome}`)}</h3>
    <p>${t('receipt.counts', r.counts)}${kind || r.encoding ? html` <span class="quiet">${[kind, r.encoding].filter(Boolean).join(' · ')}</span>` : ''}
    ${r.report ? html` <a href="${link(`/reports/${r.report}`)}">${t('receipt.open')}</a>` : ''}</p>
    ${r.findings.length ? findings(r) : ''}</article>`;
}

/** @param {import('../types.js').Receipt} r */
function findings(r) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('receipt.findings')}"><table class="data folding">
    <caption>${t('receipt.findings')}</caption><thead><tr>${['severity', 'place', 'found', 'accepted', 'message'].map(k => html`<th scope="col">${t(`finding.${k}`)}</th>`)}</tr></thead>
    <tbody>${r.findings.map(f => html`<tr><th scope="row" class="${f.severity}">${t(`severity.${f.severity}`)}</th><td data-label="${t('finding.place')}">${f.place}</td>
      <td data-label="${t('finding.found')}">${f.found}</td><td data-label="${t('finding.accepted')}">${f.accepted}</td><td data-label="${t('finding.message')}">${nameOf(f.message)}</td></tr>`)}</tbody></table></div>`;
}
