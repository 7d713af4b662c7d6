// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisLabels, layout } from '../charts/trend-frame.js';
import { segments } from '../charts/segments.js';
import { trendChart, trendItems } from '../charts/trend.js';
import * as s from './samples.js';

const SIZE = { width: 900, theme: s.THEME };

/** @param {import('../types.js').Point[][]} lists */
function model(...lists) {
  const series = lists.map((points, i) => ({ name: `部门${i + 1}`, department: `D0${i + 1}`, points: s.quarters(points) }));
  return { periods: series[0].points.map(p => p.period), series, unit: '人次', decimals: 0, stock: false, toDate: false,
    changes: /** @type {import('../charts/trend.js').Change[]} */ ([]) };
}

/** @param {import('../types.js').Point[]} points @param {object} [more] */
const joined = (points, more = {}) => {
  const m = { ...model(points), ...more };
  return segments(m.series[0], m).map(seg => `${seg.from}-${seg.to}${seg.bound ? ' bound' : ''}`);
};

/** @param {ReturnType<typeof model>} m */
const kinds = m => trendItems(m, SIZE).items.map(i => `${i.kind}${i.state ? ` ${i.state}` : ''}`);

test('a missing period is never bridged', () => {
  for (const gap of [s.withheld, s.suppressed, s.notMentioned, s.notReported, s.notApplicable, s.notDue, s.conflict]) {
    assert.deepEqual(joined([s.exact(1), s.exact(2), gap, s.exact(4), s.exact(5)]), ['0-1', '3-4']);
  }
});

test('withheld is not zero: it has a cell in the strip and no mark', () => {
  const list = kinds(model([s.exact(1), s.withheld, s.zero]));
  assert.deepEqual(list.filter(k => k.startsWith('mark')), ['mark exact', 'mark zero']);
  assert.deepEqual(list.filter(k => k.startsWith('cell')), ['cell exact', 'cell withheld', 'cell zero']);
});

test('every state has a cell, and only numbers have a mark', () => {
  const list = kinds(model(s.EVERY_STATE.map(([, p]) => p)));
  assert.equal(list.filter(k => k.startsWith('cell')).length, s.EVERY_STATE.length);
  assert.deepEqual(list.filter(k => k.startsWith('mark')),
    ['mark exact', 'mark zero', 'mark at_least', 'mark at_most', 'mark about', 'mark range']);
});

test('a stated zero stands on the baseline', () => {
  const { items, panels } = trendItems(model([s.exact(10), s.zero]), SIZE);
  const ring = /** @type {any} */ (items.find(i => i.kind === 'mark' && i.state === 'zero')?.shapes[0]);
  assert.equal(ring.shape.cy, panels[0].top + panels[0].height);
});

test('lines that touch a bound are marked as such', () => {
  assert.deepEqual(joined([s.exact(1), s.over60, s.exact(3), s.exact(4)]), ['0-1 bound', '1-2 bound', '2-3']);
});

test('under three numbers there are dots and no line', () => assert.deepEqual(joined([s.exact(1), s.exact(2), s.withheld]), []));

test('numbers at a date are not joined', () => assert.deepEqual(joined([s.exact(1), s.exact(2), s.exact(3)], { stock: true }), []));

test('numbers from 1 January on begin anew each year', () => {
  assert.deepEqual(joined([1, 2, 3, 4, 5, 6].map(n => s.exact(n)), { toDate: true }), ['0-1', '1-2', '2-3', '4-5']);
});

test('a reorganisation breaks the line of its department only', () => {
  const changes = [{ position: 2, text: 'x', departments: ['D01'] }];
  const m = { ...model([1, 2, 3, 4].map(n => s.exact(n)), [1, 2, 3, 4].map(n => s.exact(n))), changes };
  assert.deepEqual(segments(m.series[0], m).map(x => x.from), [0, 2]);
  assert.deepEqual(segments(m.series[1], m).map(x => x.from), [0, 1, 2]);
});

test('cells stand under the bands of the axis', () => {
  const { items, panels } = trendItems(model([s.exact(1), s.withheld, s.exact(3), s.exact(4)]), SIZE);
  items.filter(i => i.kind === 'cell').forEach((cell, i) => {
    const rect = /** @type {any} */ (cell.shapes[0]).shape;
    assert.ok(Math.abs(rect.x + rect.width / 2 - (panels[0].left + panels[0].band * (i + 0.5))) < 0.01);
  });
});

test('up to four series share a panel, five stand apart', () => {
  const one = [s.exact(1), s.exact(2), s.exact(3)];
  assert.equal(layout(model(one, one, one, one), SIZE).panels.length, 1);
  assert.equal(layout(model(one, one, one, one, one), SIZE).panels.length, 5);
});

test('the axis begins at zero', () => {
  const option = /** @type {any} */ (trendChart(model([s.exact(90), s.exact(95)]), SIZE).option);
  assert.deepEqual([option.yAxis[0].min, option.yAxis[0].max], [0, 100]);
  assert.equal(option.tooltip.renderMode, 'richText');
});

test('axis labels thin out and tell the year once', () => {
  const m = model(Array.from({ length: 8 }, (_, i) => s.exact(i)));
  assert.deepEqual(axisLabels(m, 60).slice(0, 5), ['1季\n2022', '2季', '3季', '4季', '1季\n2023']);
  assert.equal(axisLabels(m, 20).filter(Boolean).length, 4);
});

test('the arrow of the highest open bound is not cut off', () => {
  assert.equal(trendItems(model([s.exact(2), s.exact(4), s.exact(1)]), SIZE).scale.max, 4);
  assert.ok(trendItems(model([s.exact(2), { ...s.partOf9, lower: 4 }, s.exact(1)]), SIZE).scale.max > 4);
});

test('labels stand under the same parts of every year', () => {
  const labels = axisLabels(model(Array.from({ length: 20 }, () => s.exact(1))), 13).flatMap((text, i) => text ? [i] : []);
  assert.deepEqual(labels, [0, 4, 8, 12, 16]);
});

test('the words of limits stand beside the panel and never over the last number', () => {
  const stretch = { from: 0, to: 3, standing: /** @type {const} */ ('full'), median: 2, mean: 2.5, upper: 6, lower: 1 };
  const m = { ...model([1, 2, 3, 4].map(n => s.exact(n))), limits: [{ stretches: [stretch], marked: new Map(), signal: /** @type {any} */ ({}) }] };
  const { items, panels } = trendItems(m, SIZE);
  const words = items.flatMap(i => i.shapes).filter((/** @type {any} */ x) => /限|均值/.test(x.style?.text ?? ''));
  assert.equal(words.length, 3);
  for (const each of /** @type {any[]} */ (words)) assert.ok(each.style.x > panels[0].left + panels[0].width && each.style.x < SIZE.width - 30);
});

test('on paper six panels have height for their numbers, and in eight low ones an open bound does not press the lines flat', () => {
  const paper = { width: 650, theme: s.THEME };
  const panel = (/** @type {number} */ i) => ({ name: `D${i}`, department: `D${i}`, points: s.quarters([s.exact(20), s.exact(25), i ? s.exact(24) : s.over60, s.exact(40)]) });
  const of = (/** @type {number} */ count) => { const series = Array.from({ length: count }, (_, i) => panel(i)); return { periods: series[0].points.map(p => p.period), series, unit: '次', decimals: 0, stock: false, toDate: false, changes: [] }; };
  assert.ok(layout(of(6), paper).panels[0].height > 60);
  assert.ok(layout(of(8), paper).panels[0].height < 60);
  assert.ok(trendItems(of(8), paper).scale.max <= 80);
});
