// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceNotice } from '../components/since.js';
import { told as signalsTold } from '../pages/signals.js';
import { changedSince } from '../since.js';
import * as s from './samples.js';

/** @param {import('../types.js').Point[]} points */
const told = points => points.map((point, i) => ({ ref: `r${i}`, name: `数${i}`, point, decimals: 0 }));

const ctx = (/** @type {string} */ at) => /** @type {any} */ ({ state: { at }, href: () => '/trends' });

test('only what a reader sees counts as changed', () => {
  const then = told([s.exact(1), s.exact(2), s.notReported, s.exact(4), s.exact(5)]);
  const now = told([s.exact(1), s.exact(3), s.exact(3), { ...s.exact(4), figures: ['F999999'] }, { ...s.exact(5), conflict: { lower: 7, upper: 9 } }]);
  assert.deepEqual(changedSince(then, now).map(c => c.told.ref), ['r1', 'r2', 'r4']);
});

test('what has another name now is still the same thing', () => {
  const [a, b] = told([s.exact(1), s.exact(2)]).map((each, i) => ({ ...each, key: `k${i}` }));
  assert.deepEqual(changedSince([a], [{ ...b, ref: 'r0' }, { ...a, ref: 'r1' }]), []);
});

test('what the page of now has besides is not about this page', () => {
  assert.deepEqual(changedSince(told([s.exact(1)]), told([s.exact(1), s.exact(2)])), []);
  assert.deepEqual(changedSince(told([s.exact(1), s.exact(2)]), told([s.exact(1)])), []);
});

test('a page of an earlier moment says what changed, each with the way to its reason, and leads to now', () => {
  const text = String(sinceNotice(ctx('2026-01-01T00:00:00Z'), told([s.exact(18), s.exact(2)]), told([s.withheld, s.exact(2)])));
  assert.match(text, /data-since="1"/);
  assert.match(text, /此后，这里的2个数中有1个变了/);
  assert.match(text, /<a href="#pt=r0">数0<\/a> 18 → ＊ 未公开/);
  assert.match(text, /<a href="\/trends">看最新数据/);
});

test('it says so, too, where nothing changed', () => {
  assert.match(String(sinceNotice(ctx('2026-01-01T00:00:00Z'), told([s.exact(18)]), told([s.exact(18)]))), /没有变/);
});

test('a page of now says nothing', () => assert.equal(String(sinceNotice(ctx(''), told([s.exact(1)]), null)), ''));

test('reports are told in words, each with its own way there', () => {
  const filings = (/** @type {string} */ words) => [{ ref: 'D1.2022-Q1', name: '办公室', words, href: '/?o=D1' }];
  const text = String(sinceNotice(ctx('2026-01-01T00:00:00Z'), filings('未报送'), filings('已收到')));
  assert.match(text, /此后，这里的1份报告中有1份变了/);
  assert.match(text, /<a href="\/\?o=D1">办公室<\/a> 未报送 → 已收到/);
  assert.match(String(sinceNotice(ctx('2026-01-01T00:00:00Z'), filings('未报送'), filings('未报送'))), /1份报告没有变/);
});

test('many changes are counted, not all listed', () => {
  const many = Array.from({ length: 20 }, (_, i) => s.exact(i));
  const text = String(sinceNotice(ctx('2026-01-01T00:00:00Z'), told(many), told(many.map(p => s.exact((p.value ?? 0) + 1)))));
  assert.equal(text.match(/<li>/g)?.length, 6);
  assert.match(text, /另有14个/);
});

/** The grid of two departments and one metric. @param {any[]} signals @param {any[]} [steps] */
const grid = (signals, steps = []) => /** @type {any} */ ({ department: 'B', period: '2026-Q1', targets: [], steps, grid: { metrics: [{ metric: 'talks', signals: signals.map((each, i) => (
  { department: `D${i + 1}`, variation: null, reasons: [], directed: false, assurance: null, without_icon: null, unfit: null, points: 16, coverage: { reported: 1, expected: 1 }, ...each })) }] } });

const names = /** @type {any} */ ({ metrics: [{ code: 'talks', name: { zh: '廉政谈话', en: 'Talks' } }], departments: [{ code: 'B', name: { zh: '某局', en: 'Bureau' } }, { code: 'D1', name: { zh: '办公室', en: 'Office' } }, { code: 'D2', name: { zh: '财务处', en: 'Finance' } }] });
const signalCtx = /** @type {any} */ ({ ...ctx('2026-01-01T00:00:00Z'), catalog: names });

test('a cell of the grid that reads otherwise now is named with both readings and leads to its trend', () => {
  const then = signalsTold(signalCtx, grid([{ variation: 'common_cause' }, { variation: 'common_cause' }]));
  const now = signalsTold(signalCtx, grid([{ variation: 'common_cause' }, { variation: 'neutral_high', reasons: ['outside_high'] }]));
  const text = String(sinceNotice(signalCtx, then, now));
  assert.match(text, /data-since="1"/);
  assert.match(text, /此后，表中的2格信号中有1格变了/);
  assert.match(text, /<a href="\/trends\?m=talks&amp;o=D2&amp;g=Q&amp;at=2026-01-01T00:00:00Z">财务处 · 廉政谈话<\/a> 平稳 → 异常偏高（高于上限）/);
  assert.doesNotMatch(text, /办公室/);
});

test('the same word for another reason is another reading', () => {
  const then = signalsTold(signalCtx, grid([{ variation: 'neutral_high', reasons: ['outside_high'] }]));
  const now = signalsTold(signalCtx, grid([{ variation: 'neutral_high', reasons: ['shift_high'] }]));
  assert.equal(changedSince(then, now).length, 1);
  assert.equal(changedSince(then, then).length, 0);
});

test('so is the same word on more numbers', () => {
  const of = (/** @type {number} */ reported) => signalsTold(signalCtx, grid([{ coverage: { reported, expected: 9 } }]));
  assert.equal(changedSince(of(7), of(8)).length, 1);
});

test('signals and numbers are counted apart, each in its own words', () => {
  const step = (/** @type {number} */ value) => ({ metric: 'talks', point: { ...s.exact(value), period: '2026-Q1' }, closed: null });
  const text = String(sinceNotice(signalCtx, signalsTold(signalCtx, grid([{}, {}], [step(4)])), signalsTold(signalCtx, grid([{}, {}], [step(5)]))));
  assert.match(text, /data-since="1"/);
  assert.match(text, /本页是2026年1月1日.*?的数据。此后，表中的2格信号没有变。/);
  assert.match(text, /此后，这里的1个数中有1个变了：/);
  assert.match(text, /<a href="#pt=p0">某局 · 廉政谈话 · 2026年第1季度<\/a> 4 → 5/);
});
