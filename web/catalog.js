// @ts-check
/** Questions to the catalogue. */
import { nameOf } from './i18n/index.js';
import { convert, firstMonth, kindOf, monthsOf, positionOf, span, yearOf } from './periods.js';

/** @typedef {import('./types.js').Catalog} Catalog */
/** @typedef {import('./types.js').Metric} Metric */
/** @typedef {import('./types.js').Department} Department */
/** @typedef {import('./periods.js').Kind} Kind */

/** @param {Catalog} catalog @param {string} code */
export const metricOf = (catalog, code) => catalog.metrics.find(m => m.code === code);

/** @param {Catalog} catalog @param {string} code */
export const departmentOf = (catalog, code) => catalog.departments.find(d => d.code === code);

/** The department's name; its code where the catalogue has none. @param {Catalog} catalog @param {string} code */
export function departmentName(catalog, code) {
  const department = departmentOf(catalog, code);
  return department ? nameOf(department.name) : code;
}

/** @param {Catalog} catalog @param {string} code */
export function metricName(catalog, code) {
  const metric = metricOf(catalog, code);
  return metric ? nameOf(metric.name) : code;
}

/** The category's name; for a scheme alone the scheme's name. @param {Catalog} catalog @param {string} code */
export function categoryName(catalog, code) {
  for (const scheme of catalog.classifications) {
    if (scheme.scheme === code) return nameOf(scheme.name);
    const category = scheme.categories.find(c => c.code === code);
    if (category) return nameOf(category.name);
  }
  return code;
}

/** @param {Catalog} catalog @param {string} parent */
export const childrenOf = (catalog, parent) => catalog.departments.filter(d => d.parent === parent);

/** Departments that have children, in establishment order. @param {Catalog} catalog */
export function parentsOf(catalog) {
  const parents = new Set(catalog.departments.map(d => d.parent));
  return catalog.departments.filter(d => parents.has(d.code));
}

/** How deep a department stands in the tree. @param {Catalog} catalog @param {Department} department */
export function depthOf(catalog, department) {
  let depth = 0;
  for (let d = department; d.parent && depth < 20; depth++) {
    const parent = departmentOf(catalog, d.parent);
    if (!parent) break;
    d = parent;
  }
  return depth;
}

/** The organisation to begin with: the first whose departments add up. @param {Catalog} catalog */
export function firstRoot(catalog) {
  const parents = parentsOf(catalog).filter(d => !d.parent);
  return parents.find(d => d.additive) ?? parents[0] ?? catalog.departments[0];
}

/** @param {Catalog} catalog @param {string} code @returns {string[]} its code and all below it */
export const subtreeOf = (catalog, code) => [code, ...childrenOf(catalog, code).flatMap(d => subtreeOf(catalog, d.code))];

/** The metric to begin with: an activity that most departments of the first organisation report. @param {Catalog} catalog */
export function firstMetric(catalog) {
  const root = firstRoot(catalog);
  const inside = new Set(root ? subtreeOf(catalog, root.code) : []);
  const holders = (/** @type {Metric} */ m) => m.departments.filter(d => inside.has(d)).length;
  const plain = catalog.metrics.filter(m => holders(m) > 0 && !m.person_sensitive);
  const most = Math.max(0, ...plain.map(holders));
  return plain.find(m => holders(m) === most) ?? catalog.metrics.find(m => m.departments.length > 0) ?? catalog.metrics[0];
}

/** The departments to begin with: the groups of the first organisation, else whoever holds the metric. @param {Catalog} catalog @param {Metric} metric @param {number} most */
export function firstDepartments(catalog, metric, most) {
  const root = firstRoot(catalog);
  const holds = (/** @type {string} */ code) => subtreeOf(catalog, code).some(d => metric.departments.includes(d));
  const groups = root ? childrenOf(catalog, root.code).map(d => d.code).filter(holds) : [];
  return (groups.length ? groups : catalog.departments.map(d => d.code).filter(code => metric.departments.includes(code))).slice(0, most);
}

/** The shortest usual length of period for which anything is known of the metric. @param {Metric | undefined} metric @returns {Kind} */
export const firstKind = metric => /** @type {Kind[]} */ (['Q', 'H', 'Y', 'M']).find(kind => metric?.lengths.includes(kind)) ?? 'Q';

/** The newest year of which the end has been reported, else the newest period. @param {Catalog} catalog */
export function newestYear(catalog) {
  const ended = catalog.periods.filter(p => (firstMonth(p) + monthsOf(p)) % 12 === 0);
  return ended.length ? String(Math.max(...ended.map(yearOf))) : catalog.periods[catalog.periods.length - 1] ?? '';
}

/** All periods of a kind that the data spans. @param {Catalog} catalog @param {Kind} kind */
export const spanOf = (catalog, kind) => span(catalog.periods, kind);

/** A bound of the chosen span, turned into the chosen kind. @param {string} period @param {Kind} kind @param {'start' | 'end'} edge */
export const inKind = (period, kind, edge) => kindOf(period) ? convert(period, kind, edge) : '';

/**
 * Changes of the departments of these series on the axis of their periods: where a reorganisation breaks a series, and
 * where a department began or ended.
 * @param {Catalog} catalog
 * @param {{view: 'as_was' | 'as_is', periods: string[], series: {department: string, breaks: import('./types.js').Reorganisation[]}[]}} answer
 * @returns {{position: number, date: string, kind: string, from: string, to: string, departments: string[]}[]}
 */
export function changesOn(catalog, { view, periods, series }) {
  const departments = [...new Set(series.map(s => s.department))];
  /** @type {Map<string, import('./types.js').Reorganisation & {departments: string[]}>} */
  const breaks = new Map();
  for (const { department, breaks: steps } of series) {
    for (const step of steps) {
      const key = [step.date, step.kind, step.from, step.to].join();
      const known = breaks.get(key) ?? { ...step, departments: [] };
      breaks.set(key, { ...known, departments: [...new Set([...known.departments, department])] });
    }
  }
  const moves = [...breaks.values()];
  const told = new Set([...moves, ...(view === 'as_is' ? catalog.reorganisations : [])].map(m => m.date));
  const dates = departments.flatMap(code => {
    const department = departmentOf(catalog, code);
    const change = (/** @type {'opened' | 'closed'} */ kind) => department?.[kind] && !told.has(department[kind])
      ? [{ date: department[kind], kind, from: code, to: code, departments: [code] }] : [];
    return [...change('opened'), ...change('closed')];
  });
  return [...moves, ...dates].filter(c => c.departments.length > 0)
    .flatMap(c => {
      const position = positionOf(c.date, periods);
      return position === null ? [] : [{ ...c, position }];
    })
    .sort((a, b) => a.position - b.position);
}
