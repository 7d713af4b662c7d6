// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { BEGINNING, between, firstNumber, stepAt, sum } from '../history.js';
import { setLanguage } from '../i18n/index.js';
import { changeSentence, effectWords } from '../change-sentence.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

const SUBJECT = { name: '办公室', metric: '廉政谈话', unit: '人次', decimals: 0, basis: '', period: '2022-Q3' };

/** @param {Partial<import('../types.js').Contribution>} parts @returns {import('../types.js').Contribution} */
const step = parts => ({ kind: 'new_report', at: '2022-10-01T00:00:00Z', imports: 1, reports: [], actor: 'a', reason: null, before: null, after: null,
  share: { lower: null, upper: null }, effects: ['state'], figures: [], more_figures: 0, ...parts });

const least60 = s.point({ state: 'at_least', value: 60, lower: 60, value_text: '至少60' });
const HISTORY = [
  step({ after: s.notReported, effects: ['state', 'coverage'], kind: 'organisation' }),
  step({ at: '2022-10-02T00:00:00Z', before: s.notReported, after: least60, effects: ['gained', 'state', 'coverage'] }),
  step({ at: '2022-10-03T00:00:00Z', kind: 'correction', reason: '补录', before: least60, after: s.exact(72), share: { lower: 12, upper: null },
    effects: ['closed', 'moved', 'state'] }),
  step({ at: '2022-10-04T00:00:00Z', before: s.exact(72), after: s.exact(75), share: { lower: 3, upper: 3 }, effects: ['moved'] }),
];
const ANSWER = /** @type {import('../types.js').ChangesAnswer} */ ({ metric: 'talks', department: 'D1', category: null, period: '2022-Q3', basis: 'in_period',
  unit: '人次', since: null, as_of: null, from: null, to: s.exact(75), difference: { lower: null, upper: null }, contributions: HISTORY });

test('the story begins where the value first had a number', () => {
  assert.equal(firstNumber(ANSWER), 1);
  assert.equal(firstNumber({ ...ANSWER, contributions: HISTORY.slice(0, 1) }), 0);
});

test('a moment is the last step at or before it', () => {
  assert.equal(stepAt(ANSWER, '2022-10-03T08:00:00+08:00'), 2);
  assert.equal(stepAt(ANSWER, '2022-09-30T00:00:00Z'), BEGINNING);
});

test('the shares between two moments add up, bound by bound', () => {
  const change = between(ANSWER, 1, 3);
  assert.deepEqual([change.from, change.to, change.contributions.length], [least60, s.exact(75), 2]);
  assert.deepEqual(sum(change), { lower: 15, upper: null });
  assert.deepEqual(between(ANSWER, 3, 1), change);
  assert.equal(between(ANSWER, BEGINNING, 0).from, null);
});

test('the sentence tells from what to what, and each share with its reason', async () => {
  assert.equal(changeSentence(SUBJECT, between(ANSWER, 1, 3)),
    '2022年第3季度办公室廉政谈话由至少60人次变为75人次：更正 下限+12，上限从无到有（理由：补录）；新报告 +3。');
  assert.equal(changeSentence(SUBJECT, between(ANSWER, BEGINNING, 1)),
    '2022年第3季度办公室廉政谈话由尚无此部门变为至少60人次：部门表 由尚无此部门变为未报送；新报告 有了数字。');
  assert.equal(changeSentence(SUBJECT, between(ANSWER, 3, 3)), '2022年第3季度办公室廉政谈话一直是75人次。');
  await setLanguage('en');
  assert.equal(changeSentence({ ...SUBJECT, name: 'Office', metric: 'Talks' }, between(ANSWER, 1, 3)),
    '2022 Q3, Office, Talks: from at least 60 person-times to 75 person-times: Correction lower bound +12, now has an upper bound (reason: 补录); New report +3.');
});

test('what is no number is told in words', () => {
  const words = (/** @type {Partial<import('../types.js').Contribution>} */ parts) => effectWords(step(parts), 0);
  assert.equal(words({ before: s.exact(12), after: s.withheld, effects: ['lost', 'state'] }), '不再有数字，变为未公开');
  assert.equal(words({ before: s.withheld, after: s.exact(12), effects: ['gained', 'state'] }), '有了数字');
  assert.equal(words({ before: s.partOf9, after: s.point({ ...s.partOf9, lower: 103, coverage: { reported: 6, expected: 9 } }), share: { lower: -2, upper: null },
    effects: ['moved', 'coverage'] }), '下限−2，上报由7/9变为6/9');
  assert.equal(words({ before: s.exact(50), after: s.conflict, share: { lower: 0, upper: 0 }, effects: ['conflict'] }), '出现对不上的数');
  assert.equal(words({ before: s.exact(5), after: s.exact(5, { revision: 2 }), share: { lower: 0, upper: 0 }, effects: ['evidence'] }), '数不变，依据变了');
});

test('every kind of step has its words', async () => {
  const contract = readFileSync(new URL('../../schema/openapi.yaml', import.meta.url), 'utf8');
  const kinds = (/enum: \[(new_report[^\]]+)\]/.exec(contract)?.[1] ?? '').split(', ');
  assert.ok(kinds.length > 5);
  for (const language of /** @type {const} */ (['zh', 'en'])) {
    await setLanguage(language);
    for (const kind of kinds) {
      const sentence = changeSentence(SUBJECT, { from: s.exact(1), to: s.exact(2), contributions: [step({ kind: /** @type {any} */ (kind) })] });
      assert.doesNotMatch(sentence, /why\./, kind);
    }
  }
});
