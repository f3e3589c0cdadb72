import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { officeFormat } from '../../../src/import/read/office-format.ts';
import { fodtOf, odtOf, rtfOf, zipOf } from '../../support/office-documents.ts';

const WORDS = ['Nine lighthouses open.'];
const formatOf = (text: string | Buffer) => officeFormat(Buffer.from(text));
/** A file in Microsoft's compound format whose directory has such a name; `at` puts a word's head into it. */
function compound(stream: string, head: number[] = [], at = 1024): Buffer {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  Buffer.from(`${stream}\0`, 'utf16le').copy(file, 3072);
  head.forEach((value, n) => file.writeUInt16LE(value, at + 2 * n));
  return file;
}

test('the format of a document comes from its bytes, not from its name', async () => {
  const cases: [string | Buffer, string][] = [
    [await readFile('tests/fixtures/import/libreoffice.doc'), 'word'],
    [await readFile('tests/fixtures/import/libreoffice.docx'), 'docx'],
    [rtfOf(WORDS), 'rtf'],
    [fodtOf(WORDS), 'fodt'],
    [await odtOf(WORDS), 'odt'],
    [await zipOf({ 'content.xml': '<a/>', 'META-INF/manifest.xml': 'application/vnd.sun.xml.writer' }), 'sxw'],
    [await zipOf({ 'Index/Document.iwa': 'x' }), 'pages'],
    [await zipOf({ 'index.xml': 'x', 'QuickLook/Preview.pdf': 'x' }), 'pages'],
    [Buffer.from('\xffWPC\x10\0\0\0', 'latin1'), 'wordperfect'],
    [compound('worddocument', [0xa5ec, 0xc1]), 'word'],
    [compound('WordDocument', [0xa5dc, 0x65], 1088), 'word6'],
    [compound('WordDocument', [0xa5dc, 0x68]), 'word95'],
    [compound('MatOST'), 'works'],
    ['<html><body><p>Nine lighthouses', 'html'],
    ['From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n', 'mht'],
    ['Nine lighthouses open.\n', 'txt'],
  ]; // prettier-ignore
  for (const [bytes, format] of cases) assert.equal(await formatOf(bytes), format);
});

test('what is no document that can be read is named, with what to do', async () => {
  const protectedWord = compound('WordDocument', [0xa5ec, 0xc1, 0, 0, 0, 0x100]);
  const cases: [string | Buffer, RegExp][] = [
    [compound('EncryptedPackage'), /protected by a password/],
    [protectedWord, /protected by a password/],
    [compound('Workbook'), /is a spreadsheet/],
    [compound('__properties_version1.0'), /is a mail of Outlook/],
    [compound('PowerPoint Document'), /is of an office program, but not a text/],
    [await zipOf({ 'a.txt': 'a' }), /is a zip archive/],
    [await zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), /not a text/],
    ['%PDF-1.4\n', /is a PDF/],
    [Buffer.from([1, 0, 2, 0, 3]), /is damaged, or of a word processor that is not known/],
  ];
  for (const [bytes, message] of cases) await assert.rejects(formatOf(bytes), message);
});
