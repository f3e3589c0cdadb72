import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantAt, issuedAt, startOf } from '../../src/archive/instant.ts';
import { readMade } from '../support/made-release.ts';

for (const [day, zone, rfc3339, rfc822] of [
  [
    '2017-11-22',
    'America/Los_Angeles',
    '2017-11-22T00:00:00-08:00',
    'Wed, 22 Nov 2017 00:00:00 -0800',
  ],
  [
    '2017-07-04',
    'America/Los_Angeles',
    '2017-07-04T00:00:00-07:00',
    'Tue, 04 Jul 2017 00:00:00 -0700',
  ],
  ['2017-11-22', 'UTC', '2017-11-22T00:00:00+00:00', 'Wed, 22 Nov 2017 00:00:00 +0000'],
  ['2017-11-22', 'Asia/Kathmandu', '2017-11-22T00:00:00+05:45', 'Wed, 22 Nov 2017 00:00:00 +0545'],
  // The day on which clocks change, and a zone in which that day has no midnight.
  [
    '2019-03-10',
    'America/Los_Angeles',
    '2019-03-10T00:00:00-08:00',
    'Sun, 10 Mar 2019 00:00:00 -0800',
  ],
  [
    '2019-03-11',
    'America/Los_Angeles',
    '2019-03-11T00:00:00-07:00',
    'Mon, 11 Mar 2019 00:00:00 -0700',
  ],
  [
    '2018-11-04',
    'America/Sao_Paulo',
    '2018-11-04T01:00:00-02:00',
    'Sun, 04 Nov 2018 01:00:00 -0200',
  ],
  [
    '2018-04-01',
    'Australia/Sydney',
    '2018-04-01T00:00:00+11:00',
    'Sun, 01 Apr 2018 00:00:00 +1100',
  ],
  ['2019-03-31', 'Asia/Beirut', '2019-03-31T01:00:00+03:00', 'Sun, 31 Mar 2019 01:00:00 +0300'],
] as const) {
  test(`${day} begins in ${zone} at ${rfc3339}`, () => {
    assert.deepEqual(startOf(day, zone), { rfc3339, rfc822 });
  });
}

test('a release that was under embargo came out when that ended', () => {
  const release = readMade({ embargo: '2017-11-22T17:30:00Z' });
  assert.equal(issuedAt(release, 'America/Los_Angeles').rfc3339, '2017-11-22T09:30:00-08:00');
  assert.equal(issuedAt(readMade(), 'UTC').rfc3339, '2017-11-22T00:00:00+00:00');
});

test('what is said of an instant is that instant', () => {
  const time = Date.UTC(1969, 6, 20, 20, 17, 40);
  for (const zone of ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']) {
    const { rfc3339, rfc822 } = instantAt(time, zone);
    assert.deepEqual([Date.parse(rfc3339), Date.parse(rfc822)], [time, time], zone);
  }
});
