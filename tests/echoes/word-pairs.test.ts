import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areNear, MIN_ECHO_WORDS, wordPairs } from '../../src/echoes/word-pairs.ts';

const pairsOf = (text: string): Uint32Array => {
  const pairs = wordPairs(text);
  assert.ok(pairs, text);
  return pairs;
};

const LAMPS = 'The lamps of the north pier are lit tonight, and the keepers thank the whole town.';

test('a text of few words has no pairs', () => {
  const words = Array.from({ length: MIN_ECHO_WORDS }, (_, n) => `word${n}`);
  assert.equal(wordPairs(words.slice(1).join(' ')), undefined);
  assert.equal(pairsOf(words.join(' ')).length, MIN_ECHO_WORDS - 1);
  assert.equal(wordPairs(''), undefined);
  assert.equal(wordPairs('— – … ¡! “” ( ) [ ] / * * *'), undefined);
});

test('pairs are in ascending order, each once, whatever repeats', () => {
  const pairs = pairsOf('to be or not to be or not to be or not');
  assert.equal(pairs.length, 4);
  assert.deepEqual(
    [...pairs],
    [...new Set(pairs)].sort((a, b) => a - b),
  );
});

test('case, punctuation and the shapes of marks do not count; accents and order do', () => {
  const same = [
    LAMPS.toUpperCase(),
    LAMPS.replace(',', ' –').replace('.', '!'),
    `“${LAMPS.replaceAll(' ', '\u00A0')}”`,
  ];
  for (const other of same) assert.deepEqual(pairsOf(other), pairsOf(LAMPS), other);
  assert.notDeepEqual(pairsOf(LAMPS.replace('lit', 'lít')), pairsOf(LAMPS));
  assert.notDeepEqual(pairsOf(LAMPS.split(' ').reverse().join(' ')), pairsOf(LAMPS));
});

test('in scripts without spaces each character is a word', () => {
  assert.equal(pairsOf('北碼頭的燈今晚都亮了').length, 9);
  assert.ok(
    areNear(
      pairsOf('北碼頭的燈今晚都亮了，守燈人感謝全鎮'),
      pairsOf('北碼頭的燈昨晚都亮了，守燈人感謝全鎮'),
    ),
  );
});

test('a word or two of many make nearly the same text, half of them another', () => {
  const near = [LAMPS, LAMPS.replace('tonight', 'again'), LAMPS.replace('whole ', '')];
  for (const other of near) assert.ok(areNear(pairsOf(LAMPS), pairsOf(other)), other);
  const far = [
    'The lamps of the north pier are dark tonight, for the oil has not come by the boat.',
    `${LAMPS} It is the first time in fourteen years that both of the old towers are burning at once.`,
    'Nothing of what is above is said in this sentence about boats.',
  ];
  for (const other of far) assert.ok(!areNear(pairsOf(LAMPS), pairsOf(other)), other);
});
