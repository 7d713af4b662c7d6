// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileList } from '../components/extract-files.js';
import { setLanguage, withTexts } from '../i18n/index.js';

await withTexts('extracts');
await setLanguage('zh');

test('the page takes files of moderate size itself, and says who takes larger ones', () => {
  const moderate = String(fileList({}, 200_000));
  assert.equal(moderate.match(/data-save/g)?.length, 8);
  assert.ok(!moderate.includes('浏览器直接存盘'));
  const large = String(fileList({}, 200_001));
  assert.equal(large.match(/data-save/g), null);
  assert.ok(large.includes('超过200,000行的文件和数据包由浏览器直接存盘'));
  assert.equal(large.match(/ href=/g)?.length, moderate.match(/ href=/g)?.length);
});
