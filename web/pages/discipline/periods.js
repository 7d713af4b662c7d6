// @ts-check
/** Period by period: the kinds of a track stacked where every part is exact or zero, else each in a panel of its own, with the reason. */
import { departmentName, metricOf } from '../../catalog.js';
import { obstacles, stackChart } from '../../charts/stack.js';
import { trendChart } from '../../charts/trend.js';
import { showChart } from '../../components/chart-box.js';
import { figureLinks } from '../../components/links.js';
import { emptiness, empty } from '../../components/notice.js';
import { startStepper, stepper } from '../../components/stepper.js';
import { dataTable, legend, linkToChart, pointCell } from '../../components/table.js';
import { hasNumber, isPartial, periodName, restsOnConflict, shown, spoken, stateName, unitName } from '../../format.js';
import { html } from '../../html.js';
import { nameOf, t, withTexts } from '../../i18n/index.js';
import { chartName, kindsSentence } from '../../sentence.js';
import { bySize, kindName, trackName } from './tracks.js';

await withTexts('discipline');

/** @typedef {import('../../main.js').Context} Context */
/** @typedef {import('../discipline.js').Chosen} Chosen */

/** Why the parts are not put on one another: the first of them, and how many there are. @param {ReturnType<typeof obstacles>} found */
export function whyApart(found) {
  const [{ kind, point }] = found;
  const why = !hasNumber(point) ? stateName(shown(point)) : isPartial(point) ? t('legend.partial') : restsOnConflict(point) ? t('legend.contested') : stateName(point.state);
  return t('discipline.unstacked', { kind, period: periodName(point.period), state: why, count: found.length });
}

/** @param {Context} ctx @param {Chosen} chosen @param {import('./tracks.js').AnsweredTrack} k @returns {import('../discipline.js').Panel} */
export function periodPanel(ctx, chosen, k) {
  const { catalog } = ctx;
  const { answer } = k;
  const { periods } = answer;
  const metric = /** @type {import('../../types.js').Metric} */ (metricOf(catalog, k.metric));
  const { decimals } = metric;
  const id = `${k.id}-periods`;
  const kinds = answer.series.map((s, i) => ({ name: kindName(catalog, s.category), key: `${k.id}.${i}`, category: s.category, points: s.points }));
  const track = trackName(catalog, k);
  const department = departmentName(catalog, chosen.department);
  const basis = t(`basis.${answer.basis}`);
  const sentence = kindsSentence({ metric: track, unit: answer.unit, decimals, basis }, department, kinds.map(c => c.points));
  const title = t('discipline.periodTitle', { track, unit: unitName(answer.unit), basis, department });
  const found = obstacles({ kinds });
  const stacked = { track: k.track, unit: answer.unit, decimals, periods, kinds };
  const apart = { periods, unit: answer.unit, decimals, stock: false, toDate: false, changes: [],
    series: kinds.map(c => ({ name: c.name, department: chosen.department, points: c.points, key: c.key, tone: /** @type {'govLine' | 'partyLine'} */ (k.track === 'gov' ? 'govLine' : 'partyLine') })),
    panels: kinds.map((c, i) => ({ name: c.name, rows: [i] })) };
  const points = kinds.flatMap(c => c.points);
  const nothing = emptiness(points);
  const query = { metric: k.metric, department: chosen.department, period: `${periods[0]}..${periods[periods.length - 1]}`, ...ctx.query };
  const stops = kinds.flatMap(c => c.points.map(point => ({ ref: `${c.key}.${point.period}`, group: c.name,
    text: t('stepper.text', { period: periodName(point.period), name: c.name, value: spoken(point, answer.unit, decimals) }) })));
  return {
    sentence, points,
    told: kinds.flatMap(c => c.points.map(point => ({ ref: `${c.key}.${point.period}`, name: `${c.name} · ${periodName(point.period)}`, point, decimals }))),
    html: html`<section class="figure wide"><h2 id="title-${id}">${title}</h2>
      ${nothing ? empty(nothing, ctx.link('/reports')) : html`${found.length ? html`<p class="quiet" data-apart="${found.length}">${whyApart(found)}</p>` : ''}
        <div id="chart-${id}" class="chart" role="img" aria-label="${chartName(t(found.length ? 'chart.trend' : 'chart.stack'), [sentence])}"></div>${stepper(stops, `-${id}`)}`}
      ${legend(points)}
      ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
      ${dataTable({ caption: title, head: [t('table.period'), ...kinds.map(c => c.name)], rows: periods.map((period, i) => ({ name: periodName(period),
        cells: kinds.map(c => pointCell(c.points[i], `${c.key}.${period}`, decimals)) })) })}
      ${bySize(ctx, k, chosen.department, periods[periods.length - 1])}${figureLinks(query, ctx, { o: chosen.department, g: chosen.kind, f: periods[0], t: periods[periods.length - 1] })}</section>`,
    start(main) {
      const element = /** @type {HTMLElement | null} */ (main.querySelector(`#chart-${id}`));
      if (!element) return null;
      const chart = showChart(element, size => found.length ? trendChart(apart, size) : stackChart(stacked, size), ctx);
      linkToChart(/** @type {Element} */ (element.parentElement), chart.highlight);
      startStepper(main, stops, { highlight: chart.highlight, open: ctx.open }, `-${id}`);
      return chart;
    },
    point(ref) {
      const [, key, period] = /^(\w+\.\d+)\.(.+)$/.exec(ref) ?? [];
      const kind = kinds.find(c => c.key === key);
      const point = kind?.points.find(p => p.period === period);
      return kind && point ? { point, title: `${kind.name} · ${periodName(period)}`, unit: answer.unit, decimals,
        question: { metric: k.metric, department: chosen.department, category: kind.category, period, basis: answer.basis } } : null;
    },
  };
}
