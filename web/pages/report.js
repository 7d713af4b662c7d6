// @ts-check
import { getReport } from '../api.js';
import { getDesk, getUnconfirmed } from '../api-work.js';
import { departmentName } from '../catalog.js';
import { several } from '../components/several.js';
import { instantName, number, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { deskSentence } from '../desk/queue.js';
import { startWaiting, waitingFigures } from '../desk/waiting.js';
import { withStyles } from '../routes.js';
import { readHash } from '../state.js';

await withTexts('reports');

/** @typedef {import('../types.js').TextMark} TextMark */
/** @typedef {{text: string, figures: string[]}} Piece */

/**
 * The text in lines of pieces; a piece knows the figures that rest on it. Offsets count code points, as on the wire.
 * @param {string} text @param {TextMark[]} marks @returns {Piece[][]}
 */
export function pieces(text, marks) {
  const points = Array.from(text);
  const edges = [...new Set([0, points.length, ...marks.flatMap(m => [m.start, m.end])])]
    .filter(e => e >= 0 && e <= points.length).sort((a, b) => a - b);
  /** @type {Piece[][]} */
  const lines = [[]];
  edges.slice(1).forEach((end, i) => {
    const start = edges[i];
    const figures = marks.filter(m => m.start <= start && m.end >= end).map(m => m.figure);
    points.slice(start, end).join('').split(/\r\n|\r|\n/).forEach((part, k) => {
      if (k > 0) lines.push([]);
      if (part) lines[lines.length - 1].push({ text: part, figures });
    });
  });
  return lines;
}

/** @type {import('../main.js').Page} */
export const page = {
  name: 'report',
  keys: {},

  async load(ctx, signal) {
    const answer = await getReport(ctx.path[0], ctx.query, signal);
    if (answer.report.kind === 'text') {
      const [desk, { startDesk }] = await Promise.all([getDesk(ctx.path[0], ctx.query, signal), import('../desk/desk.js'), withTexts('card'), withStyles('desk')]);
      return { ...answer, desk, startDesk };
    }
    return answer.report.kind === 'figures' ? { ...answer, waiting: await getUnconfirmed(ctx.path[0], ctx.query, signal) } : answer;
  },

  render(main, ctx, answer) {
    const r = /** @type {import('../types.js').Report} */ (answer.report);
    const figures = [...new Set(answer.marks.map((/** @type {TextMark} */ m) => m.figure))];
    const fact = (/** @type {string} */ key, /** @type {unknown} */ value) => html`<div><dt>${t(`report.${key}`)}</dt><dd>${value}</dd></div>`;
    main.innerHTML = String(html`<p class="way-back"><a href="${ctx.link('/reports')}">← ${t('page.reports')}</a></p><h1 lang="zh-CN">${r.name}</h1>
      <div class="lede"><p>${answer.desk ? deskSentence(answer.desk.proposals) : sentenceOf(r, figures.length)}</p></div>
      ${answer.desk ? html`<details class="each"><summary id="file-facts">${t('report.facts')}</summary>` : ''}<dl class="facts">${fact('department', r.department ? departmentName(ctx.catalog, r.department) : several(r))}
      ${fact('period', r.period ? periodName(r.period) : several(r))}${fact('received', `${instantName(r.received_at)} · ${r.actor}`)}
      ${fact('kind', t(`kindOfReport.${r.kind}`))}${fact('encoding', r.encoding)}${fact('size', t('report.bytes', { size: number(r.size) }))}
      ${fact('sha', html`<code>${r.sha256}</code>`)}</dl>
      <p class="links"><a href="/api/v1/reports/${r.id}/content" download>${t('report.content')}</a></p>${answer.desk ? html`</details>` : ''}
      ${answer.desk ? html`<div class="desk"><div class="desk-grid" id="desk"></div></div>` : html`${answer.waiting ? waitingFigures(ctx, answer.waiting) : ''}${formText(answer)}`}`);
    if (answer.waiting) startWaiting(main, ctx, r.id, answer.waiting);
    const desk = answer.desk && answer.startDesk(/** @type {HTMLElement} */ (main.querySelector('#desk')), ctx, answer.desk);
    scrollToFigure(main);
    return { dispose: desk?.dispose };
  },
};

/** @param {import('../types.js').ReportAnswer} answer */
function formText(answer) {
  return html`${answer.truncated ? html`<p class="notice">${t('report.truncated')}</p>` : ''}
    <h2>${t('report.text')}</h2><ol class="text form" lang="zh-CN">${pieces(answer.text, answer.marks).map(lineOf)}</ol>`;
}

/** @param {import('../types.js').Report} r @param {number} marked */
function sentenceOf(r, marked) {
  return t(r.kind === 'figures' ? 'report.form' : 'report.rows', { figures: number(r.figures), marked: number(marked) });
}

/** @param {Piece[]} line */
function lineOf(line) {
  return html`<li>${line.map(p => p.figures.length
    ? html`<mark>${p.figures.length === 1 ? html`<a href="#fig=${p.figures[0]}" data-figure="${p.figures[0]}">${p.text}</a>`
      : html`${p.text}${p.figures.map((f, i) => html`<a href="#fig=${f}" data-figure="${f}" aria-label="${t('report.figure', { number: i + 1, id: f })}"><sup>${i + 1}</sup></a>`)}`}</mark>`
    : p.text)}</li>`;
}

/** @param {HTMLElement} main */
function scrollToFigure(main) {
  const target = readHash(location.hash);
  if (target?.kind !== 'fig') return;
  const mark = main.querySelector(`[data-figure="${CSS.escape(target.id)}"]`);
  if (!mark) return;
  mark.classList.add('here');
  requestAnimationFrame(() => mark.scrollIntoView({ block: 'center' }));
}
