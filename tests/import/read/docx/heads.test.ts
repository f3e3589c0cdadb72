import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../../src/import/convert/convert-document.ts';
import { CONFIDENCE_BAR } from '../../../../src/import/resolve/questions.ts';
import { paragraph, part, run, wordFile } from './word-file.ts';

const STORY = paragraph(
  'SAMPLETON – The nine keepers of the harbor towers finished their repairs on Tuesday and opened the stairs to visitors.',
);
const BREAK = '<w:r><w:br/></w:r>';
const TAB = '<w:r><w:tab/></w:r>';
const large = (text: string) => run(text, '<w:sz w:val="32"/>');
const bold = (text: string) => run(text, '<w:b/>');
const box = (...lines: string[]) =>
  `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${lines.map((line) => paragraph(line)).join('')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
const cell = (...lines: string[]) =>
  `<w:tc>${lines.map((line) => paragraph(line)).join('')}</w:tc>`;
const HEADLINE_STYLE = part(
  'styles',
  '<w:style w:type="paragraph" w:styleId="Headline"><w:name w:val="Headline"/><w:rPr><w:b/><w:caps/></w:rPr></w:style>',
);

const CASES: [what: string, body: string, headline: string, contact?: string][] = [
  [
    'a letterhead in text boxes, a headline in bold with a break in it',
    box('COUNTY OF SAMPLETON', 'Office of the Harbor Board') +
      box('Robin Keeper', 'Public Information Officer', '(805) 555-0119') +
      paragraph('PRESS RELEASE') +
      paragraph('May 9, 2013') +
      paragraph(bold('Board Opens Nine Towers') + BREAK + bold('After a Year of Repairs')),
    'Board Opens Nine Towers After a Year of Repairs',
    'Robin Keeper',
  ],
  [
    'a headline by its style, with capitals',
    paragraph('Sampleton Sheriff’s Office') +
      paragraph('News Release') +
      paragraph('Date: June 3, 2014') +
      paragraph('Deputies rescue nine kayakers', '<w:pStyle w:val="Headline"/>'),
    'DEPUTIES RESCUE NINE KAYAKERS',
  ],
  [
    'day and contact in a table',
    `<w:tbl><w:tr>${cell('FOR IMMEDIATE RELEASE', 'October 2, 2017')}${cell('CONTACT:', 'Casey Wire', '(541) 555-0138')}</w:tr></w:tbl>` +
      paragraph(bold('MAYOR SAMPLE SIGNS LAMP OIL ORDINANCE')),
    'MAYOR SAMPLE SIGNS LAMP OIL ORDINANCE',
    'Casey Wire',
  ],
  [
    'soft returns in its letterhead, and a second line that begins with its verb',
    paragraph(
      ['Assemblymember Sam Sample', 'Ninth District', 'FOR IMMEDIATE RELEASE', 'April 4, 2018']
        .map((line) => run(line))
        .join(BREAK),
    ) + paragraph(bold('Sample Bill to Light Piers') + BREAK + bold('Clears First Committee')),
    'Sample Bill to Light Piers Clears First Committee',
  ],
  [
    'tabs between the release line and the contact, the day and the number',
    paragraph(run('FOR IMMEDIATE RELEASE') + TAB + TAB + run('Contact: Casey Wire')) +
      paragraph(run('April 4, 2018') + TAB + TAB + run('(541) 555-0138')) +
      paragraph(bold('Mayor Sample Signs Lamp Oil Ordinance')),
    'Mayor Sample Signs Lamp Oil Ordinance',
    'Casey Wire',
  ],
  [
    'a board with its members above a headline that its size alone shows',
    paragraph(run('BOARD OF TOWERS') + TAB + run('Jo Slate, President · Kit Chalk, Clerk')) +
      paragraph(large('NEWS')) +
      paragraph('Contact: Casey Wire, Press Secretary') +
      paragraph('(541) 555-0138') +
      paragraph('April 4, 2018') +
      paragraph(large('Old Towers of Sampleton') + BREAK + large('Open Their Doors')),
    'Old Towers of Sampleton Open Their Doors',
    'Casey Wire',
  ],
  [
    'the address of the office with its telephone number',
    paragraph('1 Pier Road • Port Sample, CA 90000 • (805) 555-0100') +
      paragraph('April 4, 2018') +
      paragraph('Contact: Casey Wire, Press Secretary') +
      paragraph('Phone: (541) 555-0138') +
      paragraph(bold('Mayor Sample Signs Lamp Oil Ordinance')),
    'Mayor Sample Signs Lamp Oil Ordinance',
    'Casey Wire',
  ],
];
for (const [what, head, headline, contact] of CASES) {
  test(`a Word file with ${what}`, async () => {
    const file = await wordFile(head + STORY, { parts: { 'word/styles.xml': HEADLINE_STYLE } });
    const { fields, confidence, account } = await convertDocument(file, 'docx');
    assert.equal(fields.title, headline);
    assert.ok(confidence.title >= CONFIDENCE_BAR, String(confidence.title));
    assert.equal(fields.dateline, 'SAMPLETON');
    assert.deepEqual(
      fields.contact?.map(({ name }) => name),
      contact && [contact],
    );
    assert.equal(fields.contact?.some(({ phone }) => phone === null) ?? false, false);
    assert.deepEqual(account.missing, []);
  });
}
