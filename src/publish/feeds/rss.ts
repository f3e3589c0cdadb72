import { getRssString } from '@astrojs/rss';
import { escapeXml, xmlText } from '../xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * A feed as RSS 2.0, by the Best Practices Profile. What the library does not know (times in the archive's
 * own time zone, creators, the feed's own address) is handed to it as XML.
 * @param file the feed's name below its folder.
 * @see https://www.rssboard.org/rss-profile
 */
export function formatRss(feed: Feed, file = 'rss.xml'): Promise<string> {
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
    items: feed.entries.map(itemOf),
  });
}

function itemOf(entry: FeedEntry) {
  const { id, title, summary, html, authors, categories, published, attachments } = entry;
  const [first] = attachments; // more than one confuses readers; JSON Feed names all
  return {
    title: xmlText(title),
    link: id,
    description: xmlText(summary),
    content: xmlText(html),
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
