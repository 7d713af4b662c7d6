// @ts-check
/** One period: a dot with its bounds for each department. */
import { departmentName } from '../../catalog.js';
import { compareChart } from '../../charts/compare.js';
import { showChart } from '../../components/chart-box.js';
import { emptiness, empty } from '../../components/notice.js';
import { startStepper, stepper } from '../../components/stepper.js';
import { linkToChart } from '../../components/table.js';
import { measured, periodName } from '../../format.js';
import { html } from '../../html.js';
import { t } from '../../i18n/index.js';
import { chartName, compareSentence } from '../../sentence.js';
import { below, fitsPaper, loadSides, namedRows, pointOf, stops, subjectName, toldOf, wayTabs } from './sides.js';

/** @type {import('../compare.js').Way} */
export const way = {
  load: loadSides,

  compare(ctx, chosen, /** @type {import('../../types.js').ComparisonAnswer} */ answer) {
    const decimals = chosen.metric?.decimals ?? 0;
    const metric = subjectName(ctx, chosen, answer.category);
    const basis = t(`basis.${answer.basis}`);
    const named = namedRows(ctx, chosen, answer.rows.map(r => r.department));
    const rows = named.map((row, i) => ({ ...row, point: answer.rows[i].current }));
    const model = { unit: answer.unit, decimals, rows };
    const sentence = compareSentence({ metric, unit: answer.unit, decimals, basis }, answer.period, rows.map(r => r.point));
    const title = t('compare.title', { parent: departmentName(ctx.catalog, chosen.parent), ...measured({ metric, unit: answer.unit, basis }), period: periodName(answer.period) });
    const walk = stops(rows.map(r => ({ ref: r.department, name: r.name, point: r.point })), answer.unit, decimals);
    const nothing = emptiness(rows.map(r => r.point));
    return {
      sentence, told: () => toldOf(answer, named, decimals),
      figure: html`<section class="figure"><div class="figure-head"><h2 id="figure-title">${title}</h2>${wayTabs(ctx, 'chart')}</div>
        ${nothing ? empty(nothing, ctx.link('/reports')) : !fitsPaper(ctx, rows) ? html`<p class="quiet">${t('compare.tableOnly')}</p>`
          : html`<div id="chart" class="chart" role="img" aria-label="${chartName(t('chart.compare'), [sentence])}"></div>${stepper(walk)}`}
        ${below(ctx, chosen, answer, title)}</section>`,
      start(main) {
        const element = /** @type {HTMLElement | null} */ (main.querySelector('#chart'));
        const chart = element && showChart(element, size => compareChart(model, size), ctx);
        if (chart) {
          startStepper(main, walk, { highlight: chart.highlight, open: ctx.open });
          linkToChart(main, chart.highlight);
        }
        return { dispose: chart?.dispose, ready: chart?.ready, point: ref => pointOf(ctx, answer, decimals, ref) };
      },
    };
  },
};
