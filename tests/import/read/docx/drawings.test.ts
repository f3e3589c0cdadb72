import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertBody, paragraph, part, reasons, run } from './word-file.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (id: string, alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const PICTURE = {
  parts: { 'word/media/image1.png': PIXEL },
  links: { rId1: ['image', 'media/image1.png'] as [string, string] },
};
const box = (content: string) =>
  `<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>12345</wp:posOffset></wp:positionV><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const oldBox = (content: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;

test('a picture stays where it was, with its words', async () => {
  const { body, files, problems } = await convertBody(
    paragraph('Before.') + paragraph(picture('rId1', 'The stairs')) + paragraph('After.'),
    PICTURE,
  );
  assert.equal(body, 'Before.\n\n![The stairs](/media/attached:picture-1.png)\n\nAfter.');
  assert.deepEqual(files.map(({ name, alt, isShown }) => [name, alt, isShown]), [['picture-1.png', 'The stairs', true]]); // prettier-ignore
  assert.deepEqual(problems, []);
});

test('a picture that is not in the file is named', async () => {
  const { body, files, leftOut, warnings } = await convertBody(
    paragraph(run('Here.') + picture('rId2', 'The bell')),
    { links: { rId2: ['image', 'https://example.org/bell.png', true] } },
  );
  assert.equal(body, 'Here.');
  assert.deepEqual(files, []);
  assert.ok(leftOut.some(({ text }) => text === 'The bell, https://example.org/bell.png'));
  assert.match(warnings.join('\n'), /picture that is not in the file/);
});

const FORMS: [string, string][] = [
  ['of today alone', `<mc:AlternateContent><mc:Choice Requires="wps">${box(paragraph('Boxed words.'))}</mc:Choice></mc:AlternateContent>`],
  ['of today, and again for old programs', `<mc:AlternateContent><mc:Choice Requires="wps">${box(paragraph('Boxed words.'))}</mc:Choice><mc:Fallback>${oldBox(paragraph('Boxed words.'))}</mc:Fallback></mc:AlternateContent>`],
  ['of old', oldBox(paragraph('Boxed words.'))],
  ['with the words only in the form for old programs', `<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>${oldBox(paragraph('Boxed words.'))}</mc:Fallback></mc:AlternateContent>`],
]; // prettier-ignore
for (const [what, drawing] of FORMS) {
  test(`a text box ${what} comes after its paragraph, once`, async () => {
    const converted = await convertBody(
      paragraph(`${run('Light')}<w:r>${drawing}</w:r>${run('house.')}`) + paragraph('After.'),
    );
    assert.equal(converted.body, 'Lighthouse.\n\nBoxed words.\n\nAfter.');
    assert.deepEqual(reasons(converted), []);
  });
}

test('words that only the form for old programs has are reported', async () => {
  const converted = await convertBody(
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(paragraph('Boxed words.'))}</mc:Choice><mc:Fallback>${oldBox(paragraph('Boxed old words.'))}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  );
  assert.equal(converted.body, 'Boxed words.');
  assert.deepEqual(reasons(converted), ['old: in a form of a drawing for other programs']);
});

test('the words of WordArt are in the text', async () => {
  const { body } = await convertBody(
    paragraph(
      '<w:r><w:pict><v:shape><v:textpath string="Lamps &amp; bells"/></v:shape></w:pict></w:r>',
    ),
  );
  assert.equal(body, 'Lamps & bells');
});

test('words in shapes of a drawing are whole, however their runs cut them', async () => {
  const shape = '<a:p><a:r><a:t>Light</a:t></a:r><a:r><a:t>house</a:t></a:r></a:p>';
  const { body, account } = await convertBody(
    paragraph(`<w:r><w:drawing><wp:inline>${shape}</wp:inline></w:drawing></w:r>`),
  );
  assert.equal(body, 'Lighthouse');
  assert.deepEqual(account.missing, []);
});

test('charts and SmartArt are left out by name', async () => {
  const chart =
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:ser><c:f>Sheet1!$A$1</c:f><c:pt><c:v>Visitors</c:v></c:pt><c:pt><c:v>12</c:v></c:pt></c:ser></c:chartSpace>';
  const art = (root: string) =>
    `<x:${root} xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><x:pt><a:p><a:r><a:t>Keeper</a:t></a:r></a:p></x:pt></x:${root}>`;
  const converted = await convertBody(paragraph('Text.'), {
    parts: {
      'word/charts/chart1.xml': chart,
      'word/diagrams/data1.xml': art('dataModel'),
      'word/diagrams/drawing1.xml': art('drawing'),
      'word/embeddings/sheet.xlsx': Buffer.from('PK'),
    },
  });
  assert.deepEqual(reasons(converted), [
    'Visitors 12: in a chart, which a page cannot show as text',
    'Keeper: in a SmartArt graphic, which a page cannot show as text',
    'word/embeddings/sheet.xlsx: a file embedded in the document',
  ]);
  assert.equal(converted.warnings.length, 3);
});

test('formulas are one line of text, and a warning says so', async () => {
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const e = (inner: string) => `<m:e>${inner}</m:e>`;
  const fraction = `<m:f><m:num>${t('a+b')}</m:num><m:den>${t('2')}</m:den></m:f>`;
  const power = `<m:sSup>${e(t('x'))}<m:sup>${t('2')}</m:sup></m:sSup>`;
  const root = `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e(t('x+1'))}</m:rad>`;
  const brackets = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${e(t('n'))}</m:d>`;
  const { body, warnings, account } = await convertBody(
    paragraph(
      `${run('It is ')}<m:oMath>${fraction}${t('=')}${power}${t('+')}${root}${brackets}</m:oMath>${run('.')}`,
    ),
  );
  assert.equal(body, 'It is (a+b)/2=x<sup>2</sup>+√(x+1)\\[n].');
  assert.deepEqual(account.missing, []);
  assert.match(warnings.join('\n'), /formulas/);
});

test('a table inside a paragraph comes after it', async () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph('North')}</w:tc><w:tc>${paragraph('lamp')}</w:tc></w:tr></w:tbl>`;
  const { body } = await convertBody(paragraph(`${run('See:')}<w:r>${table}</w:r>`));
  assert.match(body, /^See:\n\n\|[ |]+\n[| -]+\n\| North \| lamp \|$/);
});

test('comments and notes that nothing refers to are reported', async () => {
  const converted = await convertBody(
    paragraph('<w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/><w:t>.</w:t></w:r>'),
    {
      parts: {
        'word/comments.xml': part('comments', `<w:comment w:id="0" w:author="Pat">${paragraph('Check this.')}</w:comment>`),
        'word/footnotes.xml': part(
          'footnotes',
          `<w:footnote w:id="2">${paragraph('By the count.')}</w:footnote><w:footnote w:id="3">${paragraph('Nowhere.')}</w:footnote>`,
        ),
      },
    },
  ); // prettier-ignore
  assert.equal(converted.body, 'Text[^1].\n\n[^1]: By the count.');
  assert.deepEqual(reasons(converted), [
    'Nowhere.: a note that the text does not refer to',
    'Check this.: a comment by Pat',
  ]);
});
