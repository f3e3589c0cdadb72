import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectionsOf } from '../../../src/archive/browse.ts';
import {
  archiveFeed,
  closedOn,
  collectionFeed,
  inFeed,
} from '../../../src/publish/feeds/release-feeds.ts';
import type { Publication } from '../../../src/publish/publication.ts';
import type { Fields } from '../../support/made-release.ts';
import { madePublication, ROOT } from './made-feed.ts';

function northOf({ archive }: Publication) {
  const found = collectionsOf(archive, 'offices').find(({ slug }) => slug === 'north');
  assert.ok(found);
  return found;
}

test('the feed of the archive has the newest fifty releases that are not withdrawn', async () => {
  const days = Array.from({ length: 60 }, (_, n) =>
    new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10),
  );
  const releases = Object.fromEntries(days.map((day): [string, Fields] => [`${day}-a`, {}]));
  releases[`${days.at(-1)}-a`] = { withdrawn: '{ date: 2017-12-01, reason: A slip. }' };
  const feed = await archiveFeed(madePublication(releases));
  assert.deepEqual(
    feed.entries.map(({ id }) => id),
    days
      .slice(9, 59)
      .reverse()
      .map((day) => `${ROOT}/releases/${day.replaceAll('-', '/')}/a/`),
  );
  assert.deepEqual([feed.page, feed.folder], [`${ROOT}/releases/`, `${ROOT}/`]);
  assert.equal(feed.modified?.rfc3339, '2017-02-28T00:00:00-08:00');
});

test('an entry has what the release has: its text with whole addresses, topics, caucuses, attachments', async () => {
  const publication = madePublication(
    {
      '2017-11-22-a': {
        office: '[north, south]',
        caucus: 'api',
        topics: '[Lanterns]',
        attachments: '{ file: letter.pdf, title: A letter }',
        corrections: '{ date: 2017-11-25, note: A word. }',
      },
    },
    {
      offices: { north: { name: 'Office of the North' }, south: { name: 'Office of the South' } },
      caucuses: { api: { name: 'API Caucus' } },
      media: ['letter.pdf'],
    },
  );
  const { entries, modified } = await archiveFeed(publication);
  const [entry] = entries;
  assert.equal(
    entry?.html,
    '<p>Words of <a href="https://press.example.org/archive/releases/">2017-11-22-a</a>.</p>',
  );
  assert.equal(entry.summary, 'Words of 2017-11-22-a.');
  assert.deepEqual(entry.authors, ['Office of the North', 'Office of the South']);
  assert.deepEqual(entry.categories, ['API Caucus', 'Lanterns']);
  assert.deepEqual(entry.attachments, [
    { url: `${ROOT}/media/letter.pdf`, title: 'A letter', mediaType: 'application/pdf', bytes: 7 },
  ]);
  assert.equal(entry.published.rfc3339, '2017-11-22T00:00:00-08:00');
  assert.equal(entry.modified.rfc3339, '2017-11-25T00:00:00-08:00');
  assert.deepEqual(modified, entry.modified);
});

test('an entry came out when its embargo ended; a text from right to left says so itself', async () => {
  const publication = madePublication({
    '2017-11-22-a': { embargo: '2017-11-22T09:30:00-08:00', language: 'ar' },
    '2017-11-23-b': {},
  });
  const [other, entry] = (await archiveFeed(publication)).entries;
  assert.equal(entry?.published.rfc3339, '2017-11-22T09:30:00-08:00');
  assert.deepEqual(entry.modified, entry.published);
  assert.equal(entry.language, 'ar');
  assert.match(entry.html, /^<div lang="ar" dir="rtl"><p>.*<\/p><\/div>$/);
  assert.deepEqual([other?.language, other?.html.startsWith('<p>')], ['en', true]);
});

test('the feed of a collection has its releases, and its name before that of the site', async () => {
  const publication = madePublication(
    { '2017-11-22-a': {}, '2017-11-23-b': { office: 'south' } },
    { offices: { north: { name: 'Office of the North' }, south: {} } },
  );
  const feed = await collectionFeed(publication, inFeed(northOf(publication)));
  assert.equal(feed.title, 'Office of the North – Press');
  assert.deepEqual([feed.page, feed.folder], [`${ROOT}/offices/north/`, `${ROOT}/offices/north/`]);
  assert.deepEqual(
    feed.entries.map(({ id }) => id),
    [`${ROOT}/releases/2017/11/22/a/`],
  );
  assert.equal(feed.isEnded, undefined);
});

test('the feed of an office that has closed ends with an entry that says so', async () => {
  const publication = (today: '2018-03-01' | '2018-02-28') =>
    madePublication(
      { '2017-11-22-a': {} },
      { offices: { north: { name: 'Office <North>', closed: '2018-03-01' } } },
      today,
    );
  const open = publication('2018-02-28');
  assert.equal(closedOn(open, northOf(open)), undefined);
  assert.equal((await collectionFeed(open, northOf(open))).isEnded, undefined);

  const closed = publication('2018-03-01');
  assert.equal(closedOn(closed, northOf(closed)), '2018-03-01');
  assert.equal(closedOn(closed, { axis: 'topics', slug: 'north' }), undefined);
  const feed = await collectionFeed(closed, northOf(closed));
  assert.equal(feed.isEnded, true);
  assert.equal(feed.modified?.rfc3339, '2018-03-01T00:00:00-08:00');
  const [end, ...rest] = feed.entries;
  assert.equal(rest.length, 1);
  assert.equal(end?.id, `${ROOT}/offices/north/#page:closed`);
  assert.match(end.summary, /Office <North>.*March 1, 2018/);
  assert.match(end.html, /^<p>Office &lt;North&gt;/);
  assert.ok(end.html.includes(`<a href="${ROOT}/feeds/">`));
});
