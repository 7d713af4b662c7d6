// @ts-check
/** The page that is opened first: one department in one period, on one sheet of paper. Draws without the chart library. */
import { getOverview } from '../api.js';
import { childrenOf, changesOn, departmentName, firstRoot, metricName, metricOf } from '../catalog.js';
import { bullet } from '../charts/bullet.js';
import { sparkline } from '../charts/sparkline.js';
import { chipList, versionChip } from '../components/chips.js';
import { compared } from '../components/compared.js';
import { choice, departmentChoices, filterForm, onApply } from '../components/filters.js';
import { figureLinks } from '../components/links.js';
import { empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { legend } from '../components/table.js';
import { cellText, dateName, glyph, hasNumber, inWords, notes, number, periodName, shown, stateName, unitName, withUnit } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { kindOf } from '../periods.js';
import { overviewSentences } from '../overview-sentences.js';
import { chartName, trendSentence } from '../sentence.js';
import { signalMark } from '../signals.js';
import { writeState } from '../state.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').OverviewAnswer} Answer */
/** @typedef {Answer['rows'][number]} Row */

/** @type {import('../main.js').Page} */
export const page = {
  name: 'overview',
  keys: { o: '', p: '' },

  async load(ctx, signal) {
    const department = ctx.state.o || (firstRoot(ctx.catalog)?.code ?? '');
    if (!department || !ctx.catalog.as_of) return { department, answer: null };
    const answer = await getOverview({ department, period: ctx.state.p, ...ctx.query }, signal);
    return { department, answer, newest: ctx.state.at && answer.period ? await getOverview({ department, period: answer.period }, signal) : null };
  },

  render(main, ctx, { department, answer, newest }) {
    main.innerHTML = String(html`<h1>${t('page.overview')}</h1>
      ${answer?.rows.length ? lede(ctx, answer) : ''}
      ${filters(ctx, department, answer)}${chipList(versionChip(ctx))}
      ${answer?.rows.length && newest ? sinceNotice(ctx, toldOf(ctx, answer), toldOf(ctx, newest)) : ''}
      ${answer?.rows.length ? figure(ctx, answer) : nothing(ctx, department, answer)}`);
    onApply(main, ctx.go);
    return { point: ref => pointOf(ctx, answer, ref) };
  },
};

/** @param {Context} ctx @param {Answer} answer */
function lede({ catalog }, answer) {
  const sentences = overviewSentences(answer, { department: code => departmentName(catalog, code),
    metric: code => metricName(catalog, code), decimals: code => metricOf(catalog, code)?.decimals ?? 0 });
  return html`<ol class="lede sentences">${sentences.map(s => html`<li>${s}</li>`)}</ol>`;
}

/** @param {Context} ctx @param {string} department @param {Answer | null} answer */
function filters({ catalog }, department, answer) {
  const periods = [...new Set([...catalog.periods, answer?.period ?? ''])].filter(Boolean).sort().reverse().map(p => ({ value: p, text: periodName(p) }));
  return filterForm([choice('o', departmentChoices(catalog), department), choice('p', periods, answer?.period ?? '')]);
}

/** Why there is no table: nothing at all, nothing in this period, or departments that do not add up. @param {Context} ctx @param {string} department @param {Answer | null} answer */
function nothing(ctx, department, answer) {
  const below = childrenOf(ctx.catalog, department);
  if (!answer || (!answer.period && !below.length)) return empty(ctx.catalog.as_of ? 'noReport' : 'noData', ctx.link('/reports'));
  if (!below.length || ctx.catalog.departments.find(d => d.code === department)?.additive) return empty('noReport', ctx.link('/reports'));
  return html`<div class="notice"><p>${t('overview.apart', { department: departmentName(ctx.catalog, department) })}</p>
    <ul class="choices">${below.map(d => html`<li><a href="${ctx.href({ o: d.code, p: '' })}">${departmentName(ctx.catalog, d.code)}</a></li>`)}</ul></div>`;
}

