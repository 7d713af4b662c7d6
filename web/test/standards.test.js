// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highestStandard, standardItems, standardNote, standardsOf } from '../charts/standards.js';
import { trendItems } from '../charts/trend.js';
import { byYear } from '../charts/years.js';
import { standardNotes } from '../components/standard-notes.js';
import { setLanguage } from '../i18n/index.js';
import { exact, quarters, THEME } from './samples.js';

await setLanguage('zh');

const PERIODS = quarters(Array.from({ length: 8 }, () => exact(1))).map(p => p.period);
const PLACE = { at: (/** @type {number} */ n) => 200 - n, centre: (/** @type {number} */ i) => 20 + i * 40, band: 40 };

/** @param {number} i @param {number} least @param {import('../types.js').Attainment} attainment @param {string} source */
const asked = (i, least, attainment = 'met', source = '规定甲') => ({ period: PERIODS[i], at_least: least, source, attainment });

test('standards of periods that are not shown are not drawn', () => {
  assert.deepEqual(standardsOf([asked(1, 3), asked(6, 4, 'not_met')], PERIODS.slice(4)), [{ position: 2, least: 4, attainment: 'not_met' }]);
  assert.equal(highestStandard([{ standards: standardsOf([asked(1, 3), asked(6, 4)], PERIODS) }, {}]), 4);
});

test('what several departments are asked for is one tick, another number another', () => {
  const of = (/** @type {number[]} */ ...leasts) => ({ standards: standardsOf(leasts.map((least, i) => asked(i, least)), PERIODS) });
  assert.equal(standardItems([of(3, 3), of(3, 3)], PLACE, THEME).length, 2);
  assert.equal(standardItems([of(3, 3), of(3, 5)], PLACE, THEME).length, 3);
  assert.deepEqual(standardItems([of(3)], PLACE, THEME)[0].shapes[0].shape, { x1: 4, y1: 197, x2: 36, y2: 197 });
});

test('the scale reaches the standard, and the tooltip tells it', () => {
  const series = { name: '办公室', department: 'D1', points: quarters([exact(1), exact(2)]), standards: standardsOf([asked(1, 40, 'not_met')], PERIODS) };
  const { items, scale } = trendItems({ periods: PERIODS.slice(0, 2), series: [series], unit: '次', decimals: 0, stock: false, toDate: false, changes: [] }, { width: 900, theme: THEME });
  assert.ok(scale.max >= 40);
  assert.deepEqual(items.filter(i => i.kind === 'mark').map(i => /最低要求40次：未达到/.test(i.tip ?? '')), [false, true]);
  assert.equal(standardNote(series, 0, '次', 0), '');
});

test('among years to date only the newest has its standard, in its place', () => {
  const series = { name: '办公室', department: 'D1', points: quarters(Array.from({ length: 8 }, () => exact(1))), standards: standardsOf([asked(3, 4), asked(7, 5)], PERIODS) };
  const years = byYear({ periods: PERIODS, series: [series], unit: '次', decimals: 0, stock: false, toDate: false, changes: [] });
  assert.deepEqual(years.series.map(s => s.standards?.map(x => [x.position, x.least])), [[[3, 5]], []]);
});

test('the notes say what is asked, by which rule, and how often it was met', () => {
  const ctx = /** @type {any} */ ({ catalog: { departments: [{ code: 'D1', name: { zh: '办公室', en: 'Office' } }, { code: 'D2', name: { zh: '财务处', en: 'Finance' } }] } });
  const answer = (/** @type {import('../types.js').TargetBeside[][]} */ ...targets) => /** @type {any} */ ({ unit: '次', periods: PERIODS, series: targets.map((own, i) => ({ department: `D${i + 1}`, targets: own })) });
  const both = String(standardNotes(ctx, answer([asked(0, 3), asked(1, 3, 'not_met')], [asked(1, 3, 'cannot_be_judged')]), 0));
  assert.match(both, /2022年第1季度 – 2022年第2季度不少于3次（规定甲）。办公室：已达到1期，未达到1期；财务处：无法判断/);
  assert.equal(both.match(/<li>/g)?.length, 1);
  assert.equal(String(standardNotes(ctx, answer([asked(0, 3), asked(1, 4), asked(2, 3, 'met', '规定乙')]), 0)).match(/<li>/g)?.length, 3);
  assert.equal(String(standardNotes(ctx, answer([]), 0)), '');
});
