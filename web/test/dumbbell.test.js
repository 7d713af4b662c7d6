// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareItems, median } from '../charts/compare.js';
import { dumbbellChart, dumbbellItems, joins } from '../charts/dumbbell.js';
import { textWidth } from '../charts/layout.js';
import { chipWidth } from '../charts/marks.js';
import * as s from './samples.js';

const SIZE = { width: 900, theme: s.THEME };
const names = { base: '2021年', current: '2022年' };

/** @param {[import('../types.js').Point, import('../types.js').Point][]} pairs @param {object} [more] */
const model = (pairs, more = {}) => ({ unit: '人', decimals: 0, names,
  rows: pairs.map(([base, current], i) => ({ name: `部门${i}`, department: `D${i}`, base, current, change: '+1', like: true, inner: false, ...more })) });

/** @param {ReturnType<typeof model>} m @param {string} kind */
const kinds = (m, kind) => dumbbellItems(m, SIZE).items.filter(i => i.kind === kind);

test('two numbers are joined only where both are exact and whole', () => {
  for (const [name, point] of s.EVERY_STATE) {
    const sure = name === 'exact' || name === 'zero';
    assert.equal(joins(model([[s.exact(5), point]]).rows[0]), sure, name);
    assert.equal(kinds(model([[point, s.exact(5)]]), 'segment').length, sure ? 1 : 0, name);
  }
  assert.equal(joins(model([[s.exact(5), { ...s.exact(9), coverage: { reported: 7, expected: 9 } }]]).rows[0]), false);
  assert.equal(joins(model([[s.exact(5), s.exact(9)]], { like: false }).rows[0]), false);
});

test('every number has a mark, every gap a chip of fixed width left of the axis, and each its own name', () => {
  const m = model(s.EVERY_STATE.map(([, p]) => [p, p]));
  const { items, place } = dumbbellItems(m, SIZE);
  const named = items.filter(i => i.ref);
  assert.equal(new Set(named.map(i => i.ref)).size, 2 * s.EVERY_STATE.length);
  assert.equal(items.filter(i => i.kind === 'mark').length, 12);
  const chips = items.filter(i => i.kind === 'chip');
  assert.equal(chips.length, 14);
  for (const each of chips) {
    const { x, width } = /** @type {any} */ (each.shapes[0]).shape;
    assert.equal(width, chipWidth());
    assert.ok(x + width <= place.left);
  }
});

test('on a phone chips stand on the line of the name, within the drawing', () => {
  const small = { width: 328, theme: s.THEME };
  const m = model([[s.withheld, s.notReported], [s.exact(4), s.withheld]]);
  for (const each of dumbbellItems(m, small).items.filter(i => i.kind === 'chip')) {
    const { x, width } = /** @type {any} */ (each.shapes[0]).shape;
    assert.ok(x >= 0 && x + width <= 328);
  }
});

test('no number meets the change written behind it', () => {
  for (const width of [328, 650, 900]) {
    const m = model([[s.exact(537), s.exact(1000)], [s.exact(1000), s.exact(537)], [s.exact(4), { ...s.over60, lower: 990, value: 990 }]], { change: '可比 +42（+8.5%）' });
    const texts = dumbbellItems(m, { width, theme: s.THEME }).items.flatMap(i => i.shapes).map(shape => /** @type {any} */ (shape).style).filter(style => style?.text);
    const changes = texts.filter(style => style.text.startsWith('可比'));
    assert.equal(changes.length, 3);
    for (const change of changes) {
      const begins = change.x - textWidth(change.text);
      const beside = texts.filter(style => style.y && Math.abs(style.y - change.y) < 12 && style.align === 'left' && style.x + textWidth(style.text) > begins && style.x < change.x);
      assert.deepEqual(beside.map(style => style.text), [], `${width}`);
    }
  }
});

test('on a phone the whole change is written, on the line of the name or on one of its own', () => {
  for (const [name, change] of [['办公室', '可比 −9至−1'], ['Supervision and enforcement group', 'like for like at least −18']]) {
    const m = model([[s.exact(120), s.exact(130)], [s.exact(4), s.over60]], { name, change });
    const texts = dumbbellItems(m, { width: 328, theme: s.THEME }).items.flatMap(i => i.shapes).map(shape => /** @type {any} */ (shape).style).filter(style => style?.text);
    const changes = texts.filter(style => style.text === change);
    assert.equal(changes.length, 2);
    for (const each of texts) {
      const begins = each.align === 'right' ? each.x - textWidth(each.text) : each.x;
      assert.ok(begins >= 0 && begins + textWidth(each.text) <= 328, each.text);
      const met = texts.filter(other => other !== each && other.y === each.y && (other.align === 'right' ? other.x - textWidth(other.text) : other.x) >= begins
        && (other.align === 'right' ? other.x - textWidth(other.text) : other.x) < begins + textWidth(each.text));
      assert.deepEqual(met.map(other => other.text), [], each.text);
    }
  }
});

