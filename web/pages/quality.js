// @ts-check
/** What is not known: a table of states, who owes what, and what has to be looked at. */
import { getQuality, getQuestions } from '../api.js';
import { departmentName, firstRoot, inKind, metricName, metricOf, spanOf } from '../catalog.js';
import { chipList, versionChip } from '../components/chips.js';
import { choice, departmentChoices, filterForm, lengthChoices, metricChoice, onApply, periodChoices } from '../components/filters.js';
import { empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { questionsBox, startQuestions } from '../components/questions.js';
import { bounds, dateName, glyph, glyphOf, measured, notes, periodName, periodShort, shown, spoken, stateName, symbolic, withUnit } from '../format.js';
import { html } from '../html.js';
import { nameOf, t } from '../i18n/index.js';
import { kindOf, yearOf } from '../periods.js';
import { inTime, late, numbered, owed, owedWords, qualitySentence, received, reminder } from '../quality.js';
import { writeState } from '../state.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').QualityAnswer} Answer */
/** @typedef {Answer['rows'][number]} Row */
/** @typedef {import('../types.js').Point} Point */

const KINDS = /** @type {const} */ (['Q', 'H', 'Y', 'M']);
const SIGNS = { received: 'exact', not_reported: 'not_reported', not_due: 'not_due', not_applicable: 'not_applicable' };

/** The span of the address, as one range of one kind; nothing where the address leaves it open. @param {Context} ctx */
export function spanFrom({ state, catalog }) {
  const kind = KINDS.find(k => k === state.g) ?? kindOf(state.f || state.t);
  if (!kind) return '';
  const all = spanOf(catalog, kind);
  const [from, to] = [inKind(state.f, kind, 'start') || all[Math.max(0, all.length - 8)], inKind(state.t, kind, 'end') || all[all.length - 1]].sort();
  return from && to ? `${from}..${to}` : '';
}

/** @type {import('../main.js').Page} */
export const page = {
  name: 'quality',
  wide: () => true,
  keys: { m: '', o: '', g: '', f: '', t: '' },

  async load(ctx, signal) {
    const department = ctx.state.o || (firstRoot(ctx.catalog)?.code ?? '');
    if (!department || !ctx.catalog.as_of) return { department, answer: null };
    const answer = await getQuality({ department, metric: ctx.state.m, period: spanFrom(ctx), ...ctx.query }, signal);
    const { periods } = answer;
    const newest = ctx.state.at && periods.length ? await getQuality({ department, metric: ctx.state.m, period: `${periods[0]}..${periods[periods.length - 1]}` }, signal) : null;
    // Not waited for: the table is there before what has to be worked out of all numbers.
    const questions = periods.length ? getQuestions({ department, period: `${periods[0]}..${periods[periods.length - 1]}`, show: 'all', ...ctx.query }, signal)
      .then(found => found.questions.filter(q => !ctx.state.m || q.metric === ctx.state.m)) : Promise.resolve([]);
    questions.catch(() => {}); // told where it is shown
    return { department, answer, newest, questions };
  },

  render(main, ctx, { department, answer, newest, questions }) {
    const name = (/** @type {string} */ code) => departmentName(ctx.catalog, code);
    main.innerHTML = String(html`<h1>${t('page.quality')}</h1>
      ${answer?.rows.length ? html`<div class="lede"><p>${qualitySentence(answer, name)}</p></div>` : ''}
      ${filters(ctx, department, answer)}${chips(ctx)}
      ${answer?.rows.length && newest ? sinceNotice(ctx, toldOf(ctx, answer), toldOf(ctx, newest)) : ''}
      ${answer?.rows.length ? html`${matrix(ctx, answer)}${reminders(answer, name)}${findings(ctx, answer, name)}${questionsBox()}`
        : empty(ctx.catalog.as_of ? 'noReport' : 'noData', ctx.link('/reports'))}`);
    onApply(main, ctx.go);
    startArrows(main);
    const asked = startQuestions(main, ctx, questions);
    return { ready: asked, point: ref => pointOf(ctx, answer, ref) };
  },
};

/** What the table tells: numbers of a metric, or the states of reports. @param {Context} ctx @param {Answer} answer @returns {import('../since.js').Told[]} */
const toldOf = (ctx, { rows, periods, metric }) => rows.flatMap(row => periods.map((period, i) => ({
  ref: `${row.department}.${period}`, name: `${departmentName(ctx.catalog, row.department)} · ${periodName(period)}`,
  ...(row.points ? { point: row.points[i], decimals: metricOf(ctx.catalog, metric ?? '')?.decimals ?? 0 } : { words: filingWords(since(row.reports[i])), href: overviewOf(ctx, row, period) }),
})));

