// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { sparkline } from '../charts/sparkline.js';
import { setLanguage } from '../i18n/index.js';
import { changeSentence, knownSentence, overviewSentences, reportSentence, wayOf } from '../overview-sentences.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const NAMES = { department: (/** @type {string} */ code) => `部门${code}`, metric: (/** @type {string} */ code) => `指标${code}`, decimals: () => 0 };

/** @param {number | null} lower @param {number | null} upper @param {object} [parts] @returns {any} */
const by = (lower, upper, parts = {}) => ({ department: 'D', current: s.exact(1), base: s.exact(1), difference: { lower, upper }, percent: null,
  reason: null, matched: null, left_out: [], obstacle: null, offered: null, ...parts });

/** @param {string} metric @param {import('../types.js').Point} point @param {any} yearAgo @returns {import('../types.js').OverviewRow} */
const row = (metric, point, yearAgo) => ({ metric, unit: '次', basis: 'in_period', points: s.quarters([s.exact(1), point]), breaks: [], previous: by(0, 0), year_ago: yearAgo });

/** @param {Partial<import('../types.js').OverviewAnswer>} parts @returns {import('../types.js').OverviewAnswer} */
const answer = parts => ({ department: 'D', period: '2022-Q2', periods: ['2022-Q1', '2022-Q2'], reports: [], rows: [], ...parts });

/** @param {string} state @param {...string} codes @returns {any[]} */
const reports = (state, ...codes) => codes.map(department => ({ department, state }));

test('the first sentence counts whose reports came and names the others', () => {
  assert.equal(reportSentence(answer({ reports: [...reports('received', '1', '2'), ...reports('not_reported', '3', '4', '5', '6', '7'), ...reports('not_due', '8')] }), NAMES),
    '部门D2022年第2季度：应报8个部门，已报2个；未报送5个（部门3、部门4、部门5、部门6等）；未到期1个（部门8）。');
});

test('a department alone is told whether its own report came', () => {
  assert.equal(reportSentence(answer({ reports: reports('not_reported', 'D') }), NAMES), '部门D2022年第2季度的报告没有收到。');
});

test('the second sentence tells exact numbers, bounds, parts and nothing apart', () => {
  const rows = [s.exact(3), s.zero, s.over60, s.partOf9, s.withheld, s.conflict].map((p, i) => row(String(i), p, by(0, 0)));
  assert.equal(knownSentence(answer({ rows })), '6项指标中，确切而完整的2项，只有界限或约数的1项，只有部分部门有数字的1项，所列为下限，没有数字的2项。');
  assert.match(knownSentence(answer({ rows: rows.slice(3) })), /^3项指标没有一项是确切而完整的/);
});

test('a change goes up or down only where its bounds say so', () => {
  assert.deepEqual([by(1, null), by(null, -1), by(0, 0), by(0, 4), by(-1, 1), by(5, 5, { reason: 'conflict' }), by(1, 1, { difference: null })].map(wayOf),
    ['up', 'down', 'same', 'unclear', 'unclear', 'unclear', 'unclear']);
});

test('the third sentence tells what changed with its bounds, and on whom it rests', () => {
  const rows = [row('a', s.exact(1), by(5, null)), row('b', s.exact(1), by(6, 6, { percent: 14.3, matched: {} })), row('c', s.exact(1), by(-3, -3)),
    row('d', s.exact(1), by(0, 0)), row('e', s.withheld, by(null, null, { difference: null, reason: 'current_withheld' }))];
  assert.equal(changeSentence(answer({ rows }), NAMES),
    '与上年同期相比，增加2项（指标b +6、指标a 至少+5）；减少1项（指标c −3）；持平1项；无法判断1项；差数只按两期都有数字的部门计算。');
});

test('there are three sentences in either language', async () => {
  await setLanguage('en');
  const told = overviewSentences(answer({ rows: [row('a', s.exact(1), by(5, 5))], reports: reports('received', '1') }), NAMES);
  assert.equal(told.length, 3);
  assert.doesNotMatch(told.join(' ').replace(/部门|指标/g, ''), /[\u4e00-\u9fff{}]/);
});

test('every state has a sign in the strip and no missing one a mark', () => {
  const signs = { exact: '●', zero: '0', at_least: '≥', at_most: '≤', about: '≈', range: '↔', withheld: '＊', suppressed: 'c', not_mentioned: '—',
    not_applicable: '·', conflict: '！' };
  for (const [state, point] of s.EVERY_STATE) {
    const points = s.quarters([point]);
    const drawn = String(sparkline({ department: 'D', points, periods: ['2022-Q1'], stock: false, changes: [] }, 'name'));
    const [, sign] = />([^<]+)<\/text>/.exec(drawn) ?? [];
    assert.equal(sign, signs[/** @type {keyof typeof signs} */ (state)], state);
    assert.equal(/spark-hatch/.test(drawn), state === 'not_reported', state);
    assert.equal(/dotted/.test(drawn), state === 'not_due', state);
    assert.equal(/spark-mark|spark-arrow/.test(drawn), ['exact', 'zero', 'at_least', 'at_most', 'about', 'range'].includes(state), state);
  }
});

test('the small line bridges no gap', () => {
  const points = s.quarters([s.exact(3), s.exact(4), s.notReported, s.exact(5), s.zero]);
  const drawn = String(sparkline({ department: 'D', points, periods: points.map(p => p.period), stock: false, changes: [] }, 'name'));
  assert.equal(drawn.match(/spark-line/g)?.length, 2);
});
