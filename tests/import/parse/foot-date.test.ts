import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';

const STORY = 'Nine keepers swept the stairs of the old tower, and the council opened its doors.';
const dateOf = (...lines: string[]) => releaseOf(textDocument(lines.join('\n\n'))).fields.date;
const TITLE = 'Old Tower Opens Its Doors';

const FEET: [string, string[]][] = [
  ['beside a place', ['SAMPLETON, 3 May 1993']],
  ['before a contact', ['3 May 1993 Contact: Casey Keeper (02) 5550 0101']],
  ['after a contact', ['For further information: Casey Keeper May 3, 1993']],
  [
    'under a signature, with an attachment below',
    ['PAT PLACEHOLDER MP', '3 May 1993', 'ATTACHMENT', STORY],
  ],
  [
    'above a contact, with an attachment below',
    ['3 May 1993', 'Contact: Casey Keeper (02) 5550 0101', 'TABLE OF STAIRS', STORY],
  ],
];
for (const [where, foot] of FEET) {
  test(`a day at the foot is read ${where}`, () =>
    assert.equal(dateOf(TITLE, STORY, ...foot), '1993-05-03'));
}

test('a day after a place in capitals ends the last paragraph', () => {
  assert.equal(dateOf(TITLE, `${STORY} SAMPLETON MAY 3, 1993`), '1993-05-03');
});

test('the day of a letter that a release quotes is not its own', () => {
  const letter = ['3 May 1993', 'Hon. Pat Placeholder MP', 'Dear Minister,', STORY, 'Sam Sample'];
  assert.equal(dateOf(TITLE, STORY, 'The letter follows:', ...letter), null);
});

test('a speech is given on the day that its heading names', () => {
  const heading = 'SPEECH BY THE MINISTER FOR TOWERS, OPENING OF THE PIER, SAMPLETON, 3 MAY 1993';
  assert.equal(dateOf(heading, 'Ladies and gentlemen,', STORY), '1993-05-03');
});