/** @param {Context} ctx @param {Answer} answer */
function figure(ctx, answer) {
  const { rows, department } = answer;
  const period = answer.period ?? '';
  const title = t('overview.title', { department: departmentName(ctx.catalog, department), period: periodName(period) });
  const state = { o: department, p: period };
  const query = { metric: rows.map(r => r.metric).join(','), department, period: `${answer.periods[0]}..${period}`, ...ctx.query };
  const away = writeState({ o: '', p: '' }, { ...state, at: ctx.state.at, lang: ctx.state.lang });
  return html`<section class="figure overview"><h2 id="figure-title">${title}</h2>
    ${table(ctx, answer, title)}
    <p class="apart"><a href="/discipline${away}">${t('overview.discipline')}</a> <a href="/signals${away}">${t('overview.signals')}</a></p>
    ${legend(rows.flatMap(r => r.points))}
    <p class="quiet">${t('overview.about')}</p>
    ${figureLinks(query, ctx, state)}</section>`;
}

/** @param {Context} ctx @param {Answer} answer @param {string} title */
function table(ctx, { rows, period, periods, department }, title) {
  const yearly = kindOf(period ?? '') === 'Y';
  const bases = yearly ? /** @type {const} */ (['year_ago']) : /** @type {const} */ (['previous', 'year_ago']);
  // No column of reasons why there is nothing to say.
  const signals = rows.some(row => row.signal.variation !== null);
  const targets = rows.some(row => row.target);
  const head = [t('overview.now'), ...bases.map(b => t(`filter.a.${b}`)), ...(targets ? [t('overview.target')] : []), ...(signals ? [t('overview.signal')] : []), t('overview.recent', { count: periods.length }), t('card.coverage')];
  const kinds = ['now', ...bases.map(() => 'by'), ...(targets ? ['target'] : []), ...(signals ? ['signal'] : []), 'spark', 'coverage'];
  const under = ['', ...bases.map(b => periodName(rows[0][b].base.period)), ...(targets ? [''] : []), ...(signals ? [''] : []), '', ''];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="data folding overview-table${signals ? ' with-signals' : ''}${targets ? ' with-targets' : ''}">
    <caption class="away">${title}</caption>
    <thead><tr><th scope="col">${t('filter.m')}</th>${head.map((h, i) => html`<th scope="col" class="th-${kinds[i]}">${h}${under[i] ? html`<small>${under[i]}</small>` : ''}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr><th scope="row">${name(ctx, row, department, period ?? '')}</th>
      ${cells(ctx, row, periods, department, bases, { signals, targets }).map((cell, i) => html`<td class="td-${kinds[i]}" data-label="${head[i]}">${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** @param {Context} ctx @param {Row} row @param {string} department @param {string} period */
function name(ctx, row, department, period) {
  const query = writeState({ m: '', o: '', g: '' }, { m: row.metric, o: department, g: kindOf(period) ?? '', at: ctx.state.at, lang: ctx.state.lang });
  return html`<a href="/trends${query}">${metricName(ctx.catalog, row.metric)}</a> <small>${unitName(row.unit)}${row.basis === 'at_end' ? html` · ${t('basis.at_end')}` : ''}</small>`;
}

/** @param {Context} ctx @param {Row} row @param {string[]} periods @param {string} department @param {readonly ('previous' | 'year_ago')[]} bases @param {{signals: boolean, targets: boolean}} columns that are there beside */
function cells(ctx, row, periods, department, bases, { signals, targets }) {
  const metric = metricOf(ctx.catalog, row.metric);
  const decimals = metric?.decimals ?? 0;
  const point = row.points[row.points.length - 1];
  const subject = { name: departmentName(ctx.catalog, department), metric: metricName(ctx.catalog, row.metric), unit: row.unit, decimals, basis: t(`basis.${row.basis}`) };
  const changes = changesOn(ctx.catalog, { view: 'as_was', periods, series: [{ department, breaks: row.breaks }] }).map(c => ({ ...c, text: '' }));
  const { reported, expected } = point.coverage;
  const where = writeState({ m: '', o: '', f: '', t: '' }, { m: row.metric, o: department, f: periods[0], t: point.period, at: ctx.state.at, lang: ctx.state.lang });
  return [
    value(point, row.metric, decimals),
    ...bases.map(b => html`<span class="by">${compared(row[b], decimals)}${matched(ctx, row[b], reported)}</span>`),
    ...(targets ? [row.target ? standard(row.target, row.unit, decimals) : ''] : []),
    ...(signals ? [signalMark(row.signal)] : []),
    sparkline({ department, points: row.points, periods, stock: metric?.kind === 'stock', changes }, chartName(t('chart.spark'), [trendSentence(subject, row.points)])),
    html`<a class="coverage" href="/quality${where}">${reported}/${expected}</a>`,
  ];
}

/** The period's value in words, which opens its evidence. @param {import('../types.js').Point} point @param {string} ref @param {number} decimals */
function value(point, ref, decimals) {
  const text = !hasNumber(point) ? `${glyph(point)} ${stateName(shown(point))}` : point.state === 'zero' ? cellText(point) : inWords(point, decimals);
  return html`<a class="value now state-${shown(point)}${point.review === 'unconfirmed' ? ' unconfirmed' : ''}" data-ref="${ref}" href="#pt=${encodeURIComponent(ref)}"><span>${text}</span>${
    notes(point).filter(n => !n.startsWith('◔')).map(n => html` <small>${n}</small>`)}</a>`;
}

/** What was done beside the least that is asked; of a longer period that still runs, beside an even pace. @param {import('../types.js').Target} target @param {string} unit @param {number} decimals */
function standard({ at_least, attainment, pace, period, point }, unit, decimals) {
  const least = withUnit(number(at_least, decimals), unit);
  const asked = pace ? t('overview.leastOf', { period: periodName(period), least }) : t('overview.least', { least });
  const judged = pace && attainment !== 'met' ? t(`pace.${pace.standing}`) : t(`attainment.${attainment}`);
  return html`<span class="standard">${bullet(pace ? pace.so_far : point, at_least, `${asked}${t('list.comma')}${judged}`, pace ? pace.due : null, 104)}<span><b class="attainment">${judged}</b> <small class="under">${asked}</small></span></span>`;
}

/** On whom a difference rests, where that is not everybody. @param {Context} ctx @param {import('../types.js').ComparisonRow} row @param {number} reported how many have a number in this period */
function matched({ catalog }, row, reported) {
  if (row.obstacle) {
    return html`<small class="under">${t(`change.${row.obstacle.kind}`, { date: dateName(row.obstacle.date), from: departmentName(catalog, row.obstacle.from), to: departmentName(catalog, row.obstacle.to) })}</small>`;
  }
  return row.matched && row.difference && row.matched.departments.length !== reported ? html`<small class="under">${t('compare.matched', { count: row.matched.departments.length, numbers: '' })}</small>` : '';
}

/** The numbers of the period by the names that open them. @param {Context} ctx @param {Answer} answer */
const toldOf = ({ catalog }, answer) => answer.rows.map(row => ({ ref: row.metric, name: metricName(catalog, row.metric), point: row.points[row.points.length - 1],
  decimals: metricOf(catalog, row.metric)?.decimals ?? 0 }));

/** @param {Context} ctx @param {Answer | null} answer @param {string} ref */
function pointOf(ctx, answer, ref) {
  const row = answer?.rows.find(r => r.metric === ref);
  if (!answer || !row) return null;
  const point = row.points[row.points.length - 1];
  return { point, title: `${departmentName(ctx.catalog, answer.department)} · ${periodName(point.period)}`, unit: row.unit, decimals: metricOf(ctx.catalog, row.metric)?.decimals ?? 0,
    question: { metric: row.metric, department: answer.department, category: null, period: point.period, basis: row.basis } };
}
