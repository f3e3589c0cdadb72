import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../../src/import/convert/convert-document.ts';
import { type Link, paragraph, part, reasons, wordFile } from './word-file.ts';

const BODY = [
  'Nine Lighthouses Open',
  'SAMPLETON – Senator Sam Sample today opened nine lighthouses to all who can climb their stairs.',
  'They stay open until nine in the evening on every day but Sunday.',
]
  .map((line) => paragraph(line))
  .join('');

const HEADERS = { first: 'May 1, 2018', default: 'May 2, 2018', even: 'May 3, 2018' };
type Kind = keyof typeof HEADERS;

async function convertWith(kinds: Kind[], section: string, isEvenOdd: boolean) {
  const parts = Object.fromEntries(
    kinds.map((kind) => [`word/${kind}.xml`, part('hdr', paragraph(HEADERS[kind]))]),
  );
  const links = Object.fromEntries(
    kinds.map((kind): [string, Link] => [kind, ['header', `${kind}.xml`]]),
  );
  const references = kinds.map((kind) => `<w:headerReference w:type="${kind}" r:id="${kind}"/>`);
  const settings = part('settings', isEvenOdd ? '<w:evenAndOddHeaders/>' : '');
  const bytes = await wordFile(`${BODY}<w:sectPr>${references.join('')}${section}</w:sectPr>`, {
    parts: { ...parts, 'word/settings.xml': settings },
    links,
  });
  return convertDocument(bytes, 'docx');
}

const CASES: [string, Kind[], string, boolean, string | null][] = [
  ['the header of all pages', ['default'], '', false, '2018-05-02'],
  ['that of the first page', ['default', 'first'], '<w:titlePg/>', false, '2018-05-01'],
  ['none, if the first page is to have its own and has none', ['default'], '<w:titlePg/>', false, null],
  ['not that of a first page like others', ['first'], '', false, null],
  ['not that of even pages', ['even', 'default'], '', true, '2018-05-02'],
  ['not one that no page shows', ['even'], '', false, null],
  ['that of even pages where the first has an even number', ['even', 'default'], '<w:pgNumType w:start="2"/>', true, '2018-05-03'],
]; // prettier-ignore
for (const [what, kinds, section, isEvenOdd, expected] of CASES) {
  test(`the day comes from a header: ${what}`, async () => {
    const { fields, account } = await convertWith(kinds, section, isEvenOdd);
    assert.equal(fields.date, expected);
    assert.deepEqual(account.missing, []);
  });
}

test('what a page shows in its margins is reported otherwise than what none shows', async () => {
  const converted = await convertWith(['default', 'first', 'even'], '<w:titlePg/>', false);
  assert.deepEqual(reasons(converted).sort(), [
    'May 2, 2018: in the margin of later pages',
    'May 3, 2018: in a margin that no page shows',
  ]);
});

test('a section without headers has those of the one before; footers are no head', async () => {
  const first = `<w:p><w:pPr><w:sectPr><w:footerReference w:type="default" r:id="f"/></w:sectPr></w:pPr></w:p>`;
  const converted = await convertDocument(
    await wordFile(`${BODY}${first}${paragraph('More.')}<w:sectPr/>`, {
      parts: { 'word/footer1.xml': part('ftr', paragraph('May 9, 2019')) },
      links: { f: ['footer', 'footer1.xml'] },
    }),
    'docx',
  );
  assert.equal(converted.fields.date, null);
  assert.deepEqual(reasons(converted), ['May 9, 2019: in the margin of every page']);
});

test('a watermark is reported, and a warning names it', async () => {
  const art = '<w:r><w:pict><v:shape><v:textpath string="SAMPLE DRAFT"/></v:shape></w:pict></w:r>';
  const converted = await convertDocument(
    await wordFile(`${BODY}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`, {
      parts: { 'word/header1.xml': part('hdr', paragraph(art)) },
      links: { h: ['header', 'header1.xml'] },
    }),
    'docx',
  );
  assert.deepEqual(reasons(converted), ['SAMPLE DRAFT: in the margin of every page']);
  assert.match(converted.warnings.join('\n'), /watermark, “SAMPLE DRAFT”/);
});
