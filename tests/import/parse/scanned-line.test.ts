import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import {
  dividedDate,
  isDividedLetterhead,
  isStain,
} from '../../../src/import/parse/head/scanned-line.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { CONFIDENCE_BAR } from '../../../src/import/resolve/questions.ts';

for (const stain of [
  '£ ^ - Q ^ W P r ~ V C Cj£',
  '\\mm · Ÿ § (T tP',
  'r o r o x',
  'jJ 7;·~ · - . ·· % ’',
]) {
  test(`“${stain}” is a stain`, () => assert.ok(isStain(stain)));
}
for (const line of [
  'Old Tower Opens',
  'T O W E R  O P E N S',
  'AID UP',
  'Turm in Přerov',
  '옛 탑이 문을 열다',
  'COVID-19: 3 of 4',
  'McSample Visits YouTube',
]) {
  test(`“${line}” is no stain`, () => assert.ok(!isStain(line)));
}

const LETTERHEADS: [string, boolean][] = [
  ['P A R L I A M E N T  O F  S A M P L E', true],
  ['M INISTER FOR TO W E RS AND HARBOURS', true],
  ['M edia Release 7', true],
  ['Leader o f the Opposition', true],
  ['Minister for Towers', false], // nothing is divided
  ['T HE MINISTER FOR TOWERS OPENS A PIER', false], // a headline, with a verb
];
for (const [line, isOne] of LETTERHEADS) {
  test(`“${line}” is ${isOne ? 'a divided letterhead' : 'none'}`, () =>
    assert.equal(isDividedLetterhead(line), isOne));
}

test('a day is read though its letters are apart, and doubted where a figure comes before it', () => {
  const [plain, after] = [
    dividedDate('1 6 J u n e  1 9 9 4'),
    dividedDate('M l 6 3 1 7 J u n e 1 9 9 4'),
  ];
  assert.equal(plain?.day, '1994-06-16');
  assert.ok((plain?.confidence ?? 0) >= CONFIDENCE_BAR);
  assert.ok((after?.confidence ?? 1) < CONFIDENCE_BAR);
  assert.equal(dividedDate('16 June 1994'), undefined);
});

const STORY =
  'Nine keepers swept the stairs of the tower on Monday, and the council opened its doors to everyone who can climb them.';
const SCANNED = [
  '3*?2f ·~ :; r 1',
  'P A R L I A M E N T  O F  S A M P L E',
  'PAT PLACEHOLDER, M.P.',
  'SHADOW MINISTER FOR',
  'TOWERS AND HARBOURS',
  'SUITE 7, MILL CENTRE  TEL. (02) 5550 0101',
  'SAMPLETON. N.S.W. 2999',
  'M E D IA RELEASE.',
  'No. T12  D a te 3 M a y 1 9 9 3',
  'OLD TOWER OPENS ITS DOORS',
  STORY,
];

test('what a scanner makes of a letterhead is none of the headline', () => {
  const { fields, confidence } = releaseOf(textDocument(SCANNED.join('\n\n')));
  assert.deepEqual([fields.title, fields.date], ['OLD TOWER OPENS ITS DOORS', '1993-05-03']);
  assert.ok(confidence.title >= CONFIDENCE_BAR && confidence.date >= CONFIDENCE_BAR);
});

test('a headline that begins with who acts is whole', () => {
  const { fields } = releaseOf(
    textDocument(`Pat Placeholder MP\n\nMINISTER FOR TOWERS\n\nTO VISIT THE OLD PIER\n\n${STORY}`),
  );
  assert.equal(fields.title, 'MINISTER FOR TOWERS TO VISIT THE OLD PIER');
});
