// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEPARTMENT_ACTS, addLine, correctStep, metricAct, withdrawStep } from '../admin/acts.js';
import { calendarList, calendarSentence, come, duesByYear } from '../admin/calendar.js';
import { departmentsSentence, stepId, tree } from '../admin/departments.js';
import { logQuestion } from '../admin/log.js';
import { matching } from '../admin/metrics.js';
import { effectSentence } from '../admin/told.js';
import { setLanguage } from '../i18n/index.js';
import { withoutPlace } from '../i18n/place.js';

await setLanguage('zh');

const catalog = /** @type {any} */ ({ metrics: [], departments: [
  { code: 'B', name: { zh: '某局', en: 'Bureau' }, parent: null }, { code: 'D1', name: { zh: '办公室', en: 'Office' }, parent: 'B' }] });
const office = /** @type {any} */ ({ code: 'D1', name: { zh: '办公室', en: 'Office' }, placed: 'B', parent: 'B', opened: null, closed: null, additive: true });
const step = /** @type {any} */ ({ date: '2025-01-01', kind: 'moved', from: 'D1', to: 'B', weight: null });
/** @param {Record<string, any>} values @param {Record<string, string[]>} [lists] */
const said = (values, lists = {}) => /** @type {any} */ ({ ...values, list: (/** @type {string} */ name) => lists[name] ?? [] });

test('a renaming is one step that brings the new name along', () => {
  assert.deepEqual(DEPARTMENT_ACTS.rename(catalog, office).body(said({ date: '2026-01-01', newCode: 'D9', name_zh: '综合处', name_en: '' })), {
    mode: 'add', reorganisations: [{ date: '2026-01-01', kind: 'renamed', from: 'D1', to: 'D9', name_zh: '综合处', name_en: '' }] });
});

test('a split names its parts with their shares, the new ones by name, and may end the department', () => {
  const values = { date: '2026-01-01', part0: 'B', weight0: '0.4', part1: 'D8', partName1: '信息处', weight1: '0.6', closes: 'yes' };
  const body = /** @type {any} */ (DEPARTMENT_ACTS.split(catalog, office).body(said(values)));
  assert.equal(body.mode, 'correct');
  assert.deepEqual(body.reorganisations.map((/** @type {any} */ r) => [r.to, r.weight, r.name_zh, r.closed]), [['B', '0.4', undefined, '2026-01-01'], ['D8', '0.6', '信息处', undefined]]);
});

test('a merger into a new department names it once', () => {
  const values = { date: '2026-01-01', into: '', newCode: 'D9', name_zh: '综合处', name_en: '', parent: 'B' };
  const body = /** @type {any} */ (DEPARTMENT_ACTS.merge(catalog, office).body(said(values, { from: ['D1', 'D2'] })));
  assert.deepEqual(body.reorganisations.map((/** @type {any} */ r) => [r.from, r.to, r.name_zh, r.parent]), [['D1', 'D9', '综合处', 'B'], ['D2', 'D9', undefined, undefined]]);
});

test('several departments go into one', () => {
  const body = /** @type {any} */ (DEPARTMENT_ACTS.merge(catalog, office).body(said({ date: '2026-01-01', into: 'B' }, { from: ['D1', 'D2'] })));
  assert.equal(body.departments, undefined);
  assert.deepEqual(body.reorganisations.map((/** @type {any} */ r) => r.from), ['D1', 'D2']);
});

test('a step is taken back as it stands, and replaced by another in one act', () => {
  assert.deepEqual(withdrawStep(catalog, step).body(said({})), { mode: 'withdraw', reorganisations: [{ date: '2025-01-01', kind: 'moved', from: 'D1', to: 'B' }] });
  const now = { date: '2025-02-01', stepKind: 'moved', stepFrom: 'D1', stepTo: 'B', weight: '' };
  const moved = /** @type {any} */ (correctStep(catalog, step).body(said(now)));
  assert.deepEqual(moved.reorganisations.map((/** @type {any} */ r) => [r.date, r.withdrawn]), [['2025-01-01', 'yes'], ['2025-02-01', undefined]]);
  const sameDay = /** @type {any} */ (correctStep(catalog, step).body(said({ ...now, date: '2025-01-01', stepKind: 'split', weight: '0.5' })));
  assert.equal(sameDay.reorganisations.length, 1, 'what stands between the same two on the same day is replaced by itself');
});

test('aliases and days come one a line', () => {
  const metric = /** @type {any} */ ({ code: 'talks', name: { zh: '谈话', en: 'Talks' }, unit: '次', kind: 'flow', bases: ['in_period'], direction: 'neutral', locked: true, aliases: ['约谈'], changed: [] });
  const body = /** @type {any} */ (metricAct(metric).body(said({ name_zh: '谈话', name_en: 'Talks', aliases: ' 约谈 \n\n集体约谈', changed: '2023-01-01\n' })));
  assert.deepEqual(body.metrics[0], { metric: 'talks', name_zh: '谈话', name_en: 'Talks', direction: 'neutral', aliases: '约谈；集体约谈', changed: '2023-01-01' });
});

