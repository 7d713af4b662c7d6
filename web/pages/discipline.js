// @ts-check
/** Kinds of action: two tracks by severity, period by period, by rank, and the four forms apart. Nothing is added across. */
import { firstKind, firstRoot, inKind, metricOf, newestYear, spanOf } from '../catalog.js';
import { chipList, versionChip } from '../components/chips.js';
import { choice, departmentChoices, filterForm, lengthChoices, onApply, periodChoices, reportedPeriods, reviewChoice, worded } from '../components/filters.js';
import { empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { tabs } from '../components/tabs.js';
import { periodName } from '../format.js';
import { html } from '../html.js';
import { t, withTexts } from '../i18n/index.js';
import { cut, windowOf } from '../span.js';
import { barPanel } from './discipline/bars.js';
import { periodPanel } from './discipline/periods.js';
import { ask, FORMS, RANKS, SANCTIONS } from './discipline/tracks.js';

await withTexts('discipline');

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('./discipline/tracks.js').AnsweredTrack} AnsweredTrack */
/**
 * @typedef {object} Panel  one track in one way
 * @property {string} sentence
 * @property {import('../types.js').Point[]} points
 * @property {import('../since.js').Told[]} told
 * @property {import('../html.js').Markup} html
 * @property {(main: HTMLElement) => {dispose: () => void, ready: Promise<unknown>} | null} start
 * @property {(ref: string) => import('../components/figure-card.js').NamedPoint | null} point
 */

/** What each way asks for: one period, many, or both. */
const WAYS = /** @type {const} */ ({
  kind: { tracks: SANCTIONS, bars: true, periods: false },
  period: { tracks: SANCTIONS, bars: false, periods: true },
  rank: { tracks: RANKS, bars: true, periods: false },
  forms: { tracks: FORMS, bars: true, periods: true },
});
const KINDS = /** @type {const} */ (['Q', 'H', 'Y', 'M']);
const FIRST_PERIODS = 8;
const LOOKED_AT = 40;

/** @param {Context} ctx */
function choose({ state, catalog }) {
  const way = /** @type {keyof typeof WAYS} */ (state.vw in WAYS ? state.vw : 'kind');
  const kind = KINDS.find(k => k === state.g) ?? firstKind(metricOf(catalog, SANCTIONS[0].metric));
  const all = spanOf(catalog, kind).slice(-LOOKED_AT);
  const [from, to] = [inKind(state.f, kind, 'start') || (all[0] ?? ''), inKind(state.t, kind, 'end') || (all[all.length - 1] ?? '')].sort();
  return { way, kind, from, to, department: state.o || (firstRoot(catalog)?.code ?? ''), period: state.p || newestYear(catalog), basis: state.b === 'ytd' ? 'to_date' : '' };
}

/** @typedef {ReturnType<typeof choose>} Chosen */

/** @param {Context} ctx @param {Chosen} chosen @param {Record<string, string>} query @param {AbortSignal} signal */
async function read(ctx, chosen, query, signal) {
  const { tracks, bars, periods } = WAYS[chosen.way];
  const [now, over] = await Promise.all([
    bars ? ask(ctx, tracks, chosen, query, signal) : [],
    periods && chosen.from ? ask(ctx, tracks, { ...chosen, period: `${chosen.from}..${chosen.to}` }, query, signal) : []]);
  return { bars: now, periods: over };
}

/** One window for all tracks, so that they can be read beside each other. @param {AnsweredTrack[]} answers @param {Context} ctx */
function windowed(answers, { state, catalog }) {
  if (!answers.length) return answers;
  const together = { ...answers[0].answer, series: answers.flatMap(a => a.answer.series) };
  const [first, last] = windowOf(together, state, Number(newestYear(catalog).slice(0, 4)), FIRST_PERIODS);
  return answers.map(a => ({ ...a, answer: cut(a.answer, first, last) }));
}

/** @param {Context} ctx @param {Chosen} chosen @param {{bars: AnsweredTrack[], periods: AnsweredTrack[]}} answers @returns {Panel[]} */
const panelsOf = (ctx, chosen, answers) => {
  const told = chosen.way === 'rank' ? answers.bars.filter(a => a.answer.series.some(s => s.points.some(p => p.figures.length))) : answers.bars;
  return [...told.map(k => barPanel(ctx, chosen, k)), ...windowed(answers.periods, ctx).map(k => periodPanel(ctx, chosen, k))];
};

