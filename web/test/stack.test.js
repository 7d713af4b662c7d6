// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { obstacles, stackChart, stackItems } from '../charts/stack.js';
import { trendItems } from '../charts/trend.js';
import { layout } from '../charts/trend-frame.js';
import { setLanguage } from '../i18n/index.js';
import { whyApart } from '../pages/discipline/periods.js';
import { kindsSentence } from '../sentence.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const SIZE = { width: 700, theme: s.THEME };

/** @param {import('../types.js').Point[][]} lists */
const model = (...lists) => ({ track: /** @type {const} */ ('party'), unit: '人', decimals: 0, periods: s.quarters(lists[0]).map(p => p.period),
  kinds: lists.map((points, i) => ({ name: `种类${i}`, key: `party.${i}`, points: s.quarters(points) })) });

test('only exact numbers and stated zeros are put on one another', () => {
  for (const [name, point] of s.EVERY_STATE) {
    assert.equal(obstacles(model([s.exact(1)], [point])).length, name === 'exact' || name === 'zero' ? 0 : 1, name);
  }
  assert.equal(obstacles(model([{ ...s.exact(9), coverage: { reported: 7, expected: 9 } }])).length, 1);
  assert.equal(obstacles(model([s.exact(9, { method: 'summed', conflict: { lower: 1, upper: 2 } })])).length, 1);
});

test('the parts of a column stand on each other, the mildest below, and reach the sum', () => {
  const { items, place, scale } = stackItems(model([s.exact(3)], [s.exact(2)]), SIZE);
  const [low, high] = items.filter(i => i.kind === 'bar').map(i => /** @type {any} */ (i.shapes[0]).shape);
  assert.equal(low.y + low.height, place.top + place.height);
  assert.ok(Math.abs(high.y + high.height - low.y) < 0.01);
  assert.ok(Math.abs(low.height / high.height - 1.5) < 0.01);
  assert.equal(scale.max, 6);
});

test('a stated zero adds no part, and a period of zeros has its sign in the strip', () => {
  const { items } = stackItems(model([s.exact(3), s.zero], [s.zero, s.zero]), SIZE);
  assert.equal(items.filter(i => i.kind === 'bar').length, 1);
  assert.deepEqual(items.filter(i => i.kind === 'cell').map(i => i.state), ['exact', 'zero']);
});

test('every part opens its own number', () => {
  const refs = stackItems(model([s.exact(3), s.exact(1)], [s.exact(2), s.exact(1)]), SIZE).items.filter(i => i.kind === 'bar').map(i => i.ref);
  assert.deepEqual(refs, ['party.0.2022-Q1', 'party.1.2022-Q1', 'party.0.2022-Q2', 'party.1.2022-Q2']);
});

test('the axis of a stack begins at zero', () => {
  assert.equal(/** @type {any} */ (stackChart(model([s.exact(90)], [s.exact(5)]), SIZE).option).yAxis.min, 0);
});

test('names of kinds stay within a narrow drawing', () => {
  const { items } = stackItems(model(...Array.from({ length: 6 }, () => [s.exact(1)])), { width: 300, theme: s.THEME });
  for (const item of items.filter(i => i.kind === 'label' && i.shapes.length === 2)) assert.ok(/** @type {any} */ (item.shapes[0]).shape.x < 240);
});

test('the reason names the first part that keeps the others apart, and counts them', async () => {
  const found = obstacles(model([s.exact(1), s.withheld], [s.over60, s.exact(2)]));
  assert.equal(whyApart(found), '不堆叠：2022年第2季度种类0（未公开）；共2处不是确切而完整的数，各类分开画。');
  assert.match(whyApart(obstacles(model([{ ...s.partOf9 }]))), /（只有部分上报）/);
  await setLanguage('en');
  assert.match(whyApart(found), /^Not stacked: 种类0, 2022 Q2 \(Withheld\)\. .*: 2;/);
});

test('kinds apart have a panel each, in the tone of their track', () => {
  const { periods, kinds } = model([s.exact(1), s.withheld], [s.exact(2), s.exact(3)]);
  const apart = { periods, unit: '人', decimals: 0, stock: false, toDate: false, changes: [], panels: kinds.map((k, i) => ({ name: k.name, rows: [i] })),
    series: kinds.map(k => ({ name: k.name, department: 'D', points: k.points, key: k.key, tone: /** @type {const} */ ('partyLine') })) };
  assert.equal(layout(apart, SIZE).panels.length, 2);
  const marks = trendItems(apart, SIZE).items.filter(i => i.kind === 'mark');
  assert.deepEqual(marks.map(i => i.ref), ['party.0.2022-Q1', 'party.1.2022-Q1', 'party.1.2022-Q2']);
  assert.equal(/** @type {any} */ (marks[0].shapes[0]).style.fill, s.THEME.partyLine);
});

test('kinds over time in one sentence', () => {
  assert.equal(kindsSentence({ metric: '党纪处分', unit: '人', decimals: 0, basis: '当期数' }, '市机关', [s.quarters([s.exact(1), s.withheld]), s.quarters([s.zero, s.exact(2)])]),
    '市机关党纪处分（人，当期数）：2类，2022年第1季度至2022年第2季度，4格中3格有数字；明确为零1处；未公开1处。');
});
