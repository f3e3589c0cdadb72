import assert from 'node:assert/strict';
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
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture, people } from './fixture.ts';

test('a Word file of LibreOffice keeps list, table, link, emphasis and footnote', async () => {
  const { fields, markdown } = await convertFixture('libreoffice.docx');
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
  const { markdown, problems } = await convertFixture('libreoffice-table.docx');
  assert.equal(
    tableIn(markdown),
    '|   |   |        |\n| - | - | ------ |\n| A |   | B      |\n|   |   | C      |\n| D | E | F \\| G |',
  );
  assert.deepEqual(problems, []);
});
