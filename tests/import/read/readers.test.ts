import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { decodeText } from '../../../src/import/read/decode-text.ts';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { kindOf, type SourceKind } from '../../../src/import/read/read-source.ts';
import { textBlocks } from '../../../src/import/read/read-text.ts';

const FIXTURES = join('tests', 'fixtures', 'import');

async function importFixture(name: string) {
  return convertDocument(await readFile(join(FIXTURES, name)), kindOf(name) as SourceKind);
}

const people = (contact: { name: string | null; phone: string | null }[] | null) =>
  (contact ?? []).map(({ name, phone }) => `${name} ${phone}`);

test('a Word file of LibreOffice keeps list, table, link, emphasis and footnote', async () => {
  const { fields, markdown } = await importFixture('libreoffice.docx');
  assert.equal(fields.title, 'Assemblymember Example Opens a Reading Room in Every Ferry Landing');
  assert.equal(
    fields.subtitle,
    'Three landings begin in April; books may be returned at any other',
  );
  assert.equal(fields.date, '2016-03-14');
  assert.equal(fields.dateline, 'SACRAMENTO, Calif.');
  assert.equal(fields.endMark, '###');
  assert.deepEqual(people(fields.contact), ['Casey Contact (916) 555-0147']);
  assert.match(markdown, /\*\*with no card asked for\*\* and no fines to pay\.\[\^1\]/);
  assert.match(markdown, /^- a table with \\\*two\\\* lamps/m);
  assert.match(markdown, /\[the list of rooms\]\(https:\/\/example\.org\/rooms/);
  assert.match(markdown, /\| Sampleton +\| April 4/);
  assert.match(markdown, /^\[\^1\]: A study of 2014 counted 1,200 riders a day\./m);
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
);

test('a Word file of a library keeps footnotes and tables; its picture is an attachment', async () => {
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('By the count of 2014.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Nine Lighthouses Open', heading: HeadingLevel.TITLE }),
          new Paragraph('May 3, 2018'),
          new Paragraph({
            children: [
              new TextRun(
                'SAMPLETON – Senator Sam Sample today opened nine lighthouses to all who can climb their stairs.',
              ),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: PIXEL,
                transformation: { width: 10, height: 10 },
                altText: {
                  name: 'stairs',
                  title: 'stairs',
                  description: 'The stairs of a lighthouse',
                },
              }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Harbor'), cell('Stairs')] }),
              new TableRow({ children: [cell('Sampleton'), cell('212')] }),
            ],
          }),
        ],
      },
    ],
  });
  const { fields, markdown, files } = await convertDocument(
    await Packer.toBuffer(document),
    'docx',
  );
  assert.equal(fields.title, 'Nine Lighthouses Open');
  assert.equal(fields.date, '2018-05-03');
  assert.match(markdown, /\[\^1\]: By the count of 2014\./);
  assert.match(markdown, /\| Sampleton \| 212/);
  assert.deepEqual(
    files.map(({ name, alt }) => [name, alt]),
    [['picture-1.png', 'The stairs of a lighthouse']],
  );
});

const cell = (text: string, options = {}) =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...options });
const row = (...children: TableCell[]) => new TableRow({ children });
const tableIn = (markdown: string) => /^\|.*(?:\n\|.*)*/m.exec(markdown)?.[0];
const TABLES: [string, TableRow[], string][] = [
  [
    'without a head',
    [row(cell('Sampleton'), cell('212')), row(cell('Mill'), cell('88'))],
    '|           |     |\n| --------- | --- |\n| Sampleton | 212 |\n| Mill      | 88  |',
  ],
  [
    'with cells merged across, under a head',
    [
      new TableRow({
        tableHeader: true,
        children: [cell('Hours', { columnSpan: 2 }), cell('Fee')],
      }),
      row(cell('May'), cell('closed', { columnSpan: 2 })),
    ],
    '| Hours |        | Fee |\n| ----- | ------ | --- |\n| May   | closed |     |',
  ],
  [
    'with cells merged down, of two lines, and with a bar in it',
    [row(cell('North\nand South', { rowSpan: 2 }), cell('Mill')), row(cell('Sound | Strait'))],
    '|                 |                 |\n| --------------- | --------------- |\n| North and South | Mill            |\n|                 | Sound \\| Strait |',
  ],
  [
    'with rows of different lengths',
    [row(cell('one')), row(cell('two'), cell('three'))],
    '|     |       |\n| --- | ----- |\n| one |       |\n| two | three |',
  ],
];
for (const [kind, rows, expected] of TABLES) {
  test(`a table ${kind} keeps every word in its row`, async () => {
    const lead =
      'SAMPLETON – Senator Sam Sample today named the hours of nine lighthouses, which are below.';
    const children = [
      new Paragraph('Nine Lighthouses Open'),
      new Paragraph(lead),
      new Table({ rows }),
    ];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const { markdown, problems } = await convertDocument(bytes, 'docx');
    assert.equal(tableIn(markdown), expected);
    assert.deepEqual(problems, []);
  });
}

test('a table of LibreOffice with cells merged across and down keeps every word', async () => {
  const { markdown, problems } = await importFixture('libreoffice-table.docx');
  assert.equal(
    tableIn(markdown),
    '|   |   |        |\n| - | - | ------ |\n| A |   | B      |\n|   |   | C      |\n| D | E | F \\| G |',
  );
  assert.deepEqual(problems, []);
});

