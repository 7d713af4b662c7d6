// @ts-check
/** The evidence of a figure, and the parts of a point. */
import { categoryName, departmentName, metricName, metricOf } from '../catalog.js';
import { bounds, dateName, difference, hasNumber, instantName, isPartial, periodName, restsOnConflict, shown, spoken, stateName, symbolic, unitName } from '../format.js';
import { figureCitation, pointCitation, worded } from '../citation.js';
import { html } from '../html.js';
import { has, htmlLanguage, t, withTexts } from '../i18n/index.js';
import { cellsPlace } from './sheet-cells.js';
import { whyPlace } from './why.js';
import { wrongForm } from './wrong.js';

await withTexts('card');

/** @typedef {import('../types.js').Figure} Figure */
/** @typedef {import('../types.js').Point} Point */
/** @typedef {import('../types.js').Catalog} Catalog */
/** @typedef {{point: Point, title: string, unit: string, decimals: number, question: import('../types.js').Question}} NamedPoint */

/** More parts than this are folded away after the first ones, so that the other facts stay in sight. */
const FOLDED_FROM = 12;
const FIRST_PARTS = 8;

/** @param {string} key @param {unknown} value */
const row = (key, value) => value ? html`<div><dt>${t(`card.${key}`)}</dt><dd>${value}</dd></div>` : html``;

/** @param {Catalog} catalog @param {{metric: string}} figure */
const decimalsOf = (catalog, figure) => metricOf(catalog, figure.metric)?.decimals ?? 0;

/** @param {Figure} figure @param {import('../main.js').Context} ctx */
export function figureCard(figure, ctx) {
  const { catalog, link } = ctx;
  const decimals = decimalsOf(catalog, figure);
  return html`<p class="big"><span lang="${figure.value === null ? 'zh-CN' : htmlLanguage()}">${worded(figure)}</span></p>
    ${figure.state !== 'exact' && has(`explain.${figure.state}`) ? html`<p>${t(`explain.${figure.state}`)}</p>` : ''}
    <dl>${row('state', html`${stateName(figure.state)} · ${t(`review.${figure.review}`)}`)}
    ${row('value', symbolic(figure, decimals))}
    ${row('bounds', bounds(figure, decimals))}
    ${row('unit', unitName(figure.unit))}
    ${row('metric', metricName(catalog, figure.metric))}
    ${row('category', figure.category && categoryName(catalog, figure.category))}
    ${row('period', html`${periodName(figure.period)} · ${t(`basis.${figure.basis}`)}`)}
    ${row('range', figure.from && html`${dateName(figure.from)} – ${figure.to ? dateName(figure.to) : ''}`)}
    ${row('department', html`${departmentName(catalog, figure.department)} · ${t(`scope.${figure.scope}`)}`)}
    ${row('note', figure.note && noteOf(figure.note))}</dl>
    <h3>${t('card.source')}</h3>${place(figure.place, figure.id)}${figure.form_place ? html`<h3>${t('card.form')}</h3>${place(figure.form_place, figure.id)}` : ''}
    <p class="links">${reportLinks(figure, link)}
    <button type="button" data-copy="${figureCitation(figure, ctx)}">${t('card.cite')}</button></p>${wrongForm(figureCitation(figure, ctx), ctx)}
    <h3>${t('card.revisions')}</h3><ol class="revisions">${figure.revisions.map(r => revision(r, decimals))}</ol>${whyPlace()}`;
}

/** To the passage in the text, and to the form that states the figure where that is another file. @param {Figure} figure @param {(path: string) => string} link */
function reportLinks({ id, place: at, report }, link) {
  const to = (/** @type {string} */ of, /** @type {string} */ words) => html`<a href="${link(`/reports/${of}`)}#fig=${id}" lang="zh-CN">${words}</a>`;
  if (at.kind !== 'passage') return to(report.id, t('card.report', { name: report.name }));
  return at.report === report.id ? to(report.id, t('card.reportAt', { name: report.name, paragraph: at.paragraph }))
    : html`${to(at.report, t('card.reportAt', { name: at.report, paragraph: at.paragraph }))} ${to(report.id, t('card.report', { name: report.name }))}`;
}

/** A note that is the address of a publication leads there. @param {string} note */
const noteOf = note => /^https?:\/\/\S+$/.test(note) ? html`<a href="${note}" rel="noreferrer">${note}</a>` : note;

