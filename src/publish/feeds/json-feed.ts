import { type Feed, FEED_FRAME_BYTES, type FeedEntry, MAX_FEED_BYTES } from './feed.ts';

/** The name, without `.json`, of the n-th page of a feed, from 1. */
export const jsonFeedName = (number: number, suffix = '') =>
  `feed${suffix}${number === 1 ? '' : `-${number}`}`;

/**
 * A feed as JSON Feed 1.1, in as many pages as it takes.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function formatJsonFeed(feed: Feed): string[] {
  const pages = cut(feed.entries.map((entry) => JSON.stringify(itemOf(entry))));
  return pages.map((items, n) => {
    const address = (number: number) => `${feed.folder}${jsonFeedName(number, feed.suffix)}.json`;
    const { title, description, page, language, isEnded } = feed;
    const frame = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: page,
      feed_url: address(n + 1),
      description,
      ...(n + 1 < pages.length && { next_url: address(n + 2) }),
      language,
      ...(isEnded && { expired: true }),
    });
    return `${frame.slice(0, -1)},"items":[${items.join(',\n')}]}\n`;
  });
}

function cut(items: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let bytes = FEED_FRAME_BYTES;
  for (const item of items) {
    const size = Buffer.byteLength(item) + 2;
    if (bytes + size > MAX_FEED_BYTES && pages.at(-1)?.length !== 0) {
      pages.push([]);
      bytes = FEED_FRAME_BYTES;
    }
    pages.at(-1)?.push(item);
    bytes += size;
  }
  return pages;
}

const itemOf = (entry: FeedEntry) => ({
  id: entry.id,
  url: entry.id,
  title: entry.title,
  content_html: entry.html,
  summary: entry.summary,
  date_published: entry.published.rfc3339,
  date_modified: entry.modified.rfc3339,
  authors: entry.authors.map((name) => ({ name })),
  tags: entry.categories,
  language: entry.language,
  ...(entry.attachments.length > 0 && {
    attachments: entry.attachments.map(({ url, title, mediaType, bytes }) => ({
      url,
      mime_type: mediaType,
      title,
      size_in_bytes: bytes,
    })),
  }),
});