/** A report that is still missing has not changed by the days that went by. @param {import('../types.js').Filing} r */
const since = r => r.state === 'received' ? r : { ...r, days_late: null };

/** @param {Context} ctx @param {Row} row @param {string} period */
const overviewOf = ({ state }, row, period) => `/${writeState({ o: '', p: '' }, { o: row.department, p: period, at: state.at, lang: state.lang })}`;

/** @param {Context} ctx @param {string} department @param {Answer | null} answer */
function filters({ catalog, state }, department, answer) {
  const periods = answer?.periods ?? [];
  const kind = kindOf(periods[0] ?? '') ?? 'Q';
  const [from, to] = [periods[0] ?? '', periods[periods.length - 1] ?? ''];
  const spans = periodChoices(catalog, kind, [from, to]);
  const any = { ...metricOf(catalog, state.m), lengths: KINDS.filter(k => k !== 'M') };
  return filterForm([choice('o', departmentChoices(catalog), department), metricChoice(catalog, state.m, t('quality.whole')),
    choice('g', lengthChoices(/** @type {any} */ (any), kind), kind), choice('f', spans, from), choice('t', spans, to)]);
}

/** @param {Context} ctx */
const chips = ctx => chipList([
  ...(ctx.state.m ? [{ text: metricName(ctx.catalog, ctx.state.m), href: ctx.href({ m: '' }) }] : []),
  ...(ctx.state.f || ctx.state.t ? [{ text: `${periodName(ctx.state.f || '…')} – ${periodName(ctx.state.t || '…')}`, href: ctx.href({ f: '', t: '' }) }] : []),
  ...versionChip(ctx)]);

/** The table of states: a sign for each department and period; in the margins how many there are. @param {Context} ctx @param {Answer} answer */
function matrix(ctx, answer) {
  const { rows, periods } = answer;
  const metric = answer.metric ? metricOf(ctx.catalog, answer.metric) : null;
  const title = metric ? t('quality.ofMetric', measured({ metric: nameOf(metric.name), unit: metric.unit, basis: t(`basis.${answer.basis}`) })) : t('quality.ofReports');
  const margins = metric ? [t('quality.numbered')] : [t('quality.received'), t('quality.inTime')];
  const marginOf = (/** @type {import('../types.js').Filing[]} */ reports, /** @type {import('../types.js').Point[] | null} */ points) =>
    points ? [numbered(points)] : [received(reports), inTime(reports)];
  const column = (/** @type {number} */ i) => marginOf(rows.map(r => r.reports[i]), metric ? rows.map(r => /** @type {any} */ (r.points)[i]) : null)[0];
  const all = marginOf(rows.flatMap(r => r.reports), metric ? rows.flatMap(r => r.points ?? []) : null);
  return html`<section class="figure"><h2 id="figure-title">${title}</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="data matrix"><caption class="away">${title}</caption>
    <thead><tr><th scope="col">${t('table.department')}</th>${periods.map((p, i) => html`<th scope="col"><span class="away">${periodName(p)}</span><span aria-hidden="true">${
      kindOf(p) === 'Y' ? p : html`${i === 0 || yearOf(p) !== yearOf(periods[i - 1]) ? html`<small>${yearOf(p)}</small>` : ''}${periodShort(p)}`}</span></th>`)}${
      margins.map(m => html`<th scope="col" class="margin">${m}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr><th scope="row">${departmentName(ctx.catalog, row.department)}</th>${periods.map((p, i) => html`<td>${cell(ctx, row, p, i)}</td>`)}${
      marginOf(row.reports, row.points).map(part => html`<td class="margin">${part.of ? `${part.count}/${part.of}` : '·'}</td>`)}</tr>`)}</tbody>
    <tfoot><tr><th scope="row">${margins[0]}</th>${periods.map((_, i) => html`<td>${share(column(i))}</td>`)}${
      all.map(part => html`<td class="margin">${part.of ? `${part.count}/${part.of}` : '·'}</td>`)}</tr></tfoot></table></div>
    ${signs(rows, metric !== null)}
    <p class="quiet">${t(metric ? 'quality.aboutMetric' : 'quality.aboutReports')}</p>
    <p class="links"><a href="${ctx.href({ o: answer.department, f: periods[0], t: periods[periods.length - 1], at: ctx.state.at || ctx.catalog.as_of || '' })}">${t('links.fixed')}</a>
      <a href="${ctx.href({ print: '1' })}">${t('links.print')}</a></p></section>`;
}

