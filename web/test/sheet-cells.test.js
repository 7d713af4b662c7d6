// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsTable } from '../components/sheet-cells.js';

const CELLS = { report: 'R0001', sheet: '廉政谈话', row: 9, column: 'F', columns: ['E', 'F', 'G', 'H'].map((name, i) => ({ name, head: i === 1 ? '数值' : '' })),
  rows: [{ number: 8, label: '财务处', cells: ['', '', '', ''] }, { number: 9, label: '办公室', cells: ['台账', '37', '', ''] }] };
const text = (/** @type {object} */ more = {}) => String(cellsTable({ ...CELLS, ...more })).replace(/\s+/g, ' ');

test('the cell is lit, and no other', () => {
  assert.equal(text().match(/<mark>/g)?.length, 1);
  assert.match(text(), /<td>台账<\/td><td><mark>37<\/mark><\/td>/);
});

test('letters and numbers are those of the sheet, with what columns and rows are called', () => {
  assert.match(text(), /<th scope="col">E<\/th><th scope="col">F<\/th>/);
  assert.match(text(), /<th scope="row">9<\/th><td>办公室<\/td>/);
  assert.match(text(), /<th>数值<\/th>/);
});

test('empty columns behind the cell are left out, the cell itself never', () => {
  assert.doesNotMatch(text(), /<th scope="col">G/);
  assert.match(text({ rows: [{ number: 9, label: '', cells: ['', '', '', ''] }], columns: CELLS.columns.map(c => ({ ...c, head: '' })) }), /<th scope="col">F<\/th>.*<mark> <\/mark>/);
});

test('what a sheet says is text', () => {
  assert.match(text({ rows: [{ number: 9, label: '<b>', cells: ['', '<script>', '', ''] }] }), /&lt;b&gt;.*&lt;script&gt;/);
});
