// @ts-check
/** What the dot plot and the two periods share: the question to the server, the rows and the table. */
import { getComparison } from '../../api.js';
import { categoryName, departmentName, depthOf, departmentOf } from '../../catalog.js';
import { reviewQuery } from '../../components/filters.js';
import { figureLinks } from '../../components/links.js';
import { dataTable, legend, pointCell } from '../../components/table.js';
import { tabs } from '../../components/tabs.js';
import { periodName, spoken } from '../../format.js';
import { html } from '../../html.js';
import { nameOf, t } from '../../i18n/index.js';
import { changeCell } from './change.js';

/** @typedef {import('../../main.js').Context} Context */
/** @typedef {import('../../types.js').ComparisonAnswer} Answer */
/** @typedef {import('../compare.js').Chosen} Chosen */

/** More rows than a sheet of paper has room for are printed as the table alone. */
const PAPER_ROWS = 30;

/** @param {Context} ctx @param {unknown[]} rows */
export const fitsPaper = (ctx, rows) => ctx.state.print !== '1' || rows.length <= PAPER_ROWS;

/** The ways to compare as tabs. @param {Context} ctx @param {string} way */
export const wayTabs = (ctx, way) => tabs(ctx, ['chart', 'pair', 'heat', 'funnel'].map(value => ({ value, text: t(`compare.way.${value}`) })), way);

/** @param {Context} ctx @param {Chosen} chosen @param {Record<string, string>} query @param {AbortSignal} signal @returns {Promise<Answer | null>} */
export async function loadSides({ state }, chosen, query, signal) {
  const answer = await getComparison({ metric: chosen.metric?.code, period: chosen.period, parent: chosen.parent, below: state.d === 'all' ? 'all' : '',
    against: state.a, category: state.c, basis: chosen.basis, view: state.og === 'is' ? 'as_is' : '', ...reviewQuery(state), ...query }, signal);
  return answer.rows.length ? answer : null;
}

/** The metric with its category, in words. @param {Context} ctx @param {Chosen} chosen @param {string | null} category */
export function subjectName({ catalog }, chosen, category) {
  const name = chosen.metric ? nameOf(chosen.metric.name) : '';
  return category ? `${name} · ${categoryName(catalog, category)}` : name;
}

/** The rows by name; `inner` = a total that has rows of its own below it. @param {Context} ctx @param {Chosen} chosen @param {string[]} departments */
export function namedRows({ catalog, state }, chosen, departments) {
  const base = departmentOf(catalog, chosen.parent);
  const first = base ? depthOf(catalog, base) + 1 : 0;
  return departments.map(code => {
    const department = departmentOf(catalog, code);
    return { name: departmentName(catalog, code), department: code, depth: department && state.d === 'all' ? Math.max(0, depthOf(catalog, department) - first) : 0,
      inner: state.d === 'all' && catalog.departments.some(d => d.parent === code && departments.includes(d.code)) };
  });
}

/** The numbers of both periods, each with the name that opens it. @param {Answer} answer @param {ReturnType<typeof namedRows>} rows @param {number} decimals */
export const toldOf = (answer, rows, decimals) => answer.rows.flatMap((r, i) => [
  { ref: r.department, name: `${rows[i].name} · ${periodName(answer.period)}`, point: r.current, decimals },
  { ref: `${r.department}~base`, name: `${rows[i].name} · ${periodName(answer.base_period)}`, point: r.base, decimals }]);

/** What stands below either chart. @param {Context} ctx @param {Chosen} chosen @param {Answer} answer @param {string} title */
export function below(ctx, chosen, answer, title) {
  const metric = /** @type {import('../../types.js').Metric} */ (chosen.metric);
  const rows = namedRows(ctx, chosen, answer.rows.map(r => r.department));
  const query = { metric: metric.code, department: answer.rows.map(r => r.department).join(','), period: answer.period, ...ctx.query };
  return html`<p class="quiet">${t(metric.person_sensitive ? 'compare.orderSensitive' : 'compare.order')}${rows.some(r => r.inner) ? ` ${t('compare.innerApart')}` : ''}</p>
    ${legend(answer.rows.flatMap(r => [r.current, r.base]))}
    ${metric.person_sensitive ? html`<p class="standing">${t('standing')}</p>` : ''}
    ${nameOf(metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(metric.caution) })}</p>` : ''}
    ${figureLinks(query, ctx, { m: metric.code, p: chosen.period, parent: chosen.parent })}
    ${dataTable({ caption: title, head: [t('table.department'), periodName(answer.period), periodName(answer.base_period), t('table.difference')],
      rows: answer.rows.map((r, i) => ({ name: '\u3000'.repeat(rows[i].depth) + rows[i].name, cells: [pointCell(r.current, r.department, metric.decimals),
        pointCell(r.base, `${r.department}~base`, metric.decimals), changeCell(r, metric.decimals, ctx.catalog)] })) })}`;
}

/** One stop for each of these points. @param {{ref: string, name: string, point: import('../../types.js').Point}[]} points @param {string} unit @param {number} decimals */
export const stops = (points, unit, decimals) => points.map(({ ref, name, point }) => ({ ref, group: '',
  text: t('stepper.text', { period: periodName(point.period), name, value: spoken(point, unit, decimals) }) }));

/** The point behind a name, with the question to its history. @param {Context} ctx @param {Answer} answer @param {number} decimals @param {string} ref */
export function pointOf(ctx, answer, decimals, ref) {
  const [department, base] = ref.split('~');
  const row = answer.rows.find(r => r.department === department);
  const point = base ? row?.base : row?.current;
  return point ? { point, title: `${departmentName(ctx.catalog, department)} · ${periodName(point.period)}`, unit: answer.unit, decimals,
    question: { metric: answer.metric, department, category: answer.category, period: point.period, basis: answer.basis } } : null;
}
