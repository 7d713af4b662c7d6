// @ts-check
import { getComparison } from '../api.js';
import { categoryName, departmentName, firstMetric, firstRoot, metricOf, newestYear, parentsOf } from '../catalog.js';
import { compareChart } from '../charts/compare.js';
import { showChart } from '../components/chart-box.js';
import { chipList, versionChip } from '../components/chips.js';
import { compared } from '../components/compared.js';
import { categoryChoices, choice, filterForm, metricChoice, onApply, worded, reviewChoice, reviewQuery } from '../components/filters.js';
import { figureLinks } from '../components/links.js';
import { emptiness, empty } from '../components/notice.js';
import { startStepper, stepper } from '../components/stepper.js';
import { dataTable, legend, linkToChart, pointCell } from '../components/table.js';
import { bounds, dateName, periodName, spoken, unitName } from '../format.js';
import { html } from '../html.js';
import { nameOf, t } from '../i18n/index.js';
import { chartName, compareSentence } from '../sentence.js';
import { funnelFigure, funnelFilters, funnelSentence, isFunnel, loadFunnel, startFunnel } from './funnel.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').ComparisonAnswer} Answer */

/** @param {Context} ctx */
function choose({ state, catalog }) {
  const parents = parentsOf(catalog);
  return { metric: state.m ? metricOf(catalog, state.m) : firstMetric(catalog), parents,
    parent: state.parent || (firstRoot(catalog)?.code ?? ''), period: state.p || newestYear(catalog) };
}

/** @type {import('../main.js').Page} */
export const page = {
  name: 'compare',
  keys: { m: '', p: '', parent: '', a: 'year_ago', b: 'disc', c: '', og: 'like', s: 'conf', vw: '' },

  async load(ctx, signal) {
    const chosen = choose(ctx);
    if (!chosen.metric || !chosen.parent || !chosen.period) return { chosen, answer: null };
    if (isFunnel(ctx.state, chosen.metric)) return { chosen, answer: null, funnel: await loadFunnel(ctx, chosen, reviewQuery(ctx.state), signal) };
    const basis = ctx.state.b === 'ytd' && chosen.metric.kind !== 'stock' ? 'to_date' : '';
    return { chosen, answer: await getComparison({ metric: chosen.metric.code, period: chosen.period, parent: chosen.parent,
      against: ctx.state.a, category: ctx.state.c, basis, view: ctx.state.og === 'is' ? 'as_is' : '', ...reviewQuery(ctx.state), ...ctx.query }, signal) };
  },

  render(main, ctx, { chosen, answer, funnel }) {
    if (funnel) return renderFunnel(main, ctx, chosen, funnel);
    const view = answer?.rows.length ? viewOf(ctx, chosen, answer) : null;
    main.innerHTML = String(html`<h1>${t('page.compare')}</h1>
      ${view ? html`<div class="lede"><p>${view.sentence}</p></div>` : ''}${filters(ctx, chosen)}${chips(ctx)}
      ${view ? figure(ctx, view) : empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.catalog.as_of ? '/compare' : ctx.link('/reports'))}`);
    onApply(main, ctx.go);
    return view ? start(main, ctx, view) : {};
  },
};

/** The second face: departments in proportion to their size. @param {HTMLElement} main @param {Context} ctx @param {ReturnType<typeof choose>} chosen @param {import('../types.js').FunnelAnswer} answer */
function renderFunnel(main, ctx, chosen, answer) {
  main.innerHTML = String(html`<h1>${t('page.compare')}</h1><div class="lede"><p>${funnelSentence(ctx, chosen, answer)}</p></div>
    ${funnelFilters(ctx, chosen)}${chips(ctx)}${funnelFigure(ctx, chosen, answer, faces(ctx, chosen.metric))}`);
  onApply(main, ctx.go);
  return startFunnel(main, ctx, answer);
}

