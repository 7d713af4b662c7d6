// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setLanguage } from '../i18n/index.js';
import { chartName, compareSentence, disciplineSentence, gaps, manySentence, peak, trendSentence } from '../sentence.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const SUBJECT = { name: '办公室', metric: '廉政谈话', unit: '人次', decimals: 0, basis: '当期数' };

test('the trend sentence counts what is known and what is not', () => {
  assert.equal(trendSentence(SUBJECT, s.quarters([s.exact(18), s.exact(31), s.notReported, s.withheld, s.over60])),
    '办公室廉政谈话（人次，当期数）：2022年第1季度至2023年第1季度共5期，有数字3期；最近2023年第1季度为至少61人次；确切数中最高2022年第2季度31人次；未公开1处、未报送1处。');
});

test('a stated zero counts as a number and a conflict does not', () => {
  assert.match(trendSentence(SUBJECT, s.quarters([s.zero, s.conflict])), /共2期，有数字1期；最近2022年第1季度为0人次；待裁定1处/);
});

test('nothing known gives no latest and no highest', () => {
  assert.doesNotMatch(trendSentence(SUBJECT, s.quarters([s.withheld, s.notMentioned])), /最近|最高/);
});

test('only exact, whole and confirmed numbers can be the highest', () => {
  assert.equal(peak([s.over60, s.exact(18), s.partOf9, s.exact(90, { review: 'unconfirmed' })])?.value, 18);
  assert.equal(peak([s.over60]), null);
});

test('gaps are told apart', () => {
  assert.deepEqual(gaps([s.withheld, s.notReported, s.notReported, s.zero]), [['withheld', 1], ['not_reported', 2]]);
});

test('several series are told in one sentence', () => {
  assert.equal(manySentence(SUBJECT, [s.quarters([s.exact(1), s.withheld]), s.quarters([s.zero, s.notReported])]),
    '廉政谈话（人次，当期数）：2条，2022年第1季度至2022年第2季度，4格中2格有数字；未公开1处、未报送1处。');
});

test('the comparison sentence counts departments', () => {
  assert.match(compareSentence(SUBJECT, '2022-Q1', [s.exact(1), s.withheld, s.notReported]), /3个部门中1个有数字；未公开1处、未报送1处/);
});

test('the discipline sentence gives no total', () => {
  const sentence = disciplineSentence('党纪处分', '市机关', '2022', [s.exact(7), s.over60, s.zero, s.withheld]);
  assert.equal(sentence, '市机关2022年党纪处分：4类中3类有数字；明确为零1处；未公开1处。');
});

test('the chart name points to the table', () => {
  setLanguage('en');
  assert.equal(chartName('Line chart', ['One.']), 'Line chart: One. Full figures in table.');
});
