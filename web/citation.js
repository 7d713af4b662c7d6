// @ts-check
/** A number with everything needed to find it again: whose, when, what, how it was printed, in which report, as known when. */
import { categoryName, departmentName, metricName, metricOf } from './catalog.js';
import { bounds, hasNumber, instantName, isBound, isPartial, periodName, spoken, stateName, withUnit } from './format.js';
import { t, withTexts } from './i18n/index.js';

await withTexts('card');

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./main.js').Context} Context */

const DIGITS = 16;
const MOST_PARTS = 8;

/** The instant at which the data read as it does here: that of the page, or of the newest import it knows. @param {Context} ctx @param {string[]} recorded when the revisions shown were recorded */
function instantOf(ctx, recorded) {
  if (ctx.state.at) return ctx.state.at;
  return [ctx.catalog.as_of ?? '', ...recorded].sort((a, b) => Date.parse(a || '1970-01-01') - Date.parse(b || '1970-01-01')).pop() ?? '';
}

/** @param {Context} ctx @param {string} at @param {string} hash */
const permanent = (ctx, at, hash) => `${location.origin}${ctx.href({ at, print: '' })}#${hash}`;

/** What is counted, with its category. @param {Context} ctx @param {{metric: string, category: string | null}} of */
const counted = ({ catalog }, { metric, category }) => category ? t('name.category', { department: metricName(catalog, metric), category: categoryName(catalog, category) })
  : metricName(catalog, metric);

/** The number in the words of the report, with its unit: 60余人次. @param {Figure} figure */
export const worded = figure => !figure.value_text ? stateName(figure.state)
  : figure.value === null || figure.state === 'zero' ? figure.value_text : withUnit(figure.value_text, figure.unit);

/** @param {Figure} figure @param {Context} ctx */
export function figureCitation(figure, ctx) {
  const at = instantOf(ctx, figure.revisions.map(r => r.recorded_at));
  const decimals = metricOf(ctx.catalog, figure.metric)?.decimals ?? 0;
  const bound = figure.lower !== null && figure.lower !== figure.upper ? t('cite.bounds', { bounds: bounds(figure, decimals) }) : '';
  const quote = figure.place.kind === 'passage' ? t('cite.quote', { quote: figure.place.quote }) : '';
  return t('cite.figure', {
    department: departmentName(ctx.catalog, figure.department), period: periodName(figure.period), metric: counted(ctx, figure), basis: t(`basis.${figure.basis}`),
    value: `${worded(figure)}${bound}`, quote, report: figure.report.name, reportId: figure.report.id, digest: figure.report.sha256.slice(0, DIGITS), id: figure.id, revision: figure.revision,
    vintage: instantName(at), url: permanent(ctx, at, `fig=${figure.id}`),
  });
}

/** A number that rests on others: how it came about and on which. @param {import('./components/figure-card.js').NamedPoint} named @param {string} ref @param {Context} ctx */
export function pointCitation({ point, unit, decimals, question }, ref, ctx) {
  const at = instantOf(ctx, []);
  const some = point.figures.slice(0, MOST_PARTS).join(t('list.pause'));
  const parts = point.figures.length ? t(point.figures.length > MOST_PARTS ? 'cite.partsMore' : 'cite.parts', { count: point.figures.length, ids: some }) : '';
  const bound = hasNumber(point) && isBound(point) && !isPartial(point) ? t('cite.bounds', { bounds: bounds(point, decimals) }) : '';
  return t('cite.point', {
    department: departmentName(ctx.catalog, question.department), period: periodName(question.period), metric: counted(ctx, question), basis: t(`basis.${question.basis}`),
    value: `${spoken(point, unit, decimals)}${bound}`, method: t(`method.${point.method}`), parts,
    vintage: instantName(at), url: permanent(ctx, at, `pt=${encodeURIComponent(ref)}`),
  });
}
