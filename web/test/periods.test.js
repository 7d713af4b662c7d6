// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert, kindOf, positionOf, range, span } from '../periods.js';

test('the kind of a period is read from its writing', () => {
  assert.deepEqual(['2022', '2022-H1', '2022-Q4', '2022-12', '2022-Q5', 'x'].map(kindOf), ['Y', 'H', 'Q', 'M', null, null]);
});

test('a range leaves no period out', () => {
  assert.deepEqual(range('2021-Q3', '2022-Q2'), ['2021-Q3', '2021-Q4', '2022-Q1', '2022-Q2']);
  assert.deepEqual(range('2022-11', '2023-01'), ['2022-11', '2022-12', '2023-01']);
});

test('periods of different kinds make no range', () => assert.deepEqual(range('2021', '2022-Q1'), []));

test('a bound turns into the period that holds its edge', () => {
  assert.equal(convert('2022-Q3', 'H', 'start'), '2022-H2');
  assert.equal(convert('2022', 'Q', 'start'), '2022-Q1');
  assert.equal(convert('2022', 'Q', 'end'), '2022-Q4');
});

test('a date has its place between the periods', () => {
  const quarters = range('2022-Q1', '2022-Q4');
  assert.equal(positionOf('2022-07-01', quarters), 2);
  assert.equal(positionOf('2021-12-31', quarters), null);
});

test('mixed periods are spanned by periods of one kind', () => {
  assert.deepEqual(span(['2022-H1', '2022-Q4'], 'Q'), range('2022-Q1', '2022-Q4'));
});
