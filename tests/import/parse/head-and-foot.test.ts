import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFoot } from '../../../src/import/parse/foot.ts';
import { readHead } from '../../../src/import/parse/head/read-head.ts';
import { tagUnits } from '../../../src/import/parse/tag-units.ts';

const unitsOf = (lines: readonly string[]) =>
  tagUnits(lines.map((text, n) => ({ text, line: n + 1, heading: 0, isBody: false })));
const head = (...lines: string[]) => {
  const { parts, start } = readHead(unitsOf(lines));
  const tokens = parts.map((part) => {
    const [first] = part.kind === 'paragraph' ? part.tokens : [part];
    return `${first?.unit} ${part.kind}: ${part.text}`;
  });
  return { start, tokens };
};
const SENTENCE =
  'Senator Sam Sample today opened the first of nine lighthouses to all who can climb its stairs.';

test('the head ends at the dateline, and a contact block includes the lines below its label', () => {
  const { tokens, start } = head(
    'FOR IMMEDIATE RELEASE',
    'May 3, 2018',
    'CONTACT:',
    'Casey Contact',
    '(916) 555-0101',
    'Nine Lighthouses Open',
    `SAMPLETON – ${SENTENCE}`,
  );
  assert.deepEqual([start.unit, start.offset, start.dateline?.place], [6, 0, 'SAMPLETON']);
  assert.deepEqual(tokens, [
    '0 release: FOR IMMEDIATE RELEASE',
    '1 date: May 3, 2018',
    '2 contact: CONTACT:',
    '3 contact: Casey Contact',
    '4 contact: (916) 555-0101',
    '5 paragraph: Nine Lighthouses Open',
  ]);
});

test('without a dateline the head ends at the first sentence after the headline', () => {
  const { tokens, start } = head('Press Release', 'Nine Lighthouses Open', SENTENCE);
  assert.deepEqual([start.unit, start.offset, start.dateline], [2, 0, undefined]);
  assert.deepEqual(tokens, ['0 furniture: Press Release', '1 paragraph: Nine Lighthouses Open']);
});

test('where nothing reads as a story, the first line is the headline', () => {
  const { tokens, start } = head('Nine Lighthouses', 'Open');
  assert.deepEqual([start.unit, start.offset], [1, 0]);
  assert.deepEqual(tokens, ['0 paragraph: Nine Lighthouses']);
});

test('the foot ends at the last line of the story', () => {
  const units = unitsOf([
    'Nine Lighthouses Open',
    SENTENCE,
    'Contact: Casey Contact',
    '(916) 555-0101',
    '# # #',
    'Print this page',
  ]);
  const { parts, contacts, endMark } = readFoot(units, { unit: 1, offset: 0 }, false);
  assert.deepEqual(
    parts.map(({ unit, kind }) => `${unit} ${kind}`),
    ['5 furniture', '4 end mark', '2 contact', '3 contact'],
  );
  assert.equal(endMark?.text, '# # #');
  assert.deepEqual(
    contacts.map(({ name, phone }) => [name, phone]),
    [['Casey Contact', '(916) 555-0101']],
  );
});

test('an end mark with words below it ends nothing but itself', () => {
  const units = unitsOf(['Headline', SENTENCE, '# # #', 'About the senator: he likes the coast.']);
  const { parts, endMark } = readFoot(units, { unit: 1, offset: 0 }, false);
  assert.deepEqual(parts, [{ unit: 2, start: 0, end: 5, kind: 'end mark' }]);
  assert.equal(endMark?.unit, 2);
});
