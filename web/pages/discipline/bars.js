// @ts-check
/** One period: the kinds of each track as horizontal bars, in order of severity or of rank. */
import { departmentName, metricOf } from '../../catalog.js';
import { disciplineChart } from '../../charts/discipline.js';
import { showChart } from '../../components/chart-box.js';
import { figureLinks } from '../../components/links.js';
import { emptiness, empty } from '../../components/notice.js';
import { startStepper, stepper } from '../../components/stepper.js';
import { dataTable, legend, linkToChart, pointCell } from '../../components/table.js';
import { periodName, spoken, unitName } from '../../format.js';
import { html } from '../../html.js';
import { nameOf, t, withTexts } from '../../i18n/index.js';
import { chartName, disciplineSentence } from '../../sentence.js';
import { bySize, kindName, trackName } from './tracks.js';

await withTexts('discipline');

/** @typedef {import('../../main.js').Context} Context */
/** @typedef {import('../discipline.js').Chosen} Chosen */

/** @param {Context} ctx @param {Chosen} chosen @param {import('./tracks.js').AnsweredTrack} k @returns {import('../discipline.js').Panel} */
export function barPanel(ctx, chosen, k) {
  const { catalog } = ctx;
  const { answer } = k;
  const metric = /** @type {import('../../types.js').Metric} */ (metricOf(catalog, k.metric));
  const rows = answer.series.map((s, i) => ({ name: kindName(catalog, s.category), ref: `${k.id}.${i}`, category: s.category, point: s.points[0] }));
  const model = { track: k.track, unit: answer.unit, decimals: metric.decimals, rows };
  const department = departmentName(catalog, chosen.department);
  const track = trackName(catalog, k);
  const sentence = disciplineSentence(chosen.basis ? t('name.category', { department: track, category: t(`basis.${answer.basis}`) }) : track, department, chosen.period, rows.map(r => r.point));
  const title = t('discipline.title', { track, unit: unitName(answer.unit), basis: t(`basis.${answer.basis}`), department, period: periodName(chosen.period) });
  const stops = rows.map(r => ({ ref: r.ref, group: '', text: t('stepper.text', { period: periodName(r.point.period), name: r.name, value: spoken(r.point, answer.unit, metric.decimals) }) }));
  return {
    sentence, points: rows.map(r => r.point),
    told: rows.map(r => ({ ref: r.ref, name: `${r.name} · ${periodName(r.point.period)}`, point: r.point, decimals: metric.decimals })),
    html: section(ctx, { id: k.id, title, sentence, metric, rows, stops, query: { metric: k.metric, department: chosen.department, period: chosen.period, ...ctx.query },
      state: { o: chosen.department, p: chosen.period }, size: bySize(ctx, k, chosen.department, chosen.period) }),
    start(main) {
      const element = /** @type {HTMLElement | null} */ (main.querySelector(`#chart-${k.id}`));
      if (!element) return null;
      const chart = showChart(element, size => disciplineChart(model, size), ctx);
      linkToChart(/** @type {Element} */ (element.parentElement), chart.highlight);
      startStepper(main, stops, { highlight: chart.highlight, open: ctx.open }, `-${k.id}`);
      return chart;
    },
    point(ref) {
      const row = rows.find(r => r.ref === ref);
      return row ? { point: row.point, title: `${row.name} · ${periodName(row.point.period)}`, unit: answer.unit, decimals: metric.decimals,
        question: { metric: k.metric, department: chosen.department, category: row.category, period: row.point.period, basis: answer.basis } } : null;
    },
  };
}

/**
 * @param {Context} ctx
 * @param {{id: string, title: string, sentence: string, metric: import('../../types.js').Metric, stops: import('../../components/stepper.js').Stop[], rows: {name: string, ref: string, point: import('../../types.js').Point}[], query: Record<string, string>, state: Record<string, string>, size: import('../../html.js').Markup}} panel
 */
function section(ctx, { id, title, sentence, metric, rows, stops, query, state, size }) {
  const points = rows.map(r => r.point);
  const nothing = emptiness(points);
  return html`<section class="figure"><h2 id="title-${id}">${title}</h2>
    ${nothing ? empty(nothing, ctx.link('/reports')) : html`<div id="chart-${id}" class="chart" role="img" aria-label="${chartName(t('chart.discipline'), [sentence])}"></div>${stepper(stops, `-${id}`)}`}
    ${legend(points)}
    ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
    ${dataTable({ caption: title, head: [t('table.kind'), metric.unit && t('table.number', { unit: unitName(metric.unit) })],
      rows: rows.map(r => ({ name: r.name, cells: [pointCell(r.point, r.ref, metric.decimals)] })) })}
    ${size}${figureLinks(query, ctx, state)}</section>`;
}
