// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOn } from '../catalog.js';
import { segments } from '../charts/segments.js';
import { exact, quarters } from './samples.js';

const department = (/** @type {string} */ code, /** @type {string | null} */ opened, /** @type {string | null} */ closed) =>
  ({ code, name: { zh: code, en: code }, parent: null, opened, closed, additive: true });
const merged = (/** @type {string} */ from) => ({ date: '2022-07-01', kind: /** @type {const} */ ('merged'), from, to: 'C' });
const catalog = /** @type {import('../types.js').Catalog} */ (/** @type {unknown} */ ({
  departments: [department('A', null, '2022-07-01'), department('B', null, '2022-07-01'), department('C', '2022-07-01', null), department('D', '2022-10-01', null)],
  reorganisations: [merged('A'), merged('B')],
}));
const points = quarters([1, 2, 3, 4, 5, 6].map(n => exact(n)));
const periods = points.map(p => p.period);

/** @param {'as_was' | 'as_is'} view @param {[string, import('../types.js').Reorganisation[]][]} series */
const answer = (view, series) => /** @type {import('../types.js').SeriesAnswer} */ ({ metric: 'm', unit: '次', basis: 'in_period', view, periods,
  series: series.map(([code, breaks]) => ({ department: code, category: null, points, breaks })) });

test('a break stands where it happened, for the series it breaks, and no line runs across', () => {
  const changes = changesOn(catalog, answer('as_was', [['C', [merged('A'), merged('B')]], ['D', []]]));
  assert.deepEqual(changes.map(c => [c.kind, c.from, c.position, c.departments.join()]),
    [['merged', 'A', 2, 'C'], ['merged', 'B', 2, 'C'], ['opened', 'D', 3, 'D']]);
  const model = { periods, stock: false, toDate: false, changes: changes.map(c => ({ ...c, text: '' })) };
  assert.deepEqual(segments({ name: 'C', department: 'C', points }, model).map(s => s.from), [0, 2, 3, 4]);
});

test('as it is, a merger leaves no mark', () => {
  assert.deepEqual(changesOn(catalog, answer('as_is', [['C', []]])), []);
});
