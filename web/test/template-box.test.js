// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formPeriods, nextPeriod } from '../components/template-box.js';

test('a form may be had for every period reported and the next two, newest first', () => {
  assert.deepEqual(formPeriods(['2022-Q3', '2022-Q1', '2022'], 2026), ['2023-Q1', '2022-Q4', '2022-Q3', '2022-Q2', '2022-Q1', '2024', '2023', '2022']);
});

test('in an empty ledger a form may be had for the quarters of this year', () => {
  assert.deepEqual(formPeriods([], 2026), ['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1']);
  assert.equal(nextPeriod([], formPeriods([], 2026)), '2026-Q4');
});

test('the period offered first follows the newest one of the usual length', () => {
  const periods = ['2022-Q3', '2022-Q4', '2022'];
  assert.equal(nextPeriod(periods, formPeriods(periods, 2026)), '2023-Q1');
});
