// @ts-check
/** The cell that says by how much a department's number is another one than in the base period, or why that cannot be said. */
import { departmentName } from '../../catalog.js';
import { compared } from '../../components/compared.js';
import { bounds, dateName } from '../../format.js';
import { html } from '../../html.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../types.js').Catalog} Catalog */

/** Difference first, percent second, or the reason in words; then on whom it rests and who was left out. @param {import('../../types.js').ComparisonRow} row @param {number} decimals @param {Catalog} catalog */
export function changeCell(row, decimals, catalog) {
  const name = (/** @type {string} */ code) => departmentName(catalog, code);
  return html`<div>${compared(row, decimals)}${row.obstacle ? html`<span class="quiet under">${obstacleText(row.obstacle, catalog)}</span>` : ''}
    ${row.matched ? html`<span class="quiet under">${matchedText(row, row.matched, decimals, catalog)}</span>` : ''}
    ${row.offered && !row.matched ? html`<span class="quiet under">${t('compare.offered', { departments: list(row.offered.departments, catalog),
      base: list(row.offered.base_departments, catalog) })} ${compared(row.offered, decimals)}</span>` : ''}
    ${row.left_out.length ? html`<details><summary>${t('compare.leftOut', { count: row.left_out.length })}</summary><ul class="quiet">${
      row.left_out.map(l => html`<li>${t('compare.left', { department: name(l.department),
        why: l.obstacle ? obstacleText(l.obstacle, catalog) : t(`reason.${l.reason}`) })}</li>`)}</ul></details>` : ''}</div>`;
}

/** @param {string[]} codes @param {Catalog} catalog */
const list = (codes, catalog) => codes.map(code => departmentName(catalog, code)).join(t('list.pause'));

/** @param {import('../../types.js').Obstacle} o @param {Catalog} catalog */
const obstacleText = (o, catalog) => t(`change.${o.kind}`, { date: dateName(o.date), from: departmentName(catalog, o.from), to: departmentName(catalog, o.to) });

/** "可比 6 个部门" for a total; for a merged department whom its base is made of. @param {import('../../types.js').ComparisonRow} row @param {import('../../types.js').Union} union @param {number} decimals @param {Catalog} catalog */
function matchedText(row, union, decimals, catalog) {
  const total = catalog.departments.some(d => d.parent === row.department) || row.left_out.some(l => l.obstacle !== null);
  if (!total) return t(row.reason === 'estimated' ? 'compare.estimated' : 'compare.union', { departments: list(union.departments, catalog), base: list(union.base_departments, catalog) });
  const numbers = union.current && union.base ? t('compare.numbers', { base: range(union.base, decimals), current: range(union.current, decimals) }) : '';
  return t('compare.matched', { count: union.departments.length, numbers });
}

/** @param {import('../../types.js').Interval} i @param {number} decimals */
const range = (i, decimals) => bounds({ value: null, state: 'range', ...i }, decimals);
