// @ts-check
/** Departments in proportion to their size: the second face of Compare. Rates or shares with their intervals in the table, the funnel above it. */
import { getFunnel } from '../api.js';
import { categoryName, departmentName } from '../catalog.js';
import { funnelChart, funnelNumber } from '../charts/funnel.js';
import { showChart } from '../components/chart-box.js';
import { categoryChoices, choice, filterForm, metricChoice, reportedPeriods, reviewChoice } from '../components/filters.js';
import { figureLinks } from '../components/links.js';
import { startStepper, stepper } from '../components/stepper.js';
import { dataTable, legend, linkToChart, pointCell } from '../components/table.js';
import { bounds, hasNumber, number, periodName, shown, stateName, symbolic, unitName, withUnit } from '../format.js';
import { html } from '../html.js';
import { nameOf, t, withTexts } from '../i18n/index.js';
import { chartName } from '../sentence.js';

await withTexts('funnel');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').FunnelAnswer} Answer */
/** @typedef {Answer['rows'][number]} Row */
/** @typedef {{metric: import('../types.js').Metric | undefined, parent: string, period: string}} Chosen */

/** Sanctions are never set beside each other by their bare number: for them it is the first face. @param {import('../state.js').State} state @param {import('../types.js').Metric | undefined} metric */
export const isFunnel = (state, metric) => state.vw === 'funnel' || (state.vw === '' && metric?.person_sensitive === true && metric.kind !== 'ratio');

/** @param {Context} ctx @param {Chosen} chosen @param {Record<string, string>} review @param {AbortSignal} signal */
export const loadFunnel = (ctx, chosen, review, signal) => getFunnel({ metric: chosen.metric?.code, period: chosen.period, parent: chosen.parent, category: ctx.state.c, ...review, ...ctx.query }, signal);

/** What can be chosen here: neither a base nor a basis. @param {Context} ctx @param {Chosen & {parents: import('../types.js').Department[]}} chosen */
export function funnelFilters({ catalog, state }, chosen) {
  const metric = chosen.metric?.code ?? '';
  const categories = categoryChoices(catalog, metric).filter(c => !catalog.classifications.some(s => s.scheme === c.value));
  return filterForm([metricChoice(catalog, metric), choice('parent', chosen.parents.map(d => ({ value: d.code, text: nameOf(d.name) })), chosen.parent),
    choice('p', reportedPeriods(catalog, chosen.period), chosen.period),
    categories.length > 1 ? choice('c', categories, state.c) : html``, reviewChoice(state)]);
}

/** @param {Context} ctx */
const named = ({ catalog }) => (/** @type {string} */ code) => departmentName(catalog, code);

/** @param {Context} ctx @param {Chosen} chosen @param {Answer} answer */
export function funnelSentence(ctx, chosen, answer) {
  const { funnel } = answer;
  const name = named(ctx);
  const what = { metric: nameOf(/** @type {any} */ (chosen.metric).name), period: periodName(answer.period), count: answer.rows.length };
  if (answer.size === 'none') return t('funnel.none', what);
  if (funnel.reason) return t(`funnel.reason.${funnel.reason}`, { ...what, count: answer.rows.length - funnel.left_out.length });
  const outside = funnel.points.filter(p => p.outlier.endsWith('998'));
  const worth = funnel.points.filter(p => p.outlier.endsWith('95'));
  const said = t('funnel.sentence', { ...what, count: funnel.points.length, centre: centre(answer) });
  return said + (outside.length ? t('funnel.outside', { names: outside.map(p => name(p.department)).join(t('list.pause')) }) : t('funnel.allInside'))
    + (worth.length ? t('funnel.worth', { names: worth.map(p => name(p.department)).join(t('list.pause')), expected: number(Math.round(funnel.points.length * 0.5), 1) }) : '') + t('list.stop');
}

/** @param {Answer} answer */
const centre = answer => t(answer.size === 'share' ? 'funnel.share' : 'funnel.rate', { value: funnelNumber(answer, answer.funnel.centre ?? 0) });

/** @param {Context} ctx @param {Chosen} chosen @param {Answer} answer */
export function funnelFigure(ctx, chosen, answer, /** @type {unknown} */ tabs) {
  const metric = /** @type {import('../types.js').Metric} */ (chosen.metric);
  const name = answer.category ? `${nameOf(metric.name)} · ${categoryName(ctx.catalog, answer.category)}` : nameOf(metric.name);
  const title = t('funnel.title', { parent: departmentName(ctx.catalog, answer.parent), metric: name, period: periodName(answer.period) });
  const sentence = funnelSentence(ctx, chosen, answer);
  const query = { metric: metric.code, department: answer.rows.map(r => r.department).join(','), period: answer.period, ...ctx.query };
  const chart = !answer.funnel.reason && answer.rows.length > 0;
  return html`<section class="figure by-size"><div class="figure-head"><h2 id="figure-title">${title}</h2>${tabs}</div>
    ${chart ? html`<div id="chart" class="chart" role="img" aria-label="${chartName(t('chart.funnel'), [sentence])}"></div>${stepper(stopsOf(ctx, answer))}
      <p class="quiet">${t('funnel.about')}${answer.funnel.dispersion && answer.funnel.dispersion.tau_squared > 0 ? t('funnel.dispersed', { phi: number(Math.round(answer.funnel.dispersion.phi * 10), 1) }) : ''}</p>` : ''}
    ${leftOut(ctx, answer)}
    ${metric.person_sensitive ? html`<p class="standing">${t('standing')}</p>` : ''}
    ${legend(answer.rows.map(r => r.events))}
    ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
    ${figureLinks(query, ctx, { m: metric.code, p: chosen.period, parent: chosen.parent, vw: 'funnel' })}
    ${dataTable({ caption: title, head: head(answer), rows: answer.rows.map(row => ({ name: departmentName(ctx.catalog, row.department), cells: cells(row, answer, metric.decimals) })) })}
    <p class="quiet">${t(answer.size === 'share' ? 'funnel.aboutShares' : answer.size === 'rate' ? 'funnel.aboutRates' : 'funnel.aboutCounts')}</p></section>`;
}

