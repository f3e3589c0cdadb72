import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readText } from '../../src/archive/source-text.ts';
import { UNPRINTABLE } from '../../src/archive/unprintable.ts';
import { anyText } from '../support/any-text.ts';
import { inShort } from '../support/made-release.ts';

const read = (bytes: Buffer | string) => {
  const text = readText(Buffer.from(bytes), 'a.md');
  return typeof text === 'string' ? text : inShort(text);
};

test('text in UTF-8 is read as it is, without a byte order mark', () => {
  assert.equal(read('Việt Nam, 移民, \u{1f4dc}\n'), 'Việt Nam, 移民, \u{1f4dc}\n');
  assert.equal(read('\ufeffA\ufeffB'), 'A\ufeffB');
});

test('lines may end as on any system', () => {
  assert.equal(read('a\nb\r\nc\rd\r\r\n'), 'a\nb\r\nc\nd\n\r\n');
});

test('any text without control characters is read', () => {
  fc.assert(
    fc.property(anyText('\r\n', '\ufeff'), (text) => {
      fc.pre(text !== '' && !UNPRINTABLE.test(text));
      assert.equal(read(text), text.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n'));
    }),
  );
});

test('an empty file is reported', () => {
  assert.equal(read(''), '1: file is empty; write into it what belongs there, or delete it');
});

test('what is not in UTF-8 is reported at its line', () => {
  const latin = Buffer.from('a\nb\nSe\u00f1ora\n', 'latin1');
  assert.equal(read(latin), '3: file is not in UTF-8; save it again with the encoding UTF-8');
  const cut = Buffer.from('a\n移').subarray(0, 4);
  assert.equal(read(cut), '2: file is not in UTF-8; save it again with the encoding UTF-8');
});

test('UTF-16 is reported by its name', () => {
  const problem = '1: file is in UTF-16; save it again with the encoding UTF-8';
  const little = Buffer.from('\ufeffWords', 'utf16le');
  assert.equal(read(little), problem);
  assert.equal(read(Buffer.from(little).swap16()), problem);
});

test('a picture or a document is not a text', () => {
  const hint = 'put documents under media/; a release is Markdown';
  assert.equal(read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), `1: file is not a text file; ${hint}`);
});

test('a character that no page and no feed can hold is reported at its line', () => {
  const hint = 'delete it; an editor shows it as a box or not at all';
  assert.equal(
    read('a\r\nb\u000bc'),
    `2: file has a character that no page can show, U+000B; ${hint}`,
  );
  assert.equal(read('a\ufffe'), `1: file has a character that no page can show, U+FFFE; ${hint}`);
});

test('a file of more than 2 MB is a document that lost its way', () => {
  const limit = 2 * 1024 * 1024;
  assert.equal(read('a'.repeat(limit)).length, limit);
  assert.equal(
    read(Buffer.alloc(5 * 1024 * 1024, 'a')),
    '1: file has 5.0 MB, more than the 2 MB that a text may have; ' +
      'put pictures and documents under media/ and list them in attachments',
  );
});