/** Dots, or by size. @param {Context} ctx @param {import('../types.js').Metric | undefined} metric */
function faces(ctx, metric) {
  const now = isFunnel(ctx.state, metric) ? 'funnel' : 'dots';
  return html`<p class="tabs">${['dots', 'funnel'].map(face => face === now ? html`<a id="view-${face}" href="${ctx.href({ vw: face })}" aria-current="true">${t(`view.${face}`)}</a>`
    : html`<a id="view-${face}" href="${ctx.href({ vw: face })}">${t(`view.${face}`)}</a>`)}</p>`;
}

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen @param {Answer} answer */
function viewOf({ catalog, query }, chosen, answer) {
  const metric = /** @type {import('../types.js').Metric} */ (chosen.metric);
  const basis = t(`basis.${answer.basis}`);
  const name = answer.category ? `${nameOf(metric.name)} · ${categoryName(catalog, answer.category)}` : nameOf(metric.name);
  const rows = answer.rows.map(r => ({ name: departmentName(catalog, r.department), department: r.department, point: r.current }));
  return {
    metric, answer, model: { unit: answer.unit, decimals: metric.decimals, rows },
    sentence: compareSentence({ metric: name, unit: answer.unit, decimals: metric.decimals, basis }, answer.period, rows.map(r => r.point)),
    title: t('compare.title', { parent: departmentName(catalog, chosen.parent), metric: name, unit: unitName(answer.unit), basis, period: periodName(answer.period) }),
    query: { metric: metric.code, department: rows.map(r => r.department).join(','), period: answer.period, ...query },
    state: { m: metric.code, p: chosen.period, parent: chosen.parent },
  };
}

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen */
function filters({ catalog, state }, chosen) {
  const metric = chosen.metric?.code ?? '';
  const categories = categoryChoices(catalog, metric).filter(c => !catalog.classifications.some(s => s.scheme === c.value));
  const periods = [...catalog.periods].reverse().map(p => ({ value: p, text: periodName(p) }));
  return filterForm([metricChoice(catalog, metric),
    choice('parent', chosen.parents.map(d => ({ value: d.code, text: nameOf(d.name) })), chosen.parent),
    choice('p', periods, chosen.period), choice('a', worded('a', ['year_ago', 'previous']), state.a),
    chosen.metric?.kind === 'stock' ? html`` : choice('b', worded('b', ['disc', 'ytd']), state.b),
    categories.length > 1 ? choice('c', categories, state.c) : html``,
    choice('og', worded('og', ['like', 'is']), state.og), reviewChoice(state)]);
}

/** @param {Context} ctx */
const chips = ctx => chipList([
  ...(ctx.state.c ? [{ text: categoryName(ctx.catalog, ctx.state.c), href: ctx.href({ c: '' }) }] : []),
  ...(ctx.state.b === 'ytd' ? [{ text: t('basis.to_date'), href: ctx.href({ b: 'disc' }) }] : []),
  ...(ctx.state.a === 'previous' ? [{ text: t('filter.a.previous'), href: ctx.href({ a: 'year_ago' }) }] : []),
  ...(ctx.state.og === 'is' ? [{ text: t('filter.og.is'), href: ctx.href({ og: 'like' }) }] : []),
  ...versionChip(ctx),
]);

/** @param {Context} ctx @param {ReturnType<typeof viewOf>} view */
function figure(ctx, { answer, metric, model, sentence, title, query, state }) {
  const nothing = emptiness(answer.rows.map(r => r.current));
  return html`<section class="figure"><div class="figure-head"><h2 id="figure-title">${title}</h2>${faces(ctx, metric)}</div>
    ${nothing ? empty(nothing, ctx.link('/reports')) : html`
      <div id="chart" class="chart" role="img" aria-label="${chartName(t('chart.compare'), [sentence])}"></div>${stepper(stopsOf(model))}`}
    <p class="quiet">${t(metric.person_sensitive ? 'compare.orderSensitive' : 'compare.order')}</p>
    ${legend(answer.rows.flatMap(r => [r.current, r.base]))}
    ${metric.person_sensitive ? html`<p class="standing">${t('standing')}</p>` : ''}
    ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
    ${figureLinks(query, ctx, state)}
    ${dataTable({ caption: title, head: [t('table.department'), periodName(answer.period), periodName(answer.base_period), t('table.difference')],
      rows: answer.rows.map((r, i) => ({ name: model.rows[i].name, cells: [pointCell(r.current, r.department, metric.decimals),
        pointCell(r.base, `${r.department}~base`, metric.decimals), change(r, metric.decimals, ctx.catalog)] })) })}</section>`;
}