/** @type {import('../main.js').Page} */
export const page = {
  name: 'discipline',
  keys: { o: '', p: '', g: '', f: '', t: '', b: 'disc', s: 'conf', vw: 'kind' },

  async load(ctx, signal) {
    const chosen = choose(ctx);
    if (!chosen.department || !chosen.period) return { chosen, answers: { bars: [], periods: [] }, newest: null };
    const [answers, newest] = await Promise.all([read(ctx, chosen, ctx.query, signal), ctx.state.at ? read(ctx, chosen, {}, signal) : null]);
    return { chosen, answers, newest };
  },

  render(main, ctx, { chosen, answers, newest }) {
    const panels = panelsOf(ctx, chosen, answers);
    const span = windowed(answers.periods, ctx)[0]?.answer.periods ?? [];
    main.innerHTML = String(html`<h1>${t('page.discipline')}</h1>
      <div class="lede">${panels.map(k => html`<p>${k.sentence}</p>`)}</div>
      ${filters(ctx, chosen, span)}${chips(ctx, chosen)}
      ${tabs(ctx, Object.keys(WAYS).map(value => ({ value, text: t(`discipline.way.${value}`) })), chosen.way)}
      ${newest ? sinceNotice(ctx, panels.flatMap(p => p.told), panelsOf(ctx, chosen, newest).flatMap(p => p.told)) : ''}
      <p class="standing">${t('standing')}</p><p class="quiet">${t(chosen.way === 'forms' ? 'discipline.forms' : chosen.way === 'rank' ? 'discipline.ranks' : 'discipline.apart')}</p>
      ${panels.length ? html`<div class="${chosen.way === 'kind' || chosen.way === 'rank' ? 'panels' : ''}">${panels.map(k => k.html)}</div>` : nothing(ctx, chosen)}`);
    onApply(main, ctx.go);
    const charts = panels.flatMap(p => p.start(main) ?? []);
    return {
      dispose: () => charts.forEach(c => c.dispose()),
      ready: Promise.all(charts.map(c => c.ready)),
      point: ref => panels.map(p => p.point(ref)).find(Boolean) ?? null,
    };
  },
};

/** @param {Context} ctx @param {Chosen} chosen */
function nothing(ctx, chosen) {
  if (chosen.way !== 'rank' || !ctx.catalog.as_of) return empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.catalog.as_of ? '/discipline' : ctx.link('/reports'));
  return html`<div class="notice" data-empty="noRank"><p>${t('discipline.noRank')}</p><p><a href="${ctx.href({ vw: 'kind' })}">${t('discipline.noRank.action')}</a></p></div>`;
}

/** @param {Context} ctx @param {Chosen} chosen @param {string[]} shown the periods of the charts over time */
function filters({ catalog, state }, chosen, shown) {
  const way = WAYS[chosen.way];
  const span = periodChoices(catalog, chosen.kind, [shown[0] ?? '', shown[shown.length - 1] ?? '']);
  const metric = metricOf(catalog, way.tracks[0].metric);
  return filterForm([choice('o', departmentChoices(catalog), chosen.department),
    way.bars ? choice('p', reportedPeriods(catalog, chosen.period), chosen.period) : html``,
    ...(way.periods ? [choice('g', lengthChoices(metric, chosen.kind), chosen.kind), choice('f', span, shown[0] ?? ''), choice('t', span, shown[shown.length - 1] ?? '')] : []),
    choice('b', worded('b', ['disc', 'ytd']), state.b), reviewChoice(state)]);
}

/** @param {Context} ctx @param {Chosen} chosen */
const chips = (ctx, chosen) => chipList([
  ...(chosen.basis ? [{ text: t('basis.to_date'), href: ctx.href({ b: 'disc' }) }] : []),
  ...(WAYS[chosen.way].periods && (ctx.state.f || ctx.state.t) ? [{ text: `${periodName(chosen.from)} – ${periodName(chosen.to)}`, href: ctx.href({ f: '', t: '' }) }] : []),
  ...versionChip(ctx)]);
