import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { decodeText } from '../../../src/import/read/decode-text.ts';

test('the encoding of a text is found', () => {
  const text = 'The Senator’s “first” café – José said so.';
  const encode = (encoding: string) =>
    Buffer.from([...text].map((sign) => table(encoding).indexOf(sign)));
  const table = (encoding: string) =>
    new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, n) => n));
  for (const encoding of ['windows-1252', 'macintosh'] as const) {
    assert.deepEqual(decodeText(encode(encoding)), { text, encoding });
  }
  assert.deepEqual(decodeText(Buffer.from(text)), { text, encoding: 'utf-8' });
  assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), {
    text,
    encoding: 'utf-16le',
  });
  assert.deepEqual(decodeText(Buffer.from(text, 'utf16le').swap16()), {
    text,
    encoding: 'utf-16be',
  });
});

test('a text in which a merge was not finished is not imported; quotations of mails are', async () => {
  const marks = '<<<<<<< HEAD\nAt noon.\n=======\nAt one.\n>>>>>>> b\n';
  for (const kind of ['txt', 'md', 'html'] as const) {
    const bytes = Buffer.from(`The levee opens.\n\n${marks}`);
    await assert.rejects(convertDocument(bytes, kind), {
      message: 'has the marks of a merge that was not finished, from line 3 on',
    });
  }
  assert.equal(decodeText(Buffer.from('One.\n>>>>>>> Two.')).text, 'One.\n>>>>>>> Two.');
});
