// @ts-check
/** What is told apart on the page of discipline, and how its kinds are called. */
import { getSeries } from '../../api.js';
import { categoryName, childrenOf, departmentOf, metricName, metricOf } from '../../catalog.js';
import { reviewQuery } from '../../components/filters.js';
import { html } from '../../html.js';
import { has, t, withTexts } from '../../i18n/index.js';
import { writeState } from '../../state.js';

await withTexts('discipline');

/** @typedef {import('../../main.js').Context} Context */
/** @typedef {{track: 'party' | 'gov' | 'forms' | 'rank', id: string, metric: string, scheme: string}} TrackDefinition */
/** @typedef {TrackDefinition & {answer: import('../../types.js').SeriesAnswer}} AnsweredTrack */

/** The tracks stand beside each other and are never added: one person may be in both. @type {TrackDefinition[]} */
export const SANCTIONS = [
  { track: 'party', id: 'party', metric: 'discipline_party_persons', scheme: 'party_sanction' },
  { track: 'gov', id: 'gov', metric: 'discipline_gov_persons', scheme: 'gov_sanction' },
];

/** The four forms are no sanctions. @type {TrackDefinition[]} */
export const FORMS = [{ track: 'forms', id: 'forms', metric: 'four_forms_persontimes', scheme: 'four_forms' }];

/** What is told by rank. @type {TrackDefinition[]} */
export const RANKS = ['discipline_persons_total', 'discipline_party_persons', 'discipline_gov_persons', 'cases_filed']
  .map((metric, i) => ({ track: 'rank', id: `rank${i}`, metric, scheme: 'rank_disciplined' }));

/**
 * Each track with its answer; those of metrics that the catalogue does not know, or that have no kinds, are left out.
 * @param {Context} ctx @param {TrackDefinition[]} tracks @param {{department: string, period: string, basis: string}} asked @param {Record<string, string>} query @param {AbortSignal} signal
 * @returns {Promise<AnsweredTrack[]>}
 */
export async function ask(ctx, tracks, { department, period, basis }, query, signal) {
  const known = tracks.filter(k => metricOf(ctx.catalog, k.metric)?.schemes.includes(k.scheme));
  const answers = await Promise.all(known.map(async k => ({ ...k, answer: await getSeries(
    { metric: k.metric, department, period, category: k.scheme, basis, ...reviewQuery(ctx.state), ...query }, signal) })));
  return answers.filter(a => a.answer.series.length);
}

/** "Warning" is a kind in both tracks: its name always says which. @param {import('../../types.js').Catalog} catalog @param {string | null} category */
export const kindName = (catalog, category) => category && has(`kind.${category}`) ? t(`kind.${category}`)
  : categoryName(catalog, category ?? '').replace(/^[a-z]/, c => c.toUpperCase());

/** @param {import('../../types.js').Catalog} catalog @param {TrackDefinition} k */
export const trackName = (catalog, k) => k.track === 'rank' ? t('discipline.byRank', { metric: metricName(catalog, k.metric) }) : t(`track.${k.track}`);

/** Whether any department is unusual for its size is told by the funnel of the same metric. @param {Context} ctx @param {TrackDefinition} k @param {string} department @param {string} period */
export function bySize({ catalog, state }, k, department, period) {
  const parent = childrenOf(catalog, department).length ? department : departmentOf(catalog, department)?.parent ?? department;
  const href = `/compare${writeState({ m: '', p: '', parent: '', s: 'conf', vw: '' }, { m: k.metric, p: period, parent, s: state.s, vw: 'funnel', at: state.at, lang: state.lang })}`;
  return html`<p class="links"><a class="by-size" href="${href}">${t('discipline.bySize', { metric: metricName(catalog, k.metric) })}</a></p>`;
}
