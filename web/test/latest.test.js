// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { latestTable, readLatest } from '../components/latest.js';
import * as s from './samples.js';

const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

/** @type {any} */
const ctx = { catalog: { departments: [{ code: 'D2', name: { zh: '财务处', en: 'Finance' } }, { code: 'D1', name: { zh: '办公室', en: 'Office' } }], classifications: [] } };
/** @param {string[]} departments @param {Partial<import('../types.js').SeriesAnswer>} [more] @returns {import('../types.js').SeriesAnswer} */
const answer = (departments, more = {}) => ({ metric: 'talks', unit: '人次', basis: 'in_period', view: 'as_was', periods: ['2022-Q1', '2022-Q2'],
  series: departments.map(department => ({ department, category: null, points: s.quarters([s.exact(4), s.exact(31)]), breaks: [] })), ...more });
const row = (/** @type {string} */ department, /** @type {object} */ more) => ({ department, matched: null, left_out: [], obstacle: null, offered: null, difference: null, percent: null, reason: null, ...more });
const comparison = (/** @type {string} */ base, /** @type {object[]} */ rows) => /** @type {any} */ ({ period: '2022-Q2', base_period: base, rows });

/** The questions that reach the server. @param {string} base */
function asked(base) {
  /** @type {string[]} */
  const urls = [];
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url) => {
    urls.push(url);
    return new Response(JSON.stringify(comparison(url.includes('previous') ? base : '2021-Q2', [])), { headers: { 'content-type': 'application/json' } });
  });
  return urls;
}

const { signal } = new AbortController();

test('the last period is compared with a year before and with the period before', async () => {
  const urls = asked('2022-Q1');
  const latest = await readLatest(answer(['D1', 'D2']), { as_of: 'x' }, signal);
  assert.equal(urls.length, 2);
  assert.ok(urls.every(u => u.includes('departments=D1,D2') && u.includes('period=2022-Q2') && u.includes('as_of=x')));
  assert.equal(latest?.previous?.base_period, '2022-Q1');
});

test('numbers to date are compared with the same months of the year before only', async () => {
  const urls = asked('2022-Q1');
  assert.equal((await readLatest(answer(['D1'], { basis: 'to_date' }), {}, signal))?.previous, null);
  assert.deepEqual(urls.map(u => /basis=to_date/.test(u)), [true]);
});

test('of years both are the same, and it is told once', async () => {
  asked('2021-Q2');
  assert.equal((await readLatest(answer(['D1']), {}, signal))?.previous, null);
});

test('several categories of one department are not compared here', async () => {
  const urls = asked('2022-Q1');
  assert.equal(await readLatest(answer(['D1', 'D1']), {}, signal), null);
  assert.deepEqual(urls, []);
});

test('the difference comes first, then the percentage, or the reason; departments keep the order of the chart', () => {
  const text = String(latestTable(ctx, { yearAgo: comparison('2021-Q2', [row('D2', { reason: 'base_withheld' }), row('D1', { difference: { lower: 6, upper: 6 }, percent: 24 })]), previous: null },
    answer(['D1', 'D2']), 0)).replace(/\s+/g, ' ');
  assert.match(text, /办公室.*\+6 \(\+24\.0%\).*财务处.*基期未公开/);
  assert.match(text, /最近一期：2022年第2季度/);
  assert.match(text, /与上年同期（2021年第2季度）/);
  assert.match(text, /href="#pt=1\.2022-Q2"/);
  assert.doesNotMatch(text, /data-ref/);
});
