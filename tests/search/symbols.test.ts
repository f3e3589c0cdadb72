import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bindIndexedSymbols, restoreSymbols, wordKey } from '../../src/search/symbols.ts';
import { anyText } from '../support/any-text.ts';

/** A text as it is shown of the index, its words divided by single spaces. */
const shown = (text: string) =>
  bindIndexedSymbols(text).split(/\s+/).map(restoreSymbols).join(' ').replaceAll(' \u2063', '');

test('words of the index are shown as they were issued', () => {
  for (const text of [
    'It cost $3.47, $1,000,000, $1,000,000.50, 95,000-acre, 1,2,345, 12,3456 or €35; 9/11 was 1.5% of AT&T’s “A+” plan.',
    'The mayor—Lopez—was there (see p. 4–5)… and left.',
    'R&D & more: C++ for £5-a-day',
    'We’ll ask McGullet (Q-N.V.) at 555/010-7788 or (555)010-7788 of the U.N.-led HTTPDesk',
  ]) {
    assert.equal(shown(text), text);
  }
});

test('property: nothing is lost, whatever the text', () => {
  fc.assert(
    fc.property(anyText('$', '1.5', '“', '—', 'a+', '&', '9/11', '%', ' '), (text) => {
      // Ligatures and wide letters become plain ones; private characters have no meaning here.
      fc.pre(!/[\uFB00-\uFB06\uFF10-\uFF5A\uE001-\uE00F\u2063]/.test(text));
      assert.equal(shown(text), text.split(/\s+/).join(' '));
    }),
  );
});

test('a word has one key, however it is written; another word has another', () => {
  for (const [same, ...others] of [
    ['Bolígrafo', 'boligrafo', 'BOLÍGRAFO,'],
    ['$1,000', '$1000'],
    ['9/11', '9/11,'],
    ['U.N.', 'UN', 'un'],
    ['401(k)', '401k'],
    ['office', 'oﬃce'],
    ['1234', '１２３４'],
    ['Wal-Mart', 'Walmart'],
  ] as const) {
    for (const other of others) assert.equal(wordKey(other), wordKey(same ?? ''), other);
  }
  for (const [one, other] of [
    ['9/11', '911'],
    ['3.47', '347'],
    ['$500', '500'],
    ['100%', '100'],
    ['AT&T', 'ATT'],
    ['A+', 'A'],
    ["we'll", 'well'],
  ] as const) {
    assert.notEqual(wordKey(one), wordKey(other), one);
  }
  assert.equal(wordKey('—…'), '');
});
