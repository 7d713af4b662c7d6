// @ts-check
/** Departments side by side: in one period, in two, period by period, or in proportion to their size. Each way to compare is a module of its own. */
import { categoryName, departmentName, firstMetric, firstRoot, inKind, metricOf, newestYear, parentsOf, spanOf } from '../catalog.js';
import { chipList, versionChip } from '../components/chips.js';
import { categoryChoices, choice, filterForm, metricChoice, onApply, periodChoices, reportedPeriods, worded, reviewChoice, lengthChoices, searchField } from '../components/filters.js';
import { empty } from '../components/notice.js';
import { sinceNotice } from '../components/since.js';
import { periodName } from '../format.js';
import { html } from '../html.js';
import { nameOf, t } from '../i18n/index.js';
import { funnelFilters, isFunnel } from './funnel.js';

/** @typedef {import('../main.js').Context} Context */
/**
 * @typedef {object} Comparing  what one way to compare shows
 * @property {string} sentence
 * @property {() => import('../since.js').Told[]} told  all its numbers
 * @property {{from: string, to: string}} [span]  the periods shown, of a way that shows many
 * @property {import('../html.js').Markup} figure
 * @property {(main: HTMLElement) => import('../main.js').Shown} start
 *
 * @typedef {object} Way
 * @property {(ctx: Context, chosen: Chosen, query: Record<string, string>, signal: AbortSignal) => Promise<any>} load  null where there is nothing
 * @property {(ctx: Context, chosen: Chosen, answer: any) => Comparing} compare
 */

/** The ways to compare, by their name in the address; a module is fetched when first asked for. @type {Record<string, () => Promise<{way: Way}>>} */
const WAYS = {
  chart: () => import('./compare/dots.js'),
  pair: () => import('./compare/pair.js'),
  heat: () => import('./compare/heat.js'),
  funnel: () => import('./compare/funnel.js'),
};

const KINDS = /** @type {const} */ (['Q', 'H', 'Y', 'M']);
/** A span that the address leaves open is looked for in so many of the newest periods. */
const LOOKED_AT = 60;

/** From so many departments on a name is looked for. */
const MANY = 30;

/** What the address leaves open, decided from the catalogue. @param {Context} ctx */
export function choose({ state, catalog }) {
  const metric = state.m ? metricOf(catalog, state.m) : firstMetric(catalog);
  const kind = KINDS.find(k => k === state.g) ?? KINDS.find(k => metric?.lengths.includes(k)) ?? 'Q';
  const all = spanOf(catalog, kind).slice(-LOOKED_AT);
  const [from, to] = [inKind(state.f, kind, 'start') || (all[0] ?? ''), inKind(state.t, kind, 'end') || (all[all.length - 1] ?? '')].sort();
  return {
    metric, kind, from, to, parents: parentsOf(catalog), parent: state.parent || (firstRoot(catalog)?.code ?? ''),
    period: state.p || newestYear(catalog), way: isFunnel(state, metric) ? 'funnel' : Object.hasOwn(WAYS, state.vw) ? state.vw : 'chart',
    basis: state.b === 'ytd' && metric?.kind !== 'stock' ? 'to_date' : '',
  };
}

/** @typedef {ReturnType<typeof choose>} Chosen */

/** @type {import('../main.js').Page} */
export const page = {
  name: 'compare',
  wide: state => state.vw === 'heat',
  keys: { m: '', p: '', parent: '', d: 'one', q: '', a: 'year_ago', g: '', f: '', t: '', b: 'disc', c: '', og: 'like', s: 'conf', vw: '' },

  async load(ctx, signal) {
    const chosen = choose(ctx);
    const { way } = await WAYS[chosen.way]();
    if (!chosen.metric || !chosen.parent || !chosen.period) return { chosen, way, answer: null };
    const [answer, newest] = await Promise.all([way.load(ctx, chosen, ctx.query, signal), ctx.state.at ? way.load(ctx, chosen, {}, signal) : null]);
    return { chosen, way, answer, newest };
  },

  render(main, ctx, { chosen, way, answer, newest }) {
    const found = answer && (chosen.way === 'funnel' ? answer : named(ctx, answer));
    const rows = (answer?.rows ?? answer?.series ?? []).length;
    const comparing = found ? way.compare(ctx, chosen, found) : null;
    main.innerHTML = String(html`<h1>${t('page.compare')}</h1>
      ${comparing ? html`<div class="lede"><p>${comparing.sentence}</p></div>` : ''}${filters(ctx, { ...chosen, ...comparing?.span }, rows)}${chips(ctx, chosen)}
      ${comparing && newest ? sinceNotice(ctx, comparing.told(), way.compare(ctx, chosen, newest).told()) : ''}
      ${comparing ? comparing.figure : empty(ctx.catalog.as_of ? 'noMatch' : 'noData', ctx.catalog.as_of ? '/compare' : ctx.link('/reports'))}`);
    onApply(main, ctx.go);
    return comparing ? comparing.start(main) : {};
  },
};

