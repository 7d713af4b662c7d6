// @ts-check
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { EXAMPLES, withServer } from '../reference/examples.js';
import { operationBox, operationsOf } from '../reference/operations.js';
import { fieldsTable, kindOf } from '../reference/schemas.js';
import { en, setLanguage, zh } from '../reference/words.js';

afterEach(() => setLanguage('zh'));

const plain = (/** @type {unknown} */ markup) => String(markup).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim();

const CONTRACT = {
  paths: {
    '/api/v1/series': { get: { operationId: 'getSeries', summary: 'One metric.', 'x-zh': '一个指标。', parameters: [{ $ref: '#/components/parameters/metric' },
      { name: 'limit', in: 'query', description: 'How many.', schema: { type: 'integer', minimum: 1, maximum: 9, default: 5 } }],
    responses: { 200: { description: 'It.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } }, default: { $ref: '#/components/responses/Problem' } } } },
    '/health/live': { get: { operationId: 'getLive', summary: 'Alive.', responses: {} } },
    '/api/v1/imports': { post: { operationId: 'postImport', summary: 'In.', responses: {} } },
  },
  components: {
    parameters: { metric: { name: 'metric', in: 'query', required: true, description: 'A code.', 'x-zh': '代码。', schema: { type: 'string' } } },
    responses: { Problem: { description: 'What is <wrong>.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
  },
};

test('both languages have the same words', () => assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort()));

test('operations stand by what they are about', () =>
  assert.deepEqual(operationsOf(CONTRACT).map(([name, all]) => [name, all.map(o => o.method)]), [['data', ['GET']], ['imports', ['POST']], ['service', ['GET']]]));

test('an operation is told in Chinese, and in English where the contract has nothing else', () => {
  const [[, [series]]] = operationsOf(CONTRACT);
  const box = String(operationBox(series, CONTRACT));
  assert.match(plain(box), /GET \/api\/v1\/series 一个指标。/);
  assert.match(plain(box), /metric 必填 文字 代码。/);
  assert.match(plain(box), /limit 整数 \(1 至 9\) 缺省 5 How many\./);
  assert.match(box, /<span lang="en">How many\./);
  assert.match(box, /What is &lt;wrong&gt;\./);
  setLanguage('en');
  assert.match(plain(operationBox(series, CONTRACT)), /GET \/api\/v1\/series One metric\./);
});

test('a schema says what may stand there', () => {
  setLanguage('en');
  const cases = /** @type {[any, string][]} */ ([
    [{ type: ['integer', 'null'] }, 'integer or null'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ enum: ['a', null] }, 'a, null'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Point' } }, 'list of Point'],
    [{ anyOf: [{ $ref: '#/components/schemas/Point' }, { type: 'null' }] }, 'Point or null'],
    [{ type: 'string', contentMediaType: 'application/octet-stream' }, 'file'],
    [{}, 'file'],
  ]);
  cases.forEach(([schema, words]) => assert.equal(plain(kindOf(schema)), words));
});

test('fields that may be absent are marked', () => {
  const table = plain(fieldsTable({ properties: { a: { type: 'string' }, b: { properties: { c: { type: 'string' } } } }, required: ['a'] }, 'x'));
  assert.match(table, /a 文字/);
  assert.match(table, /b \? 对象 \{ c \}/);
});

test('an example names the server it is read from', () =>
  assert.equal(withServer('u = "http://127.0.0.1:8080/x"', 'https://figures.example'), 'u = "https://figures.example/x"'));

test('each file of the folder is an example', () =>
  assert.deepEqual(EXAMPLES.map(e => e.file).sort(), readdirSync(new URL('../reference/examples', import.meta.url)).sort()));
