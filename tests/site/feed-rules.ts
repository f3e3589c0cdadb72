import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { elementsIn, attribute } from '../support/statement-rule.ts';

// What the RSS Advisory Board's Best Practices Profile and the W3C's validator ask of a feed, and what
// JSON Feed 1.1 does. Sources: rssboard.org/rss-profile, validator.w3.org/feed/docs, jsonfeed.org.

const DATE =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;

type Fields = Record<string, unknown>;

/** What is wrong with an RSS feed at an address. */
export function rssProblems(xml: string, address: string): string[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [`is not well-formed: ${JSON.stringify(valid)}`];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => ['item', 'dc:creator', 'category', 'enclosure'].includes(name),
  });
  const { rss } = parser.parse(xml) as { rss: Fields & { channel: Fields } };
  const { channel } = rss;
  const problems: string[] = [];
  const ask = (holds: boolean, claim: string) => void (holds || problems.push(claim));
  ask(rss['@_version'] === '2.0', 'the version is 2.0');
  for (const name of ['title', 'link', 'description', 'language'])
    ask(isText(channel[name]), `the channel has ${name}`);
  const self = channel['atom:link'] as Fields | undefined;
  ask(self?.['@_href'] === address && self['@_rel'] === 'self', 'the channel has its own address');
  ask(self?.['@_type'] === 'application/rss+xml', 'the own address has a type');
  const items = (channel['item'] ?? []) as Fields[];
  if (items.length > 0) ask(isDate(channel['lastBuildDate']), 'lastBuildDate is a date');
  const guids = items.map((item) => (item['guid'] as Fields)['#text']);
  ask(new Set(guids).size === items.length, 'no two items have the same guid');
  for (const item of items) {
    const about = String(item['title']);
    for (const name of ['title', 'link', 'description', 'content:encoded'])
      ask(isText(item[name]), `${about} has ${name}`);
    const guid = item['guid'] as Fields;
    ask(guid['@_isPermaLink'] === 'true', `${about}: the guid says that it is an address`);
    ask(URL.canParse(String(guid['#text'])), `${about}: the guid is an address`);
    ask(isDate(item['pubDate']), `${about}: pubDate is a date, ${String(item['pubDate'])}`);
    ask(item['author'] === undefined, `${about} has no author, which must be an e-mail address`);
    const creators = item['dc:creator'] as unknown[] | undefined;
    ask(creators?.every(isText) ?? false, `${about} has creators`);
    const enclosures = (item['enclosure'] ?? []) as Fields[];
    ask(enclosures.length < 2, `${about} has one enclosure at most`);
    for (const enclosure of enclosures) {
      ask(/^https?:/.test(String(enclosure['@_url'])), `${about}: the enclosure has an address`);
      ask(/^\d+$/.test(String(enclosure['@_length'])), `${about}: the enclosure has a length`);
      ask(/^\w+\/\S+$/.test(String(enclosure['@_type'])), `${about}: the enclosure has a type`);
    }
    problems.push(...htmlProblems(String(item['content:encoded']), about));
  }
  return problems;
}

/** What is wrong with one page of a JSON feed. */
export function jsonFeedProblems(text: string, address: string): string[] {
  const feed = JSON.parse(text) as Fields;
  const problems: string[] = [];
  const ask = (holds: boolean, claim: string) => void (holds || problems.push(claim));
  ask(feed['version'] === 'https://jsonfeed.org/version/1.1', 'the version is 1.1');
  for (const name of ['title', 'home_page_url', 'description', 'language'])
    ask(isText(feed[name]), `the feed has ${name}`);
  ask(feed['feed_url'] === address, 'the feed has its own address');
  ask(
    Buffer.byteLength(text) <= 250_000 || (feed['items'] as Fields[]).length === 1,
    'is not too large',
  );
  const items = feed['items'] as Fields[];
  ask(new Set(items.map(({ id }) => id)).size === items.length, 'no two items have the same id');
  for (const item of items) {
    const about = String(item['title']);
    for (const name of ['id', 'url', 'title', 'content_html', 'summary', 'language'])
      ask(isText(item[name]), `${about} has ${name}`);
    for (const name of ['date_published', 'date_modified'])
      ask(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(item[name])),
        `${about}: ${name}`,
      );
    ask(
      Array.isArray(item['authors']) && Array.isArray(item['tags']),
      `${about} has authors, tags`,
    );
    for (const attachment of (item['attachments'] ?? []) as Fields[]) {
      ask(isText(attachment['url']) && isText(attachment['mime_type']), `${about}: an attachment`);
    }
    problems.push(...htmlProblems(String(item['content_html']), about));
  }
  return problems;
}

/** Texts are read away from their page: every address in them must be whole. */
function htmlProblems(html: string, about: string): string[] {
  return elementsIn(html)
    .flatMap((element) => [attribute(element, 'href'), attribute(element, 'src')])
    .filter((target) => target !== undefined && !/^(?:https?:|mailto:|tel:)/.test(target))
    .map((target) => `${about} has an address that is not whole: ${target}`);
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** Whether it is a date by RFC 822, with the day of the week that it had. */
function isDate(value: unknown): boolean {
  const [, weekday] = DATE.exec(String(value)) ?? [];
  const day = new Date(`${String(value).slice(5, 12)}2000 UTC`);
  day.setUTCFullYear(Number(String(value).slice(12, 16))); // Date reads 0099 as 1999
  return weekday !== undefined && day.toUTCString().startsWith(weekday);
}
