// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { moved } from '../components/grid-keys.js';
import { heatTable, years } from '../components/heat-table.js';
import { heatClass, heatLegend, heatScale, heatStep, heatText } from '../heat.js';
import { setLanguage } from '../i18n/index.js';
import { matrixSentence, pairSentence } from '../sentence.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const SCALE = { step: 20, steps: 5 };

test('equal steps from 0, no more than there are colours', () => {
  assert.deepEqual(heatScale([s.exact(97), s.exact(3), s.withheld]), { step: 20, steps: 5 });
  assert.deepEqual(heatScale([s.exact(3)]), { step: 1, steps: 3 });
  assert.deepEqual(heatScale([s.withheld]), { step: 1, steps: 1 });
  assert.deepEqual(heatLegend(SCALE, 0), ['1–20', '21–40', '41–60', '61–80', '81–100']);
  assert.deepEqual(heatLegend({ step: 1, steps: 2 }, 0), ['1', '2']);
});

test('a number stands on the ground of its step, at its ends too', () => {
  assert.deepEqual([1, 20, 21, 100].map(n => heatStep(s.exact(n), SCALE)), [1, 1, 2, 5]);
});

test('what is no drawable number has no ground: neither a zero nor a gap is pale', () => {
  for (const point of [s.zero, s.withheld, s.suppressed, s.notMentioned, s.notReported, s.notApplicable, s.notDue, s.conflict,
    { ...s.partOf9, coverage: { reported: 1, expected: 9 } }]) assert.equal(heatStep(point, SCALE), 0, point.state);
  assert.match(heatClass(s.exact(50), null), /^h0/);
});

test('each state has its sign and its class', () => {
  const text = Object.fromEntries(s.EVERY_STATE.map(([name, p]) => [name, heatText(p, 0).text]));
  assert.deepEqual(text, { exact: '18', zero: '0', at_least: '≥61', at_most: '≤9', about: '≈35', range: '3–5', withheld: '＊', suppressed: '[c]',
    not_mentioned: '—', not_reported: '▨', not_applicable: '·', not_due: '┄', conflict: '！' });
  assert.equal(heatClass(s.over60, SCALE), 'h4 bound');
  assert.equal(heatClass(s.partOf9, SCALE), 'h5 bound part');
  assert.equal(heatClass(s.conflict, SCALE), 'h0 state-conflict');
  assert.deepEqual(heatText(s.partOf9, 0), { text: '≥105', note: '◔' });
});

/** @param {import('../types.js').Point[]} points */
const table = points => ({ title: 'T', rows: [{ name: '甲', department: 'A', depth: 0, inner: false, points }, { name: '乙', department: 'B&', depth: 1, inner: false, points }],
  periods: points.map(p => p.period), scale: SCALE, decimals: 0, neutral: false });

test('the table has a cell for each period, headers for rows and columns, and one tab stop', () => {
  const text = String(heatTable(table(s.quarters(s.EVERY_STATE.map(([, p]) => p))), false));
  assert.equal(text.match(/<td>/g)?.length, 2 * s.EVERY_STATE.length);
  assert.equal(text.match(/<th scope="row"/g)?.length, 2);
  assert.equal(text.match(/tabindex="0"><|tabindex="0">\d/g)?.length, 1);
  assert.match(text, /<th scope="colgroup" colspan="4"><span>2022<\/span>/);
  assert.match(text, /href="#pt=B%26\.2022-Q1"/);
});

test('a sign is read out in words', () => {
  const text = String(heatTable(table(s.quarters([s.exact(18), s.withheld])), false));
  assert.match(text, /aria-label="＊ 未公开"/);
  assert.match(text, /tabindex="0">18</);
});

test('on paper there is a table for every twelve periods', () => {
  const text = String(heatTable(table(s.quarters(Array.from({ length: 26 }, () => s.exact(1)))), true));
  assert.equal(text.match(/<table/g)?.length, 3);
  assert.equal(text.match(/<td>/g)?.length, 52);
});

test('columns stand under their years', () => {
  assert.deepEqual(years(['2022-Q3', '2022-Q4', '2023-Q1']), [{ year: 2022, count: 2 }, { year: 2023, count: 1 }]);
});

test('keys move within the table and not beyond', () => {
  const size = { rows: 3, cells: 4 };
  const from = { row: 1, cell: 1 };
  assert.deepEqual(moved('ArrowLeft', from, size, false), { row: 1, cell: 0 });
  assert.deepEqual(moved('PageDown', from, size, false), { row: 2, cell: 1 });
  assert.deepEqual(moved('End', from, size, true), { row: 2, cell: 3 });
  assert.equal(moved('ArrowUp', { row: 0, cell: 0 }, size, false), null);
  assert.equal(moved('ArrowLeft', { row: 0, cell: 0 }, size, false), null);
  assert.equal(moved('a', from, size, false), null);
});

const SUBJECT = { metric: '廉政谈话', unit: '人次', decimals: 0, basis: '当期数' };

test('the table in one sentence', () => {
  assert.equal(matrixSentence(SUBJECT, [s.quarters([s.exact(1), s.withheld]), s.quarters([s.zero, s.notReported])]),
    '廉政谈话（人次，当期数）：2个部门，2022年第1季度至2022年第2季度，4格中2格有数字；未公开1处、未报送1处。');
});

test('two periods in one sentence count only what the bounds prove', async () => {
  const row = (/** @type {number | null} */ lower, /** @type {number | null} */ upper) => ({ difference: { lower, upper } });
  const answer = { period: '2023', base_period: '2022', rows: [row(1, 1), row(2, null), row(-3, -1), row(0, 0), row(-2, 0), { difference: null }] };
  assert.equal(pairSentence(SUBJECT, answer), '廉政谈话（人次，当期数）：2023年与2022年相比，6个部门中增加2个、减少1个、持平1个、无法判断2个。');
  await setLanguage('en');
  assert.match(pairSentence({ ...SUBJECT, metric: 'Talks' }, answer), /of 6 departments 2 more, 1 fewer, 1 the same, 2 cannot be judged\.$/);
});
