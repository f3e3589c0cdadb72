import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datelineAt } from '../../../src/import/parse/find-dateline.ts';

const STORY = 'Senator Sam Sample today opened the first of nine lighthouses';
const PLACES: [string, string | undefined][] = [
  [`SAMPLETON – ${STORY}`, 'SAMPLETON'],
  [`WASHINGTON (Dec. 21, 2005) – ${STORY}`, 'WASHINGTON'],
  [`SACRAMENTO, Calif. -- ${STORY}`, 'SACRAMENTO, Calif.'],
  [`Sioux Falls, S.D. - ${STORY}`, 'Sioux Falls, S.D.'],
  [`(Washington, D.C.) ${STORY}`, 'Washington, D.C.'],
  [`[SAMPLETON] – ${STORY}`, 'SAMPLETON'],
  [`Example City Council - ${STORY}`, undefined],
  [`CONTACT: ${STORY}`, undefined],
  [`The Sample-Example Act – ${STORY}`, undefined],
];
for (const [text, place] of PLACES) {
  test(`the dateline of “${text.slice(0, 36)}…” is ${place ?? 'none'}`, () => {
    assert.equal(datelineAt(text, 0, { isLost: false, isApart: true })?.place, place);
  });
}

test('where punctuation is lost, spaces separate place and story', () => {
  const text = 'WASHINGTON  D C    U S  Senator Sam Sample today opened the first of nine';
  const found = datelineAt(text, 0, { isLost: true, isApart: true });
  assert.equal(found?.place, 'WASHINGTON D C');
  assert.equal(text.slice(found.end, found.end + 11), 'U S  Senato');
});
