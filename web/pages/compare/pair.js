// @ts-check
/** Two periods: a dumbbell for each department. */
import { departmentName } from '../../catalog.js';
import { dumbbellChart, joins } from '../../charts/dumbbell.js';
import { showChart } from '../../components/chart-box.js';
import { emptiness, empty } from '../../components/notice.js';
import { startStepper, stepper } from '../../components/stepper.js';
import { linkToChart } from '../../components/table.js';
import { difference, measured, periodName } from '../../format.js';
import { html } from '../../html.js';
import { t } from '../../i18n/index.js';
import { chartName, pairSentence } from '../../sentence.js';
import { below, fitsPaper, loadSides, namedRows, pointOf, stops, subjectName, toldOf, wayTabs } from './sides.js';

/** @type {import('../compare.js').Way} */
export const way = {
  load: loadSides,

  compare(ctx, chosen, /** @type {import('../../types.js').ComparisonAnswer} */ answer) {
    const decimals = chosen.metric?.decimals ?? 0;
    const metric = subjectName(ctx, chosen, answer.category);
    const basis = t(`basis.${answer.basis}`);
    const named = namedRows(ctx, chosen, answer.rows.map(r => r.department));
    const rows = named.map((row, i) => ({ ...row, base: answer.rows[i].base, current: answer.rows[i].current,
      like: !answer.rows[i].matched && !answer.rows[i].obstacle, change: changeText(answer.rows[i], decimals) }));
    const model = { unit: answer.unit, decimals, rows, names: { base: periodName(answer.base_period), current: periodName(answer.period) } };
    const sentence = pairSentence({ metric, unit: answer.unit, decimals, basis }, answer);
    const title = t('compare.pairTitle', { parent: departmentName(ctx.catalog, chosen.parent), ...measured({ metric, unit: answer.unit, basis }),
      period: periodName(answer.period), base: periodName(answer.base_period) });
    const told = toldOf(answer, named, decimals);
    const walk = stops(rows.flatMap(r => [{ ref: `${r.department}~base`, name: r.name, point: r.base }, { ref: r.department, name: r.name, point: r.current }]), answer.unit, decimals);
    const nothing = emptiness(told.map(each => each.point));
    return {
      sentence, told: () => told,
      figure: html`<section class="figure"><div class="figure-head"><h2 id="figure-title">${title}</h2>${wayTabs(ctx, 'pair')}</div>
        ${nothing ? empty(nothing, ctx.link('/reports')) : !fitsPaper(ctx, rows) ? html`<p class="quiet">${t('compare.tableOnly')}</p>`
          : html`<div id="chart" class="chart" role="img" aria-label="${chartName(t('chart.pair'), [sentence])}"></div>${stepper(walk)}`}
        ${!nothing && rows.some(r => !joins(r)) ? html`<p class="quiet">${t('compare.unjoined')}</p>` : ''}
        ${below(ctx, chosen, answer, title)}</section>`,
      start(main) {
        const element = /** @type {HTMLElement | null} */ (main.querySelector('#chart'));
        const chart = element && showChart(element, size => dumbbellChart(model, size), ctx);
        if (chart) {
          startStepper(main, walk, { highlight: chart.highlight, open: ctx.open });
          linkToChart(main, chart.highlight);
        }
        return { dispose: chart?.dispose, ready: chart?.ready, point: ref => pointOf(ctx, answer, decimals, ref) };
      },
    };
  },
};

/** The difference; where it is one of matched departments only, it says so. @param {import('../../types.js').ComparisonRow} row @param {number} decimals */
function changeText(row, decimals) {
  if (!row.difference) return '';
  const by = difference(row.difference, decimals);
  return row.matched ? t('compare.like', { by }) : by;
}
