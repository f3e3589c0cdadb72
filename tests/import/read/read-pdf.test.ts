import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture } from './fixture.ts';

test('a PDF is read by its text layer', async () => {
  const { fields, story } = await convertFixture('libreoffice.pdf');
  assert.equal(fields.title, 'Assemblymember Example Opens a Reading Room in Every Ferry Landing');
  assert.equal(fields.dateline, 'SACRAMENTO, Calif.');
  assert.match(story, /reading rooms that will stand at the ferry landings of the Sample Coast/);
});

test('an encrypted PDF is reported as one', async () => {
  const bytes = await readFile(join('tests', 'fixtures', 'import', 'encrypted.pdf'));
  await assert.rejects(convertDocument(bytes, 'pdf'), {
    name: 'UnreadableSource',
    message: 'is encrypted',
  });
});

/** A PDF of pages with these drawing instructions; `objects` are added from number 100 on. */
function pdfOf(pages: { draw: string; entries?: string }[], objects: string[] = [], root = '') {
  const page = ({ entries = '' }: { entries?: string }, n: number) =>
    `${10 + n} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /StructParents ${n} /Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> /Contents ${50 + n} 0 R ${entries} >>\nendobj\n`;
  const stream = ({ draw }: { draw: string }, n: number) =>
    `${50 + n} 0 obj\n<< /Length ${draw.length} >>\nstream\n${draw}\nendstream\nendobj\n`;
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${root} >>\nendobj\n2 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${10 + n} 0 R`).join(' ')}] >>\nendobj\n3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n4 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream\nendobj\n${pages.map(page).join('')}${pages.map(stream).join('')}${objects.map((object, n) => `${100 + n} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
}
const shown = (text: string, top = 700, more = '') =>
  `BT /F 12 Tf 72 ${top} Td ${more} (${text}) Tj ET`;
const shownAt = (text: string, left: number, top: number) =>
  `BT /F 12 Tf ${left} ${top} Td (${text}) Tj ET`;
const PICTURE = 'q 600 0 0 700 0 0 cm /P Do Q';
const HEAD = `${shown('Ferry Runs at Night')} ${shown('SAMPLETON - The ferry will run at night, the senator said today.', 660)}`;

test('a PDF of pictures says so, and names a program that reads them', async () => {
  await assert.rejects(convertDocument(pdfOf([{ draw: PICTURE }]), 'pdf'), {
    message: 'has no text layer: it is a picture of pages',
    hint: /ocrmypdf/,
  });
});

test('a page that is a picture among others is named', async () => {
  const pages = [{ draw: HEAD }, { draw: PICTURE }, { draw: '' }];
  const { warnings } = await convertDocument(pdfOf(pages), 'pdf');
  assert.match(warnings.join('\n'), /^Page 2 is a picture, of which nothing was read/m);
});

test('raised letters stay in their line', async () => {
  const raised = `BT /F 12 Tf 72 640 Td (On the 45) Tj /F 7 Tf 5 Ts (th) Tj /F 12 Tf 0 Ts ( day it sailed.) Tj ET`;
  const { text } = await convertDocument(pdfOf([{ draw: `${HEAD} ${raised}` }]), 'pdf');
  assert.match(text, /On the 45th day it sailed\./);
});

test('comments and fields that were filled in are reported', async () => {
  const comment =
    '<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (Ask Casey first) >>';
  const entries = '/Annots [100 0 R]';
  const { leftOut, text } = await convertDocument(
    pdfOf([{ draw: HEAD, entries }], [comment]),
    'pdf',
  );
  assert.ok(!text.includes('Ask Casey'));
  assert.deepEqual(
    leftOut.filter(({ reason }) => reason.startsWith('a comment')).map((one) => one.text),
    ['Ask Casey first'],
  );
});

test('where a PDF says what its letters stand for, that is its text', async () => {
  const draw = `${HEAD} /Span << /MCID 0 >> BDC ${shown('x7 q', 640)} EMC`;
  const { text } = await convertDocument(
    pdfOf(
      [{ draw }],
      [
        '<< /Type /StructTreeRoot /K [101 0 R] /ParentTree 102 0 R >>',
        '<< /Type /StructElem /S /Span /P 100 0 R /Pg 10 0 R /ActualText (Fifty lamps burn.) /K 0 >>',
        '<< /Nums [0 [101 0 R]] >>',
      ],
      '/StructTreeRoot 100 0 R /MarkInfo << /Marked true >>',
    ),
    'pdf',
  );
  assert.match(text, /Fifty lamps burn\./);
  assert.ok(!text.includes('x7'));
});

test('letters that are drawn twice to look bold are read once, with a warning', async () => {
  const letters = [...'BOND'].map((letter, n) => shownAt(letter, 72 + 9 * n, 580) + shownAt(letter, 72.3 + 9 * n, 580.2)); // prettier-ignore
  const whole = shownAt('Twice drawn', 72, 620) + shownAt('Twice drawn', 72.4, 620);
  const dots = shownAt('One .....', 72, 600) + shownAt('..... two', 102, 600);
  const { text, warnings } = await convertDocument(
    pdfOf([{ draw: `${HEAD} ${whole} ${dots} ${letters.join(' ')}` }]),
    'pdf',
  );
  assert.match(text, /Twice drawn\n+One \.{10} two\n+BOND$/);
  assert.match(warnings.join(), /Letters that are drawn twice.* compare page 1/);
});

