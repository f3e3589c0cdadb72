import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { openDocumentText } from '../../../src/import/read/open-document-text.ts';
import { rtfText } from '../../../src/import/read/rtf-text.ts';
import { wordText } from '../../../src/import/read/word-text.ts';
import { fodtOf, odtOf, rtfOf, zipOf } from '../../support/office-documents.ts';
import { people } from './fixture.ts';

const WORDS = [
  'Senator Sample Opens Nine Lighthouses',
  'SAMPLETON – Senator Sam Sample said: “All nine are open to everyone who can climb.”',
];
const DOC = await readFile('tests/fixtures/import/libreoffice.doc');

test('without LibreOffice the text of an old Word document is read as written, with a warning', async () => {
  const { fields, text, warnings } = await convertDocument(DOC, 'office');
  assert.equal(fields.title, 'Assemblymember Example Opens a Reading Room in Every Ferry Landing');
  assert.deepEqual(people(fields.contact), ['Casey Contact (916) 555-0147']);
  assert.match(text, /[“’—–]/);
  assert.match(warnings.join(), /Only its text was read, .* since LibreOffice is not installed/);
});

test('without LibreOffice the text of rich text and OpenDocument is read, with a warning', async () => {
  for (const bytes of [rtfOf(WORDS), fodtOf(WORDS), await odtOf(WORDS)]) {
    const { text, warnings } = await convertDocument(Buffer.from(bytes), 'office');
    assert.match(text, /“All nine are open to everyone who can climb\.”/);
    assert.equal(warnings.length, 1);
  }
});

test('a document that needs LibreOffice says so, and how to do without', async () => {
  const wordPerfect = Buffer.from('\xffWPC\x10\0\0\0', 'latin1');
  await assert.rejects(convertDocument(wordPerfect, 'office'), {
    message: 'can be read only where LibreOffice is installed',
    hint: /libreoffice\.org.*\.docx or PDF/,
  });
});

test('a document of Pages is read from the preview in it where LibreOffice cannot', async () => {
  const preview = await readFile('tests/fixtures/import/libreoffice.pdf');
  const pages = await zipOf({ 'index.xml': 'x', 'QuickLook/Preview.pdf': preview });
  const failure = { message: 'cannot be read by LibreOffice', hint: 'save it as PDF' };
  const { warnings, text } = await convertDocument(pages, 'office', { conversion: { failure } });
  assert.match(text, /reading room/i);
  assert.match(
    warnings.join(),
    /preview that Pages saved with it, since it cannot be read by LibreOffice/,
  );
});

test('files with the ending .doc that are of another kind are read as what they are', async () => {
  const html = `<html><body><h1>${WORDS[0]}</h1><p>${WORDS[1]}</p></body></html>`;
  const docx = await readFile('tests/fixtures/import/libreoffice.docx');
  assert.match((await convertDocument(Buffer.from(html), 'office')).text, /everyone who can climb/);
  assert.match((await convertDocument(docx, 'office')).text, /reading room/i);
  assert.match(
    (await convertDocument(Buffer.from(WORDS.join('\n\n')), 'office')).text,
    /everyone who can climb/,
  );
});

test('words that another program finds and LibreOffice did not read fail the import', async () => {
  const conversion = { document: 'tests/fixtures/import/libreoffice.docx' };
  await convertDocument(DOC, 'office', { conversion });
  await assert.rejects(
    convertDocument(Buffer.from(rtfOf(['Nothing of this: zymurgy.'])), 'office', { conversion }),
    /has \d words that LibreOffice did not read \(.*zymurgy\)/,
  );
});

test('rich text: cells are apart, and what no page shows is not read', async () => {
  const table = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Hidden}}\trowd\intbl one\cell two\cell\row{\*\bkmkstart a}{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt link}}{\listtext 1.\tab}three \'e9t\'e9\par}`;
  const lines = (await rtfText(Buffer.from(table, 'latin1')))
    .split('\n')
    .map((line) => line.trim());
  assert.deepEqual(lines.filter(Boolean), ['one', 'two', 'linkthree été']);
});

test('OpenDocument: comments, deleted text and descriptions of pictures are not read', async () => {
  const inner = [
    '<text:tracked-changes><text:changed-region>gone</text:changed-region></text:tracked-changes>',
    '<text:p>one<office:annotation><text:p>a remark</text:p></office:annotation> two<text:s/>three</text:p>',
    '<text:p>a<text:line-break/>b &amp; c</text:p>',
  ].join('');
  const fodt = fodtOf([]).replace('<office:text>', `<office:text>${inner}`);
  const lines = (await openDocumentText(Buffer.from(fodt), 'fodt')).split('\n').filter(Boolean);
  assert.deepEqual(lines, ['one two three', 'a', 'b & c']);
});

test('a damaged document says that it is damaged', async () => {
  await assert.rejects(wordText(DOC.subarray(0, 3000)), /is damaged/);
  await assert.rejects(openDocumentText(await zipOf({ 'a.xml': '' }), 'odt'), /no content\.xml/);
});
