import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFiles, runPagefind } from '../../../src/search/index/run-pagefind.ts';
import {
  namePages,
  pagefindWords,
  readDocument,
  wordSplitter,
} from '../../../src/search/pagefind-format/index.ts';
import { INDEXED_SYMBOLS } from '../../../src/search/symbols.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A few of each large block, and all of the others; no white space, which divides words. */
const CHARACTERS = Array.from({ length: 0x1fff0 }, (_, code) => code)
  .filter((code) => code > 0x20 && (code < 0xd800 || code > 0xdfff))
  .filter((code) => !/[<>&"\u200b\u2028\u2029]/.test(String.fromCodePoint(code)))
  .filter((code) => {
    const isInLargeBlock =
      (code >= 0x3400 && code < 0xa000) ||
      (code >= 0xac00 && code < 0xd7a4) ||
      (code >= 0x12000 && code < 0x1d000);
    return !isInLargeBlock || code % 30 === 0;
  })
  .map((code) => String.fromCodePoint(code))
  .filter((character) => !/[\p{White_Space}\p{Cn}]/u.test(character));

/** Plainly made-up words, with all that makes parts of them. */
const WORDS = [
  ...[
    'stem-cell',
    'McNair',
    'deGrey',
    'HTTPServer',
    'F22nd',
    'iPhone5s',
    'snake_case',
    '__x',
    'a_',
  ],
  ...[
    'www.pier.example/Ferry_Times.pdf',
    'a.b.c-d',
    'file.mp3',
    'file.mp3.',
    'aBc.dEfg',
    '.net',
    'a..b',
  ],
  ...[60, 62, 63, 64, 65].flatMap((length) =>
    ['b', 'é', '𐐨'].map((one) => `x.${one.repeat(length)}-y`),
  ),
  ...[
    'ΟΔΟΣ.ΟΔΟΣ',
    'ΟΔΟΣ-1',
    'ǅungla',
    'İx-İ',
    'ガス-パイプ',
    'q\u0323\u0307X',
    '9\uE00211',
    'at\uE003t.x-y',
  ],
];

/** Words that a search can ask for: emoji and punctuation are not stored. */
const isSearchable = (word: string) => /^[\p{L}\p{N}\uE001-\uE00A]+$/u.test(word);

test('each word and each character is divided as by Pagefind', async (t) => {
  const words = [
    ...CHARACTERS.flatMap((character) => [
      `a${character}B.c${character}-d`,
      `${character}x-A${character}`,
    ]),
    ...WORDS,
  ];
  const html = `<html lang="en"><body data-pagefind-body><p>${words.join(' ')} .</p></body></html>`;
  const folder = await tempFolder(t);
  await runPagefind([{ url: '/', html, headline: 0 }], folder);
  const written = await readFiles(folder);
  const chunks = await namePages(written, 'stem', ['/']);
  const found = words.map((): string[] => []);
  for (const { key, pages } of pagefindWords(chunks, written)) {
    const word = Buffer.from(key, 'latin1').toString();
    if (isSearchable(word)) for (const place of pages.places) found[place]?.push(word);
  }
  assert.deepEqual(readDocument(html).content.split(' ').slice(0, words.length), words);
  const split = wordSplitter(INDEXED_SYMBOLS);
  for (const [place, word] of words.entries()) {
    const own = [...split(word)].filter(isSearchable).sort();
    assert.deepEqual(own, found[place]?.sort(), JSON.stringify(word));
  }
  assert.ok(words.length > 50_000);
});
