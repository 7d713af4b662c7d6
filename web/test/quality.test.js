// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { glyphOf } from '../format.js';
import { setLanguage } from '../i18n/index.js';
import { stateCell } from '../pages/quality.js';
import { inTime, late, numbered, owed, qualitySentence, received, reminder } from '../quality.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

/** @param {any} state @param {string | null} due @param {string | null} came @param {number | null} days @returns {import('../types.js').Filing} */
const filing = (state, due = null, came = null, days = null) => ({ state, due, received: came, days_late: days });

const REPORTS = [filing('received', '2022-04-30', '2022-04-20'), filing('received', '2022-07-31', '2022-08-02', 2), filing('received', '2022-10-31'),
  filing('not_reported', '2023-01-31', null, 30), filing('not_due', '2023-04-30'), filing('not_applicable')];

/** @param {Partial<import('../types.js').QualityAnswer>} [parts] @returns {import('../types.js').QualityAnswer} */
const answer = parts => ({ department: 'D', metric: null, basis: null, today: '2023-03-02', periods: ['2022-Q1', '2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'],
  rows: [{ department: 'D1', reports: REPORTS, points: null }, { department: 'D2', reports: REPORTS.map(() => filing('not_applicable')), points: null }],
  conflicts: [], silent: [], ...parts });

const name = (/** @type {string} */ code) => `部门${code}`;

test('what is not due and what does not apply is owed by nobody', () => assert.deepEqual(received(REPORTS), { count: 3, of: 4 }));

test('in time is judged only where both days are known', () => assert.deepEqual(inTime(REPORTS), { count: 1, of: 3 }));

test('a withheld number is expected and not there', () =>
  assert.deepEqual(numbered([s.exact(1), s.zero, s.over60, s.withheld, s.notReported, s.conflict, s.notApplicable, s.notDue]), { count: 3, of: 6 }));

test('who owes most days is asked first', () => {
  const rows = [{ department: 'A', reports: [filing('not_reported', '2023-02-20', null, 10)], points: null }, { department: 'B', reports: REPORTS.slice(3, 4), points: null }];
  assert.deepEqual(owed(answer({ rows })).map(row => row.department), ['B', 'A']);
  assert.deepEqual(late(answer()).map(r => r.period), ['2022-Q2']);
});

test('the reminder names department, period, day and delay', () => {
  assert.equal(reminder(answer(), name), '截至2023年3月2日，以下部门尚有报告未报送：\n部门D1：2022年第4季度（应于2023年1月31日前报送，已逾期30天）。');
});

test('the sentence counts what the table shows', async () => {
  assert.equal(qualitySentence(answer(), name), '部门D：应报4份，已报3份；未报送1份；未到期1份；逾期收到1份。');
  await setLanguage('en');
  assert.equal(qualitySentence(answer(), () => 'Bureau'), 'Bureau: 3 of 4 reports have come; not reported: 1; not due: 1; received late: 1.');
});

test('each of the states has its own sign in the table, with its words', () => {
  const extra = ['withdrawn', 'unconfirmed'].map(state => /** @type {[string, import('../types.js').Point]} */ ([state, s.without(/** @type {any} */ (state))]));
  const points = [...s.EVERY_STATE.filter(([state]) => state !== 'unconfirmed'), ...extra];
  const seen = new Set();
  for (const [state, point] of points) {
    const drawn = String(stateCell(point, 'D.2022-Q1', `words of ${state}`));
    const sign = /<span>([^<]+)<\/span>/.exec(drawn)?.[1];
    assert.equal(sign, glyphOf(/** @type {any} */ (state)), state);
    assert.match(drawn, new RegExp(`state-${state}[" ].*aria-label="words of ${state}"`), state);
    seen.add(sign);
  }
  assert.equal(seen.size, points.length);
});
