// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceNotice } from '../components/since.js';
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