/** The departments whose name has what is looked for; null where none has. @param {Context} ctx @param {any} answer */
function named({ catalog, state }, answer) {
  const q = state.q.trim().toLowerCase();
  const isNamed = (/** @type {{department: string}} */ row) => departmentName(catalog, row.department).toLowerCase().includes(q);
  const list = answer.rows ? 'rows' : 'series';
  const found = answer[list].filter(isNamed);
  return found.length ? { ...answer, [list]: found } : null;
}

/** @param {Context} ctx @param {Chosen} chosen @param {number} rows departments there are */
function filters(ctx, chosen, rows) {
  if (chosen.way === 'funnel') return funnelFilters(ctx, chosen);
  const { catalog, state } = ctx;
  const metric = chosen.metric?.code ?? '';
  const categories = categoryChoices(catalog, metric).filter(c => !catalog.classifications.some(s => s.scheme === c.value));
  const overTime = chosen.way === 'heat';
  const span = periodChoices(catalog, chosen.kind, [chosen.from, chosen.to]);
  const when = overTime
    ? [choice('g', lengthChoices(chosen.metric, chosen.kind), chosen.kind), choice('f', span, chosen.from), choice('t', span, chosen.to)]
    : [choice('p', reportedPeriods(catalog, chosen.period), chosen.period), choice('a', worded('a', ['year_ago', 'previous']), state.a)];
  return filterForm([metricChoice(catalog, metric),
    choice('parent', chosen.parents.map(d => ({ value: d.code, text: nameOf(d.name) })), chosen.parent), choice('d', worded('d', ['one', 'all']), state.d),
    rows > MANY || state.q ? searchField('q', state.q) : html``, ...when,
    chosen.metric?.kind === 'stock' ? html`` : choice('b', worded('b', ['disc', 'ytd']), state.b),
    categories.length > 1 ? choice('c', categories, state.c) : html``,
    choice('og', overTime ? [{ value: 'like', text: t('filter.og.was') }, ...worded('og', ['is'])] : worded('og', ['like', 'is']), state.og), reviewChoice(state)]);
}

/** @param {Context} ctx @param {Chosen} chosen */
const chips = (ctx, chosen) => chipList([
  ...(ctx.state.q ? [{ text: t('chips.named', { text: ctx.state.q }), href: ctx.href({ q: '' }) }] : []),
  ...(ctx.state.d === 'all' && chosen.way !== 'funnel' ? [{ text: t('filter.d.all'), href: ctx.href({ d: 'one' }) }] : []),
  ...(ctx.state.c ? [{ text: categoryName(ctx.catalog, ctx.state.c), href: ctx.href({ c: '' }) }] : []),
  ...(ctx.state.b === 'ytd' && chosen.way !== 'funnel' ? [{ text: t('basis.to_date'), href: ctx.href({ b: 'disc' }) }] : []),
  ...(ctx.state.a === 'previous' && chosen.way !== 'heat' && chosen.way !== 'funnel' ? [{ text: t('filter.a.previous'), href: ctx.href({ a: 'year_ago' }) }] : []),
  ...(chosen.way === 'heat' && (ctx.state.f || ctx.state.t) ? [{ text: `${periodName(chosen.from)} – ${periodName(chosen.to)}`, href: ctx.href({ f: '', t: '' }) }] : []),
  ...(ctx.state.og === 'is' && chosen.way !== 'funnel' ? [{ text: t('filter.og.is'), href: ctx.href({ og: 'like' }) }] : []),
  ...versionChip(ctx),
]);
