// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { figureCitation, pointCitation } from '../citation.js';
import { explanation, figureCard, pointCard } from '../components/figure-card.js';
import { setLanguage } from '../i18n/index.js';
import * as s from './samples.js';

afterEach(() => setLanguage('zh'));

/** @type {any} */ (globalThis).location = { origin: 'http://host' };
const catalog = /** @type {any} */ ({ as_of: '2026-11-20T01:00:00Z', departments: [{ code: 'D1', name: { zh: '办公室', en: 'Office' } }], classifications: [],
  metrics: [{ code: 'talks', name: { zh: '廉政谈话', en: 'Integrity talks' }, decimals: 0 }] });
/** @param {string} [at] @returns {any} */
const ctx = (at = '') => ({ state: { at }, catalog, link: (/** @type {string} */ p) => p, href: (/** @type {any} */ patch) => `/trends?at=${patch.at}` });
const figure = /** @type {any} */ ({ id: 'F000123', department: 'D1', metric: 'talks', category: null, period: '2022-Q1', basis: 'in_period', state: 'at_least', value: 60, lower: 61, upper: 69,
  value_text: '60余', unit: '人次', revision: 2, report: { id: 'R0007', name: '报告.txt', sha256: '0123456789abcdef0123456789abcdef' },
  place: { kind: 'passage', quote: '廉政谈话60余人次' }, revisions: [{ recorded_at: '2026-01-01T00:00:00Z' }] });
const question = { metric: 'talks', department: 'D1', category: null, period: '2022-Q1', basis: /** @type {const} */ ('in_period') };

test('a citation has department, period, metric, the value as printed, report, digest, vintage and a link that stays', () => {
  const text = figureCitation(figure, ctx());
  for (const part of ['办公室，2022年第1季度，廉政谈话（当期数）：60余人次（61–69）。', '原文“廉政谈话60余人次”，见《报告.txt》（R0007，SHA-256 0123456789abcdef…）', '数字F000123 r2', '数据截至2026年11月',
    'http://host/trends?at=2026-11-20T01:00:00Z#fig=F000123']) assert.ok(text.includes(part), `${part} in ${text}`);
});

test('on a page of an earlier moment the citation is of that moment', () => {
  assert.match(figureCitation(figure, ctx('2025-05-05T00:00:00Z')), /at=2025-05-05T00:00:00Z#fig=/);
});

test('a revision that came after the catalogue was read is not before the cited moment', () => {
  assert.match(figureCitation({ ...figure, revisions: [{ recorded_at: '2026-11-21T00:00:00Z' }] }, ctx()), /at=2026-11-21T00:00:00Z#/);
});

test('a number that rests on others names them', async () => {
  const named = { point: { ...s.partOf9, figures: Array.from({ length: 12 }, (_, i) => `F${i}`) }, title: '', unit: '人次', decimals: 0, question };
  const text = pointCitation(named, '0.2022-Q1', ctx());
  assert.match(text, /至少105人次，9个部分中7个有数字。只有部分，为下限，依据F0、F1、.*F7等12个数字。/);
  assert.match(text, /#pt=0\.2022-Q1$/);
  await setLanguage('en');
  assert.match(pointCitation(named, '0.2022-Q1', ctx()), /^Office, 2022 Q1, Integrity talks \(in period\): at least 105/);
});

test('a withheld number is cited in the words of its state', () => {
  assert.match(pointCitation({ point: s.withheld, title: '', unit: '人次', decimals: 0, question }, 'x', ctx()), /：未公开。/);
});

test('the parts of a number stand before its other facts, each the way to its words', () => {
  const named = { point: { ...s.partOf9, figures: ['F000123'] }, title: '', unit: '人次', decimals: 0, question };
  const text = String(pointCard(named, [figure], '0.2022-Q1', ctx()));
  assert.ok(text.indexOf('href="#fig=F000123"') < text.indexOf('<dl>'));
  assert.ok(text.indexOf('<dl>') > 0);
});

test('what follows from other numbers does not claim to stand in a report', () => {
  assert.deepEqual([s.exact(1), s.exact(1, { method: 'summed' }), s.exact(1, { method: 'derived' }), s.partOf9, s.withheld, s.notReported].map(explanation),
    ['explain.exact', 'explain.summed', 'explain.derived', 'explain.partial', 'explain.withheld', 'explain.not_reported']);
});

test('many parts are folded after the first, and none is left out', () => {
  const named = { point: { ...s.partOf9, figures: ['F000123'] }, title: '', unit: '人次', decimals: 0, question };
  const text = String(pointCard(named, Array.from({ length: 24 }, () => figure), 'x', ctx()));
  assert.equal(text.match(/href="#fig=F000123"/g)?.length, 24);
  assert.equal(text.slice(0, text.indexOf('<details')).match(/href="#fig=F000123"/g)?.length, 8);
});

test('a figure without a number says that it is not zero', () => {
  const text = String(figureCard({ ...figure, state: 'withheld', value: null, lower: null, upper: null, value_text: '*', scope: 'own', review: 'confirmed', note: null, from: null, form_place: null,
    place: { kind: 'passage', before: '', quote: '*', after: '' }, revisions: [] }, ctx()));
  assert.match(text, /它不是零/);
});
