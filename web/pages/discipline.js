// @ts-check
import { getSeries } from '../api.js';
import { categoryName, departmentName, firstRoot, metricOf, newestYear } from '../catalog.js';
import { disciplineChart } from '../charts/discipline.js';
import { showChart } from '../components/chart-box.js';
import { chipList, versionChip } from '../components/chips.js';
import { choice, departmentChoices, filterForm, onApply, worded, reviewChoice, reviewQuery } from '../components/filters.js';
import { figureLinks } from '../components/links.js';
import { emptiness, empty } from '../components/notice.js';
import { dataTable, legend, linkToChart, pointCell } from '../components/table.js';
import { periodName, unitName } from '../format.js';
import { html } from '../html.js';
import { has, nameOf, t } from '../i18n/index.js';
import { chartName, disciplineSentence } from '../sentence.js';

/** @typedef {import('../main.js').Context} Context */

/** The tracks stand beside each other and are never added: one person may be in both. */
const TRACKS = /** @type {const} */ ([
  { track: 'party', metric: 'discipline_party_persons', scheme: 'party_sanction' },
  { track: 'gov', metric: 'discipline_gov_persons', scheme: 'gov_sanction' },
  { track: 'forms', metric: 'four_forms_persontimes', scheme: 'four_forms' },
]);

/** @param {Context} ctx */
const choose = ({ state, catalog }) => ({ department: state.o || (firstRoot(catalog)?.code ?? ''), period: state.p || newestYear(catalog),
  basis: state.b === 'ytd' ? 'to_date' : '' });

/** @type {import('../main.js').Page} */
export const page = {
  name: 'discipline',
  keys: { o: '', p: '', b: 'disc', s: 'conf' },

  async load(ctx, signal) {
    const chosen = choose(ctx);
    if (!chosen.department || !chosen.period) return { chosen, answers: [] };
    const known = TRACKS.filter(k => metricOf(ctx.catalog, k.metric));
    const answers = await Promise.all(known.map(async k => ({ ...k, answer: await getSeries(
      { metric: k.metric, department: chosen.department, period: chosen.period, category: k.scheme, basis: chosen.basis, ...reviewQuery(ctx.state), ...ctx.query }, signal) })));
    return { chosen, answers };
  },

  render(main, ctx, { chosen, answers }) {
    const tracks = answers.filter((/** @type {any} */ a) => a.answer.series.length).map((/** @type {any} */ a) => viewOf(ctx, chosen, a));
    const periods = [...ctx.catalog.periods].reverse().map(p => ({ value: p, text: periodName(p) }));
    main.innerHTML = String(html`<h1>${t('page.discipline')}</h1>
      <div class="lede">${tracks.map((/** @type {Track} */ k) => html`<p>${k.sentence}</p>`)}</div>
      ${filterForm([choice('o', departmentChoices(ctx.catalog), chosen.department), choice('p', periods, chosen.period),
        choice('b', worded('b', ['disc', 'ytd']), ctx.state.b), reviewChoice(ctx.state)])}
      ${chipList([...(chosen.basis ? [{ text: t('basis.to_date'), href: ctx.href({ b: 'disc' }) }] : []), ...versionChip(ctx)])}
      <p class="standing">${t('standing')}</p><p class="quiet">${t('discipline.apart')}</p>
      ${tracks.length ? html`<div class="panels">${tracks.map((/** @type {Track} */ k) => section(ctx, k))}</div>`
        : empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.link('/reports'))}`);
    onApply(main, ctx.go);
    return start(main, ctx, tracks);
  },
};

/** @typedef {ReturnType<typeof viewOf>} Track */

/** @param {Context} ctx @param {ReturnType<typeof choose>} chosen @param {typeof TRACKS[number] & {answer: import('../types.js').SeriesAnswer}} k */
function viewOf({ catalog, query }, chosen, { track, metric: code, scheme, answer }) {
  const metric = /** @type {import('../types.js').Metric} */ (metricOf(catalog, code));
  // "Warning" is a kind in both tracks: its name always says which.
  const nameOfKind = (/** @type {string} */ category) => has(`kind.${category}`) ? t(`kind.${category}`)
    : categoryName(catalog, category).replace(/^[a-z]/, c => c.toUpperCase());
  const rows = answer.series.map((s, i) => ({ name: nameOfKind(s.category ?? ''), ref: `${track}.${i}`, category: s.category, point: s.points[0] }));
  const department = departmentName(catalog, chosen.department);
  return {
    track, metric, rows, basis: answer.basis, model: { track, unit: answer.unit, decimals: metric.decimals, rows },
    sentence: disciplineSentence(chosen.basis ? t('name.category', { department: t(`track.${track}`), category: t(`basis.${answer.basis}`) }) : t(`track.${track}`), department, chosen.period, rows.map(r => r.point)),
    title: t('discipline.title', { track: t(`track.${track}`), unit: unitName(answer.unit), basis: t(`basis.${answer.basis}`), department, period: periodName(chosen.period) }),
    query: { metric: code, department: chosen.department, period: chosen.period, ...query },
    state: { o: chosen.department, p: chosen.period },
  };
}

/** @param {Context} ctx @param {Track} k */
function section(ctx, k) {
  const points = k.rows.map(r => r.point);
  const nothing = emptiness(points);
  return html`<section class="figure"><h2 id="title-${k.track}">${k.title}</h2>
    ${nothing ? empty(nothing, ctx.link('/reports'))
      : html`<div id="chart-${k.track}" class="chart" role="img" aria-label="${chartName(t('chart.discipline'), [k.sentence])}"></div>`}
    ${legend(points)}
    ${nameOf(k.metric.caution) ? html`<p class="quiet">${t('caution', { text: nameOf(k.metric.caution) })}</p>` : ''}
    ${dataTable({ caption: k.title, head: [t('table.kind'), k.model.unit && t('table.number', { unit: unitName(k.model.unit) })],
      rows: k.rows.map(r => ({ name: r.name, cells: [pointCell(r.point, r.ref, k.metric.decimals)] })) })}
    ${figureLinks(k.query, ctx, k.state)}</section>`;
}

/** @param {HTMLElement} main @param {Context} ctx @param {Track[]} tracks @returns {import('../main.js').Shown} */
function start(main, ctx, tracks) {
  const charts = tracks.flatMap(k => {
    const element = /** @type {HTMLElement | null} */ (main.querySelector(`#chart-${k.track}`));
    if (!element) return [];
    const chart = showChart(element, size => disciplineChart(k.model, size), ctx);
    linkToChart(/** @type {Element} */ (element.parentElement), chart.highlight);
    return [chart];
  });
  return {
    dispose: () => charts.forEach(c => c.dispose()),
    ready: Promise.all(charts.map(c => c.ready)),
    point(ref) {
      for (const k of tracks) {
        const row = k.rows.find(r => r.ref === ref);
        if (row) return { point: row.point, title: `${row.name} · ${periodName(row.point.period)}`, unit: k.model.unit, decimals: k.metric.decimals,
          question: { metric: k.metric.code, department: k.state.o, category: row.category, period: row.point.period, basis: k.basis } };
      }
      return null;
    },
  };
}
