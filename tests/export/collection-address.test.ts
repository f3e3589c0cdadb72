import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CollectedItem,
  encodeCollection,
  withItems,
} from '../../src/export/collection-address.ts';
import { decodeCollection, itemsInText } from '../../src/export/read-collection.ts';

const WELLS = '2017/11/22/wells';
const PIPES = '2019/02/03/pipes-and-pumps';
const ITEMS: CollectedItem[] = [
  { release: WELLS, statement: 's-aaaaaaaa' },
  { release: WELLS, statement: 's-bbbbbbbb-2' },
  { release: PIPES, statement: undefined },
];

test('an address has each release once, and is read as it was written', () => {
  const address = encodeCollection(ITEMS);
  assert.equal(address, `${WELLS}:aaaaaaaa.bbbbbbbb-2,${PIPES}`);
  assert.deepEqual(decodeCollection(address), { items: ITEMS, unreadable: 0 });
});

test('an address whose marks a mail program has escaped is read all the same', () => {
  assert.deepEqual(decodeCollection(encodeURIComponent(encodeCollection(ITEMS))).items, ITEMS);
});

test('a release as a whole stays beside its statements', () => {
  const items = [...ITEMS, { release: WELLS, statement: undefined }];
  const { items: read } = decodeCollection(encodeCollection(items));
  assert.equal(read.length, items.length);
  assert.ok(read.some(({ release, statement }) => release === WELLS && statement === undefined));
});

for (const [what, address] of Object.entries({
  'no id of a statement': `${WELLS}:aaaaaaaa.none`,
  'an address outside of the archive': `${WELLS}:aaaaaaaa,../../elsewhere`,
  'a day that is none of our form': `${WELLS}:aaaaaaaa,17/1/2/x`,
  'a cut end': `${WELLS}:aaaaaaaa,2019/02/0`,
})) {
  test(`what cannot be read is counted, and the rest is kept: ${what}`, () => {
    assert.deepEqual(decodeCollection(address), { items: ITEMS.slice(0, 1), unreadable: 1 });
  });
}

test('an empty address is an empty collection', () => {
  assert.deepEqual(decodeCollection(''), { items: [], unreadable: 0 });
});

test('links are found in any text, below any path, with marks of searches and of words', () => {
  const text = `See https://press.example.org/archive/releases/${WELLS}/?mark=dry+wells#s-aaaaaaaa,
    “http://localhost:4321/releases/${WELLS}/#s-bbbbbbbb-2:~:text=run%20dry”
    and <https://press.example.org/releases/${PIPES}>.`;
  assert.deepEqual(itemsInText(text), ITEMS);
  assert.deepEqual(itemsInText('https://press.example.org/releases/2017/11/ and nothing'), []);
});

test('what is added comes last, and nothing twice', () => {
  assert.deepEqual(withItems(ITEMS.slice(0, 2), [...ITEMS.slice(0, 1), ...ITEMS.slice(2)]), ITEMS);
});
