// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareItems } from '../charts/compare.js';
import { disciplineChart, disciplineItems } from '../charts/discipline.js';
import { roundScale, spread, textWidth } from '../charts/layout.js';
import { chipWidth } from '../charts/marks.js';
import * as s from './samples.js';

const SIZE = { width: 800, theme: s.THEME };
const points = s.EVERY_STATE.map(([, p]) => p);
const bars = { track: /** @type {const} */ ('party'), unit: '人', decimals: 0, rows: points.map((p, i) => ({ name: `k${i}`, ref: `party.${i}`, point: p })) };
const dots = { unit: '人', decimals: 0, rows: points.map((p, i) => ({ name: `d${i}`, department: `D${i}`, point: p })) };

test('a withheld kind is a chip of fixed width, never a bar', () => {
  const { items } = disciplineItems(bars, SIZE);
  for (const state of ['withheld', 'suppressed', 'not_mentioned', 'not_reported', 'not_applicable', 'not_due', 'conflict']) {
    const first = /** @type {any} */ (items.find(i => i.kind === 'bar' && i.state === state)?.shapes[0]);
    assert.equal(first.shape.width, chipWidth());
  }
});

test('a stated zero is a stub with its words', () => {
  const [stub, text] = /** @type {any[]} */ (disciplineItems(bars, SIZE).items.find(i => i.state === 'zero')?.shapes);
  assert.equal(stub.shape.width, 2);
  assert.equal(text.style.text, '0（明确）');
});

test('an open bound has a box of fixed length behind the solid bar', () => {
  const shapes = /** @type {any[]} */ (disciplineItems(bars, SIZE).items.find(i => i.state === 'at_least')?.shapes);
  assert.equal(shapes[1].shape.width, 34);
});

test('kinds keep the order of severity', () => {
  const option = /** @type {any} */ (disciplineChart(bars, SIZE).option);
  assert.deepEqual(option.yAxis.data, bars.rows.map(r => r.ref));
});

test('departments without a number keep their row, with a chip left of the axis', () => {
  const { items, place } = compareItems(dots, SIZE);
  const chips = items.filter(i => i.kind === 'chip');
  assert.equal(chips.length, 7);
  for (const chip of chips) assert.ok(/** @type {any} */ (chip.shapes[0]).shape.x + chipWidth() <= place.left);
  assert.equal(items.filter(i => i.ref).length, points.length);
});

test('departments stand in the order given', () => {
  const refs = compareItems(dots, SIZE).items.filter(i => i.ref).map(i => i.ref);
  assert.deepEqual(refs, dots.rows.map(r => r.department));
});

test('scales end in round steps and count whole things', () => {
  assert.deepEqual(roundScale(870), { max: 1000, step: 250 });
  assert.deepEqual(roundScale(3), { max: 3, step: 1 });
  assert.deepEqual(roundScale(0), { max: 1, step: 1 });
});

test('labels that want one place move apart and keep their order', () => {
  const [a, b, c] = spread([50, 50, 51], 18, 0, 100);
  assert.ok(b - a >= 18 && c - b >= 18 && c <= 100);
});

test('a kind known from less than half of the parts is told and has no bar', () => {
  const some = { ...s.partOf9, coverage: { reported: 1, expected: 18 } };
  const shapes = /** @type {any[]} */ (disciplineItems({ ...bars, rows: [{ ...bars.rows[0], point: some }] }, SIZE).items.find(i => i.kind === 'bar')?.shapes);
  assert.deepEqual(shapes.map(x => x.type), ['text']);
});

test('no scale stands under a chart without a number', () => {
  const chart = /** @type {any} */ (disciplineChart({ ...bars, rows: bars.rows.filter(r => r.point === s.withheld) }, SIZE).option);
  assert.equal(chart.xAxis.axisLabel.show, false);
});

test('the label behind the longest bar stays within the drawing, and short labels leave the bars their room', () => {
  const one = (/** @type {import('../types.js').Point} */ point) => disciplineItems({ ...bars, rows: [{ name: '党内警告', ref: 'party.0', point }] }, { width: 300, theme: s.THEME });
  for (const point of [s.exact(7), s.over60, s.partOf9, s.range3to5]) {
    const text = /** @type {any} */ (one(point).items.find(i => i.kind === 'bar')?.shapes.find((/** @type {any} */ x) => x.type === 'text'));
    assert.ok(text.style.x + textWidth(text.style.text) <= 300, text.style.text);
  }
  assert.ok(one(s.exact(7)).place.width > 180);
});

test('a name that would be cut off stands above its bar, whole', () => {
  const name = 'Removal from Party posts';
  const rows = [{ name, ref: 'party.0', point: s.exact(3) }, { name, ref: 'party.1', point: s.withheld }];
  const { items, place } = disciplineItems({ ...bars, rows }, { width: 300, theme: s.THEME });
  const names = items.filter(i => i.kind === 'label').map(i => /** @type {any} */ (i.shapes[0]).style);
  assert.deepEqual(names.map(n => n.text), [name, name]);
  assert.ok(names[1].y > /** @type {any} */ (items.find(i => i.ref === 'party.0')?.shapes[0]).shape.y + 20 && place.left < 10);
});
