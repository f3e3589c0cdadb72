import { getRssString } from '@astrojs/rss';
import { escapeXml, xmlText } from '../xml.ts';
import { type Feed, FEED_FRAME_BYTES, type FeedEntry, MAX_FEED_BYTES } from './feed.ts';

/** Bytes for what is around the texts of an item. */
const ITEM_FRAME = 500;

/**
 * A feed as RSS 2.0, by the Best Practices Profile. What the library does not know (times in the archive's
 * own time zone, creators, the feed's own address) is handed to it as XML. Entries for whose full text there is no
 * room have the excerpt and a link.
 * @param file the feed's name below its folder.
 * @see https://www.rssboard.org/rss-profile
 */
export function formatRss(feed: Feed, file = `rss${feed.suffix ?? ''}.xml`): Promise<string> {
  return getRssString({
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    site: feed.page,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      content: 'http://purl.org/rss/1.0/modules/content/',
    },
    customData: [
      element('language', feed.language),
      feed.modified && element('lastBuildDate', feed.modified.rfc822),
      `<atom:link href="${escapeXml(feed.folder + file)}" rel="self" type="application/rss+xml"/>`,
    ]
      .filter(Boolean)
      .join(''),
    trailingSlash: true,
    items: itemsOf(feed.entries),
  });
}

function itemsOf(entries: readonly FeedEntry[]) {
  const sizeOf = (...texts: string[]) =>
    Buffer.byteLength(texts.map((text) => escapeXml(text)).join(''));
  const around = entries.map(({ id, title, summary, authors, categories }) =>
    sizeOf(
      id,
      id,
      title,
      ...authors,
      ...categories,
      ...[id, summary, summary, title].map(escapeXml),
    ),
  );
  let bytes = around.reduce((sum, size) => sum + size + ITEM_FRAME, FEED_FRAME_BYTES);
  let isFull = false;
  return entries.map((entry) => {
    const size = sizeOf(entry.html); // what it replaces is counted already
    isFull ||= bytes + size > MAX_FEED_BYTES;
    if (!isFull) bytes += size;
    return itemOf(entry, !isFull);
  });
}

function itemOf(entry: FeedEntry, isWhole: boolean) {
  const { id, title, summary, html, authors, categories, published, attachments } = entry;
  const [first] = attachments; // more than one confuses readers; JSON Feed names all
  return {
    title: xmlText(title),
    link: id,
    description: escapeXml(summary), // HTML, as readers take it, so that no words in it become elements
    content: xmlText(
      isWhole
        ? html
        : `<p>${escapeXml(summary)}</p><p><a href="${escapeXml(id)}">${escapeXml(title)}</a></p>`,
    ),
    categories: categories.map(xmlText),
    customData:
      element('pubDate', published.rfc822) +
      authors.map((name) => element('dc:creator', name)).join(''),
    ...(first && {
      enclosure: { url: first.url, length: first.bytes, type: first.mediaType },
    }),
  };
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
