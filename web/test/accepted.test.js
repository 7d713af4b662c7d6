// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { acceptedInChinese } from '../i18n/accepted.js';

const FIXTURES = new URL('../../src/test/resources/', import.meta.url);

/** All that the import tests have seen the server accept. */
const seen = () => [...new Set(readdirSync(FIXTURES, { recursive: true }).map(String).filter(name => name.endsWith('.txt'))
  .flatMap(name => readFileSync(new URL(name, FIXTURES), 'utf8').split('\n')).flatMap(line => /; accepted: (.+)$/.exec(line)?.[1] ?? []))];

test('what would be accepted is said in Chinese, whatever the server said', () => {
  assert.ok(seen().length > 50, 'texts found');
  const english = seen().filter(text => /[a-z]{2,} (?!\d)[a-z]{2,}/.test(acceptedInChinese(text)));
  assert.deepEqual(english, []);
});

test('codes, dates and wordings stay as they are', () => {
  assert.equal(acceptedInChinese('18, 60余, 62万, 3—5, *, 无, — …'), '18, 60余, 62万, 3—5, *, 无, — …');
  assert.equal(acceptedInChinese('a period before 2022-07-01, or the department D3 (merged 2022-07-01)'), '2022-07-01之前的期间，或2022-07-01后的部门D3');
  assert.equal(acceptedInChinese("'18' as recorded (R0003 q1.csv:2:4), or mode correct with a reason"), '已有的“18”（R0003 q1.csv:2:4），或用“更正”方式并写理由');
  assert.equal(acceptedInChinese("'13' as recorded (F006310, 2024.csv, line 136, column 5), or mode correct with a reason"), '已有的“13”（F006310, 2024.csv第136行第5列），或用“更正”方式并写理由');
  assert.equal(acceptedInChinese('talk_integrity_persontimes'), 'talk_integrity_persontimes');
});