test('raised figures are no part of the word before them, nor of the note that they begin', async () => {
  const raised = `BT /F 12 Tf 72 640 Td (It sailed) Tj /F 7 Tf 5 Ts (12) Tj /F 12 Tf 0 Ts ( and came back.) Tj ET BT /F 7 Tf 72 604 Td (12) Tj /F 12 Tf 8 -4 Td (On a Monday.) Tj ET`;
  const { text } = await convertDocument(pdfOf([{ draw: `${HEAD} ${raised}` }]), 'pdf');
  assert.match(text, /It sailed¹² and came back\./);
  assert.match(text, /¹² ?On a Monday\./);
});

test('a hyphen that a program put in to divide a word is none', async () => {
  const hyphen = (mark: string) =>
    `BT /F 12 Tf 72 640 Td (From June on the night ferry will sail to all of the seven old light) Tj ${mark} (-) Tj EMC ET ${shown('houses on the coast, and back, and to each of the two other islands', 626)} ${shown('and towns.', 612)}`;
  const soft = await convertDocument(
    pdfOf([{ draw: `${HEAD} ${hyphen('/Span << /ActualText <FEFF00AD> >> BDC')}` }]),
    'pdf',
  );
  assert.match(soft.text, /lighthouses on the coast/);
  assert.ok(!soft.warnings.join().includes('lighthouses'));
  const hard = await convertDocument(pdfOf([{ draw: `${HEAD} ${hyphen('/P << /MCID 0 >> BDC')}` }]), 'pdf'); // prettier-ignore
  assert.match(hard.warnings.join('\n'), /Words that a line’s end had cut .*light-?houses/);
});

test('a page that is in the file twice is no margin', async () => {
  const lines = Array.from({ length: 10 }, (_, n) => shown(`Lamp number ${'x'.repeat(n + 1)} burns.`, 620 - 30 * n)); // prettier-ignore
  const page = { draw: `${HEAD} ${lines.join(' ')}` };
  const { text } = await convertDocument(pdfOf([page, page]), 'pdf');
  assert.match(text, /Lamp number xxx burns\./);
});

test('accents that are drawn over or under their letters are one with them', async () => {
  // Standard encoding: \310 is a dieresis, \317 a caron, \302 an acute, \313 a cedilla, \301 a grave.
  const drawn = (array: string, top: number) => `BT /F 12 Tf 72 ${top} Td [${array}] TJ ET`;
  const raised =
    'BT /F 12 Tf 72 600 Td (In ) Tj 2.5 Ts (\\317) Tj 0 Ts [500 (Samplov they said no.)] TJ ET';
  const lines = [
    drawn('(Casey M) -90 (\\310) 423 (arzfeld and Jos) -90 (\\302) 423 (e Exemple.)', 640),
    drawn('(Ren) -90 (\\302) 423 (e of Ilha das Li) (c) 416 (\\313) -83 (oes came.)', 620),
    raised,
  ];
  const { text, account } = await convertDocument(
    pdfOf([{ draw: `${HEAD} ${lines.join(' ')}` }]),
    'pdf',
  );
  for (const words of ['Märzfeld and José Exemple', 'René of Ilha das Liçoes', 'In Šamplov'])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.deepEqual(account.missing, []);
});

test('a mark beside a letter stays one', async () => {
  const marks = shown('They wrote \\301ferry\\301, rock \\302n\\302 roll and a\\310b.', 640);
  const { text } = await convertDocument(pdfOf([{ draw: `${HEAD} ${marks}` }]), 'pdf');
  assert.match(text, /They wrote `ferry`, rock ´n´ roll and a¨b\./);
});

test('a short page that is in the file twice is no margin either, but its header is', async () => {
  const header = shown('Office of Casey Sample', 770);
  const short = { draw: `${header} ${HEAD} ${shown('One lamp burns.', 620)}` };
  const other = { draw: `${header} ${shown('The ferry has a bell, which rings.', 660)}` };
  const alone = await convertDocument(pdfOf([short, short]), 'pdf');
  assert.match(alone.text, /One lamp burns\./);
  const { text, leftOut } = await convertDocument(pdfOf([short, short, other]), 'pdf');
  assert.match(text, /One lamp burns\..*which rings\./s);
  const margins = leftOut.filter(({ reason }) => reason === 'in the margin of every page');
  assert.deepEqual(new Set(margins.map((one) => one.text)), new Set(['Office of Casey Sample']));
});

test('of a list in a form, what it shows is reported, not the code of it', async () => {
  const list =
    '<< /Type /Annot /Subtype /Widget /FT /Ch /T (boat) /V (x2) /Opt [[(x1) (Day ferry)] [(x2) (Night ferry)]] /Rect [10 10 90 30] >>';
  const root = '/AcroForm << /Fields [100 0 R] >>';
  const { leftOut } = await convertDocument(
    pdfOf([{ draw: HEAD, entries: '/Annots [100 0 R]' }], [list], root),
    'pdf',
  );
  const filled = leftOut.filter(({ reason }) => reason.startsWith('what was filled'));
  assert.deepEqual(filled.map((one) => one.text), ['Night ferry']); // prettier-ignore
});
