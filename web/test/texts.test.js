// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { html } from '../html.js';
import { setLanguage, t, withTexts } from '../i18n/index.js';
import { pieces } from '../pages/report.js';

const root = new URL('../', import.meta.url);

/** @param {URL} folder @returns {URL[]} */
const scripts = folder => readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? scripts(new URL(`${entry.name}/`, folder)) : entry.name.endsWith('.js') ? [new URL(entry.name, folder)] : []);

/** The texts of a language by part; '' are those of every page. @param {string} language @returns {Promise<Record<string, Record<string, string>>>} */
async function textsOf(language) {
  const names = readdirSync(new URL(`i18n/${language}/`, root)).map(name => name.replace('.js', ''));
  const read = async (/** @type {string} */ part) => [part, (await import(`../i18n/${language}${part && `/${part}`}.js`)).texts];
  return Object.fromEntries(await Promise.all(['', ...names].map(read)));
}

const PARTS = { zh: await textsOf('zh'), en: await textsOf('en') };
const zh = Object.assign({}, ...Object.values(PARTS.zh));
const en = Object.assign({}, ...Object.values(PARTS.en));

test('both languages have the same parts with the same keys', () => {
  const keys = (/** @type {Record<string, Record<string, string>>} */ parts) =>
    Object.fromEntries(Object.entries(parts).map(([part, texts]) => [part, Object.keys(texts)]));
  assert.deepEqual(keys(PARTS.en), keys(PARTS.zh));
});

test('a word goes with its number', async () => {
  await setLanguage('en');
  await withTexts('reports');
  assert.equal(t('review.sentence', { open: 1, reports: '1' }), '1 number in 1 report is unconfirmed. Until it is confirmed, no total counts it.');
  assert.equal(t('review.sentence', { open: 12, reports: 2 }), '12 numbers in 2 reports are unconfirmed. Until they are confirmed, no total counts them.');
  await setLanguage('zh');
});

test('no key stands in two parts', () =>
  assert.equal(Object.values(PARTS.zh).flatMap(part => Object.keys(part)).length, Object.keys(zh).length));

test('both languages use the same parameters', () => {
  for (const key of Object.keys(zh)) {
    const parameters = (/** @type {string} */ text) => [...new Set(text.match(/\{\w+/g) ?? [])].sort();
    assert.deepEqual(parameters(zh[key]), parameters(en[key]), key);
  }
});

/** A module and all it imports at once. @param {URL} file @param {Set<string>} [seen] */
function graph(file, seen = new Set()) {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  for (const [, to] of readFileSync(file, 'utf8').matchAll(/^import [^;]*?from '(\.[^']+)';/gm)) graph(new URL(to, file), seen);
  return seen;
}

test('the page names all modules of its frame, so that they come at once and not one after the other', () => {
  const named = [...readFileSync(new URL('index.html', root), 'utf8').matchAll(/(?:modulepreload" href|async src|module" src)="\/([^"]+)"/g)].map(([, file]) => file);
  assert.deepEqual(named.sort(), [...graph(new URL('main.js', root))].map(file => file.slice(root.href.length)).sort());
});

/** Where texts are asked for that a module alone does not fetch: pages, the evidence, the desk within its page. */
const BEGINNINGS = [...readdirSync(new URL('pages/', root)).filter(name => name.endsWith('.js')).map(name => [`pages/${name}`]), ['components/card-panel.js'], ['desk/desk.js', 'pages/report.js']];

test('each page fetches the texts that it speaks', () => {
  for (const files of BEGINNINGS) {
    const modules = [...new Set([...['main.js', ...files].flatMap(file => [...graph(new URL(file, root))])])];
    const codes = modules.map(file => readFileSync(new URL(file), 'utf8'));
    const parts = ['', ...codes.flatMap(code => [...code.matchAll(/withTexts\('(\w+)'\)/g)].map(([, part]) => part))];
    const there = Object.assign({}, ...parts.map(part => PARTS.zh[part]));
    codes.forEach((code, i) => {
      for (const [, key] of code.matchAll(/\bt\('([\w.]+)'/g)) assert.ok(key in there, `${key} in ${modules[i]}, for ${files[0]}`);
      for (const [, start] of code.matchAll(/\bt\(`([\w.]+\.)\$\{/g)) {
        assert.ok(Object.keys(there).some(key => key.startsWith(start)), `${start}… in ${modules[i]}, for ${files[0]}`);
      }
    });
  }
});

test('no text judges departments or claims a probability', () => {
  for (const text of Object.values(zh)) assert.doesNotMatch(text, /排名|先进|落后|红黄绿|达标率|置信度/);
});

test('texts of the interface stand in i18n only', () => {
  for (const file of scripts(root)) {
    if (/\/(i18n|test|reference)\//.test(file.pathname)) continue; // the reference keeps its own words
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    assert.doesNotMatch(code.replace(/万|＊|！/g, ''), /[\u4e00-\u9fff]/, file.pathname);
  }
});

test('every text that the code names exists', () => {
  for (const file of scripts(root).filter(each => !each.pathname.includes('/reference/'))) {
    for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)) assert.ok(key in zh, `${key} in ${file.pathname}`);
  }
});

test('what looks like a comment is one, so that compressed copies can go without them', () => {
  const bare = (/** @type {string} */ code) => code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').replace(/^[ \t]*\n/gm, '');
  const modules = scripts(root).filter(file => !/\/test\//.test(file.pathname)).map(file => [file.pathname, bare(readFileSync(file, 'utf8'))]);
  for (const [name, code] of modules) assert.doesNotMatch(code, /^\s*\*|\*\/\s*$/m, name);
  const compile = "import vm from 'node:vm'; for (const [name, code] of JSON.parse(await new Response(process.stdin).text())) new vm.SourceTextModule(code, { identifier: name });";
  const { status, stderr } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', compile], { input: JSON.stringify(modules), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('templates escape what they are given', () => {
  assert.equal(String(html`<p>${'<b>'}${[html`<i>${'"'}</i>`]}${null}</p>`), '<p>&lt;b&gt;<i>&quot;</i></p>');
});

test('marks of a report count code points and may overlap', () => {
  const lines = pieces('𠮷字学习6次\n后文', [{ start: 2, end: 6, figure: 'F1' }, { start: 4, end: 6, figure: 'F2' }]);
  assert.deepEqual(lines.map(l => l.map(p => [p.text, p.figures.join()])),
    [[['𠮷字', ''], ['学习', 'F1'], ['6次', 'F1,F2']], [['后文', '']]]);
});
