// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { askBeside, guess } from '../components/beside.js';

const FETCH = globalThis.fetch;
afterEach(() => { globalThis.fetch = FETCH; });

/** @param {string[]} asked */
const listen = asked => { globalThis.fetch = async address => { asked.push(String(address)); return new Response('{"charts": [], "rows": [], "base_period": "2024-Q4"}'); }; };

const CATALOG = /** @type {any} */ ({ periods: ['2025-Q4', '2026-Q1'] });
const CHOSEN = /** @type {any} */ ({ metric: { code: 'm', kind: 'flow' }, kind: 'Q', to: '2026-Q1', departments: ['D1'], toDate: false });
const ctx = (/** @type {object} */ state) => /** @type {any} */ ({ catalog: CATALOG, state: { t: '', c: '', og: 'was', ...state } });
const answer = (/** @type {object} */ other) => /** @type {any} */ ({ ...guess(CHOSEN, ctx({})), ...other });

test('the end of a trend is guessed: that of the address, else that of the newest whole year', () => {
  assert.deepEqual(guess(CHOSEN, ctx({}))?.periods, ['2025-Q4']);
  assert.deepEqual(guess(CHOSEN, ctx({ t: '2026-Q1' }))?.periods, ['2026-Q1']);
  assert.equal(guess(CHOSEN, ctx({ c: 'scheme' })), null);
  assert.equal(guess({ ...CHOSEN, toDate: true }, ctx({})), null);
});

test('what was asked beforehand is not asked again, unless the numbers are of something else', async () => {
  /** @type {string[]} */
  const asked = [];
  listen(asked);
  const { signal } = new AbortController();
  await askBeside(guess(CHOSEN, ctx({})), {}, signal)(answer({}));
  assert.equal(asked.length, 3);
  const beside = askBeside(guess(CHOSEN, ctx({})), {}, signal);
  await beside(answer({ periods: ['2025-Q3', '2026-Q1'] }));
  assert.equal(asked.length, 9);
  assert.match(asked[6], /period=2026-Q1/);
});

test('a trend of today\'s organisation is another question than one of the past', async () => {
  /** @type {string[]} */
  const asked = [];
  listen(asked);
  const { signal } = new AbortController();
  await askBeside(guess(CHOSEN, ctx({ og: 'is' })), {}, signal)(answer({ view: 'as_was' }));
  assert.equal(asked.length, 6);
  assert.deepEqual(asked.map(each => each.includes('view=as_is')), [true, true, true, false, false, false]);
});

test('what failed beforehand is asked once more, and harms nobody where it is not wanted', async () => {
  let asked = 0;
  globalThis.fetch = async () => ++asked <= 3 ? new Response('{"type": "x", "detail": "", "errors": []}', { status: 503 }) : new Response('{"charts": [], "rows": [], "base_period": "2024-Q4"}');
  /** @type {unknown[]} */
  const lost = [];
  const hear = (/** @type {unknown} */ reason) => lost.push(reason);
  process.on('unhandledRejection', hear);
  const beside = askBeside(guess(CHOSEN, ctx({})), {}, new AbortController().signal);
  await new Promise(done => setTimeout(done, 20));
  process.off('unhandledRejection', hear);
  assert.deepEqual(lost, []);
  const [, latest] = await beside(answer({}));
  assert.equal(latest?.yearAgo.base_period, '2024-Q4');
  assert.equal(asked, 6);
});