/** A small bar over its count. @param {import('../quality.js').Part} part */
function share({ count, of }) {
  if (!of) return html`<span class="share">·</span>`;
  return html`<span class="share"><svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true"><rect class="share-all" x="0.5" y="0.5" width="39" height="5"/><rect class="share-part" x="0" y="0" width="${
    Math.round(400 * count / of) / 10}" height="6"/></svg>${count}/${of}</span>`;
}

/** @param {Context} ctx @param {Row} row @param {string} period @param {number} i */
function cell(ctx, row, period, i) {
  const where = `${departmentName(ctx.catalog, row.department)} · ${periodName(period)}`;
  const decimals = metricOf(ctx.catalog, ctx.state.m)?.decimals ?? 0;
  if (row.points) {
    return stateCell(row.points[i], `${row.department}.${period}`, `${where}${t('list.comma')}${spoken(row.points[i], metricOf(ctx.catalog, ctx.state.m)?.unit ?? '', decimals)}`);
  }
  const report = row.reports[i];
  const words = filingWords(report);
  const text = `${where}${t('list.comma')}${words}`;
  const sign = html`<span aria-hidden="true">${glyphOf(/** @type {any} */ (SIGNS[report.state]))}</span>${report.state === 'received' && report.days_late ? html`<small aria-hidden="true">+${report.days_late}</small>` : ''}`;
  const kind = `state-cell state-${SIGNS[report.state]}`;
  return report.state === 'received'
    ? html`<a class="${kind}" href="${overviewOf(ctx, row, period)}" title="${text}" aria-label="${text}">${sign}</a>`
    : html`<span class="${kind}" title="${text}" role="img" tabindex="0" aria-label="${text}">${sign}</span>`;
}

/** The state of one value: its sign to see, its words to hear, and the way to its evidence. @param {Point} point @param {string} ref @param {string} text */
export function stateCell(point, ref, text) {
  return html`<a class="state-cell state-${shown(point)}${point.review === 'unconfirmed' ? ' unconfirmed' : ''}" data-ref="${ref}" href="#pt=${encodeURIComponent(ref)}" title="${text}" aria-label="${text}"><span>${
    glyph(point)}</span>${notes(point).filter(n => n !== '◌').map(n => html`<small>${n}</small>`)}</a>`;
}

/** @param {import('../types.js').Filing} r */
function filingWords(r) {
  const parts = [r.state === 'received' ? t('quality.state.received') : stateName(r.state)];
  if (r.received) parts.push(t('quality.on', { date: dateName(r.received) }));
  if (r.due) parts.push(t('quality.due', { date: dateName(r.due) }));
  if (r.days_late) parts.push(t('quality.days', { days: r.days_late }));
  return parts.join(t('list.comma'));
}

/** The signs that occur, in words. @param {Row[]} rows @param {boolean} ofMetric */
function signs(rows, ofMetric) {
  if (ofMetric) {
    const states = [...new Set(rows.flatMap(r => r.points ?? []).map(shown))];
    return html`<p class="legend"><b>${t('legend.title')}</b>${states.map(s => html`<span><i aria-hidden="true">${glyphOf(s)}</i> ${stateName(s)}</span>`)}</p>`;
  }
  const states = [...new Set(rows.flatMap(r => r.reports).map(r => r.state))];
  return html`<p class="legend"><b>${t('legend.title')}</b>${states.map(s => html`<span><i aria-hidden="true">${glyphOf(/** @type {any} */ (SIGNS[s]))}</i> ${
    s === 'received' ? t('quality.state.received') : stateName(s)}</span>`)}${rows.some(r => r.reports.some(x => x.state === 'received' && x.days_late)) ? html`<span><i aria-hidden="true">+9</i> ${t('quality.state.late')}</span>` : ''}</p>`;
}