test('a PDF is read by its text layer', async () => {
  const { fields, story } = await importFixture('libreoffice.pdf');
  assert.equal(fields.title, 'Assemblymember Example Opens a Reading Room in Every Ferry Landing');
  assert.equal(fields.dateline, 'SACRAMENTO, Calif.');
  assert.match(story, /reading rooms that will stand at the ferry landings of the Sample Coast/);
});

test('a page of a WordPress theme: header, sidebar and footer are left out, scripts are no words', async () => {
  const { fields, markdown, leftOut, metadata } = await importFixture('wordpress-page.html');
  assert.equal(fields.title, 'Senator Sample Opens Nine Lighthouses');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.endMark, '# # #');
  assert.deepEqual(people(fields.contact), ['Casey Contact (916) 555-0111']);
  assert.match(markdown, /^> The keepers wrote/m);
  assert.match(
    markdown,
    /\[table of hours\]\(https:\/\/sample\.example\.org\/lighthouses\/hours\/\)/,
  );
  assert.match(markdown, /^- No lamps of one’s own$/m);
  assert.ok(!/Recent Posts|Share this|Privacy Policy|Track every/.test(markdown));
  assert.ok(leftOut.some(({ text }) => text.includes('Recent Posts')));
  assert.equal(metadata?.source, 'https://sample.example.org/news/nine-lighthouses/');
});

test('a page of Drupal’s fields', async () => {
  const { fields, markdown } = await importFixture('drupal-page.html');
  assert.equal(fields.title, 'Ferry Fares Frozen for Two Years');
  assert.equal(fields.date, '2012-06-06');
  assert.equal(fields.dateline, 'PLACEHOLDER FALLS, CA');
  assert.deepEqual(people(fields.contact), ['Riley Wire 916-555-0122']);
  assert.match(markdown, /\| Mill to ridge +\| \$2\.00/);
});

test('the day in a page’s metadata may be written as mails write it', async () => {
  const page = (day: string) =>
    `<!doctype html><meta name="date" content="${day}"><title>Nine Lighthouses Open</title><p>Nine lighthouses opened to all who can climb their stairs, and the keepers were glad of them.</p>`;
  for (const day of ['Wed, 22 Nov 2017 09:00:00 -0800', 'Wed, 22 Nov 2017', '2017-11-22T09:00']) {
    const { metadata } = await convertDocument(Buffer.from(page(day)), 'html');
    assert.equal(metadata?.date, '2017-11-22', day);
  }
});

test('an old page framed by tables, in Windows-1252', async () => {
  const { fields, story } = await importFixture('table-page.html');
  assert.equal(fields.title, 'SPECIMEN TO HOLD OFFICE HOURS ON THE NIGHT BUS');
  assert.deepEqual(people(fields.contact), ['Dana Desk 916/555-0133']);
  assert.equal(story.split('\n\n').length, 3);
});

test('a mail in quoted-printable: its HTML part, its subject and its day where it was sent', async () => {
  const { fields, markdown, metadata } = await importFixture('quoted-printable.eml');
  assert.equal(fields.title, 'SENATOR SAMPLE PLANTS THE THOUSANDTH PEAR TREE');
  assert.match(
    markdown,
    /^SAMPLETON – Senator Sam Sample today planted the \*thousandth\* pear tree/,
  );
  assert.equal(metadata?.date, '2017-04-03');
  assert.equal(metadata?.title, 'Senator Sample Plants the Thousandth Pear Tree');
});

test('a mail in base64 with an attachment', async () => {
  const { fields, files, metadata } = await importFixture('base64.eml');
  assert.equal(fields.title, 'Assemblymember Placeholder Counts the Bridges');
  assert.deepEqual(people(fields.contact), ['Riley Wire (916) 555-0141']);
  assert.deepEqual(
    files.map(({ name }) => name),
    ['bridges.pdf'],
  );
  assert.equal(metadata?.date, '2015-09-08');
});

test('Markdown without frontmatter stays sign by sign', async () => {
  const body =
    'SAMPLETON – Senator Sam Sample *today* opened nine lighthouses, and __all__ may climb them.\n\n* one\n* two';
  const { fields, markdown } = await convertDocument(
    Buffer.from(`# Nine Lighthouses Open\n\n${body}\n`),
    'md',
  );
  assert.equal(fields.title, 'Nine Lighthouses Open');
  assert.equal(markdown, `${body}\n`);
});

test('frontmatter of other systems gives the fields, and the text is body alone', async () => {
  const { fields, metadata, markdown } = await convertDocument(
    Buffer.from(
      '---\ntitle: Nine Lighthouses Open\ndate: 2018-05-03T10:00:00-07:00\ntags: [Coast]\n---\n\nMay 4 is the day of the first visit.\n',
    ),
    'md',
  );
  assert.deepEqual([fields.title, fields.date], ['Nine Lighthouses Open', '2018-05-03']);
  assert.deepEqual(metadata?.topics, ['Coast']);
  assert.equal(markdown, 'May 4 is the day of the first visit.\n');
});

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

test('lines are joined only where they were surely one', () => {
  const wrapped =
    'Senator Sam Sample today opened the first of nine lighthouses of the\nSample Coast to everyone who is able to climb its two hundred stairs\nand to come down again.';
  assert.equal(textBlocks(wrapped).length, 1);
  assert.ok(!textBlocks(wrapped)[0]?.text.includes('\n'));
  const address = 'Office of Senator Sample\n1 Made-up Plaza\nSampleton';
  assert.equal(textBlocks(address)[0]?.text, address);
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