/** Who has no dot, by the reason; what is withheld is not what is missing. @param {Context} ctx @param {Answer} answer */
function leftOut(ctx, { funnel, rows }) {
  const point = (/** @type {string} */ code) => rows.find(r => r.department === code)?.events;
  const all = funnel.left_out.map(l => {
    const events = point(l.department);
    return { name: departmentName(ctx.catalog, l.department), why: l.why === 'no_number' && events && !hasNumber(events) ? stateName(shown(events)) : t(`funnel.why.${l.why}`) };
  });
  if (!all.length) return '';
  return html`<p class="quiet left-out">${t('funnel.leftOut')}${[...new Set(all.map(l => l.why))].map(why => t('funnel.left', { why,
    names: all.filter(l => l.why === why).map(l => l.name).join(t('list.pause')) })).join(t('list.semicolon'))}${t('list.stop')}</p>`;
}

/** @param {Answer} answer */
const head = answer => [t('table.department'), ...(answer.size === 'share' ? [t('funnel.part'), t('funnel.whole'), t('funnel.shareHead')]
  : answer.size === 'rate' ? [t('funnel.count', { unit: unitName(answer.unit) }), t('funnel.years'), t('funnel.rateHead')] : [t('funnel.count', { unit: unitName(answer.unit) })])];

/** Numerator and denominator always stand beside the rate. @param {Row} row @param {Answer} answer @param {number} decimals */
function cells(row, answer, decimals) {
  if (answer.size === 'none') return [pointCell(row.events, row.department, decimals)];
  const beside = answer.size === 'share' ? [row.whole ? pointCell(row.whole, `${row.department}~whole`, 0) : '']
    : [row.person_months ? years(row.person_months) : html`<span class="chip-reason">${t('funnel.why.size_missing')}</span>`];
  return [pointCell(row.events, row.department, answer.size === 'share' ? 0 : decimals), ...beside, estimate(row, answer)];
}

/** Person-months as person-years. @param {import('../types.js').Interval} months */
const years = months => months.upper === null ? '' : bounds({ value: null, state: 'range', lower: Math.round((months.lower ?? 0) / 1.2), upper: Math.round(months.upper / 1.2) }, 1);

/** The rate with its interval, or the reason why there is only the count. @param {Row} row @param {Answer} answer */
function estimate(row, answer) {
  if (!row.estimate) return html`<span class="chip-reason">${t(`rate.${row.reason}`)}</span>`;
  const { low, high, lower, upper } = row.estimate;
  const one = (/** @type {number} */ n) => funnelNumber(answer, n);
  const value = high === null ? `≥${one(low)}` : low === high ? one(low) : `${one(low)}–${one(high)}`;
  return html`<span class="rate"><b>${value}</b> <small>${t('funnel.interval', { lower: one(lower), upper: upper === null ? '∞' : one(upper) })}</small>${
    row.few ? html`<small class="under">${t('funnel.few')}</small>` : ''}</span>`;
}

/** A department's numbers in words. @param {Answer} answer @param {Row} row */
function saidOf(answer, row) {
  const events = hasNumber(row.events) ? withUnit(symbolic(row.events), answer.size === 'share' ? '' : answer.unit) : stateName(shown(row.events));
  const size = answer.size === 'share' ? row.whole && hasNumber(row.whole) ? symbolic(row.whole) : '' : row.person_months ? years(row.person_months) : '';
  const value = row.estimate ? funnelNumber(answer, row.estimate.low) : t(`rate.${row.reason}`);
  return t(answer.size === 'share' ? 'funnel.saidShare' : 'funnel.said', { events, size, value });
}

/** @param {Context} ctx @param {Answer} answer */
const stopsOf = (ctx, answer) => answer.rows.filter(r => answer.funnel.points.some(p => p.department === r.department)).map(r => ({ ref: r.department, group: '',
  text: t('stepper.text', { period: periodName(answer.period), name: departmentName(ctx.catalog, r.department), value: saidOf(answer, r) }) }));

/** @param {HTMLElement} main @param {Context} ctx @param {Answer} answer @returns {import('../main.js').Shown} */
export function startFunnel(main, ctx, answer) {
  const element = /** @type {HTMLElement | null} */ (main.querySelector('#chart'));
  const row = (/** @type {string} */ code) => answer.rows.find(r => r.department === code);
  const model = { answer, name: named(ctx), said: (/** @type {string} */ code) => { const r = row(code); return r ? saidOf(answer, r) : ''; } };
  const chart = element && showChart(element, size => funnelChart(model, size), ctx);
  if (chart) {
    startStepper(main, stopsOf(ctx, answer), { highlight: chart.highlight, open: ctx.open });
    linkToChart(main, chart.highlight);
  }
  return {
    dispose: chart?.dispose, ready: chart?.ready,
    point(ref) {
      const [department, whole] = ref.split('~');
      const found = row(department);
      const point = whole ? found?.whole : found?.events;
      const of = answer.size === 'share' ? (whole ? answer.whole_metric : answer.part_metric) ?? answer.metric : answer.metric;
      return point ? { point, title: `${departmentName(ctx.catalog, department)} · ${periodName(point.period)}`, unit: ctx.catalog.metrics.find(m => m.code === of)?.unit ?? answer.unit, decimals: 0,
        question: { metric: of, department, category: answer.category, period: point.period, basis: 'in_period' } } : null;
    },
  };
}

