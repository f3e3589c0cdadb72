import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { convertDocument } from '../../../../src/import/convert/convert-document.ts';
import { convertBody, HEAD, paragraph, part, reasons, run, wordFile } from './word-file.ts';

const strict = (xml: string) =>
  xml
    .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
    .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'); // prettier-ignore

const FORMS: [string, Parameters<typeof wordFile>[1]][] = [
  ['another prefix', { change: (xml) => xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replace('xmlns:w=', 'xmlns:x=') }],
  ['no prefix', { change: (xml) => xml.replaceAll('<w:', '<').replaceAll('</w:', '</').replace('xmlns:w=', 'xmlns=') }],
  ['Strict OOXML', { change: strict }],
  ['another name of the main part', { main: 'word/document2.xml' }],
  ['another folder', { main: 'content/text.xml' }],
  ['UTF-16', { change: (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le') }],
]; // prettier-ignore
for (const [what, options] of FORMS) {
  test(`a package in ${what}`, async () => {
    const { body, account } = await convertBody(
      paragraph(run('Lamps', '') + run(' &amp; bells.')),
      options,
    );
    assert.equal(body, 'Lamps & bells.');
    assert.deepEqual(account.missing, []);
  });
}

const CHUNKS: [string, string, string][] = [
  ['a web page', 'chunk.html', '<html><head><title>no</title></head><body><p>Words <b>inside</b>.</p><p hidden>no</p></body></html>'],
  ['a saved page', 'chunk.mht', 'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Words <b>inside</b>.</p>'],
  ['a text', 'chunk.txt', 'Words **inside**.'],
]; // prettier-ignore
for (const [what, name, content] of CHUNKS) {
  test(`${what} inside the document is read in its place`, async () => {
    const { body } = await convertBody(
      `${paragraph('Before.')}<w:altChunk r:id="c"/>${paragraph('After.')}`,
      {
        parts: { [`word/${name}`]: content },
        links: { c: ['aFChunk', name] },
      },
    );
    const expected = name.endsWith('txt') ? 'Words \\*\\*inside\\*\\*.' : 'Words **inside**.';
    assert.equal(body, `Before.\n\n${expected}\n\nAfter.`);
  });
}

const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const notesPart = (...texts: string[]) =>
  part('footnotes', texts.map((text, n) => `<w:footnote w:id="${n + 1}">${paragraph(text)}</w:footnote>`).join('')); // prettier-ignore

test('a Word document inside another is read in its place, with its notes and pictures', async () => {
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).png().toBuffer(); // prettier-ignore
  const picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A lamp"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="i"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'; // prettier-ignore
  const inner = await wordFile(
    paragraph(run('Words inside') + note(1) + run('.')) + paragraph(picture) + paragraph(run('secret', '<w:vanish/>')),
    { parts: { 'word/footnotes.xml': notesPart('A note inside.'), 'word/media/lamp.png': png }, links: { i: ['image', 'media/lamp.png'] } },
  ); // prettier-ignore
  const converted = await convertBody(
    `${paragraph(run('Before') + note(1) + run('.'))}<w:altChunk r:id="c"/>${paragraph(run('After') + note(2) + run('.'))}`,
    {
      parts: { 'word/inner.docx': inner, 'word/footnotes.xml': notesPart('First.', 'Last.') },
      links: { c: ['aFChunk', 'inner.docx'] },
    },
  );
  assert.equal(
    converted.body,
    'Before[^1].\n\nWords inside[^2].\n\n![A lamp](/media/attached:picture-1.png)\n\nAfter[^3].\n\n[^1]: First.\n\n[^2]: A note inside.\n\n[^3]: Last.',
  );
  assert.deepEqual(converted.files.map(({ name, alt }) => [name, alt]), [['picture-1.png', 'A lamp']]); // prettier-ignore
  assert.deepEqual(reasons(converted), ['secret: hidden text, which Word does not show']);
});

test('rich text inside the document is read as text, with a warning', async () => {
  const { body, warnings } = await convertBody(
    `${paragraph('Before.')}<w:altChunk r:id="c"/>${paragraph('After.')}`,
    {
      parts: { 'word/inner.rtf': String.raw`{\rtf1\ansi {\info{\author Nobody}}The Pe\'f1a {\b hall}.\par Open.}` },
      links: { c: ['aFChunk', 'inner.rtf'] },
    },
  ); // prettier-ignore
  assert.equal(body, 'Before.\n\nThe Peña hall.\n\nOpen.\n\nAfter.');
  assert.match(warnings.join('\n'), /rich text inside/);
});

test('a document inside of a kind that is not read is named', async () => {
  const converted = await convertBody(`${paragraph('Before.')}<w:altChunk r:id="c"/>`, {
    parts: { 'word/inner.pdf': '%PDF-1.4' },
    links: { c: ['aFChunk', 'inner.pdf'] },
  });
  assert.match(reasons(converted).join('\n'), /^word\/inner\.pdf: a document inside this one/);
  assert.match(converted.warnings.join('\n'), /inner\.pdf/);
});

test('a document with macros is read without them, LibreOffice or none', async () => {
  const bytes = await wordFile(`${HEAD}${paragraph('Lamps.')}`, { parts: { 'word/vbaProject.bin': 'x', '[Content_Types].xml': '<Types/>' } }); // prettier-ignore
  const { text, leftOut, warnings } = await convertDocument(bytes, 'office');
  assert.match(text, /Lamps\.$/);
  assert.ok(leftOut.some((one) => one.text === 'word/vbaProject.bin'));
  assert.match(warnings.join(), /It has macros; they were left out/);
});

test('words of a part that is not known are reported with its name', async () => {
  const converted = await convertBody(paragraph('Text.'), {
    parts: { 'word/extra.xml': '<extra><line>Words of an add-in</line></extra>' },
  });
  assert.deepEqual(reasons(converted), [
    'Words of an add-in: in word/extra.xml, which no page shows',
  ]);
});

test('words in an element that is not known are in the text, and stray ones in the report', async () => {
  const converted = await convertBody(
    paragraph(`<w:futureWrap>stray${run('Words.')}</w:futureWrap>`),
  );
  assert.equal(converted.body, 'Words.');
  assert.deepEqual(reasons(converted), [
    'stray: in an element w:futureWrap, which Word does not show',
  ]);
});

test('tables in tables are read', async () => {
  const depth = 20;
  const { body } = await convertBody(
    `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('Inside.')}${'<w:p/></w:tc></w:tr></w:tbl>'.repeat(depth)}`,
  );
  assert.equal(body, 'Inside.');
});

const REFUSED: [string, () => Promise<Buffer>, RegExp][] = [
  ['malformed XML', () => wordFile(HEAD, { change: (xml) => xml.replace('</w:body>', '') }), /is damaged in word\/document\.xml/],
  ['an undeclared prefix', () => wordFile(HEAD, { change: (xml) => xml.replace('<w:body>', '<w:body><zz:p/>') }), /is damaged in word\/document\.xml/],
  ['no main part', () => wordFile(HEAD, { change: (xml) => xml.replaceAll('w:document', 'w:other') }), /is not a Word document/],
  ['entities', () => wordFile(HEAD, { change: (xml) => `<!DOCTYPE w:document [<!ENTITY a "b">]>${xml}` }), /has entities in word\/document\.xml/],
  ['elements without end inside one another', () => wordFile(HEAD + '<w:smartTag>'.repeat(500) + '</w:smartTag>'.repeat(500)), /more than 400 deep/],
  ['a macro', () => wordFile(HEAD, { parts: { 'word/vbaProject.bin': 'x' } }), /has a macro in it/],
  ['parts of a spreadsheet', () => wordFile(HEAD, { change: () => '<workbook/>', parts: { 'xl/workbook.xml': '<a/>' } }), /of another office program/],
]; // prettier-ignore
for (const [what, make, expected] of REFUSED) {
  test(`a package with ${what} is refused with a reason`, async () => {
    const bytes = await make();
    await assert.rejects(convertDocument(bytes, 'docx'), (error: Error & { hint?: string }) => {
      assert.match(error.message, expected);
      assert.ok(error.hint);
      return true;
    });
  });
}
