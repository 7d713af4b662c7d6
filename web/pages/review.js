// @ts-check
import { getReview } from '../api-work.js';
import { departmentName } from '../catalog.js';
import { dataTable } from '../components/table.js';
import { number, periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';

await withTexts('reports');

/** @typedef {import('../types.js').QueuedReport} QueuedReport */

/** What awaits a person, report by report. @type {import('../main.js').Page} */
export const page = {
  name: 'review',
  keys: {},

  load: (ctx, signal) => getReview(ctx.query, signal),

  render(main, ctx, { reports }) {
    const open = reports.reduce((/** @type {number} */ sum, /** @type {QueuedReport} */ r) => sum + r.open, 0);
    main.innerHTML = String(html`<h1>${t('page.review')}</h1><div class="lede"><p>${reports.length
      ? t('review.sentence', { reports: number(reports.length), open: number(open) }) : t('review.empty')}</p></div>
      ${reports.length ? html`<p class="links"><a class="button primary" id="review-start" href="${ctx.link(`/reports/${reports[0].report.id}`)}">${t('review.start')}</a></p>
      ${table(ctx, reports)}` : html`<p class="links"><a class="button" href="${ctx.link('/reports')}">${t('page.reports')}</a></p>`}`);
    return {};
  },
};

/** @param {import('../main.js').Context} ctx @param {QueuedReport[]} reports */
function table(ctx, reports) {
  return dataTable({ caption: t('review.caption'), numeric: false, head: ['name', 'department', 'period', 'open', 'queried', 'vouched', 'done'].map(k => t(`review.${k}`)),
    rows: reports.map(r => ({ name: /** @type {any} */ (html`<a href="${ctx.link(`/reports/${r.report.id}`)}" lang="zh-CN">${r.report.name}</a>`), cells: [
      r.stated.department ? departmentName(ctx.catalog, r.stated.department) : t('desk.unattributed'), r.stated.period ? periodName(r.stated.period) : '—',
      number(r.open), number(r.queried), number(r.vouched), t('review.of', { done: number(r.proposals - r.open), all: number(r.proposals) })] })) });
}
