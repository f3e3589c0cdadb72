import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutUnit, type TaggedUnit, tagUnits } from '../../../src/import/parse/tag-units.ts';

const tagged = (text: string) => tagUnits([{ text, line: 1, heading: 0, isBody: false }]);
const tagsOf = (text: string) => (tagged(text)[0] as TaggedUnit).tags;

const TAGS = ['isFurniture', 'isBanner', 'isContactLine', 'isName', 'hasNumber', 'isEndMark'] as const; // prettier-ignore
const LINES: [string, (typeof TAGS)[number][]][] = [
  ['Press Release', ['isFurniture', 'isContactLine']],
  ['Office of Senator Sample', ['isBanner', 'isContactLine']],
  ['Casey Contact', ['isContactLine', 'isName']],
  ['Casey Contact, (916) 555-0101', ['isContactLine', 'hasNumber']],
  ['casey@example.org', ['isContactLine', 'hasNumber']],
  ['# # #', ['isEndMark']],
  ['-30-', ['isContactLine', 'isEndMark']], // a contact block may have a line of figures
  ['* * *', ['isFurniture']],
  ['The first of nine lighthouses opened today.', []],
];
for (const [text, tags] of LINES) {
  test(`“${text}” is tagged ${tags.join(', ') || 'with nothing'}`, () => {
    const found = tagsOf(text);
    assert.deepEqual(
      TAGS.filter((tag) => found[tag]),
      tags,
    );
  });
}

test('units are the lines of a block, and what wide gaps separate on one', () => {
  const gap = ' '.repeat(20);
  assert.deepEqual(
    tagged(`one${gap}two\n  three`).map(({ text, start, line, isApart }) => [text, start, line, isApart]), // prettier-ignore
    [
      ['one', 0, 1, false],
      ['two', 23, 1, true],
      ['three', 29, 2, false],
    ],
  );
});

test('the beginning of a unit has tags of its own', () => {
  const [unit] = tagged('Press Release  The lighthouses open.');
  assert.ok(unit && !unit.tags.isFurniture);
  const cut = cutUnit(unit, 'Press Release'.length);
  assert.equal(cut.text, 'Press Release');
  assert.ok(cut.tags.isFurniture);
  assert.equal(cutUnit(unit, unit.text.length), unit);
});