/** The words of the report, or the row of the form with its field lit. @param {import('../types.js').Passage | import('../types.js').Line} at @param {string} figure */
function place(at, figure) {
  if (at.kind === 'passage') {
    return html`<blockquote lang="zh-CN">…${at.before}<mark>${at.quote}</mark>${at.after}…</blockquote>`;
  }
  if (!at.header.length) { // a workbook's cell: what stands around it is read when the card is open
    return html`<p class="where">${t('card.cell', { cell: at.field })}</p>${cellsPlace(figure)}`;
  }
  return html`<p class="where">${t('card.line', { line: at.line, column: at.column, field: at.field })}</p>
    <div class="scroll" role="region" tabindex="0" aria-label="${t('card.form')}"><table class="form" lang="zh-CN">
    <thead><tr>${at.header.map(h => html`<th scope="col">${h}</th>`)}</tr></thead>
    <tbody><tr>${at.row.map((c, i) => html`<td>${i === at.column - 1 ? html`<mark>${c || '\u2003'}</mark>` : c}</td>`)}</tr></tbody></table></div>`;
}

/** @param {import('../types.js').Revision} r @param {number} decimals */
function revision(r, decimals) {
  return html`<li><b>r${r.revision}</b> <span lang="zh-CN">${r.value_text || stateName(r.state)}</span>
    <span class="quiet">${symbolic(r, decimals) || stateName(r.state)} · ${instantName(r.recorded_at)} · ${r.actor}${r.reason ? html` · <span lang="zh-CN">${r.reason}</span>` : ''} · <span lang="zh-CN">${r.report_name}</span></span></li>`;
}

/**
 * A number that rests on others: these first, each the way to its words.
 * @param {NamedPoint} named @param {Figure[] | null} parts null while they are being read @param {string} ref the name that opened it @param {import('../main.js').Context} ctx
 */
export function pointCard(named, parts, ref, ctx) {
  const { point, unit, decimals } = named;
  const { catalog } = ctx;
  return html`<p class="big">${spoken(point, unit, decimals)}</p>
    <p>${t(explanation(point))}</p>
    ${point.figures.length ? html`<h3 id="card-parts">${t('card.figures', { count: point.figures.length })}</h3>${partList(point, parts, catalog)}` : ''}
    <dl>${row('state', html`${stateName(shown(point))} · ${t(`method.${point.method}`)}`)}
    ${row('bounds', hasNumber(point) && bounds(point, decimals))}
    ${row('coverage', (isPartial(point) || point.coverage.expected > 1) && t('words.coverage', point.coverage))}
    ${row('balance', point.balance && balance(point.balance, decimals))}
    ${point.conflict ? html`${row(restsOnConflict(point) ? 'standing' : 'stated', stated(point, decimals))}
      ${row(restsOnConflict(point) ? 'other' : 'parts', bounds({ value: null, state: 'range', ...point.conflict }, decimals))}` : ''}</dl>
    <p class="links"><button type="button" data-copy="${pointCitation(named, ref, ctx)}">${t('card.cite')}</button></p>${wrongForm(pointCitation(named, ref, ctx), ctx)}${whyPlace()}`;
}

/** What kind of number it is: as a report has it, or as it follows from others. @param {Point} point */
export const explanation = point => restsOnConflict(point) ? 'explain.contested'
  : hasNumber(point) && point.method !== 'stated' && point.method !== 'missing' ? `explain.${point.method}` : `explain.${shown(point)}`;

/** The department's own statement, the sum of those below it, and the gap between them. @param {import('../types.js').Balance} b @param {number} decimals */
function balance(b, decimals) {
  const span = (/** @type {import('../types.js').Interval | null} */ i) => i ? bounds({ value: null, state: 'range', ...i }, decimals) : t('card.unknown');
  return t('card.balanceText', { statement: span(b.statement), children: span(b.children), ...b.coverage,
    gap: b.gap ? difference(b.gap, decimals) : t('card.unknown') });
}

/** The number under a conflict, with its wording where that says more. @param {Point} point @param {number} decimals */
function stated(point, decimals) {
  const short = symbolic(point, decimals);
  return point.value_text && point.value_text !== short ? `${short}${t('list.comma')}${t('words.text', { text: point.value_text })}` : short;
}

/** @param {Point} point @param {Figure[] | null} parts @param {Catalog} catalog */
function partList(point, parts, catalog) {
  if (!parts) return html`<p class="quiet">${t('loading')}</p>`;
  const item = (/** @type {Figure} */ f) => html`<li><a href="#fig=${f.id}"><b lang="zh-CN">${f.value_text || stateName(f.state)}</b>
    <span>${departmentName(catalog, f.department)} · ${periodName(f.period)}${f.category ? ` · ${categoryName(catalog, f.category)}` : ''}</span></a></li>`;
  const first = parts.length > FOLDED_FROM ? FIRST_PARTS : parts.length;
  return html`<ol class="parts" aria-labelledby="card-title card-parts">${parts.slice(0, first).map(item)}</ol>
    ${parts.length > first ? html`<details class="each"><summary>${t('card.others', { count: parts.length - first })}</summary><ol class="parts" start="${first + 1}">${parts.slice(first).map(item)}</ol></details>` : ''}
    ${point.figures.length > parts.length ? html`<p class="quiet">${t('card.more', { count: point.figures.length - parts.length })}</p>` : ''}`;
}
