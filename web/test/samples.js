// @ts-check
/** The cast of the tests: one point of each state. */

/** @typedef {import('../types.js').Point} Point */

/** @param {Partial<Point>} parts @returns {Point} */
export const point = parts => ({
  period: '2022-Q1', value: null, lower: null, upper: null, state: 'exact', qualifier: null, method: 'stated', review: 'confirmed',
  revision: 1, value_text: null, conflict: null, coverage: { reported: 1, expected: 1 }, figures: ['F000001'], ...parts,
});

/** @param {number} n @param {Partial<Point>} [parts] */
export const exact = (n, parts = {}) => point({ value: n, lower: n, upper: n, ...parts });

/** @param {import('../types.js').State} state @param {Partial<Point>} [parts] */
export const without = (state, parts = {}) => point({ state, method: 'missing', figures: [], ...parts });

export const zero = point({ state: 'zero', value: 0, lower: 0, upper: 0 });
export const over60 = point({ state: 'at_least', value: 60, lower: 61, upper: 69, value_text: '60余人次' });
export const upTo9 = point({ state: 'at_most', value: 10, lower: 0, upper: 9, value_text: '不足10人次' });
export const about35 = point({ state: 'about', value: 35, lower: 30, upper: 40, value_text: '约35人次' });
export const range3to5 = point({ state: 'range', lower: 3, upper: 5 });
export const withheld = point({ state: 'withheld', lower: 0, upper: null, value_text: '*' });
export const notReported = without('not_reported', { coverage: { reported: 0, expected: 1 } });
export const notMentioned = without('not_mentioned');
export const notApplicable = without('not_applicable');
export const notDue = without('not_due');
export const suppressed = without('suppressed');
export const conflict = exact(50, { conflict: { lower: 61, upper: 64 } });
export const partOf9 = point({ state: 'at_least', lower: 105, upper: null, method: 'partial', coverage: { reported: 7, expected: 9 } });

/** @type {[string, Point][]} */
export const EVERY_STATE = Object.entries({ exact: exact(18), zero, at_least: over60, at_most: upTo9, about: about35, range: range3to5,
  withheld, suppressed, not_mentioned: notMentioned, not_reported: notReported, not_applicable: notApplicable, not_due: notDue, conflict });

/** Points in consecutive quarters from 2022-Q1 on. @param {Point[]} points */
export const quarters = points => points.map((p, i) => ({ ...p, period: `${2022 + Math.floor(i / 4)}-Q${i % 4 + 1}` }));

/** @type {import('../charts/theme.js').Theme} */
export const THEME = { ink: '#111', ink2: '#222', ink3: '#333', grid: '#ddd', border: '#777', card: '#fff', veil: '#eee', focus: '#00f',
  series: ['#1', '#2', '#3', '#4', '#5', '#6', '#7', '#8'], party: ['#a', '#b', '#c', '#d', '#e'], partyLine: '#f',
  gov: ['#a', '#b', '#c', '#d', '#e', '#f'], govLine: '#0' };
