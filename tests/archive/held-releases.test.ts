import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldAt } from '../../src/archive/held-releases.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { inShort, madeArchive } from '../support/made-release.ts';

const site = siteSchema.parse({ timezone: 'America/Los_Angeles' });
const { timezone } = site;
/** The last second of 23 December 2026 in Los Angeles. */
const EVE = Date.parse('2026-12-24T07:59:59Z');

test('a release of a day to come is held back until that day begins where the archive is', () => {
  const releases = { '2026-12-23-a': {}, '2026-12-24-b': {}, '2027-07-01-c': {} };
  const { archive, problems } = madeArchive(releases, { site, now: EVE });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    archive.releases.map(({ id }) => id),
    ['2026-12-23-a'],
  );
  assert.deepEqual(archive.held, [
    { id: '2026-12-24-b', until: '2026-12-24T00:00:00-08:00' },
    { id: '2027-07-01-c', until: '2027-07-01T00:00:00-07:00' },
  ]);
  const later = madeArchive(releases, { site, now: EVE + 1000 }).archive;
  assert.deepEqual(
    later.held.map(({ id }) => id),
    ['2027-07-01-c'],
  );
});

test('an embargo without an offset holds by the clocks of the archive, in summer and winter', () => {
  for (const [written, until] of [
    ['2026-12-24 09:00', '2026-12-24T09:00:00-08:00'],
    ['2026-12-24T09:00', '2026-12-24T09:00:00-08:00'],
    ['2026-07-04 09:30:15', '2026-07-04T09:30:15-07:00'],
    ['2026-12-24 09:00 +01:00', '2026-12-24T09:00+01:00'],
    ['2026-12-24T17:00Z', '2026-12-24T17:00Z'],
    ['2026-03-08 02:30', '2026-03-08T03:30:00-07:00'], // an hour that the clocks skip
  ] as const) {
    const fields = { '2026-03-01-a': { embargo: written } };
    const now = Date.parse('2026-03-02T00:00:00Z');
    const { archive, problems } = madeArchive(fields, { site, now });
    assert.deepEqual([problems, archive.held], [[], [{ id: '2026-03-01-a', until }]], written);
    const after = madeArchive(fields, { site, now: Date.parse(until) }).archive;
    assert.equal(after.releases[0]?.embargo, until, written);
  }
});

test('an embargo decides also where the day is still to come, and a draft waits in any case', () => {
  const held = heldAt({ now: EVE, timezone });
  const release = { id: 'a', date: '2026-12-24', embargo: '2026-12-23T18:00:00-08:00' };
  assert.equal(held(release), undefined);
  const until = '2026-12-24T06:00:00-08:00';
  assert.deepEqual(held({ ...release, embargo: '2026-12-24 06:00' }), { id: 'a', until });
  assert.deepEqual(held({ ...release, draft: true }), { id: 'a', until: undefined });
  assert.equal(held({ id: 'a', date: '2026-12-23', draft: false }), undefined);
});

const faultsOf = (id: string, more: Parameters<typeof siteSchema.parse>[0] = {}) =>
  madeArchive({ [id]: {} }, { site: siteSchema.parse(more), now: EVE }).problems.map(inShort);

test('a year that can only be a slip is an error that says which one is likely meant', () => {
  assert.deepEqual(faultsOf('0206-05-01-a'), [
    '3: date is 0206-05-01, before the year 1900, in which the archive can begin; is the year 2006 meant? If the release is so old, write since: 0206 in site.yaml',
  ]);
  assert.deepEqual(faultsOf('2206-05-01-a'), [
    '3: date is 2206-05-01, more than 2 years ahead; is the year 2026 meant? A release that is to come out so late can be added then',
  ]);
  assert.match(faultsOf('1017-05-01-a')[0] ?? '', /is the year 2017 meant/);
  assert.match(faultsOf('3036-05-01-a')[0] ?? '', /ahead; A release/);
  assert.deepEqual(faultsOf('2028-12-23-a'), []);
  assert.equal(faultsOf('2028-12-25-a').length, 1);
});

test('an archive can begin in another year', () => {
  assert.deepEqual(faultsOf('1887-05-01-a', { since: '1850' }), []);
  assert.equal(faultsOf('1949-05-01-a', { since: '1950' }).length, 1);
  assert.equal(siteSchema.safeParse({ since: '19' }).success, false);
});
