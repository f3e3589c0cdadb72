import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countedIn, haveSameWords } from '../../../src/markdown/words/word-characters.ts';

test('letters, digits and symbols count, white space and Markdown’s own characters do not', () => {
  assert.equal(countedIn('**“One” & two** — 3 %\u00a0é'), '“One”two—3%é');
  assert.ok(haveSameWords('**One** [two](#)', ['One', ' ', 'two']));
  assert.ok(!haveSameWords('One two', ['One']));
  assert.ok(!haveSameWords('One', ['One', 'two']));
  assert.ok(!haveSameWords('One two', ['two', 'One']));
});

test('property: pieces have the words of a text where the characters that count are the same', () => {
  const few = fc.string({
    unit: fc.constantFrom('a', 'b', '(', '*', ' ', '\n', '“'),
    maxLength: 6,
  });
  const pieces = fc.array(few, { maxLength: 6 });
  let same = 0;
  fc.assert(
    fc.property(pieces, pieces, fc.boolean(), (shown, noise, isShown) => {
      const text = isShown
        ? shown.map((piece, n) => `*(\n${piece}${(noise[n] ?? '').replace(/[ab“]/g, '')}`).join('')
        : noise.join('');
      const expected = countedIn(shown.join('')) === countedIn(text);
      if (expected) same++;
      assert.equal(haveSameWords(text, shown), expected);
    }),
    { numRuns: 2000 },
  );
  assert.ok(same > 500, String(same));
});
