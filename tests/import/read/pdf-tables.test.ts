import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PdfLine, tableWarning } from '../../../src/import/read/pdf-tables.ts';

/** Lines of 12 points: each with its height on the page, and the left and right ends of its pieces. */
const page = (...lines: [top: number, ...pieces: [string, number, number][]][]): PdfLine[] =>
  lines.map(([top, ...pieces]) => ({
    text: pieces.map(([text]) => text).join(' '),
    page: 1,
    top,
    left: pieces[0]?.[1] ?? 0,
    right: pieces.at(-1)?.[2] ?? 0,
    height: 12,
    pieces: pieces.map(([, left, right]) => ({ left, right })),
  }));

const TABLES: [string, PdfLine[]][] = [
  [
    'columns that begin at one place',
    page(
      [700, ['Sampleton', 57, 120], ['212', 170, 190]],
      [670, ['Mill', 57, 80], ['8', 170, 176]],
    ),
  ],
  [
    'figures that end at one place, close to the longest name',
    page(
      [700, ['Placeholder Falls', 57, 160], ['$5,788', 168, 204]],
      [670, ['Mill', 57, 80], ['$88', 186, 204]],
    ),
  ],
  ['figures that are drawn as one', page([700, ['1 20', 57, 77]], [670, ['2 30', 57, 77]], [640, ['3 $40', 57, 77]])], // prettier-ignore
  [
    'cells of several lines beside a name',
    page(
      [653, ['Sampleton', 58, 120]],
      [660, ['The stairs are swept every morning', 154, 540]],
      [646, ['before the doors open.', 154, 300]],
      [608, ['Mill', 58, 82]],
      [615, ['The stairs are not swept', 154, 400]],
      [601, ['at all.', 154, 190]],
    ),
  ],
];
for (const [kind, lines] of TABLES) {
  test(`${kind} are a table`, () => assert.match(tableWarning(lines)[0] ?? '', /table or columns/));
}

const PROSE: [string, PdfLine[]][] = [
  ['lines', page([700, ['The stairs are swept', 57, 540]], [686, ['every morning.', 57, 140]])],
  [
    'lines that were stretched to the margin',
    page(
      [700, ['The', 57, 80], ['stairs', 95, 130], ['are', 145, 165], ['swept', 180, 220]],
      [686, ['every', 57, 85], ['morning', 95, 150], ['or', 160, 180], ['night', 190, 220]],
    ),
  ],
  [
    'items of a list',
    page([700, ['•', 57, 60], ['Lamps', 75, 110]], [686, ['•', 57, 60], ['Stairs', 75, 110]]),
  ],
  [
    'a mark of a footnote',
    page([700, ['by the count of 2014', 57, 170]], [705, ['1', 171, 174]], [686, ['and', 57, 75]]),
  ],
  [
    'one line with a gap, as of a letterhead',
    page([700, ['May 3, 2018', 57, 120], ['Contact: Casey', 400, 480]], [650, ['Stairs', 57, 90]]),
  ],
];
for (const [kind, lines] of PROSE) {
  test(`${kind} are no table`, () => assert.deepEqual(tableWarning(lines), []));
}
