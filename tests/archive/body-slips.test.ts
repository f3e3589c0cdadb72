import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodySlips } from '../../src/archive/body-slips.ts';

const slipsIn = (text: string) =>
  bodySlips(text, 10, 'a.md').map(({ line, message, hint }) => `${line}: ${message}; ${hint}`);

const BULLETS =
  'has a bullet that makes no list: the page runs its lines together; begin each item with "- " instead';
const SHORT =
  'short lines that the page shows as one; if they belong apart, end each but the last with \\';

test('lines that look like a list, a table or an address, and are none, are named', () => {
  for (const [text, expected] of [
    ['Words.\n\nOur aims:\n• one\n• two\n', [`13: ${BULLETS}`]],
    ['▪ one\n▪ two', [`10: ${BULLETS}`]],
    ['\uF0B7 one\n\uF0B7 two', [`10: ${BULLETS}`]],
    ['o\tone\no\ttwo', [`10: ${BULLETS}`]],
    [
      'Year\tRents\n2019\t40\n2020\t41',
      [
        '10: has columns divided by tabs, which the page runs together; write a table: | between the cells, and | --- | --- | below its head',
      ],
    ],
    ['Words.\n\nThe office\r\n12 Main Street\r\nSampleton\r\n', [`12: has 3 ${SHORT}`]],
    [
      '1986. What a year it was.',
      [
        '10: begins with 1986., which makes it item 1986 of a list; if it is no list, write 1986\\.',
      ],
    ],
  ] as const) {
    assert.deepEqual(slipsIn(text), expected, JSON.stringify(text));
  }
});

test('lists, tables, code, lines kept apart and wrapped sentences are as they were meant', () => {
  for (const text of [
    'Our aims:\n\n- one\n- two\n- three',
    '1. one\n2. two\n3. three',
    '100. the hundredth',
    '| Year | Rents |\n| --- | --- |\n| 2019 | 40 |',
    'The office  \n12 Main Street  \nSampleton',
    'The office\\\n12 Main Street\\\nSampleton',
    '```\n• one\n• two\na\tb\nc\td\n```',
    '    • one\n    • two',
    '• a single line',
    'The council adopted the handbook of those who rent a flat today,\nand says so here, in a sentence that is\nwrapped as mail is.',
    'Two lines\nof a verse',
    '> The lamp\n> is lit\n> tonight',
    '<p>\nThe lamp\n</p>',
    'In 1986. What a year.',
  ]) {
    assert.deepEqual(slipsIn(text), [], JSON.stringify(text));
  }
});

test('markup that Markdown does not know is named, with how it is written', () => {
  for (const [text, words] of [
    ['See (the letter)[https://example.org/letter].', 'the other way round'],
    ['See [the letter](https://example.org/our letter.pdf).', 'has a space in it'],
    ['##Background\n\nWords.', 'is no heading'],
    ['It is ** not ** so.', 'with spaces inside'],
  ] as const) {
    const [first = '', ...more] = slipsIn(text);
    assert.ok(first.includes(words) && more.length === 0, `${text}: ${first}`);
  }
  for (const text of [
    'See [the letter](https://example.org/letter "Our letter") (of May) [1].',
    '#PierDay is tomorrow.',
    'It is **not** so, and 2 ** 3 is eight.',
    'The bill (SB 54) [as amended] passed.',
  ]) {
    assert.deepEqual(slipsIn(text), [], text);
  }
});
