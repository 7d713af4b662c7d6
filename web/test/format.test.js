// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import * as format from '../format.js';
import { setLanguage } from '../i18n/index.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

test('each state has its own sign', () => {
  const signs = s.EVERY_STATE.map(([, point]) => format.glyph(point));
  assert.deepEqual(signs, ['●', '0', '≥', '≤', '≈', '↔', '＊', '[c]', '—', '▨', '·', '┄', '！']);
  assert.equal(new Set(signs).size, s.EVERY_STATE.length);
});

test('each state has its own words in both languages', async () => {
  for (const language of /** @type {const} */ (['zh', 'en'])) {
    await setLanguage(language);
    assert.equal(new Set(s.EVERY_STATE.map(([state]) => format.stateName(state))).size, s.EVERY_STATE.length);
  }
});

test('a title says the unit once', async () => {
  const of = (/** @type {string} */ metric, /** @type {string} */ unit) => Object.values(format.measured({ metric, unit, basis: 'b' }));
  await setLanguage('en');
  assert.deepEqual(of('Integrity talks (person-times)', '人次'), ['Integrity talks', 'person-times', 'b']);
  assert.deepEqual(of('Violations of the eight-point rules (own unit)', '起'), ['Violations of the eight-point rules (own unit)', 'incidents', 'b']);
  await setLanguage('zh');
  assert.deepEqual(of('廉政谈话（人次）', '人次'), ['廉政谈话', '人次', 'b']);
});

test('nothing missing is ever written as a number', () => {
  for (const point of [s.withheld, s.suppressed, s.notMentioned, s.notReported, s.notApplicable, s.notDue, s.conflict]) {
    assert.equal(format.hasNumber(point), false);
    assert.doesNotMatch(format.cellText(point), /\d/);
    assert.doesNotMatch(format.spoken(point, '人次'), /\d/);
  }
});

test('a stated zero is a number and says so', () => {
  assert.equal(format.hasNumber(s.zero), true);
  assert.equal(format.cellText(s.zero), '0（明确）');
});

test('60余 keeps its wording and its bound', () => {
  assert.equal(format.cellText(s.over60), '60余人次 · ≥61');
  assert.equal(format.bounds(s.over60), '61–69');
  assert.equal(format.spoken(s.over60, '人次'), '至少61人次，原文“60余人次”');
});

test('bounds are written as bounds', () => {
  assert.deepEqual([s.upTo9, s.about35, s.range3to5, s.partOf9].map(p => format.symbolic(p)), ['≤9', '≈35', '3–5', '≥105']);
});

test('notes tell revision, derivation, coverage and review', () => {
  assert.deepEqual(format.notes(s.exact(31, { revision: 2, method: 'derived', review: 'unconfirmed' })), ['r2', 'd', '◌']);
  assert.deepEqual(format.notes(s.partOf9), ['◔7/9']);
});

test('a sum that rests on a contested number is a number with a mark', () => {
  const total = { ...s.conflict, method: /** @type {const} */ ('summed') };
  assert.equal(format.hasNumber(total), true);
  assert.deepEqual(format.notes(total), ['！']);
  assert.equal(format.spoken(total, '人次'), '50人次，所依据的数字有待裁定，按另一说为61–64');
});

test('a number on less than half of its parts is told but not drawn', () => {
  assert.equal(format.isDrawn(s.partOf9), true);
  assert.equal(format.isDrawn({ ...s.partOf9, coverage: { reported: 4, expected: 9 } }), false);
});

test('an unconfirmed number has a hollow sign', () => assert.equal(format.glyph(s.exact(3, { review: 'unconfirmed' })), '◌'));

test('Chinese groups digits from five on, English from four', async () => {
  assert.deepEqual([format.number(1234), format.number(12345)], ['1234', '12,345']);
  await setLanguage('en');
  assert.equal(format.number(1234), '1,234');
});

test('numbers and dates read as the platform writes them', async () => {
  const values = [0, 7, 999, 1000, 1234, 9999, 10000, 99999, 123456, 1234567, 12345678901].flatMap(n => [n, -n]);
  for (const [name, numbers, dates] of /** @type {const} */ ([['zh', 'zh-CN', 'zh-CN'], ['en', 'en', 'en-GB']])) {
    await setLanguage(name);
    for (const decimals of [0, 1, 2]) {
      const platform = new Intl.NumberFormat(numbers, /** @type {any} */ ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: name === 'zh' ? 'min2' : 'always', signDisplay: 'negative' }));
      for (const value of values) assert.equal(format.number(value, decimals), platform.format(value / 10 ** decimals).replace('-', '−'));
    }
    for (const value of [0, 0.2, 0.25, 2.5, 1000, 25000]) assert.equal(format.axisNumber(value), new Intl.NumberFormat(numbers).format(value));
    const share = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    for (const value of [0, 0.04, -0.04, 3, -3, 12.25, -12.25, 1234.5]) assert.equal(format.percent(value), `${share.format(value).replace('-', '−')}%`.replace(name === 'zh' ? ',' : /$^/, ''));
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-09`;
      assert.equal(format.dateName(day), new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)));
      const instant = new Date(2026, month - 1, 30 + (month === 2 ? -2 : 0), month, 5);
      assert.equal(format.instantName(instant.toISOString()), new Intl.DateTimeFormat(dates, { dateStyle: 'long', timeStyle: 'short' }).format(instant));
    }
  }
});

test('decimals are those of the metric', () => assert.equal(format.number(12345, 2), '123.45'));

test('only axes shorten to 万', () => {
  assert.equal(format.axisNumber(125000), '12.5万');
  assert.equal(format.number(125000), '125,000');
});

test('differences are signed intervals', () => {
  assert.equal(format.difference({ lower: 6, upper: 6 }), '+6');
  assert.equal(format.difference({ lower: 5, upper: null }), '至少+5');
  assert.equal(format.difference({ lower: -3, upper: 2 }), '−3至+2');
  assert.equal(format.percent(-4), '−4.0%');
});

test('periods have their names in both languages', async () => {
  assert.deepEqual(['2022', '2022-H1', '2022-Q3', '2022-07'].map(format.periodName), ['2022年', '2022年上半年', '2022年第3季度', '2022年7月']);
  await setLanguage('en');
  assert.deepEqual(['2022', '2022-H1', '2022-Q3'].map(format.periodName), ['2022', '2022 H1', '2022 Q3']);
});

test('the wording of a part is not the wording of the whole', () => {
  assert.equal(format.cellText({ ...s.partOf9, value_text: '21' }), '≥105');
});