test('beside a wide chart names stand whole', () => {
  const name = 'Supervision and enforcement group';
  const written = (/** @type {{items: import('../charts/layout.js').Item[]}} */ { items }) => items.flatMap(i => i.shapes).map(shape => /** @type {any} */ (shape).style?.text);
  const wide = { width: 1216, theme: s.THEME };
  assert.ok(written(dumbbellItems(model([[s.exact(5), s.exact(9)]], { name }), wide)).includes(name));
  assert.ok(written(compareItems({ unit: '人', decimals: 0, rows: [{ name, department: 'D', point: s.exact(5) }] }, wide)).includes(name));
});

test('no number of a comparison is cut off at the edge', () => {
  for (const width of [328, 360, 900]) {
    const rows = [[s.over60, 'A'], [{ ...s.partOf9, lower: 130 }, 'B'], [s.exact(1188), 'C']].map(([point, department]) => ({ name: '部门', department: String(department), point: /** @type {any} */ (point) }));
    for (const of of [rows, rows.slice(0, 2), rows.slice(0, 1)]) {
      const texts = compareItems({ unit: '人次', decimals: 0, rows: of }, { width, theme: s.THEME }).items.flatMap(i => i.shapes).map(shape => /** @type {any} */ (shape).style).filter(style => style?.text && style.align === 'left');
      assert.deepEqual(texts.filter(style => style.x + textWidth(style.text) > width).map(style => style.text), []);
    }
  }
});

test('equal numbers stand one over the other and are both seen', () => {
  const [one, other] = kinds(model([[s.exact(5), s.exact(5)]]), 'mark').map(i => /** @type {any} */ (i.shapes[0]).shape);
  assert.ok(Math.abs((one.y + one.height / 2) - other.cy) > 10);
});

test('a total of other rows is told and not drawn, and does not stretch the scale', () => {
  const m = model([[s.exact(5), s.exact(6)]]);
  m.rows.push({ ...model([[s.exact(500), s.exact(600)]], { inner: true }).rows[0], department: 'SUM' });
  const { items, scale } = dumbbellItems(m, SIZE);
  assert.ok(scale.max < 10);
  assert.deepEqual(items.filter(i => i.ref?.startsWith('SUM')).map(i => i.kind), ['label', 'label']);
});

test('the axis begins at zero and departments keep their order', () => {
  const option = /** @type {any} */ (dumbbellChart(model([[s.exact(90), s.exact(95)], [s.exact(1), s.exact(2)]]), SIZE).option);
  assert.equal(option.xAxis.min, 0);
  assert.deepEqual(option.yAxis.data, ['D0', 'D1']);
});

const rows = (/** @type {import('../types.js').Point[]} */ ...points) => points.map((point, i) => ({ name: `d${i}`, department: `D${i}`, point }));

test('the median is that of exact and whole numbers, and there is none of too few', () => {
  assert.deepEqual(median(rows(...[5, 1, 2, 9, 4].map(n => s.exact(n)))), { value: 4, count: 5 });
  assert.deepEqual(median(rows(...[5, 1, 2, 9, 4, 5].map(n => s.exact(n)), s.over60)), { value: 4.5, count: 6 });
  assert.equal(median(rows(s.exact(1), s.exact(2), s.exact(3), s.exact(4))), null);
  assert.equal(median(rows(...[1, 2, 3, 4, 5].map(n => s.exact(n)), ...Array(6).fill(s.withheld))), null);
});

test('the line of the median says its number', () => {
  const { items } = compareItems({ unit: '次', decimals: 0, rows: rows(...[5, 1, 2, 9, 4, 5].map(n => s.exact(n))) }, SIZE);
  const rule = items.find(i => i.kind === 'rule');
  assert.equal(/** @type {any} */ (rule?.shapes[1]).style.text, '中位数4.5（6个确切数）');
});
