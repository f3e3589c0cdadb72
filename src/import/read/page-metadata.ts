import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Day } from '../../archive/day.ts';
import type { SourceMetadata } from './document.ts';
import { htmlWords } from './html-words.ts';
import { dayIn } from '../parse/find-date.ts';
import { isLabel } from '../parse/head/label.ts';
import { collapse, countWords } from '../parse/text-shape.ts';

/** What a page says of itself in its head, for programs. */
export interface PageMetadata {
  metadata: SourceMetadata;
  /** Headlines that it names, the most certain first. */
  headlines: string[];
}

/** Types of schema.org for a page's story. */
const STORY = /^(?:\w*Article|BlogPosting|\w*NewsArticle|Report|WebPage|CreativeWork)$/;
const DAYS = ['article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.date', 'dcterms.created', 'dcterms.issued', 'pubdate', 'publish-date', 'sailthru.date']; // prettier-ignore

/**
 * Reads a page's metadata: `<meta>`, JSON-LD, `<time>`, `<title>`.
 * @param address of the page, if it is known better than the page says itself.
 */
export function pageMetadata(tree: Root, address?: string): PageMetadata {
  const meta = new Map<string, string>();
  const stories: Record<string, unknown>[] = [];
  const times: string[] = [];
  let canonical: string | undefined;
  let title: string | undefined;
  visit(tree, 'element', (node) => {
    const { tagName, properties } = node;
    const name = [properties['property'] ?? properties['name'] ?? properties['itemProp'] ?? '']
      .flat()
      .join(' ')
      .toLowerCase();
    const value = properties['content'] ?? properties['dateTime'];
    if (name !== '' && !meta.has(name) && value !== undefined) meta.set(name, String(value));
    if (tagName === 'link' && String(properties['rel']) === 'canonical')
      canonical = String(properties['href'] ?? '');
    if (tagName === 'title') title ??= collapse(textOf(node));
    if (tagName === 'time' && properties['dateTime']) times.push(String(properties['dateTime']));
    if (tagName === 'script' && properties['type'] === 'application/ld+json')
      stories.push(...storiesIn(textOf(node)));
  });
  const fromStory = (field: string) =>
    stories.map((story) => story[field]).find((value) => typeof value === 'string');
  const days = [fromStory('datePublished'), ...DAYS.map((name) => meta.get(name))];
  const day = days.map((text) => dayIn(text ?? '')).find((one) => one !== undefined);
  // Lists of other releases have times too: those of a page are the day of issue if they agree.
  const timesOfDay = new Set(times.map(dayIn));
  const printed = new Set(
    [...collapse(htmlWords(tree)).matchAll(PRINTED_DAY)].map(([, text = '']) => dayIn(text)),
  );
  const source = [address, canonical, meta.get('og:url')].find((one) =>
    /^https?:\/\//i.test(one ?? ''),
  );
  const site = meta.get('og:site_name') ?? '';
  const named = [meta.get('og:title'), fromStory('headline'), meta.get('twitter:title')];
  const headlines = [
    ...named.map((one) => withoutName(collapse(decoded(one ?? '')), site)),
    ...[withoutSite(withoutName(title ?? '', site))].filter(isHeadline),
  ].filter((one) => one !== '');
  return {
    metadata: {
      title: headlines[0],
      date: day ?? onlyOne(timesOfDay) ?? onlyOne(printed),
      source,
      confidence: 0.82,
    },
    headlines,
  };
}

/** The label of a day of issue in the text of a page, and what follows it. */
const PRINTED_DAY =
  /(?<![\p{L}\p{N}])(?:published|posted|issued|released|date|publié|publicado|veröffentlicht)(?:\s(?:on|am|le|el))?\s?:?\s(?=\S{0,12}\s?\S{0,4}\d)([^\n]{6,40})/giu;

const onlyOne = (days: ReadonlySet<Day | undefined>) =>
  days.size === 1 ? [...days][0] : undefined;

const textOf = ({ children }: Element) =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** Objects of JSON-LD that may be the page's story; broken JSON has none. */
function storiesIn(json: string): Record<string, unknown>[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const found: Record<string, unknown>[] = [];
  const open = [data];
  for (const one of open) {
    if (Array.isArray(one)) open.push(...(one as unknown[]));
    else if (typeof one === 'object' && one !== null) {
      const node = one as Record<string, unknown>;
      if ([node['@type']].flat().some((type) => STORY.test(String(type)))) found.push(node);
      open.push(node['@graph'], node['mainEntity']);
    }
  }
  return found;
}

/** Some sites encode their titles twice, and others in none of the fields that HTML decodes: `&#8217;`. */
const decoded = (text: string) =>
  /&#?\w+;/.test(text)
    ? htmlWords(fromHtml(text.replaceAll('<', '&lt;'), { fragment: true }))
    : text;

/** Without the name of the site before or after it, where that is known. */
function withoutName(title: string, site: string): string {
  if (site === '' || title === site) return title === site ? '' : title;
  const dash = (text: string) => /^[|–—»·:-]$/.test(text.trim());
  const words = title.split(/(?<=\s)(?=[|–—»·:-]\s)|(?<=\s[|–—»·:-])(?=\s)/u);
  const own = words.filter((part) => part.trim() !== site);
  while (dash(own.at(-1) ?? '')) own.pop();
  while (dash(own[0] ?? '')) own.shift();
  return own.join('').trim();
}

/** Whether the title of a page may be a headline, and is not the name of the site or of its section. */
const isHeadline = (title: string) => countWords(title) >= MIN_HEADLINE && !isLabel(title);
const MIN_HEADLINE = 3; // words

/** A page's title without what is behind a dash: `Nine Lighthouses Open | Senator Sample`. */
function withoutSite(title: string): string {
  const end = Math.max(...['|', '–', '—', '»', '·'].map((dash) => title.lastIndexOf(dash)));
  const cuts = [end, title.lastIndexOf('-')].filter(
    (place) => title[place - 1] === ' ' && title[place + 1] === ' ',
  );
  return title.slice(0, Math.min(title.length, ...cuts.map((place) => place - 1)));
}
