import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNegation, quotedWords } from '../../../src/quotation/compare/quoted-words.ts';

const keys = (text: string) => quotedWords(text).map(({ key }) => key);

test('marks, dashes, case, white space and what nobody sees make no other words', () => {
  const plain = ['the', 'lamp', 'it', 'is', "isn't", 'it', 'lit'];
  for (const text of [
    'The lamp—it is, isn’t it?—lit.',
    '"THE LAMP -- it is, isn\'t it? - lit"',
    '«the\u00A0la\u00ADmp\n\t– it is; isn`t it – lit»',
  ]) {
    assert.deepEqual(keys(text), plain, text);
  }
});

test('what changes a number or a name makes another word', () => {
  const pairs = [
    ['$1.5 million', '$15 million'],
    ['$5', '5'],
    ['5%', '5'],
    ['-5 degrees', '5 degrees'],
    ['10:30', '1030'],
    ['AT&T', 'ATT'],
    ['its lamp', 'it’s lamp'],
    ['año', 'ano'],
    ['A & B', 'A B'],
  ];
  for (const [one = '', other = ''] of pairs) assert.notDeepEqual(keys(one), keys(other), one);
});

test('an acronym is the same with points and without, and a range is no minus', () => {
  assert.deepEqual(keys('U.S. ships'), keys('US ships'));
  assert.deepEqual(keys('2004-2006'), ['2004', '2006']);
  assert.deepEqual(keys('lamps –5 of them'), keys('lamps -5 of them'));
});

test('in scripts without spaces each character is a word, and says where it is', () => {
  assert.deepEqual(keys('燈塔 lamp。'), ['燈', '塔', 'lamp']);
  const text = 'A 燈塔!';
  assert.deepEqual(
    quotedWords(text).map(({ start, end }) => text.slice(start, end)),
    ['A', '燈', '塔'],
  );
});

test('negations are known in all languages of the interface, contracted ones too', () => {
  for (const word of ['not', "won't", 'nunca', 'jamais', 'không', '不']) {
    assert.ok(isNegation(word), word);
  }
  assert.ok(!isNegation('knot'));
});
