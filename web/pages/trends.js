// @ts-check
import { getSeries } from '../api.js';
import { categoryName, changesOn, departmentName, firstDepartments, firstKind, firstMetric, inKind, metricOf, newestYear, spanOf } from '../catalog.js';
import { hasContext, hasMarks, trendChart } from '../charts/trend.js';
import { standardsOf } from '../charts/standards.js';
import { askBeside, guess } from '../components/beside.js';
import { showChart } from '../components/chart-box.js';
import { chipList, versionChip } from '../components/chips.js';
import { categoryChoices, choice, departmentChecklist, filterForm, lengthChoices, metricChoice, onApply, periodChoices, worded, reviewChoice, reviewQuery } from '../components/filters.js';
import { latestTable } from '../components/latest.js';
import { figureLinks } from '../components/links.js';
import { drawnLimits, signalNotes, startPhases } from '../components/signal-notes.js';
import { emptiness, empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { startStepper, stepper } from '../components/stepper.js';
import { dataTable, legend, linkToChart, pointCell } from '../components/table.js';
import { tabs } from '../components/tabs.js';
import { dateName, hasNumber, inWords, measured, periodName, spoken, withUnit, wordingOf } from '../format.js';
import { html } from '../html.js';
import { language, nameOf, t } from '../i18n/index.js';
import { yearOf } from '../periods.js';
import { chartName, manySentence, trendSentence } from '../sentence.js';
import { cut, windowOf } from '../span.js';
import { split } from '../state.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {ReturnType<typeof choose>} Chosen */

/** What only numbers to date need, once they are asked for. @type {typeof import('../charts/years.js') | null} */
let years = null;

export const MOST_SERIES = 8;
const FIRST_DEPARTMENTS = 4;
/** More than this the server does not answer at once. */
const MOST_PERIODS = 120;
const KINDS = /** @type {const} */ (['Q', 'H', 'Y', 'M']);

/** What the address leaves open, decided from the catalogue. @param {Context} ctx */
export function choose({ state, catalog }) {
  const metric = state.m ? metricOf(catalog, state.m) : firstMetric(catalog);
  const kind = KINDS.find(k => k === state.g) ?? firstKind(metric);
  const all = spanOf(catalog, kind).slice(-MOST_PERIODS);
  const bounds = [inKind(state.f, kind, 'start') || (all[0] ?? ''), inKind(state.t, kind, 'end') || (all[all.length - 1] ?? '')].sort();
  const departments = split(state.o).length ? split(state.o) : metric ? firstDepartments(catalog, metric, FIRST_DEPARTMENTS) : [];
  const toDate = state.b === 'ytd' && metric?.kind !== 'stock';
  return { metric, kind, from: bounds[0], to: bounds[1], departments: departments.slice(0, MOST_SERIES), toDate };
}

/** The series of the span. @param {ReturnType<typeof choose>} chosen @param {Context} ctx @param {Record<string, string>} query @param {AbortSignal} signal */
function ask(chosen, ctx, query, signal) {
  const [from, to] = chosen.toDate && years ? years.wholeYears(chosen.from, chosen.to, MOST_PERIODS) : [chosen.from, chosen.to];
  return getSeries({
    metric: /** @type {import('../types.js').Metric} */ (chosen.metric).code, department: chosen.departments.join(','), period: `${from}..${to}`,
    category: ctx.state.c, basis: chosen.toDate ? 'to_date' : '', view: ctx.state.og === 'is' ? 'as_is' : '', ...reviewQuery(ctx.state), ...query,
  }, signal);
}

/** The same, cut to the window where the address leaves it open; numbers to date come in whole years. @param {ReturnType<typeof choose>} chosen @param {Context} ctx @param {AbortSignal} signal */
async function read(chosen, ctx, signal) {
  const whole = await ask(chosen, ctx, ctx.query, signal);
  let [first, last] = windowOf(whole, ctx.state, Number(newestYear(ctx.catalog).slice(0, 4)));
  if (chosen.toDate && years) {
    const [from, to] = years.wholeYears(whole.periods[first], whole.periods[last]);
    [first, last] = [whole.periods.indexOf(from), whole.periods.indexOf(to)];
  }
  const answer = cut(whole, first, last);
  return { chosen: { ...chosen, from: whole.periods[first], to: whole.periods[last] }, answer };
}

/** @param {{answer: import('../types.js').SeriesAnswer}} view */
const holds = view => view.answer.series.some(s => s.points.some(p => p.figures.length > 0));

/** @type {import('../main.js').Page} */
export const page = {
  name: 'trends',
  keys: { m: '', o: '', g: '', f: '', t: '', b: 'disc', c: '', og: 'was', s: 'conf', vw: 'chart' },

  async load(ctx, signal) {
    const chosen = choose(ctx);
    if (!chosen.metric || !chosen.departments.length || !chosen.from) return { chosen, answer: null };
    if (chosen.toDate) years ??= await import('../charts/years.js');
    const beside = askBeside(guess(chosen, ctx), { ...reviewQuery(ctx.state), ...ctx.query }, signal);
    const view = await read(chosen, ctx, signal);
    if (ctx.state.g || holds(view)) return withMore(view);
    // The address names no length of period: one of which these departments say anything.
    for (const g of chosen.metric.lengths.filter(kind => kind !== chosen.kind)) {
      const other = await read(choose({ ...ctx, state: { ...ctx.state, g } }), ctx, signal);
      if (holds(other)) return withMore(other);
    }
    return withMore(view);

    /** With the limits of chance and what the last period is compared with, and on a page of an earlier moment with what the same numbers are now. @param {Awaited<ReturnType<typeof read>>} found */
    async function withMore(found) {
      const [[limits, latest], newest, standards] = await Promise.all([beside(found.answer), ctx.state.at ? ask(found.chosen, ctx, {}, signal) : null,
        found.answer.series.some(s => s.targets.length) ? import('../components/standard-notes.js') : null]);
      return { ...found, limits, latest, newest, standards };
    }
  },

  render(main, ctx, { chosen, answer, newest, latest = null, limits = null, standards = null }) {
    const view = answer ? { ...viewOf(ctx, chosen, answer, limits), latest, standards } : null;
    main.innerHTML = String(html`<h1>${t('page.trends')}</h1>
      ${view ? lede(view) : ''}
      ${filters(ctx, chosen)}${chips(ctx, chosen)}
      ${view && newest ? sinceNotice(ctx, view.told, toldOf(view.series, newest.series, view.model.decimals)) : ''}
      ${view ? figure(ctx, view) : empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.catalog.as_of ? '/trends' : ctx.link('/reports'))}`);
    onApply(main, ctx.go, MOST_SERIES);
    startPhases(main, ctx, limits, answer);
    return view ? start(main, ctx, view) : {};
  },
};

/** One or two series are told whole; more in one sentence, and each on demand. @param {ReturnType<typeof viewOf>} view */
function lede(view) {
  const each = view.sentences.map(s => html`<p>${s}</p>`);
  if (each.length <= 2) return html`<div class="lede">${each}</div>`;
  return html`<div class="lede"><p>${view.summary}</p></div><details class="each"><summary id="each">${t('sentence.each')}</summary>${each}</details>`;
}

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen @param {import('../types.js').SeriesAnswer} answer @param {import('../types.js').ControlCharts | null} limits */
function viewOf(ctx, chosen, answer, limits) {
  const { catalog } = ctx;
  const metric = /** @type {import('../types.js').Metric} */ (chosen.metric);
  const basis = t(`basis.${answer.basis}`);
  const subject = { metric: nameOf(metric.name), unit: answer.unit, decimals: metric.decimals, basis };
  const oneDepartment = new Set(answer.series.map(s => s.department)).size === 1;
  const series = answer.series.map(s => {
    const department = departmentName(catalog, s.department);
    const category = s.category ? categoryName(catalog, s.category) : '';
    const name = category && oneDepartment ? category : category ? `${department} · ${category}` : department;
    return { name, full: category ? t('name.category', { department, category }) : department, department: s.department, category: s.category, points: s.points, standards: standardsOf(s.targets, answer.periods) };
  });
  const changes = changesOn(catalog, answer).map(c => ({
    position: c.position, date: c.date, departments: c.departments, text: t(`change.${c.kind}`, { date: dateName(c.date),
      from: departmentName(catalog, c.from), to: departmentName(catalog, c.to) }) }));
  const plain = { periods: answer.periods, series: series.slice(0, MOST_SERIES), unit: answer.unit, decimals: metric.decimals,
    stock: metric.kind === 'stock', toDate: false, changes: atOnce(changes), limits: drawnLimits(limits, answer) };
  /** @type {import('../charts/trend.js').TrendModel} */
  const model = chosen.toDate && years?.hasParts(answer.periods) ? years.byYear(plain) : plain;
  const departments = [...new Set(series.map(s => s.department))];
  return {
    metric, series, model, changes, answer, limits, told: toldOf(series, series, metric.decimals), periods: answer.periods, unit: answer.unit, basis: answer.basis,
    summary: manySentence(subject, series.map(s => s.points)),
    sentences: series.map(s => trendSentence({ ...subject, name: s.full }, s.points)),
    title: t('trends.title', { departments: departments.length > 4 ? t('name.departments', { count: departments.length })
      : departments.map(d => departmentName(catalog, d)).join(t('list.pause')),
      ...measured({ metric: nameOf(metric.name), unit: answer.unit, basis }) }),
    query: { metric: metric.code, department: chosen.departments.join(','), period: `${chosen.from}..${chosen.to}`, ...reviewQuery(ctx.state), ...ctx.query },
    state: { m: metric.code, o: chosen.departments.join(','), g: chosen.kind, f: chosen.from, t: chosen.to },
  };
}

/** The numbers of the page by the names that open them. @param {{name: string}[]} named @param {{points: import('../types.js').Point[]}[]} series @param {number} decimals */
const toldOf = (named, series, decimals) => series.flatMap((s, k) => s.points.map(point => (
  { ref: `${k}.${point.period}`, name: `${named[k]?.name ?? ''} · ${periodName(point.period)}`, point, decimals })));

/** On the chart one rule for all that happened on a day; the list below names each. @param {{position: number, date: string, departments: string[], text: string}[]} changes */
function atOnce(changes) {
  return [...new Set(changes.map(c => c.position))].map(position => {
    const all = changes.filter(c => c.position === position);
    return { position, departments: [...new Set(all.flatMap(c => c.departments))],
      text: all.length === 1 ? all[0].text : t('change.several', { date: dateName(all[0].date), count: all.length }) };
  });
}

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen */
function filters({ catalog, state }, chosen) {
  const metric = chosen.metric?.code ?? '';
  const categories = categoryChoices(catalog, metric);
  const periods = periodChoices(catalog, chosen.kind, [chosen.from, chosen.to]);
  return filterForm([metricChoice(catalog, metric), departmentChecklist(catalog, chosen.departments),
    choice('g', lengthChoices(chosen.metric, chosen.kind), chosen.kind), choice('f', periods, chosen.from), choice('t', periods, chosen.to),
    chosen.metric?.kind === 'stock' ? html`` : choice('b', worded('b', ['disc', 'ytd']), state.b),
    categories.length > 1 ? choice('c', categories, state.c) : html``,
    choice('og', worded('og', ['was', 'is']), state.og), reviewChoice(state)]);
}

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen */
function chips(ctx, chosen) {
  const { departments } = chosen;
  return chipList([
    // On paper the names over the small panels are enough, and leave room for the panels on the first page.
    ...(ctx.state.print === '1' && departments.length > 4 ? [] : departments).map(code => ({ text: departmentName(ctx.catalog, code),
      href: departments.length > 1 ? ctx.href({ o: departments.filter(d => d !== code).join(',') }) : null })),
    ...(ctx.state.c ? [{ text: categoryName(ctx.catalog, ctx.state.c), href: ctx.href({ c: '' }) }] : []),
    ...(ctx.state.og === 'is' ? [{ text: t('filter.og.is'), href: ctx.href({ og: 'was' }) }] : []),
    ...(chosen.toDate ? [{ text: t('basis.to_date'), href: ctx.href({ b: 'disc' }) }] : []),
    ...(ctx.state.f || ctx.state.t ? [{ text: `${periodName(chosen.from)} – ${periodName(chosen.to)}`, href: ctx.href({ f: '', t: '' }) }] : []),
    ...versionChip(ctx),
  ]);
}

/** @param {Context} ctx @param {ReturnType<typeof viewOf> & {latest: import('../components/latest.js').Latest | null, standards: typeof import('../components/standard-notes.js') | null}} view */
function figure(ctx, view) {
  const points = view.series.flatMap(s => s.points);
  const nothing = emptiness(points);
  const chart = ctx.state.vw !== 'table' && !nothing;
  return html`<section class="figure">
    <div class="figure-head"><h2 id="figure-title">${view.title}</h2>${
      tabs(ctx, ['chart', 'table'].map(value => ({ value, text: t(`view.${value}`) })), chart ? 'chart' : 'table')}</div>
    ${nothing ? empty(nothing, nothing === 'noMatch' ? '/trends' : ctx.link('/reports')) : ''}
    ${chart ? html`${sparse(view)}<div id="chart" class="chart" role="img" aria-label="${chartName(t('chart.trend'), view.sentences.length > 2 ? [view.summary] : view.sentences)}"></div>
      ${view.series.length > MOST_SERIES ? html`<p class="quiet">${t('trends.more', { count: MOST_SERIES })}</p>` : ''}
      ${hasContext(view.model) ? html`<p class="quiet">${t('trends.context')}</p>` : ''}
      ${view.model.panels && view.model.series.length < view.series.length * new Set(view.periods.map(yearOf)).size ? html`<p class="quiet">${t('trends.years')}</p>` : ''}
      ${stepper(stopsOf(view))}` : ''}
    ${legend(points)}
    ${chart ? view.standards?.standardNotes(ctx, view.answer, view.metric.decimals) ?? '' : ''}
    ${signalNotes(ctx, view.limits, view.answer)}
    ${view.metric.person_sensitive ? html`<p class="standing">${t('standing')}</p>` : ''}
    ${nameOf(view.metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(view.metric.caution) })}</p>` : ''}
    ${figureLinks(view.query, ctx, view.state)}
    ${view.latest && !nothing ? latestTable(ctx, view.latest, view.answer, view.metric.decimals) : ''}
    ${dataTable({ caption: view.title, head: [t('table.period'), ...view.series.map(s => s.name)], rows: view.periods.map((period, i) => ({
      name: periodName(period), cells: view.series.map((s, k) => pointCell(s.points[i], `${k}.${period}`, view.metric.decimals)) })) })}
    ${view.changes.length || ctx.state.og === 'is' ? html`<p class="quiet">${t(`organisation.${ctx.state.og === 'is' ? 'is' : 'was'}`)}</p>` : ''}
    ${view.changes.length ? html`<ul class="quiet">${view.changes.map(c => html`<li>${c.text}</li>`)}</ul>` : ''}</section>`;
}

/** What is said where there is too little to see a trend: no number, one, or two. @param {ReturnType<typeof viewOf>} view */
function sparse(view) {
  const valued = view.series.map((s, k) => ({ s, k, points: s.points.filter(hasNumber) }));
  const most = Math.max(...valued.map(v => v.points.length));
  if (!hasMarks(view.model)) return html`<p class="sparse">${t('trends.none')}</p>`;
  if (most >= 3) return html``;
  const all = valued.flatMap(v => v.points.map(point => ({ ...v, point })));
  if (all.length > 1) return html`<p class="sparse">${t('trends.few')}</p>`;
  const [{ s, k, point }] = all;
  return html`<p class="sparse"><a href="#pt=${encodeURIComponent(`${k}.${point.period}`)}"><b>${wordingOf(point) && language() === 'zh' ? withUnit(wordingOf(point) ?? '', view.unit) : withUnit(inWords(point, view.model.decimals), view.unit)}</b>
    ${s.name} · ${periodName(point.period)}</a> ${t('trends.one')}</p>`;
}

/** @param {ReturnType<typeof viewOf>} view */
const stopsOf = view => view.series.slice(0, MOST_SERIES).flatMap((s, k) => s.points.map(p => ({ ref: `${k}.${p.period}`, group: s.name,
  text: t('stepper.text', { period: periodName(p.period), name: s.name, value: spoken(p, view.model.unit, view.model.decimals) }) })));

/** @param {HTMLElement} main @param {Context} ctx @param {ReturnType<typeof viewOf>} view @returns {import('../main.js').Shown} */
function start(main, ctx, view) {
  const element = /** @type {HTMLElement | null} */ (main.querySelector('#chart'));
  const chart = element && showChart(element, size => trendChart(view.model, size), ctx);
  if (chart) {
    startStepper(main, stopsOf(view), { highlight: chart.highlight, open: ctx.open });
    linkToChart(main, chart.highlight);
  }
  return {
    dispose: chart?.dispose, ready: chart?.ready,
    point(ref) {
      const [, k, period] = /^(\d+)\.(.+)$/.exec(ref) ?? [];
      const series = view.series[Number(k)];
      const point = series?.points.find(p => p.period === period);
      return point ? { point, title: `${series.full} · ${periodName(period)}`, unit: view.model.unit, decimals: view.model.decimals,
        question: { metric: view.metric.code, department: series.department, category: series.category, period, basis: view.basis } } : null;
    },
  };
}

