import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  displayName,
  namesOn,
  onFrontPage,
  periodPath,
  periods,
  collectionsOf,
  collectionPath,
  timeline,
  years,
} from '../../src/archive/browse.ts';
import { siteSchema } from '../../src/archive/site.ts';
import { type MadeParts, madeArchive, readMade } from '../support/made-release.ts';

const releases = {
  '2019-03-02-d': { office: 'south', topics: '[water, Schools]' },
  '2017-11-22-c': { office: '[north, south]', topics: 'Water', caucus: 'api' },
  '2017-11-22-b': { office: 'north', topics: '[Water, 移民]', speakers: 'Sam Sample' },
  '2017-01-05-a': { office: 'north', speakers: '[Sam Sample, Ida Index]' },
};
const archiveWith = (parts?: MadeParts) => madeArchive(releases, parts).archive;

/** Shelves in short: the name and the ids on it. */
const inShort = (axis: Parameters<typeof collectionsOf>[1], parts?: MadeParts) =>
  Object.fromEntries(
    collectionsOf(archiveWith(parts), axis).map(({ name, releases }) => [
      name,
      releases.map(({ id }) => id.slice(-1)).join(''),
    ]),
  );

test('what a release is about is found on each axis', () => {
  const release = readMade({ office: '[a, b]', topics: 'C' });
  assert.deepEqual(namesOn('offices', release), ['a', 'b']);
  assert.deepEqual(namesOn('topics', release), ['C']);
  assert.deepEqual(namesOn('caucuses', release), []);
  assert.deepEqual(namesOn('speakers', release), []);
});

test('a collection holds all releases of one office, newest first; a joint one is in several', () => {
  assert.deepEqual(inShort('offices'), { North: 'bca', South: 'dc' });
});

test('topics that give one address are one topic, named as it was last', () => {
  assert.deepEqual(inShort('topics'), { Schools: 'd', water: 'dbc', 移民: 'b' });
});

test('a release is in a collection once, however often it names it', () => {
  const { archive } = madeArchive({ '2017-11-22-a': { office: '[a, A]', topics: '[B, b, "b!"]' } });
  assert.equal(collectionsOf(archive, 'offices')[0]?.releases.length, 1);
  assert.equal(collectionsOf(archive, 'topics')[0]?.releases.length, 1);
});

test('an office or a caucus that issued nothing has an empty collection', () => {
  const parts = {
    offices: { north: { name: 'The North' }, south: {}, west: { caucuses: ['hidden'] } },
    caucuses: { api: { name: 'API' }, new: {} },
  };
  assert.deepEqual(inShort('offices', parts), { south: 'dc', 'The North': 'bca', west: '' });
  assert.deepEqual(inShort('caucuses', parts), { API: 'c', Hidden: '', new: '' });
});

test('collections are in the order of the language, with the address of their pages', () => {
  const names = '[Zebra, Äpfel, Apple, 2 plus]';
  const order = (language: string) => {
    const site = siteSchema.parse({ language });
    const { archive } = madeArchive({ '2017-11-22-a': { topics: names } }, { site });
    return collectionsOf(archive, 'topics').map(({ name }) => name);
  };
  assert.deepEqual(order('de'), ['2 plus', 'Äpfel', 'Apple', 'Zebra']);
  assert.deepEqual(order('sv'), ['2 plus', 'Apple', 'Zebra', 'Äpfel']);
  const [first] = collectionsOf(archiveWith(), 'speakers');
  assert.deepEqual([first?.slug, first?.path], ['ida-index', '/speakers/ida-index/']);
  assert.equal(collectionPath('topics', 'Nhập cư'), '/topics/nhap-cu/');
});

test('a name comes from the file, or else from the slug', () => {
  const archive = archiveWith({ offices: { north: { name: 'Office of the North' }, south: {} } });
  assert.equal(displayName(archive, 'offices', 'north'), 'Office of the North');
  assert.equal(displayName(archive, 'offices', 'far-east'), 'Far East');
  assert.equal(displayName(archive, 'topics', 'Nhập cư'), 'Nhập cư');
});

test('releases are found by year, month and day, newest first', () => {
  const { releases } = archiveWith();
  const keys = (characters: 4 | 7 | 10) =>
    periods(releases, characters).map(({ key, path, releases }) => [key, path, releases.length]);
  assert.deepEqual(keys(4), [
    ['2019', '/releases/2019/', 1],
    ['2017', '/releases/2017/', 3],
  ]);
  assert.deepEqual(keys(7), [
    ['2019-03', '/releases/2019/03/', 1],
    ['2017-11', '/releases/2017/11/', 2],
    ['2017-01', '/releases/2017/01/', 1],
  ]);
  assert.deepEqual(keys(10)[1], ['2017-11-22', '/releases/2017/11/22/', 2]);
  assert.equal(periodPath('2017-11'), '/releases/2017/11/');
});

test('a timeline has every year from the first to the last, oldest first', () => {
  assert.deepEqual(timeline(archiveWith().releases), [
    { year: '2017', count: 3 },
    { year: '2018', count: 0 },
    { year: '2019', count: 1 },
  ]);
  assert.deepEqual(timeline([]), []);
  assert.deepEqual(years(archiveWith().releases), ['2019', '2017']);
});

test('the front page has the newest, without what was withdrawn', () => {
  const { archive } = madeArchive({
    ...releases,
    '2020-01-01-w': { withdrawn: '{ date: 2020-01-02, reason: A. }' },
  });
  assert.deepEqual(
    onFrontPage(archive.releases, 2).map(({ id }) => id),
    ['2019-03-02-d', '2017-11-22-b'],
  );
});
