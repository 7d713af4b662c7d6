// @ts-check
/** Period by period: a table of departments by periods, the darker the more. */
import { getMatrix } from '../../api.js';
import { departmentName, newestYear } from '../../catalog.js';
import { reviewQuery } from '../../components/filters.js';
import { startGridKeys } from '../../components/grid-keys.js';
import { heatTable } from '../../components/heat-table.js';
import { figureLinks } from '../../components/links.js';
import { emptiness, empty } from '../../components/notice.js';
import { legend } from '../../components/table.js';
import { isDrawn, measured, periodName, spoken } from '../../format.js';
import { heatLegend, heatScale } from '../../heat.js';
import { html } from '../../html.js';
import { nameOf, t } from '../../i18n/index.js';
import { matrixSentence } from '../../sentence.js';
import { cut, windowOf } from '../../span.js';
import { namedRows, subjectName, wayTabs } from './sides.js';

const FIRST_PERIODS = 16;

/** @type {import('../compare.js').Way} */
export const way = {
  async load({ state, catalog }, chosen, query, signal) {
    if (!chosen.from) return null;
    const whole = await getMatrix({ metric: chosen.metric?.code, parent: chosen.parent, below: state.d === 'all' ? 'all' : '', period: `${chosen.from}..${chosen.to}`,
      category: state.c, basis: chosen.basis, view: state.og === 'is' ? 'as_is' : '', ...reviewQuery(state), ...query }, signal);
    return whole.series.length ? cut(whole, ...windowOf(whole, state, Number(newestYear(catalog).slice(0, 4)), FIRST_PERIODS)) : null;
  },

  compare(ctx, chosen, /** @type {import('../../types.js').SeriesAnswer} */ answer) {
    const metric = /** @type {import('../../types.js').Metric} */ (chosen.metric);
    const { decimals } = metric;
    const { periods } = answer;
    const basis = t(`basis.${answer.basis}`);
    const rows = namedRows(ctx, chosen, answer.series.map(s => s.department)).map((row, i) => ({ ...row, points: answer.series[i].points }));
    const points = rows.flatMap(r => r.points);
    const compared = rows.filter(r => !r.inner).flatMap(r => r.points);
    const scale = heatScale(compared);
    const name = subjectName(ctx, chosen, answer.series[0]?.category ?? null);
    const title = t('compare.heatTitle', { parent: departmentName(ctx.catalog, chosen.parent), ...measured({ metric: name, unit: answer.unit, basis }) });
    const nothing = emptiness(points);
    const heat = { title, periods, rows, scale, decimals, neutral: metric.person_sensitive };
    const query = { metric: metric.code, department: rows.map(r => r.department).join(','), period: `${periods[0]}..${periods[periods.length - 1]}`, ...reviewQuery(ctx.state), ...ctx.query };
    return {
      span: { from: periods[0], to: periods[periods.length - 1] },
      sentence: matrixSentence({ metric: name, unit: answer.unit, decimals, basis }, rows.map(r => r.points)),
      told: () => rows.flatMap(r => r.points.map(point => ({ ref: `${r.department}.${point.period}`, name: `${r.name} · ${periodName(point.period)}`, point, decimals }))),
      figure: html`<section class="figure"><div class="figure-head"><h2 id="figure-title">${title}</h2>${wayTabs(ctx, 'heat')}</div>
        ${nothing ? empty(nothing, ctx.link('/reports')) : html`${compared.some(isDrawn) ? shades(heat) : ''}
          <p class="heat-told" id="heat-told" aria-hidden="true">${t('compare.heatKeys')}</p>${heatTable(heat, ctx.state.print === '1')}`}
        <p class="quiet">${t(metric.person_sensitive ? 'compare.orderSensitive' : 'compare.order')}${rows.some(r => r.inner) ? ` ${t('compare.heatInner')}` : ''}</p>
        ${legend(points)}
        ${metric.person_sensitive ? html`<p class="standing">${t('standing')}</p>` : ''}
        ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
        ${figureLinks(query, ctx, { m: metric.code, parent: chosen.parent, g: chosen.kind, f: periods[0], t: periods[periods.length - 1] })}</section>`,
      start(main) {
        const pointAt = (/** @type {string} */ ref) => {
          const dot = ref.lastIndexOf('.');
          const row = rows.find(r => r.department === ref.slice(0, dot));
          const point = row?.points.find(p => p.period === ref.slice(dot + 1));
          return row && point ? { point, title: `${row.name} · ${periodName(point.period)}`, unit: answer.unit, decimals,
            question: { metric: metric.code, department: row.department, category: answer.series[0]?.category ?? null, period: point.period, basis: answer.basis } } : null;
        };
        const table = /** @type {HTMLTableElement | null} */ (main.querySelector('table.heat'));
        if (table) {
          startGridKeys(table);
          tellCells(main, ref => {
            const named = pointAt(ref);
            return named ? `${named.title}${t('list.colon')}${spoken(named.point, answer.unit, decimals)}` : '';
          });
        }
        return { point: pointAt };
      },
    };
  },
};

/** What the grounds stand for. @param {{scale: import('../../heat.js').HeatScale, decimals: number, neutral: boolean}} heat */
const shades = heat => html`<p class="heat-legend${heat.neutral ? ' neutral' : ''}"><b>${t('compare.shade')}</b>${heatLegend(heat.scale, heat.decimals).map((text, i) =>
  html`<span class="h${i + 1}">${text}</span>`)}</p>`;

/** The words of the cell under the pointer or with the focus stand above the table. @param {HTMLElement} main @param {(ref: string) => string} words */
function tellCells(main, words) {
  const line = /** @type {HTMLElement} */ (main.querySelector('#heat-told'));
  const idle = line.textContent;
  const tell = (/** @type {Event} */ event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('table.heat td a');
    if (link) line.textContent = words(decodeURIComponent((link.getAttribute('href') ?? '').slice(4))) || idle;
  };
  main.addEventListener('focusin', tell);
  main.addEventListener('mouseover', tell);
}
