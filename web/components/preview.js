// @ts-check
/** What a file would do, before it does it. */
import { categoryName, departmentName, metricName, metricOf } from '../catalog.js';
import { cellText, notes, number, periodName } from '../format.js';
import { html } from '../html.js';
import { t } from '../i18n/index.js';
import { dataTable } from './table.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../types.js').Preview} Preview */
/** @typedef {import('../types.js').PreviewRow} PreviewRow */

const EFFECTS = /** @type {const} */ (['changed', 'withdrawn', 'refused', 'new', 'same']);

/** @param {Preview} preview @param {string | null} encoding @param {Context} ctx */
export function previewOf(preview, encoding, ctx) {
  return html`<div class="preview"><p>${t('preview.counts', preview.counts)} <span class="quiet" title="${preview.sha256}">SHA-256 ${preview.sha256.slice(0, 12)}…</span></p>
    ${preview.beginning.length ? html`<details class="each" open><summary>${t('preview.beginning', { encoding })}</summary><pre class="beginning" lang="zh-CN" tabindex="0">${preview.beginning.join('\n')}</pre></details>` : ''}
    ${EFFECTS.map(effect => rows(preview, effect, ctx))}${cells(preview, ctx)}</div>`;
}

/** What changes stands open; what is new or the same is there to look up. @param {Preview} preview @param {PreviewRow['effect']} effect @param {Context} ctx */
function rows(preview, effect, ctx) {
  const listed = preview.rows.filter(r => r.effect === effect);
  if (listed.length === 0) return '';
  const open = effect !== 'same' && (effect !== 'new' || listed.length <= 10);
  const count = effect === 'refused' ? listed.length : preview.counts[effect];
  const caption = t('preview.rows', { effect: t(`effect.${effect}`), count });
  const figures = listed.some(r => r.metric !== null);
  const head = ['place', ...(figures ? ['department', 'metric', 'period'] : []), 'value'].map(k => t(`preview.${k}`));
  const table = dataTable({ caption, numeric: false, head, rows: listed.map(r => ({ name: r.place,
    cells: [...(figures ? about(r, ctx) : []), value(r, ctx)] })) });
  return html`<details class="each" ${open ? 'open' : ''}><summary>${caption}</summary>${table}
    ${count > listed.length ? html`<p class="quiet">${t('preview.more', { count: count - listed.length })}</p>` : ''}</details>`;
}

/** @param {PreviewRow} r @param {Context} ctx */
const about = (r, { catalog }) => [departmentName(catalog, r.department ?? ''), subject(catalog, r), `${periodName(r.period ?? '')}${
  r.basis === 'to_date' ? t('preview.toDate') : ''}`];

/** @param {Context['catalog']} catalog @param {{metric: string | null, category: string | null}} of */
const subject = (catalog, { metric, category }) =>
  metricName(catalog, metric ?? '') + (category ? ` · ${categoryName(catalog, category)}` : '');

/** The old value, the new one, and which report has the old one. @param {PreviewRow} r @param {Context} ctx */
function value(r, ctx) {
  const now = r.effect === 'withdrawn' ? t('effect.withdrawn') : r.text || t('preview.blank');
  if (!r.held || r.effect === 'same') return now;
  const { held } = r;
  const where = held.report ? html`<a href="${ctx.link(`/reports/${held.report}`)}" lang="zh-CN">${held.name}</a> ${held.place}` : t('preview.here', { place: held.place });
  return html`<del>${held.wording || t('preview.blank')}</del> → <ins>${now}</ins> <small class="quiet">${t('preview.held')} ${where}</small>`;
}

/** @param {Preview} preview @param {Context} ctx */
function cells({ cells: listed, cell_count: count }, ctx) {
  if (count === 0) return html`<p>${t('preview.noCells')}</p>`;
  const caption = t('preview.cells', { count });
  const point = (/** @type {import('../types.js').Point | null} */ p, /** @type {string} */ metric) => p
    ? [cellText(p, metricOf(ctx.catalog, metric)?.decimals ?? 0), ...notes(p)].join(' ') : t('preview.nothing');
  return html`<details class="each" ${listed.length <= 30 ? 'open' : ''}><summary>${caption}</summary>
    ${dataTable({ caption, numeric: false, head: ['department', 'metric', 'period', 'before', 'after'].map(k => t(`preview.${k}`)),
      rows: listed.map(c => ({ name: departmentName(ctx.catalog, c.department), cells: [subject(ctx.catalog, c),
        periodName(c.period), point(c.before, c.metric), point(c.after, c.metric)] })) })}
    ${count > listed.length ? html`<p class="quiet">${t('preview.more', { count: number(count - listed.length) })}</p>` : ''}</details>`;
}

/** The button that stores what was previewed, where there is anything to store. @param {import('../types.js').ImportJob} job @param {boolean} hasFiles */
export function commitBox(job, hasFiles) {
  const worth = job.preview && job.receipts.some(r => r.outcome === 'would_accept' || r.outcome === 'preview_outdated' && !r.findings.some(f => f.severity === 'error'));
  if (!worth) return html``;
  return html`<div class="commit"><p id="commit-note">${t(hasFiles ? 'commit.note' : 'commit.noFiles')}</p>
    ${hasFiles ? html`<button class="primary" id="import-commit" aria-describedby="commit-note">${t('commit.go')}</button>` : ''}</div>`;
}
