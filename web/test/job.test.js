// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { jobsList } from '../admin/jobs.js';
import { progress } from '../components/progress.js';
import { setLanguage } from '../i18n/index.js';
import { hasStored, jobWord } from '../job.js';

await setLanguage('zh');
afterEach(() => setLanguage('zh'));

const ctx = /** @type {any} */ ({ catalog: { departments: [], metrics: [] }, state: {}, link: (/** @type {string} */ path) => path });
const receipt = (/** @type {string} */ file, /** @type {string} */ outcome) => /** @type {any} */ ({ file, outcome, kind: null, encoding: null, earlier: null, report: null, proposed: 0, findings: [], marked_copy: null,
  counts: { new: 0, changed: 0, same: 0, refused: 0 }, questions: [], answers: [], doubts: { count: 0, looked: 0, brought: 0, questions: [] }, preview: null });
/** @param {object} more @returns {any} */
const job = more => ({ id: 'a', status: 'running', dry_run: false, stages: [], receipts: [], error: null, problem: null, preview: null, ...more });
const words = (/** @type {any} */ html) => String(html).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('where one file of several is refused it is told how many were taken', async () => {
  const files = [{ outcome: 'accepted' }, { outcome: 'refused' }, { outcome: 'already_imported' }];
  assert.equal(jobWord('refused', false, files), '3个文件中接受了2个');
  assert.equal(jobWord('refused', true, [{ outcome: 'would_accept' }, { outcome: 'refused' }]), '2个文件中1个可以接受');
  assert.equal(jobWord('refused', false, [{ outcome: 'refused' }]), '未接受');
  assert.equal(jobWord('running', false, [{ outcome: null }]), '进行中');
  assert.equal(jobWord('done', false, [{ outcome: 'accepted' }]), '完成');
  assert.equal(jobWord('cancelled', false, [{ outcome: 'accepted' }, { outcome: 'cancelled' }]), '已停止，2个文件中接受了1个');
  assert.equal(jobWord('cancelled', false, [{ outcome: 'cancelled' }]), '已停止');
  await setLanguage('en');
  assert.equal(jobWord('refused', false, files), '2 of 3 files accepted');
});

test('an import that stored one of its files went through all stages, and the list of reports has news', () => {
  const partly = job({ status: 'refused', stages: [{ name: 'received', done: 2, total: 2 }], receipts: [receipt('a.csv', 'accepted'), receipt('b.csv', 'refused')] });
  assert.equal(String(progress(partly, ctx, true)).match(/class="past"/g)?.length, 5);
  assert.equal(hasStored(partly), true);
  const none = job({ status: 'refused', receipts: [receipt('b.csv', 'refused')] });
  assert.equal(String(progress(none, ctx, true)).match(/class="past"/g)?.length, 3);
  assert.equal(hasStored(none), false);
  assert.equal(hasStored(job({ ...partly, dry_run: true })), false);
});

test('what was stopped is told by its files, not by counts of what is not there', () => {
  const stopped = job({ status: 'cancelled', stages: [{ name: 'record', done: 172802, total: null }], receipts: [receipt('a.csv', 'cancelled')] });
  assert.doesNotMatch(String(progress(stopped, ctx, true)), /172,802|class="stages"/);
});

test('stages count files at both ends and rows in between', () => {
  const stages = [{ name: 'received', done: 4, total: 4 }, { name: 'read', done: 22000, total: null }, { name: 'check', done: 22000, total: 22000 }, { name: 'consolidate', done: 2, total: null }];
  assert.match(words(progress(job({ stages }), ctx, true)), /接收 4\/4份 读取 22,000项 核对 22,000项 入库 汇总 2\/4份/);
});

test('a job under way names its files', () => {
  const listed = { id: 'a', status: 'running', dry_run: false, mode: 'add', actor: '王', reason: null, submitted_at: '2026-01-01T00:00:00Z', error: null, files: [{ file: 'big.csv', outcome: null, report: null }] };
  assert.match(words(jobsList({ imports: [listed] }, ctx)), /进行中 新增 big\.csv —/);
});

test('of what was not recorded nothing is counted, and a file that found no room has no cells to mark', () => {
  const stages = [{ name: 'received', done: 1, total: 1 }, { name: 'record', done: 4, total: 4 }];
  assert.doesNotMatch(words(progress(job({ status: 'refused', stages, receipts: [receipt('a.csv', 'refused')] }), ctx, true)), /4项/);
  const copy = (/** @type {string} */ outcome) => String(progress(job({ status: 'failed', receipts: [{ ...receipt('a.csv', outcome), marked_copy: '/copy?file=1' }] }), ctx, true)).includes('class="marked-copy"');
  assert.equal(copy('refused'), true);
  assert.equal(copy('not_stored'), false);
});
