// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { html } from '../html.js';
import { en } from '../i18n/en.js';
import { zh } from '../i18n/zh.js';
import { pieces } from '../pages/report.js';

const root = new URL('../', import.meta.url);

/** @param {URL} folder @returns {URL[]} */
const scripts = folder => readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? scripts(new URL(`${entry.name}/`, folder)) : entry.name.endsWith('.js') ? [new URL(entry.name, folder)] : []);

test('both languages have the same keys', () => assert.deepEqual(Object.keys(zh), Object.keys(en)));

test('both languages use the same parameters', () => {
  for (const key of /** @type {(keyof typeof zh)[]} */ (Object.keys(zh))) {
    const parameters = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    assert.deepEqual(parameters(zh[key]), parameters(en[key]), key);
  }
});

test('no text judges departments or claims a probability', () => {
  for (const text of Object.values(zh)) assert.doesNotMatch(text, /排名|先进|落后|红黄绿|达标率|置信度/);
});

test('texts of the interface stand in i18n only', () => {
  for (const file of scripts(root)) {
    if (/\/(i18n|test)\//.test(file.pathname)) continue;
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    assert.doesNotMatch(code.replace(/万|＊|！/g, ''), /[\u4e00-\u9fff]/, file.pathname);
  }
});

test('every text that the code names exists', () => {
  for (const file of scripts(root)) {
    for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)) assert.ok(key in zh, `${key} in ${file.pathname}`);
  }
});

test('templates escape what they are given', () => {
  assert.equal(String(html`<p>${'<b>'}${[html`<i>${'"'}</i>`]}${null}</p>`), '<p>&lt;b&gt;<i>&quot;</i></p>');
});

test('marks of a report count code points and may overlap', () => {
  const lines = pieces('𠮷字学习6次\n后文', [{ start: 2, end: 6, figure: 'F1' }, { start: 4, end: 6, figure: 'F2' }]);
  assert.deepEqual(lines.map(l => l.map(p => [p.text, p.figures.join()])),
    [[['𠮷字', ''], ['学习', 'F1'], ['6次', 'F1,F2']], [['后文', '']]]);
});
