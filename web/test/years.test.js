// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { layout } from '../charts/trend-frame.js';
import { hasContext, trendItems } from '../charts/trend.js';
import { byYear, toDateName, wholeYears } from '../charts/years.js';
import { segments } from '../charts/segments.js';
import { setLanguage } from '../i18n/index.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const SIZE = { width: 900, theme: s.THEME };

/** @param {import('../types.js').Point[][]} lists */
function model(...lists) {
  const series = lists.map((points, i) => ({ name: `部门${i + 1}`, department: `D0${i + 1}`, points: s.quarters(points) }));
  return { periods: series[0].points.map(p => p.period), series, unit: '人次', decimals: 0, stock: false, toDate: false,
    changes: /** @type {import('../charts/trend.js').Change[]} */ ([]) };
}

const numbers = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => s.exact(i + 1));

test('one line per year, the newest first, over the parts of one year', () => {
  const years = byYear(model(numbers(12)));
  assert.deepEqual(years.series.map(x => [x.name, x.age, x.points.map(p => p.period)[0]]), [['2024年', 0, '2024-Q1'], ['2023年', 1, '2023-Q1'], ['2022年', 2, '2022-Q1']]);
  assert.deepEqual(years.labels, ['1–3月', '1–6月', '1–9月', '1–12月']);
  assert.equal(layout(years, SIZE).panels.length, 1);
});

test('no line falls back to the beginning of the next year', () => {
  for (const series of byYear(model(numbers(12))).series) {
    assert.deepEqual(segments(series, byYear(model(numbers(12)))).map(x => x.from), [0, 1, 2]);
  }
});

test('a mark and its cell open the point of the department and the period', () => {
  const refs = trendItems(byYear(model(numbers(8), numbers(8))), SIZE).items.filter(i => i.kind === 'mark').map(i => i.ref);
  assert.equal(new Set(refs).size, 16);
  assert.ok(refs.includes('0.2022-Q1') && refs.includes('1.2023-Q4'));
});

test('every year drawn has its strip, whatever is missing', () => {
  const items = trendItems(byYear(model([s.exact(1), s.withheld, s.notReported, s.exact(4), s.exact(1), s.notDue, s.notDue, s.notDue])), SIZE).items;
  assert.equal(items.filter(i => i.kind === 'cell').length, 8);
  assert.equal(items.filter(i => i.kind === 'segment').length, 0);
});

test('several departments have a panel each, with this year and the last', () => {
  const years = byYear(model(numbers(16), numbers(16), numbers(16)));
  assert.equal(layout(years, SIZE).panels.length, 3);
  assert.deepEqual(years.panels?.map(p => p.rows), [[0, 1], [2, 3], [4, 5]]);
  assert.equal(hasContext(years), false);
});

test('a reorganisation breaks the line of its year only', () => {
  const m = { ...model(numbers(8)), changes: [{ position: 6, text: '', departments: ['D01'] }] };
  const years = byYear(m);
  assert.deepEqual(years.series.map(x => segments(x, years).map(y => y.from)), [[0, 2], [0, 1, 2]]);
});

test('numbers to date come in whole years', () => {
  assert.deepEqual(wholeYears('2022-Q3', '2024-Q2'), ['2022-Q1', '2024-Q4']);
  assert.deepEqual(wholeYears('2022-05', '2022-06'), ['2022-01', '2022-12']);
  assert.deepEqual(wholeYears('2022', '2024'), ['2022', '2024']);
  assert.deepEqual(wholeYears('2016-06', '2026-05', 120), ['2017-01', '2026-12']);
});

test('the months a number to date is about', async () => {
  assert.deepEqual(['2022-Q2', '2022-H2', '2022-01', '2022-10'].map(toDateName), ['1–6月', '1–12月', '1月', '1–10月']);
  await setLanguage('en');
  assert.deepEqual(['2022-Q2', '2022-01'].map(toDateName), ['Jan–Jun', 'Jan']);
});

test('in small panels the others are thin lines that say nothing', () => {
  const six = model(...Array.from({ length: 6 }, () => numbers(4)));
  const others = trendItems(six, SIZE).items.filter(i => i.kind === 'context');
  assert.equal(others.length, 6 * 5 * 3);
  assert.ok(others.every(i => !i.ref && !i.tip));
  const limits = six.series.map(() => ({ stretches: [], marked: new Map(), signal: /** @type {any} */ ({}) }));
  assert.equal(trendItems({ ...six, limits }, SIZE).items.filter(i => i.kind === 'context').length, 0);
});

test('the newest number of this year stands under its mark where the year before runs just above it', () => {
  const label = (/** @type {number} */ before) => {
    const years = byYear(model([...[2, 5, 9, before].map(n => s.exact(n)), ...[1, 3, 6, 9].map(n => s.exact(n))], numbers(8)));
    const mark = trendItems(years, SIZE).items.find(i => i.kind === 'mark' && i.ref === '0.2023-Q4');
    const [text] = /** @type {any[]} */ (mark?.shapes.filter((/** @type {any} */ x) => x.type === 'text') ?? []);
    return text.style.y - /** @type {any} */ (mark?.shapes[0]).shape.cy;
  };
  assert.ok(label(10) > 0);
  assert.ok(label(5) < 0);
  assert.ok(label(60) < 0);
});
