import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactLine, contactsByName, lastContacts } from '../../src/archive/past-contacts.ts';
import { readMade } from '../support/made-release.ts';

/** Newest first, as they are read from a folder. */
const newest = [
  readMade(
    { date: '2017-11-24', office: '[north, south]', contact: person('Jo', 4) },
    '2017-11-24-d',
  ),
  readMade(
    { date: '2017-11-23', office: 'south', contact: person('Press Office', 3) },
    '2017-11-23-c',
  ),
  readMade(
    { date: '2017-11-22', office: 'north', contact: person('Press Office', 2) },
    '2017-11-22-b',
  ),
  readMade({ date: '2017-11-21', office: 'north', contact: person('Ann', 1) }, '2017-11-21-a'),
];

function person(name: string, digit: number) {
  return `{ name: ${name}, phone: 916-555-000${digit} }`;
}

const lastOf = (...offices: string[]) =>
  lastContacts(offices, () => newest).map(({ contact, from }) => `${contactLine(contact)} ${from}`);

test("an office's last contact is that of its latest release, but rather of its own", () => {
  assert.deepEqual(lastOf('north'), ['Press Office, 916-555-0002 2017-11-22-b']);
  assert.deepEqual(lastOf('east'), []);
});

test('offices that have issued releases only with others share the contact', () => {
  const joint = lastContacts(['north'], () => newest.slice(0, 2));
  assert.deepEqual(
    joint.map(({ from }) => from),
    ['2017-11-24-d'],
  );
});

test('a joint release has the last contact of each office, each name once', () => {
  assert.deepEqual(lastOf('south', 'north'), ['Press Office, 916-555-0003 2017-11-23-c']);
});

test('no more releases are read than it takes', () => {
  let read = 0;
  lastContacts(['north'], function* () {
    for (const release of newest) {
      read++;
      yield release;
    }
  });
  assert.equal(read, 3);
});

test('of two contacts of one name, that of the office is meant', () => {
  const phoneOf = (office: string) =>
    contactsByName(newest, [office]).get('Press Office')?.contact.phone;
  assert.equal(phoneOf('north'), '916-555-0002');
  assert.equal(phoneOf('south'), '916-555-0003');
  assert.equal(phoneOf('east'), '916-555-0003');
  assert.deepEqual([...contactsByName(newest, ['south']).keys()], ['Jo', 'Press Office', 'Ann']);
});
