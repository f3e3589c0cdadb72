import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagePaths } from '../../src/archive/addresses.ts';
import { AXES, collectionsOf } from '../../src/archive/browse.ts';
import { connections } from '../../src/archive/connections.ts';
import { madeArchive } from '../support/made-release.ts';

const NOON = Date.parse('2017-11-22T20:00:00Z');
const secret = {
  embargo: '2017-11-22T12:00:00-08:00', // noon in Sacramento
  topics: '[Secret topic]',
  speakers: '[Secret speaker]',
  caucus: 'secret-caucus',
  aliases: '/secret/',
};
const releases = {
  '2017-11-22-secret': { ...secret, related: '2017-11-21-open' },
  '2017-11-21-open': {
    related: '[2017-11-22-secret, 2017-11-20-other]',
    translations: '2017-11-22-secret',
    corrects: '2017-11-22-secret',
  },
  '2017-11-20-other': {},
};

test('a release under embargo is left out until its instant, in any time zone', () => {
  const idsAt = (now: number) =>
    madeArchive(releases, { now }).archive.releases.map(({ id }) => id);
  assert.deepEqual(idsAt(NOON - 1), ['2017-11-21-open', '2017-11-20-other']);
  assert.deepEqual(idsAt(NOON), ['2017-11-22-secret', '2017-11-21-open', '2017-11-20-other']);
});

test('the archive says which releases it leaves out, and until when', () => {
  const later = { ...releases, '2017-11-19-x': { embargo: '2018-01-01T00:00Z' } };
  const { held } = madeArchive(later, { now: NOON - 1 }).archive;
  assert.deepEqual(held, [
    { id: '2017-11-19-x', until: '2018-01-01T00:00Z' },
    { id: '2017-11-22-secret', until: '2017-11-22T12:00:00-08:00' },
  ]);
  assert.deepEqual(madeArchive(releases, { now: NOON }).archive.held, []);
});

test('nothing in the archive tells of what is under embargo, even where others name it', () => {
  const { archive, problems } = madeArchive(releases, { now: NOON - 1 });
  assert.deepEqual(problems, []);
  const { site, releases: visible, byId, offices, caucuses } = archive;
  const connected = visible.map(connections(archive));
  const collected = AXES.map((axis) => collectionsOf(archive, axis));
  const maps = [byId, offices, caucuses].map((map) => [...map]);
  const all = [site, visible, maps, connected, collected, [...pagePaths(archive)]];
  assert.doesNotMatch(JSON.stringify(all), /secret/i);
});

test('what else a release names stays', () => {
  const { archive } = madeArchive(releases, { now: NOON - 1 });
  const open = archive.byId.get('2017-11-21-open');
  assert.deepEqual(open?.related, ['2017-11-20-other']);
  assert.ok(!('translations' in (open ?? {})) && !('corrects' in (open ?? {})));
});

test('once the embargo has ended, everything leads there from both ends', () => {
  const { archive } = madeArchive(releases, { now: NOON });
  const connect = connections(archive);
  const [secretOne, open] = archive.releases.map(connect);
  assert.deepEqual(
    open?.related.map(({ id }) => id),
    ['2017-11-22-secret', '2017-11-20-other'],
  );
  assert.deepEqual(
    secretOne?.translations.map(({ id }) => id),
    ['2017-11-21-open'],
  );
  assert.deepEqual(
    secretOne?.correctedBy.map(({ id }) => id),
    ['2017-11-21-open'],
  );
});

test('what is wrong with a release under embargo is reported before it is too late', () => {
  const broken = { '2017-11-22-secret': { ...secret, related: '2016-01-01-nowhere' } };
  assert.equal(madeArchive(broken, { now: NOON - 1 }).problems.length, 1);
});
