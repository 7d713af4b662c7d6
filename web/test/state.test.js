// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHash, readState, split, writeHash, writeState } from '../state.js';

const KEYS = { m: '', o: '', g: '', b: 'disc' };

test('an address without query is the defaults', () => {
  const { state, unknown } = readState(KEYS, '');
  assert.deepEqual([state.b, state.lang, unknown], ['disc', 'zh', []]);
});

test('defaults are left out and the keys keep their order', () => {
  assert.equal(writeState(KEYS, { lang: 'en', o: 'D01,D07', b: 'disc', m: 'talks', g: 'Q' }), '?m=talks&o=D01,D07&g=Q&lang=en');
});

test('reading and writing give the same address', () => {
  const address = '?m=talks&o=D01,D07&b=ytd&at=2026-11-20T09:00:00Z&lang=en';
  assert.equal(writeState(KEYS, readState(KEYS, address).state), address);
});

test('an unknown key is named and left out', () => {
  const { state, unknown } = readState(KEYS, '?m=x&sort=value');
  assert.deepEqual(unknown, ['sort']);
  assert.equal(writeState(KEYS, state), '?m=x');
});

test('a key that every object has is unknown all the same', () => assert.deepEqual(readState(KEYS, '?constructor=x').unknown, ['constructor']));

test('an unknown language is the first one', () => assert.equal(readState(KEYS, '?lang=fr').state.lang, 'zh'));

test('the part after # names a figure or a point', () => {
  assert.deepEqual(readHash('#fig=F000123'), { kind: 'fig', id: 'F000123' });
  assert.deepEqual(readHash(writeHash({ kind: 'pt', id: '0.2022-Q3' })), { kind: 'pt', id: '0.2022-Q3' });
  assert.equal(readHash('#main'), null);
});

test('an empty list has no members', () => assert.deepEqual(split(''), []));