test('each department that is asked for a report has a line', () => {
  const body = /** @type {any} */ (addLine(catalog).body(said({ period: '2026-Q4', metric: '', due: '2027-01-15' }, { departments: ['B', 'D1'] })));
  assert.deepEqual(body.calendar.map((/** @type {any} */ l) => l.department), ['B', 'D1']);
});

test('the tree shows who existed, below whom they stood then', () => {
  const at = (/** @type {string} */ code, /** @type {string | null} */ parent, exists = true) => /** @type {any} */ ({ code, parent, exists });
  assert.deepEqual(tree([at('B', null), at('D2', 'D1'), at('D1', 'B'), at('X', 'B', false), at('Y', 'X')]).map(e => [e.department.code, e.depth]),
    [['B', 0], ['D1', 1], ['D2', 2], ['Y', 0]]);
  assert.equal(stepId(step), '2025-01-01,moved,D1,B');
});

test('sentences count what the answer holds', async () => {
  const answer = /** @type {any} */ ({ day: '2026-01-01', departments: [{ exists: true }, { exists: false }], reorganisations: [{ withdrawn: null }, { withdrawn: {} }] });
  assert.equal(departmentsSentence(answer), '2026年1月1日有1个部门，历来共2个；登记了1次机构调整，另有1次已撤回。');
  assert.equal(calendarSentence(/** @type {any} */ ({ count: 3, lines: [{ due: '2026-01-01', came: null }, { due: '2026-03-01', came: null }, { due: '2026-01-01', came: '2026-01-01' }] }), '2026-02-01'),
    '日历上有3项报送要求；这里列出的，1项未到期，1项逾期未报。');
  assert.equal(effectSentence({ charts: 3, figures: 41, breaks: 2, listed: [] }), '影响：3张图、41个数字、2个断点。');
  assert.equal(effectSentence({ charts: 0, figures: 0, breaks: 0, listed: [] }), '图上的数字和断点都不变。');
  await setLanguage('en');
  assert.equal(effectSentence({ charts: 3, figures: 41, breaks: 2, listed: [] }), 'Effect: 3 charts, 41 figures, 2 breaks.');
  await setLanguage('zh');
});

test('metrics are found by name, code and alias; the log by its filters', () => {
  const metrics = /** @type {any} */ ([{ code: 'talks', name: { zh: '谈话', en: 'Talks' }, aliases: ['约谈'] }, { code: 'cases', name: { zh: '案件', en: 'Cases' }, aliases: [] }]);
  for (const words of ['TALK', '谈话', '约谈']) assert.deepEqual(matching(metrics, words).map(m => m.code), ['talks']);
  assert.deepEqual(logQuestion({ a: 'metrics', by: '王', mode: '', q: '', f: '2026-01-01', t: '' }), { act: 'metrics', mode: '', actor: '王', q: '', from: '2026-01-01', until: '' });
});

const due = (/** @type {string} */ day, /** @type {string} */ department, /** @type {string | null} */ came = null, metric = null) => /** @type {any} */ (
  { due: day, period: '2026-Q3', department, metric, came, recorded: { number: 1, at: '2026-01-01T00:00:00Z', actor: '王', mode: 'add', reason: null } });

test('a long calendar is gathered by year and day, the newest year first and its days in order', () => {
  const lines = [due('2027-01-31', 'D1'), due('2026-10-31', 'D1'), due('2026-04-30', 'D1', '2026-04-29'), due('2026-10-31', 'B', '2026-10-30'), due('2026-10-31', 'B', null, /** @type {any} */ ('m'))];
  assert.deepEqual(duesByYear(lines).map(y => [y.year, y.dues.map(d => [d.due, d.metric, d.lines.length])]),
    [['2027', [['2027-01-31', null, 1]]], ['2026', [['2026-04-30', null, 1], ['2026-10-31', null, 2], ['2026-10-31', 'm', 1]]]]);
  assert.equal(come(lines), '5项，已报2项，还差3项');
  assert.equal(come([lines[2]]), '1项，都已报');
});

test('on screen a long calendar is folded, a short one is a table; the sheet for the wall ticks who has sent and names who has not', () => {
  const ctx = /** @type {any} */ ({ catalog, state: { o: '', p: '' }, href: () => '#' });
  const short = [due('2026-10-31', 'D1', '2026-10-30'), due('2026-10-31', 'B')];
  const shown = (/** @type {any[]} */ lines) => String(calendarList(/** @type {any} */ ({ count: lines.length, lines }), ctx, true));
  assert.doesNotMatch(shown(short), /calendar-year/);
  assert.match(shown(short), /✓<\/span> 办公室.*□ 某局/s);
  const long = Array.from({ length: 30 }, (_, i) => due(`202${i % 3 + 5}-10-31`, 'D1', '2026-10-30'));
  assert.equal(shown(long).match(/calendar-year/g)?.length, 3);
  assert.equal(shown(long).match(/<details class="each calendar-year" open>/g)?.length, 1);
  assert.match(shown(long), /10个部门都已报/);
});

test('what is told of a form has no lines and columns', () => {
  assert.equal(withoutPlace('第2行第2列：原名留作别名。'), '原名留作别名。');
  assert.equal(withoutPlace('line 2, column 2: the former name stays'), 'the former name stays');
  assert.equal(withoutPlace('自第2行起'), '自第2行起');
});