/** Who owes what, as text to send. @param {Answer} answer @param {(code: string) => string} name */
function reminders(answer, name) {
  const list = owed(answer);
  return html`<section class="figure"><div class="figure-head"><h2>${t('quality.owed')}</h2>${list.length
    ? html`<button type="button" data-copy="${reminder(answer, name)}">${t('quality.copy')}</button>` : ''}</div>
    ${list.length ? html`<ul class="owed">${list.map(row => html`<li><b>${name(row.department)}</b><span>${row.reports.map(owedWords).join(t('list.semicolon'))}</span></li>`)}</ul>`
      : html`<p>${t('quality.nothingOwed')}</p>`}</section>`;
}

/** What has to be looked at, each with the way there. @param {Context} ctx @param {Answer} answer @param {(code: string) => string} name */
function findings(ctx, answer, name) {
  const keep = { at: ctx.state.at, lang: ctx.state.lang };
  const lateOnes = late(answer);
  const group = (/** @type {string} */ title, /** @type {unknown[]} */ items) => items.length
    ? html`<details class="each" open><summary>${title}</summary><ul class="findings">${items.map(i => html`<li>${i}</li>`)}</ul></details>` : '';
  const conflicts = answer.conflicts.map(c => {
    const decimals = metricOf(ctx.catalog, c.metric)?.decimals ?? 0;
    const { point } = c;
    const href = `/trends${writeState({ m: '', o: '', g: '', f: '', t: '', b: '' }, { m: c.metric, o: c.department, g: kindOf(point.period) ?? '', f: point.period, t: point.period,
      b: c.basis === 'to_date' ? 'ytd' : '', ...keep })}#pt=${encodeURIComponent(`0.${point.period}`)}`;
    return html`<a href="${href}">${name(c.department)} · ${periodName(point.period)} · ${metricName(ctx.catalog, c.metric)}</a> ${t('quality.conflict', {
      stated: withUnit(symbolic(point, decimals), metricOf(ctx.catalog, c.metric)?.unit ?? ''), parts: bounds({ value: null, state: 'range', lower: null, upper: null, ...point.conflict }, decimals) })}`;
  });
  const silent = answer.silent.map(r => html`<a href="${ctx.link(`/reports/${r.id}`)}">${r.name}</a> ${name(r.department ?? '')}${r.period ? ` · ${periodName(r.period)}` : ''}`);
  const lates = lateOnes.map(r => html`<a href="/${writeState({ o: '', p: '' }, { o: r.department, p: r.period, ...keep })}">${name(r.department)} · ${periodName(r.period)}</a> ${filingWords(r)}`);
  const any = conflicts.length + silent.length + lates.length;
  return html`<section class="figure"><h2>${t('quality.findings')}</h2>${any ? '' : html`<p>${t('quality.nothingFound')}</p>`}
    ${group(t('quality.group.conflict', { count: conflicts.length }), conflicts)}
    ${group(t('quality.group.silent', { count: silent.length }), silent)}
    ${lates.length > 12 ? html`<details class="each"><summary>${t('quality.group.late', { count: lates.length })}</summary><ul class="findings">${lates.map(i => html`<li>${i}</li>`)}</ul></details>`
      : group(t('quality.group.late', { count: lates.length }), lates)}</section>`;
}

/** The arrow keys walk over the table. @param {HTMLElement} main */
function startArrows(main) {
  const steps = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] });
  main.querySelector('.matrix tbody')?.addEventListener('keydown', event => {
    const { key, target } = /** @type {KeyboardEvent} */ (event);
    const td = /** @type {HTMLElement} */ (target).closest('td');
    const row = /** @type {HTMLTableRowElement | null} */ (td?.parentElement ?? null);
    if (!td || !row || !steps[key]) return;
    const [down, right] = steps[key];
    const rows = /** @type {HTMLTableSectionElement} */ (row.parentElement).rows;
    const next = rows[row.rowIndex - 1 + down]?.cells[td.cellIndex + right]?.querySelector('.state-cell');
    if (!next) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (next).focus();
  });
}

/** @param {Context} ctx @param {Answer | null} answer @param {string} ref */
function pointOf(ctx, answer, ref) {
  const [department, period] = ref.split('.');
  const point = answer?.rows.find(r => r.department === department)?.points?.find(p => p.period === period);
  const metric = metricOf(ctx.catalog, answer?.metric ?? '');
  return point && metric && answer?.basis ? { point, title: `${departmentName(ctx.catalog, department)} · ${periodName(period)}`, unit: metric.unit, decimals: metric.decimals,
    question: { metric: metric.code, department, category: null, period, basis: answer.basis } } : null;
}