/** Difference first, percent second, or the reason in words; then on whom it rests and who was left out. @param {import('../types.js').ComparisonRow} row @param {number} decimals @param {import('../types.js').Catalog} catalog */
function change(row, decimals, catalog) {
  const name = (/** @type {string} */ code) => departmentName(catalog, code);
  return html`<div>${compared(row, decimals)}${row.obstacle ? html`<span class="quiet under">${obstacleText(row.obstacle, catalog)}</span>` : ''}
    ${row.matched ? html`<span class="quiet under">${matchedText(row, row.matched, decimals, catalog)}</span>` : ''}
    ${row.offered && !row.matched ? html`<span class="quiet under">${t('compare.offered', { departments: list(row.offered.departments, catalog),
      base: list(row.offered.base_departments, catalog) })} ${compared(row.offered, decimals)}</span>` : ''}
    ${row.left_out.length ? html`<details><summary>${t('compare.leftOut', { count: row.left_out.length })}</summary><ul class="quiet">${
      row.left_out.map(l => html`<li>${t('compare.left', { department: name(l.department),
        why: l.obstacle ? obstacleText(l.obstacle, catalog) : t(`reason.${l.reason}`) })}</li>`)}</ul></details>` : ''}</div>`;
}

/** @param {string[]} codes @param {import('../types.js').Catalog} catalog */
const list = (codes, catalog) => codes.map(code => departmentName(catalog, code)).join(t('list.pause'));

/** @param {import('../types.js').Obstacle} o @param {import('../types.js').Catalog} catalog */
const obstacleText = (o, catalog) => t(`change.${o.kind}`, { date: dateName(o.date), from: departmentName(catalog, o.from), to: departmentName(catalog, o.to) });

/** "可比 6 个部门" for a total; for a merged department whom its base is made of. @param {import('../types.js').ComparisonRow} row @param {import('../types.js').Union} union @param {number} decimals @param {import('../types.js').Catalog} catalog */
function matchedText(row, union, decimals, catalog) {
  const total = catalog.departments.some(d => d.parent === row.department) || row.left_out.some(l => l.obstacle !== null);
  if (!total) return t(row.reason === 'estimated' ? 'compare.estimated' : 'compare.union', { departments: list(union.departments, catalog), base: list(union.base_departments, catalog) });
  const numbers = union.current && union.base ? t('compare.numbers', { base: range(union.base, decimals), current: range(union.current, decimals) }) : '';
  return t('compare.matched', { count: union.departments.length, numbers });
}

/** @param {import('../types.js').Interval} i @param {number} decimals */
const range = (i, decimals) => bounds({ value: null, state: 'range', ...i }, decimals);

/** @param {ReturnType<typeof viewOf>['model']} model */
const stopsOf = model => model.rows.map(r => ({ ref: r.department, group: '',
  text: t('stepper.text', { period: periodName(r.point.period), name: r.name, value: spoken(r.point, model.unit, model.decimals) }) }));

/** @param {HTMLElement} main @param {Context} ctx @param {ReturnType<typeof viewOf>} view @returns {import('../main.js').Shown} */
function start(main, ctx, { answer, model }) {
  const element = /** @type {HTMLElement | null} */ (main.querySelector('#chart'));
  const chart = element && showChart(element, size => compareChart(model, size), ctx);
  if (chart) {
    startStepper(main, stopsOf(model), { highlight: chart.highlight, open: ctx.open });
    linkToChart(main, chart.highlight);
  }
  return {
    dispose: chart?.dispose, ready: chart?.ready,
    point(ref) {
      const [department, base] = ref.split('~');
      const row = answer.rows.find(r => r.department === department);
      const point = base ? row?.base : row?.current;
      return point ? { point, title: `${departmentName(ctx.catalog, department)} · ${periodName(point.period)}`, unit: model.unit, decimals: model.decimals,
        question: { metric: answer.metric, department, category: answer.category, period: point.period, basis: answer.basis } } : null;
    },
  };
}
