import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { dateOrder } from '../../../src/import/parse/date-order.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { CONFIDENCE_BAR } from '../../../src/import/resolve/questions.ts';

const ORDERS: [string, ReturnType<typeof dateOrder>][] = [
  ['It opened on May 3, 2018.', 'month first'],
  ['It opened on 3 May 2018.', 'day first'],
  ['It opened on 31/05/2018.', 'day first'],
  ['It opened on 05/31/2018.', 'month first'],
  ['Call (916) 555-0101.', 'month first'],
  ['Call +44 20 5550 0101.', 'day first'],
  ['Los guardas para la torre', 'day first'],
  ['It opened on May 3, 2018, and closed on 4 May 2018.', undefined],
  ['It opened.', undefined],
];
for (const [text, order] of ORDERS) {
  test(`“${text}” speaks for ${order ?? 'no order'}`, () => assert.equal(dateOrder(text), order));
}

const release = (day: string, more: string) =>
  releaseOf(
    textDocument(
      `${day}\n\nOld Tower Opens Its Doors\n\nNine keepers swept the stairs of the old tower, and the council opened its doors to all. ${more}`,
    ),
  );

test('figures are read in the order that the text speaks for, and asked where it speaks for none', () => {
  const [here, there, nowhere] = [
    release('5/6/2018', 'Call (916) 555-0101.'),
    release('5/6/2018', 'It closed on 4 January 1993.'),
    release('5/6/2018', 'Bring a coat.'),
  ];
  assert.deepEqual([here.fields.date, there.fields.date], ['2018-05-06', '2018-06-05']);
  assert.ok(here.confidence.date >= CONFIDENCE_BAR && there.confidence.date >= CONFIDENCE_BAR);
  assert.ok(nowhere.confidence.date < CONFIDENCE_BAR);
});

test('a day at the foot is the day of issue if the head has none; one of a quoted letter is not', () => {
  const story = 'Nine keepers swept the stairs of the old tower, and the council opened its doors.';
  const atFoot = releaseOf(textDocument(`Old Tower Opens\n\n${story}\n\nSAMPLETON\n3 May 1993\n`));
  assert.equal(atFoot.fields.date, '1993-05-03');
  const inLetter = releaseOf(
    textDocument(`Old Tower Opens\n\n${story}\n\n3 May 1993\n\n${story}\n\nSam Sample\n`),
  );
  assert.equal(inLetter.fields.date, null);
});
