import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  FACETS,
  isEmpty,
  readState,
  SORTS,
  writeState,
} from '../../../src/search/ui/query-state.ts';

const read = (query: string) => readState(new URLSearchParams(query));

test('a state is read from the address, and the same address is written again', () => {
  const query =
    'q=%22drought+relief%22&office=kyl&office=lott&year=2006&from=2006-01-01&sort=oldest';
  const state = read(query);
  assert.equal(state.q, '"drought relief"');
  assert.deepEqual(state.facets.office, ['kyl', 'lott']);
  assert.equal(state.sort, 'oldest');
  assert.equal(writeState(state), query);
});

test('the same state has one address, whatever order its values came in', () => {
  assert.equal(writeState(read('office=b&q=x&office=a&office=a')), 'q=x&office=a&office=b');
});

test('what makes no sense in an address counts as not there', () => {
  const state = read('q=+&sort=loudest&from=yesterday&to=2006-1-1&office=&colour=red');
  assert.ok(isEmpty(state));
  assert.equal(state.sort, 'relevance');
  assert.equal(writeState(state), '');
});

test('every state survives the way through the address', () => {
  const plain = { noNullPrototype: true };
  const words = fc
    .string({ minLength: 1 })
    .map((text) => text.trim())
    .filter(Boolean);
  const values = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,9}$/)).map((list) => list.sort());
  const day = fc.constantFrom('', '2006-01-31', '1999-12-31');
  const facets = fc.record(Object.fromEntries(FACETS.map((facet) => [facet, values])), plain);
  const state = fc.record(
    {
      q: words,
      facets,
      from: day,
      to: day,
      sort: fc.constantFrom(...SORTS),
      asWords: fc.boolean(),
    },
    plain,
  );
  fc.assert(fc.property(state, (one) => assert.deepEqual(read(writeState(one as never)), one)));
});
