// @ts-check
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { setLanguage } from '../i18n/index.js';
import { wrongForm, wrongNote } from '../components/wrong.js';

afterEach(() => setLanguage('zh'));

test('the note says which number, what is wrong with it, who says so and when', async () => {
  assert.equal(wrongNote('办公室，2022年，廉政谈话：60余人次。F000123 r1', '应为66', '王', '2026-11-21'),
    '报错：应为66\n所指的数：办公室，2022年，廉政谈话：60余人次。F000123 r1\n发现人：王，2026年11月21日');
  await setLanguage('en');
  assert.match(wrongNote('F000123', 'should be 66', '', '2026-11-21'), /^Error: should be 66\nThe number: F000123\nFound by: unsigned, 21 November 2026$/);
});

test('the form says that nothing is sent by itself and leads to the way of correcting', () => {
  const text = String(wrongForm('引用“60余”', /** @type {any} */ ({ link: (/** @type {string} */ path) => `${path}?lang=en` })));
  assert.match(text, /本系统不发邮件/);
  assert.match(text, /href="\/reports\?lang=en"/);
  assert.match(text, /data-citation="引用“60余”"/);
});
