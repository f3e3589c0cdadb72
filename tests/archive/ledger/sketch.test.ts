import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sketch, sketchedWords, wordsFrom } from '../../../src/archive/ledger/sketch.ts';
import { anyText } from '../../support/any-text.ts';

test('a sketch that is in a published ledger stays what it is', () => {
  assert.equal(sketch('The bridge will reopen in August.'), 'X_rsou9ZwL');
  assert.equal(sketch('移民社區'), 'cqkymmpK');
});

test('a word of up to three letters is a capital, any other two characters', () => {
  assert.match(sketch('the'), /^[A-Z]$/);
  assert.match(sketch('creek'), /^[a-z\d_-][\w-]$/);
  assert.match(sketch('the creek, the'), /^([A-Z])[a-z\d_-][\w-]\1$/);
});

test('in scripts without spaces each sign is a word, and in Vietnamese each syllable', () => {
  assert.equal(sketchedWords(sketch('移民社區')).long.length, 4);
  assert.equal(sketchedWords(sketch('สะพาน')).all.length, 5);
  assert.equal(sketchedWords(sketch('Sức khỏe cộng đồng')).all.length, 4);
});

test('capitals, punctuation, white space and the form of Unicode do not count', () => {
  const words = sketch('the bridge over Sức Creek');
  assert.equal(sketch('“The  Bridge,” over SỨC creek!'), words);
  assert.equal(sketch('the bridge over Sức Creek'.normalize('NFD')), words);
});

test('order counts, and an edited word changes no other', () => {
  const [before, after] = ['nine votes in June', 'nine votes in July'].map(
    (text) => sketchedWords(sketch(text)).all,
  );
  assert.deepEqual(before?.slice(0, 3), after?.slice(0, 3));
  assert.notEqual(before?.[3], after?.[3]);
  assert.notEqual(sketch('votes nine'), sketch('nine votes'));
});

test('of a text without letters and digits the signs are sketched', () => {
  assert.equal(sketchedWords(sketch('* * *')).all.length, 3);
  assert.notEqual(sketch('* * *'), sketch('###'));
  assert.equal(sketch(' \n'), '');
});

test('the words of a sketch can be told apart, the long ones from the short', () => {
  const { all, long } = sketchedWords('XbcX-_Y1d');
  assert.deepEqual(
    [all, long],
    [
      ['X', 'bc', 'X', '-_', 'Y', '1d'],
      ['bc', '-_', '1d'],
    ],
  );
  assert.deepEqual(sketchedWords(''), wordsFrom([]));
});

test('any text has a sketch that a line may hold and that falls into its words again', () => {
  fc.assert(
    fc.property(anyText(' ', 'a', 'Việt', '移'), (text) => {
      const sketched = sketch(text);
      assert.match(sketched, /^(?:[A-Z]|[a-z\d_-][\w-])*$/);
      assert.equal(sketchedWords(sketched).all.join(''), sketched);
      assert.equal(sketched === '', text.trim() === '');
    }),
  );
});
