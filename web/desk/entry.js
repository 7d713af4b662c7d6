// @ts-check
/** The right side of the desk: the proposal at hand, and the queue it stands in. */
import { categoryName, departmentName } from '../catalog.js';
import { bounds, instantName, periodName, stateName, symbolic } from '../format.js';
import { html } from '../html.js';
import { has, t } from '../i18n/index.js';
import { isOpen, subject } from './queue.js';

/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').Catalog} Catalog */

const SIGNS = { open: '○', queried: '？', vouched: '◐', confirmed: '✓', no_count: '✕', replaced: '→' };

/** 60余人次, in the words of the report. @param {Proposal} p */
export const worded = p => p.value === null && p.lower === null ? `${p.value_text} ${p.unit}`.trim()
  : p.state === 'zero' ? p.value_text : `${p.value_text}${p.unit}`;

/** @param {Proposal} p @param {Catalog} catalog @param {boolean} mayJudge */
export function entryCard(p, catalog, mayJudge) {
  const { key } = p;
  return html`<article class="entry ${p.status}" aria-labelledby="entry-title">
    <h3 id="entry-title" tabindex="-1"><span class="badge here">${p.number}</span> ${subject(catalog, p)}</h3>
    <p class="big"><span lang="zh-CN">${worded(p)}</span> <span class="state">${stateName(p.state)}${p.state === 'exact' || p.state === 'zero' ? '' : ` ${bounds(p, 0) || symbolic(p, 0)}`}</span></p>
    <blockquote lang="zh-CN">${p.quote}</blockquote>
    <dl class="facts">${fact('period', key ? html`${periodName(key.period)} · ${t(`basis.${key.basis}`)}` : p.period || t('desk.missing'))}
    ${fact('department', key ? departmentName(catalog, key.department) : t('desk.missing'))}
    ${key?.category || p.category ? fact('category', categoryName(catalog, key?.category ?? p.category ?? '')) : ''}
    ${fact('status', html`${SIGNS[p.status]} ${t(`proposal.${p.status}`)}${isOpen(p) ? html` · ${t(`risk.${p.risk}`)}` : ''}`)}</dl>
    ${p.earlier && isOpen(p) ? html`<p class="notice">${t('desk.earlier', { id: p.earlier })}</p>` : ''}${conflicts(p, catalog)}${flags(p)}${p.person_sensitive && isOpen(p) ? html`<p class="quiet">${t(p.status === 'vouched' ? 'desk.second' : 'desk.first')}</p>` : ''}
    ${p.standing ? html`<p class="links"><a href="#fig=${p.standing.id}">${t('desk.figure', { id: p.standing.id })}</a></p>` : ''}
    ${mayJudge ? buttons(p) : ''}<div id="entry-form"></div>${verdicts(p)}</article>`;
}

/** @param {string} key @param {unknown} value */
const fact = (key, value) => html`<div><dt>${t(`card.${key}`)}</dt><dd>${value}</dd></div>`;

/** @param {Proposal} p */
function buttons(p) {
  const button = (/** @type {string} */ act, /** @type {string} */ key, /** @type {string} */ kind) =>
    html`<button type="button" data-act="${act}" class="${kind}">${t(`desk.${act}`)} <kbd>${key}</kbd></button>`;
  return html`<div class="acts">${p.status === 'confirmed' ? '' : button('confirm', 'Enter', 'primary')}${button('edit', 'E', '')}
    ${p.status === 'no_count' ? '' : button('no_count', 'X', '')}${isOpen(p) ? button('query', 'Q', '') : ''}${button('undo', 'U', '')}</div>
    <p class="fault" role="alert" id="entry-fault"></p>`;
}

/** What cannot be true together with it: 文中43次，表中34次. @param {Proposal} p @param {Catalog} catalog */
function conflicts(p, catalog) {
  if (!p.against.length && !p.others.length) return '';
  return html`<div class="notice conflict"><p><b>${t('risk.conflict')}</b></p>
    ${p.against.map(f => html`<p>${t('desk.against', { here: worded(p), there: f.value_text, report: f.report_name })}${f.review === 'unconfirmed' ? t('desk.neither') : ''}
      <a href="#fig=${f.id}">${t('desk.figure', { id: f.id })}</a></p>`)}
    ${p.others.length ? html`<p>${t('desk.others', { numbers: p.others.join(t('list.pause')) })}</p>` : ''}</div>`;
}

/** Why it should be looked at twice. @param {Proposal} p */
function flags(p) {
  const said = p.flags.filter(f => has(`flag.${f}`));
  return said.length && isOpen(p) ? html`<ul class="flags">${said.map(f => html`<li>${t(`flag.${f}`)}</li>`)}</ul>` : '';
}

/** @param {Proposal} p */
function verdicts(p) {
  if (!p.verdicts.length) return '';
  return html`<details class="each"><summary>${t('desk.history', { count: p.verdicts.length })}</summary><ol class="revisions">${p.verdicts.map(v =>
    html`<li><b>${t(`verdict.${v.kind}`)}</b> <span lang="zh-CN">${v.value_text ?? ''}</span>
    <span class="quiet">${instantName(v.at)} · ${v.actor}${v.reason ? html` · <span lang="zh-CN">${v.reason}</span>` : ''}</span></li>`)}</ol></details>`;
}

/** @param {Proposal[]} ordered @param {string} here @param {Catalog} catalog */
export function queueList(ordered, here, catalog) {
  return html`<ol class="queue" id="queue">${ordered.map(p => html`<li><button type="button" data-go="${p.id}" class="${p.status}" ${p.id === here ? html`aria-current="true"` : ''}>
    <span class="badge">${p.number}</span><span class="what">${subject(catalog, p)}</span><span class="worded" lang="zh-CN">${worded(p)}</span>
    <span class="sign">${SIGNS[p.status]} ${isOpen(p) && p.status === 'open' ? t(`risk.${p.risk}`) : t(`proposal.${p.status}`)}</span></button></li>`)}</ol>`;
}

/** The same on paper: 核对单. @param {Proposal[]} ordered @param {Catalog} catalog */
export function deskSheet(ordered, catalog) {
  const last = (/** @type {Proposal} */ p) => p.verdicts.length ? p.verdicts[p.verdicts.length - 1] : null;
  const head = ['number', 'metric', 'worded', 'period', 'quote', 'status', 'by'];
  return html`<table class="data sheet"><caption>${t('desk.sheet')}</caption><thead><tr>${head.map(k => html`<th scope="col">${t(`sheet.${k}`)}</th>`)}</tr></thead>
    <tbody>${[...ordered].sort((a, b) => a.start - b.start).map(p => html`<tr><th scope="row">${p.number}</th><td>${subject(catalog, p)}</td><td lang="zh-CN">${worded(p)}</td>
    <td>${p.key ? periodName(p.key.period) : ''}</td><td lang="zh-CN">${p.quote}</td><td>${t(`proposal.${p.status}`)}</td><td>${last(p) ? `${last(p)?.actor} ${last(p)?.reason ?? ''}` : ''}</td></tr>`)}</tbody></table>`;
}
