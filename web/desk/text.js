// @ts-check
/** The left side of the desk: the report with what was read from it. */
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { linesOf } from './spans.js';

/** @typedef {import('../types.js').Proposal} Proposal */
/** @typedef {import('../types.js').DeskAnswer} DeskAnswer */
/** @typedef {{start: number, end: number, proposal?: Proposal, figure?: string, noise?: boolean}} Span */

/** @param {DeskAnswer} desk */
export function deskText(desk) {
  const proposals = desk.proposals.filter(p => !p.taken && p.status !== 'replaced');
  /** @type {Span[]} */
  const spans = [...proposals.map(p => ({ start: p.start, end: p.end, proposal: p })),
    ...desk.marks.map(m => ({ start: m.start, end: m.end, figure: m.figure })),
    ...desk.noise.map(n => ({ ...n, noise: true }))];
  /** @type {Set<string>} */
  const seen = new Set();
  return html`<ol class="text prose" id="desk-text" lang="zh-CN">${linesOf(desk.text, spans).map(line =>
    html`<li>${line.map(piece => pieceOf(piece, seen))}</li>`)}</ol>`;
}

/** @param {{text: string, start: number, spans: Span[]}} piece @param {Set<string>} seen what has its number already */
function pieceOf(piece, seen) {
  const words = html`<span data-at="${piece.start}">${piece.text}</span>`;
  const proposals = piece.spans.flatMap(s => s.proposal ?? []);
  const figures = [...new Set(piece.spans.flatMap(s => s.figure ?? []))];
  if (figures.length) return ofForms(piece, words, figures);
  if (!proposals.length) return piece.spans.some(s => s.noise) ? html`<span class="noise">${words}</span>` : words;
  const p = proposals[0];
  const first = proposals.filter(each => !seen.has(each.id));
  first.forEach(each => seen.add(each.id));
  return html`<mark class="seen ${p.status} risk-${p.risk}" data-proposal="${p.id}" ${p.standing ? html`data-figure="${p.standing.id}"` : ''}>${
    first.map(each => html`<button type="button" class="badge" data-go="${each.id}" aria-label="${t('desk.go', { number: each.number, quote: each.quote })}">${each.number}</button>`)}${words}</mark>`;
}

/** What a form has stated from the same words is not the desk's to confirm. @param {{text: string, start: number}} piece @param {unknown} words @param {string[]} figures */
function ofForms(piece, words, figures) {
  return html`<mark>${figures.length === 1 ? html`<a href="#fig=${figures[0]}" data-figure="${figures[0]}">${words}</a>`
    : html`${words}${figures.map((f, i) => html`<a href="#fig=${f}" data-figure="${f}" aria-label="${t('report.figure', { number: i + 1, id: f })}"><sup>${i + 1}</sup></a>`)}`}</mark>`;
}
