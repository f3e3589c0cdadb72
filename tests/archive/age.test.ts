import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOld, oldFrom } from '../../src/archive/age.ts';

test('a release is old from the day two years after its own', () => {
  assert.equal(oldFrom('2017-11-22'), '2019-11-22');
  assert.equal(isOld('2017-11-22', '2019-11-21'), false);
  assert.equal(isOld('2017-11-22', '2019-11-22'), true);
});

test('a release of a leap day is old from 1 March; early years are years too', () => {
  assert.equal(oldFrom('2016-02-29'), '2018-03-01');
  assert.equal(oldFrom('0098-12-31'), '0100-12-31');
});
