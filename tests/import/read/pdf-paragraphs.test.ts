import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hyphenWarning, joinParagraphs } from '../../../src/import/read/pdf-paragraphs.ts';
import type { PdfLine } from '../../../src/import/read/pdf-tables.ts';

const WIDTH = 5; // points of a letter
interface Layout {
  left?: number;
  top?: number;
  leading?: number;
  page?: number;
}

/** Lines below one another, each as long as its letters; an empty one is space between paragraphs. */
function column(texts: readonly string[], { left = 72, top = 700, leading = 14, page = 1 }: Layout = {}): PdfLine[] {
  return texts.flatMap((text, n) => {
    if (text === '') return [];
    const right = left + text.length * WIDTH;
    return [{ text, page, top: top - n * leading, left, right, height: 10, pieces: [{ left, right }] }];
  });
} // prettier-ignore

const FIRST = [
  'The ferry will run at night from June on, the senator said',
  'today, after the towns on both banks had asked for it since',
  'the spring of last year.',
];
const SECOND = [
  'Bakers and nurses begin to work before the first boat leaves',
  'the north bank, and many of them have walked for years.',
];
const joined = (lines: readonly string[]) => lines.join(' ');

test('lines are joined to paragraphs, close or double-spaced', () => {
  for (const leading of [12, 14, 20, 28]) {
    const lines = [...column(FIRST, { leading }), ...column(SECOND, { leading, top: 700 - 3 * leading - 12 })]; // prettier-ignore
    assert.deepEqual(
      joinParagraphs(lines).paragraphs,
      [joined(FIRST), joined(SECOND)],
      `${leading}`,
    );
  }
});

test('a short line ends its paragraph, however close the next one is', () => {
  const lines = column([...FIRST, ...SECOND]);
  assert.deepEqual(joinParagraphs(lines).paragraphs, [joined(FIRST), joined(SECOND)]);
});

test('each column has a margin of its own', () => {
  const narrow = ['The ferry will run at', 'night from June on, and', 'stop at every landing'];
  const next = ['that has a lamp, and the', 'hours are on the board', 'of the last island.'];
  const wide = column(['A line of the headline that is as wide as both of the columns together'], { top: 740 }); // prettier-ignore
  const lines = [...wide, ...column(narrow), ...column(next, { left: 320 })];
  assert.equal(joinParagraphs(lines).paragraphs[1], joined([...narrow, ...next]));
});

test('items of a list stay apart', () => {
  const items = [
    '• two hundred books each, chosen by those who ride the',
    '• a table with two lamps',
  ];
  assert.deepEqual(joinParagraphs(column(items)).paragraphs, items);
});

test('a hyphen at a line’s end goes where the document has the word without it', () => {
  const lines = column([
    'The resolution names the landings, and it is a long-term one; the reso-',
    'lution was carried in March by all who had come, and it is a long-',
    'term one, as the senator said of it before the vote of the board.',
  ]);
  const { paragraphs, hyphenated } = joinParagraphs(lines);
  assert.match(paragraphs.join(), /the resolution was carried.*it is a long-term one, as/);
  assert.deepEqual(hyphenated, []);
});

test('a hyphen that nothing decides about stays, and is named', () => {
  const { paragraphs, hyphenated } = joinParagraphs(
    column([
      'The board carried a plan that the towns on both banks call far-',
      'sighted, and that will cost them nothing before the next year.',
    ]),
  );
  assert.match(paragraphs.join(), /call far-sighted, and/);
  assert.match(hyphenWarning(hyphenated).join(), /far-sighted/);
});

test('a program that divides words at many lines’ ends has divided the others too', () => {
  const { paragraphs, hyphenated } = joinParagraphs(
    column([
      'The board carried a plan for the landings of all the is-',
      'lands, and the towns on both banks of the river have de-',
      'cided to pay for the lamps and the chairs of those land-',
      'ings, which will cost them nothing before the next year.',
    ]),
  );
  assert.match(
    paragraphs.join(),
    /all the islands, and.*have decided to pay.*those landings, which/,
  );
  assert.ok(hyphenated.includes('decided'));
});

