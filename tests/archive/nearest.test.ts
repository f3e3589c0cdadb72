import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../src/archive/nearest.ts';

const offices = ['ash-kalra', 'jane-doe', 'john-doe'];

test('a typing error finds the name that was meant', () => {
  assert.equal(nearest('ash-karla', offices), 'ash-kalra');
  assert.equal(nearest('jon-doe', offices), 'john-doe');
  assert.equal(nearest('datline', ['date', 'dateline', 'title']), 'dateline');
});

test('capital letters do not count', () => {
  assert.equal(nearest('ASH-KALRA', offices), 'ash-kalra');
  assert.equal(nearest('2017/Letter.PDF', ['2017/letter.pdf']), '2017/letter.pdf');
});

test('what is like nothing finds nothing', () => {
  assert.equal(nearest('transportation-committee', offices), undefined);
  assert.equal(nearest('ash-kalra', []), undefined);
});

test('of two names equally near the first is offered', () => {
  assert.equal(nearest('jxne-doe', ['jane-doe', 'june-doe']), 'jane-doe');
});
