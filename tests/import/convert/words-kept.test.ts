import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { compareWords } from '../../../src/import/convert/account.ts';
import { UnreadableSource } from '../../../src/import/read/document.ts';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { htmlWords } from '../../../src/import/read/html-words.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { writeMarkdown } from '../../../src/import/convert/write-markdown.ts';
import { bodyRenderer } from '../../../src/markdown/render-body.ts';
import { benchContent } from '../../bench/samples.ts';
import { rawTexts } from '../../bench/import/raw-texts.ts';

const SIGNS = '*_`#<>&[]()!\\|~-+=.:@0123456789"\'$^{}/aAbB \t\u00a0é“”–—';
const paragraph = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 60 });
const withoutSpace = (text: string) => text.replace(/[\s\u00a0]+/g, '');

const render = bodyRenderer({ base: '/', media: new Map() });
const shownBy = (markdown: string) =>
  htmlWords(fromHtml(render({ markdown, line: 1, file: '' }).html, { fragment: true }));

test('Markdown shows any text as it was', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (lines) => {
      const shown = lines
        .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
        .filter((line) => line !== '');
      if (shown.length === 0) return;
      const parts = shown.map((value) => ({
        node: { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] },
        verbatim: undefined,
      }));
      const { markdown } = writeMarkdown(parts, shown.join('\n\n'));
      assert.equal(withoutSpace(shownBy(markdown)), withoutSpace(shown.join('')));
    }),
    { numRuns: 300 },
  );
});

test('no text of any kind loses a word, or brings the reader down', () => {
  const word = fc.constantFrom(
    'WASHINGTON',
    'May 3, 2018',
    'Contact:',
    'Casey Contact',
    '916-555-0101',
    '###',
    '–',
    'FOR IMMEDIATE RELEASE',
    'today',
    'the lighthouse',
    '    ',
    '\n',
    '\n\n',
    'Press Release',
    '*',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const text = words.join(' ');
      try {
        assert.deepEqual(releaseOf(textDocument(text)).account.missing, []);
      } catch (cause) {
        if (!(cause instanceof UnreadableSource)) throw cause;
        assert.match(cause.message, /no text below/);
      }
    }),
    { numRuns: 500 },
  );
});

test('the account names words that are nowhere', () => {
  const account = compareWords('one two two three', {
    body: 'one two',
    fields: ['three'],
    leftOut: [],
  });
  assert.deepEqual(account.missing, ['two']);
  const joined = compareWords('2006Contact Casey', {
    body: '',
    fields: ['Casey'],
    leftOut: [
      { text: '2006', reason: '' },
      { text: 'Contact', reason: '' },
    ],
  });
  assert.deepEqual(joined.missing, []);
});

const corpus = join('..', 'shared', 'corpus', 'unpack');
test(
  'real texts come through whole',
  { skip: !existsSync(corpus) && 'no real releases here' },
  async () => {
    const settings = {
      contentDir: 'content',
      cacheDir: join('node_modules', '.cache', 'on-the-record-tests'),
    };
    let count = 0;
    for await (const { id, text } of rawTexts(await benchContent(400, settings))) {
      assert.deepEqual(releaseOf(textDocument(text)).account.missing, [], id);
      count++;
    }
    assert.ok(count >= 390);
  },
);