test('hyphens at lines’ ends are decided in any language by the words of the document', () => {
  const texts = [
    ['La tripulación del barco habla con el ayuntamiento, y la tripu-', 'lación navega', /la tripulación navega/],
    ['Die Überfahrt ist frei, sagte das Hafenamt, und auch die Über-', 'fahrt zurück', /die Überfahrt zurück/],
    ['The thousand lamps of the harbor burn, as did another thous-', 'and before them', /another thousand before/],
  ] as const; // prettier-ignore
  for (const [first, second, expected] of texts) {
    const { paragraphs, hyphenated } = joinParagraphs(column([first, second]));
    assert.match(paragraphs.join('|'), expected);
    assert.deepEqual(hyphenated, []);
  }
});

test('a hyphen for what two words share stays, with its space, also where words are divided', () => {
  const texts = [
    ['The board is to pay for all lamps of the two-', 'and three-decked boats', /two- and three-decked/],
    ['Das Amt der Stadt zahlt ab Juni für alle Nacht-', 'und Tagfahrten auf dem Fluss', /Nacht- und Tagfahrten/],
    ['La junta paga desde junio las lámparas infra-', 'o supraterrestres del puerto', /infra- o supraterrestres/],
  ] as const; // prettier-ignore
  const divided = ['The towns on both banks of the river have de-', 'cided to pay for the chairs of those land-', 'ings, and for the bells of all the old is-', 'lands, which cost them nothing at all.']; // prettier-ignore
  for (const [first, second, expected] of texts) {
    const alone = joinParagraphs(column([first, second]));
    assert.match(alone.paragraphs.join('|'), expected);
    assert.deepEqual(alone.hyphenated, []);
    const among = joinParagraphs(column([...divided, '', first, second]));
    assert.match(among.paragraphs.join('|'), expected);
  }
  const whole = joinParagraphs(
    column(['The board of the towns paints all boats black-', 'and-white.']),
  );
  assert.match(whole.paragraphs.join(), /black-and-white/);
});

/** Lines around one middle, as offices print their letterheads and headlines. */
function centered(texts: readonly string[], top: number, height: number): PdfLine[] {
  return texts.map((text, n) => {
    const half = (text.length * WIDTH * (height / 10)) / 2;
    const [left, right] = [300 - half, 300 + half];
    return { text, page: 1, top: top - n * height * 1.2, left, right, height, pieces: [{ left, right }] };
  });
} // prettier-ignore

test('the lines of a centered headline in large letters are joined, those of a letterhead are not', () => {
  const letterhead = ['Harbor Office of Sample', '1 Pier Road'];
  const headline = ['Harbor Office Opens Nine Lighthouses to', 'Visitors'];
  const lines = [
    ...centered(letterhead, 760, 10),
    ...centered(headline, 720, 16),
    ...column(FIRST, { top: 640 }),
  ];
  assert.deepEqual(joinParagraphs(lines).paragraphs, [
    ...letterhead,
    joined(headline),
    joined(FIRST),
  ]);
});

test('a centered line goes on in the next one where that one’s first word did not fit', () => {
  const headline = ['Harbor Office Opens Nine Old Lighthouses to Visitors for Free', 'This Summer']; // prettier-ignore
  const lines = [...centered(headline, 720, 10), ...column(FIRST, { left: 150, top: 640 })];
  assert.deepEqual(joinParagraphs(lines).paragraphs, [joined(headline), joined(FIRST)]);
});

test('a line in another font begins a paragraph, unless it goes on with the sentence', () => {
  const inFont = (texts: readonly string[], font: string, top: number) =>
    column(texts, { top }).map((line) => ({ ...line, font }));
  const below = 'Nine boats will run at night, and all of them will have lamps';
  const lines = [...inFont([below], 'italic', 700), ...inFont(FIRST, 'plain', 686)];
  assert.deepEqual(joinParagraphs(lines).paragraphs, [below, joined(FIRST)]);
  const [first = '', ...rest] = FIRST;
  const sentence = [...inFont([first], 'bold', 700), ...inFont(rest, 'plain', 686)];
  assert.deepEqual(joinParagraphs(sentence).paragraphs, [joined(FIRST)]);
});

test('the lines of a headline in large letters are as far apart as its letters are large', () => {
  const headline = ['Harbor Office Opens Nine Lighthouses to', 'Visitors'];
  const lines = [
    ...headline.flatMap((text, n) => centered([text], 760 - n * 32, 16)),
    ...column([...FIRST, ...SECOND], { top: 660, leading: 20 }),
  ];
  const { paragraphs, areLarge } = joinParagraphs(lines);
  assert.deepEqual(paragraphs, [joined(headline), joined(FIRST), joined(SECOND)]);
  assert.deepEqual(areLarge, [true, false, false]);
});
