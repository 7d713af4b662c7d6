// @ts-check
/** In proportion to their size: departments around what they have in common. For metrics about persons the first way. */
import { departmentName } from '../../catalog.js';
import { reviewQuery } from '../../components/filters.js';
import { periodName } from '../../format.js';
import { funnelFigure, funnelSentence, loadFunnel, startFunnel } from '../funnel.js';
import { wayTabs } from './sides.js';

/** @type {import('../compare.js').Way} */
export const way = {
  async load(ctx, chosen, query, signal) {
    const answer = await loadFunnel({ ...ctx, query }, chosen, reviewQuery(ctx.state), signal);
    return answer.rows.length ? answer : null;
  },

  compare(ctx, chosen, /** @type {import('../../types.js').FunnelAnswer} */ answer) {
    const named = (/** @type {string} */ ref, /** @type {string} */ department, /** @type {import('../../types.js').Point} */ point) =>
      ({ ref, name: `${departmentName(ctx.catalog, department)} · ${periodName(point.period)}`, point, decimals: chosen.metric?.decimals ?? 0 });
    return {
      sentence: funnelSentence(ctx, chosen, answer),
      told: () => answer.rows.flatMap(r => [named(r.department, r.department, r.events), ...(r.whole ? [named(`${r.department}~whole`, r.department, r.whole)] : [])]),
      figure: funnelFigure(ctx, chosen, answer, wayTabs(ctx, 'funnel')),
      start: main => startFunnel(main, ctx, answer),
    };
  },
};
