import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContacts } from '../../../src/import/parse/find-contacts.ts';

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
  [
    'Casey Contact\nPublic Information and Affairs Administrator\n(916) 555-0101',
    ['Casey Contact|(916) 555-0101'],
  ],
  ['Phone 916 555 0101', ['null|916 555 0101']],
  ['Jesús Ejemplo, 915 550 101', ['Jesús Ejemplo|915 550 101']],
  ['Nguyễn Văn Mẫu, (028) 5550 0101', ['Nguyễn Văn Mẫu|(028) 5550 0101']],
  ['Lucía Muestra\nTel.: 91 555 01 44', ['Lucía Muestra|91 555 01 44']],
  [
    'Stadt Musterhafen\nKim Beispiel, Pressesprecherin\n0555 55 01 44',
    ['Kim Beispiel|0555 55 01 44'],
  ],
  ['Harbor Press Office\nCasey Contact\n916-555-0101', ['Casey Contact|916-555-0101']],
  ['Casey Contact, Harbor Liaison\n(916) 555-0101', ['Casey Contact|(916) 555-0101']],
  [
    'Hafenamt Muster\nKim Beispiel\nLeiterin Kommunikation\n0555 550101',
    ['Kim Beispiel|0555 550101'],
  ],
  ['Casey Contact, 01555 550101', ['Casey Contact|01555 550101']],
  ['no one at all', []],
];
for (const [text, people] of CONTACTS) {
  test(`“${text}” has ${people.length}`, () => {
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
