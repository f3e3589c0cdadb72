import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatJsonFeed, jsonFeedName } from '../../../src/publish/feeds/json-feed.ts';
import { madeEntry, madeFeed, ROOT } from './made-feed.ts';

interface Page {
  feed_url: string;
  next_url?: string;
  expired?: boolean;
  items: { id: string; attachments?: object[] }[];
}

const read = (pages: readonly string[]) => pages.map((page) => JSON.parse(page) as Page);

test('a feed is written with the fields of JSON Feed 1.1, whole addresses and times with their zone', () => {
  const [page] = read(formatJsonFeed(madeFeed()));
  assert.deepEqual(page, {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Press & more',
    home_page_url: `${ROOT}/releases/`,
    feed_url: `${ROOT}/feed.json`,
    description: 'All releases',
    language: 'en',
    items: [
      {
        id: `${ROOT}/releases/2017/11/22/a/`,
        url: `${ROOT}/releases/2017/11/22/a/`,
        title: 'Lanterns & <tides>',
        content_html: '<p>The lanterns are lit.</p>',
        summary: 'The lanterns are lit & burn.',
        date_published: '2017-11-22T00:00:00-08:00',
        date_modified: '2017-11-25T00:00:00-08:00',
        authors: [{ name: 'Office of the North' }, { name: 'Office of the South' }],
        tags: ['Lanterns', 'Nhập cư'],
        language: 'en',
      },
    ],
  });
});

test('all attachments are listed, and a feed that has ended says so', () => {
  const attachments = ['a', 'b'].map((name) => ({
    url: `${ROOT}/media/${name}.pdf`,
    title: name,
    mediaType: 'application/pdf',
    bytes: 7,
  }));
  const feed = madeFeed({ entries: [madeEntry({ attachments })], isEnded: true });
  const [page] = read(formatJsonFeed(feed));
  assert.equal(page?.expired, true);
  assert.deepEqual(
    page.items[0]?.attachments,
    ['a', 'b'].map((title) => ({
      url: `${ROOT}/media/${title}.pdf`,
      mime_type: 'application/pdf',
      title,
      size_in_bytes: 7,
    })),
  );
});

test('a long feed is cut into pages of 250 kB, each of which leads to the next', () => {
  const entries = Array.from(
    { length: 9 },
    (_, n) => madeEntry({ id: `${ROOT}/${n}/`, html: 'é'.repeat(25_000) }), // 50 kB
  );
  const texts = formatJsonFeed(madeFeed({ entries }));
  for (const text of texts) assert.ok(Buffer.byteLength(text) <= 250_000);
  const pages = read(texts);
  assert.deepEqual(
    pages.map(({ items }) => items.length),
    [4, 4, 1],
  );
  assert.deepEqual(
    pages.flatMap(({ items }) => items.map(({ id }) => id)),
    entries.map(({ id }) => id),
  );
  const names = [1, 2, 3].map((number) => `${ROOT}/${jsonFeedName(number)}.json`);
  assert.deepEqual(
    pages.map(({ feed_url }) => feed_url),
    names,
  );
  assert.deepEqual(
    pages.map(({ next_url }) => next_url),
    [names[1], names[2], undefined],
  );
});

test('an entry that is larger than a page has one of its own, and a feed without entries one page', () => {
  const large = madeEntry({ html: 'x'.repeat(300_000) });
  const pages = read(formatJsonFeed(madeFeed({ entries: [large, madeEntry(), large] })));
  assert.deepEqual(
    pages.map(({ items }) => items.length),
    [1, 1, 1],
  );
  const empty = read(formatJsonFeed(madeFeed({ entries: [], modified: undefined })));
  assert.deepEqual(
    empty.map(({ items }) => items),
    [[]],
  );
});
