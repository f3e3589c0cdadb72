import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('a Word document inside another is read in its place, its notes at its end', async () => {
  const inner = await wordFile(
    paragraph('<w:r><w:t>Words inside</w:t><w:footnoteReference w:id="1"/><w:t>.</w:t></w:r>') +
      paragraph(run('secret', '<w:vanish/>')),
    { parts: { 'word/footnotes.xml': part('footnotes', `<w:footnote w:id="1">${paragraph('A note.')}</w:footnote>`) } },
  ); // prettier-ignore
  const converted = await convertBody(
    `${paragraph('Before.')}<w:altChunk r:id="c"/>${paragraph('After.')}`,
    { parts: { 'word/inner.docx': inner }, links: { c: ['aFChunk', 'inner.docx'] } },
  );
  assert.equal(converted.body, 'Before.\n\nWords inside.\n\nA note.\n\nAfter.');
  assert.deepEqual(reasons(converted), ['secret: hidden text, which Word does not show']);
});

test('a document inside of a kind that is not read is named', async () => {
  const converted = await convertBody(`${paragraph('Before.')}<w:altChunk r:id="c"/>`, {
    parts: { 'word/inner.rtf': '{\\rtf1 Words}' },
    links: { c: ['aFChunk', 'inner.rtf'] },
  });
  assert.match(reasons(converted).join('\n'), /^word\/inner\.rtf: a document inside this one/);
  assert.match(converted.warnings.join('\n'), /inner\.rtf/);
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
