import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContacts } from '../../../src/import/parse/find-contacts.ts';
import { dateInName, findDates } from '../../../src/import/parse/find-date.ts';
import { datelineAt } from '../../../src/import/parse/find-dateline.ts';
import { releaseLineAt } from '../../../src/import/parse/release-line.ts';

const DAYS: [string, string | undefined][] = [
  ['Friday, June 15, 2007', '2007-06-15'],
  ['June 15th 2007', '2007-06-15'],
  ['Sept. 4, 2012', '2012-09-04'],
  ['15 June 2007', '2007-06-15'],
  ['viernes 15 de junio de 2007', '2007-06-15'],
  ['6/15/2007', '2007-06-15'],
  ['06-15-07', '2007-06-15'],
  ['06 15 2007', '2007-06-15'],
  ['06 15 07', '2007-06-15'],
  ['06 15 07 200', undefined],
  ['2007-06-15', '2007-06-15'],
  ['31/12/2007', '2007-12-31'],
  ['February 30, 2007', undefined],
  ['June 2007', undefined],
  ['916 555 0123', undefined],
];
for (const [text, day] of DAYS) {
  test(`${text} is ${day ?? 'no day'}`, () => assert.equal(findDates(text)[0]?.day, day));
}

test('a day of figures that may be read in two ways is less sure', () => {
  assert.ok(
    (findDates('05/06/2009')[0]?.confidence ?? 1) < (findDates('05/16/2009')[0]?.confidence ?? 0),
  );
});

test('a file’s name gives a day only if it names one', () => {
  assert.equal(dateInName('2007-06-15 bridge.docx'), '2007-06-15');
  assert.equal(dateInName('20070615_bridge.docx'), '2007-06-15');
  assert.equal(dateInName('bridge 2007.docx'), undefined);
  assert.equal(dateInName('2007-06-15 to 2007-06-18.docx'), undefined);
});

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

test('where punctuation is lost, spaces part place and story', () => {
  const text = 'WASHINGTON  D C    U S  Senator Sam Sample today opened the first of nine';
  const found = datelineAt(text, 0, { isLost: true, isApart: true });
  assert.equal(found?.place, 'WASHINGTON D C');
  assert.equal(text.slice(found.end, found.end + 11), 'U S  Senato');
});

const CONTACTS: [string, string[]][] = [
  ['Casey Contact, 916/555-0101.', ['Casey Contact|916/555-0101']],
  [
    'Casey Contact and Riley Wire, 916/555-0101',
    ['Casey Contact|916/555-0101', 'Riley Wire|916/555-0101'],
  ],
  [
    'Casey Contact, 916-555-0101; Riley Wire, 916-555-0102',
    ['Casey Contact|916-555-0101', 'Riley Wire|916-555-0102'],
  ],
  [
    'Casey Contact  916  555 0101  or Riley Wire  916 555 0102',
    ['Casey Contact|916 555 0101', 'Riley Wire|916 555 0102'],
  ],
  ['Casey Contact, 916/555-0101, 916/555-0102', ['Casey Contact|916/555-0101, 916/555-0102']],
  ['Sample Press Office 916 555 0101', ['Sample Press Office|916 555 0101']],
  ['Casey Contact (Sample), (916) 555-0101 x12', ['Casey Contact|(916) 555-0101 x12']],
  ['Phone 916 555 0101', ['null|916 555 0101']],
  ['no one at all', []],
];
for (const [text, people] of CONTACTS) {
  test(`“${text}” names ${people.length}`, () => {
    assert.deepEqual(
      readContacts(text).map(({ name, phone }) => `${name}|${phone}`),
      people,
    );
  });
}

test('a contact block on several lines is one person with title and e-mail', () => {
  assert.deepEqual(
    readContacts('Casey Contact\nPress Secretary\n(916) 555-0101\ncasey@example.org'),
    [
      {
        name: 'Casey Contact',
        title: 'Press Secretary',
        office: null,
        phone: '(916) 555-0101',
        email: 'casey@example.org',
      },
    ],
  );
});

test('an embargo with day, hour and zone is an instant', () => {
  const line = releaseLineAt('EMBARGOED UNTIL 9:00 A.M. PST, NOVEMBER 22, 2017');
  assert.equal(line?.embargo, '2017-11-22T09:00:00-08:00');
  assert.equal(
    releaseLineAt('Embargoed until 9 a.m. Pacific, July 4, 2018')?.embargo,
    '2018-07-04T09:00:00-07:00',
  );
  assert.equal(releaseLineAt('Embargoed until noon, July 4, 2018')?.embargo, undefined);
  assert.equal(releaseLineAt('For Immediate Release: the day')?.until, undefined);
});
