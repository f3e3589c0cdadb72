import { XMLParser } from 'fast-xml-parser';
import { fromHtml } from 'hast-util-from-html';
import { type LeftOut, UnreadableSource } from '../read/document.ts';
import { decodeText } from '../read/decode-text.ts';
import { htmlWords } from '../read/html-words.ts';
import { dayIn } from '../parse/find-date.ts';
import { collapse } from '../parse/text-shape.ts';
import { classicParagraphs } from './wordpress-paragraphs.ts';
import { withoutShortcodes } from './wordpress-shortcodes.ts';
import type { OnSkipped, SkippedKind, SourceItem } from './source-item.ts';

type Xml = Record<string, unknown>;
const UNPUBLISHED: SkippedKind = ['unpublished post', 'unpublished posts'];
const PROTECTED: SkippedKind = ['post behind a password', 'posts behind a password'];
const OTHERS =
  /^(?:attachment|page|nav_menu_item|revision|wp_.*|custom_css|customize_changeset|oembed_cache)$/;

/**
 * The published posts of a WordPress export (WXR), as its Tools → Export writes it.
 * @param onSkipped called for drafts, pages and everything else in it.
 */
export function wordpressItems(
  bytes: Uint8Array,
  name: string,
  onSkipped: OnSkipped,
): SourceItem[] {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /<\?xml [^>]*?encoding=["']([\w-]+)/.exec(head)?.[1];
  const { text } = decodeText(bytes, declared);
  if (!/<rss[\s>]/.test(text) || !/\/export\/\d/.test(text)) {
    throw new UnreadableSource(
      'is not an export of WordPress',
      'XML of other kinds is not imported: save it as CSV or HTML',
    );
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4096))) {
    throw new UnreadableSource(
      'has entities in it, which WordPress never writes',
      'export it again',
    );
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (tag) => /^(?:item|category|wp:postmeta|wp:comment)$/.test(tag),
  });
  let rss: Xml;
  try {
    rss = parser.parse(text) as Xml;
  } catch (cause) {
    throw new UnreadableSource(`is damaged XML (${(cause as Error).message})`, 'export it again');
  }
  const channel = (rss['rss'] as Xml | undefined)?.['channel'] as Xml | undefined;
  const items = (channel?.['item'] ?? []) as Xml[];
  return items.flatMap((item) => {
    const kind = skippedKind(item);
    if (kind === undefined) return [itemOf(item, name)];
    onSkipped(nameOf(item, name), kind);
    return [];
  });
}

function skippedKind(item: Xml): SkippedKind | undefined {
  const type = text(item, 'wp:post_type') ?? 'post';
  if (OTHERS.test(type)) return [`post of type ${type}`, `posts of type ${type}`];
  if (text(item, 'wp:status') !== 'publish') return UNPUBLISHED;
  return text(item, 'wp:post_password') === undefined ? undefined : PROTECTED;
}

const nameOf = (item: Xml, name: string) =>
  `${name}: ${titleOf(item) ?? `post ${text(item, 'wp:post_id') ?? ''}`}`;

/** Titles are HTML: with references such as `&#8211;`, and now and then with emphasis. */
function titleOf(item: Xml): string | undefined {
  const title = collapse(htmlWords(fromHtml(text(item, 'title') ?? '', { fragment: true })));
  return title === '' ? undefined : title;
}

/** Custom fields in which themes and plugins keep a subtitle. */
const SUBTITLE = /^_?(?:wps_|kia_)?(?:sub_?title|sub_?head(?:line|ing)?|secondary_title|deck)$/i;

function itemOf(item: Xml, name: string): SourceItem {
  const posted = text(item, 'wp:post_date') ?? '';
  const published = text(item, 'pubDate') ?? '';
  const content = text(item, 'content:encoded') ?? '';
  const { html, leftOut } = withoutShortcodes(content);
  const topics = categories(item, 'category').filter((one) => !/^uncategorized$/i.test(one));
  const custom = customFields(item);
  const subtitle = custom.find(({ key }) => SUBTITLE.test(key));
  return {
    name: nameOf(item, name),
    kind: 'fragment',
    // The block editor writes all tags, and its comments say that it was there.
    bytes: new TextEncoder().encode(/<!-- wp:/.test(content) ? html : classicParagraphs(html)),
    alsoLeftOut: [...leftOut, ...beside(item, custom.filter((one) => one !== subtitle))], // prettier-ignore
    metadata: {
      title: titleOf(item),
      ...(subtitle && { subtitle: subtitle.value }),
      date: dayIn(posted) ?? dayIn(published),
      source: text(item, 'link'),
      topics: topics.length > 0 ? topics : undefined,
      confidence: 1,
    },
  };
}

/** What a post has beside its text, and a release has no field for. */
function beside(item: Xml, custom: readonly CustomField[]): LeftOut[] {
  const tags = categories(item, 'post_tag');
  const excerpt = text(item, 'excerpt:encoded');
  const comments = ((item['wp:comment'] ?? []) as Xml[]).length;
  return [
    ...(tags.length > 0
      ? [{ text: `tags: ${tags.join(', ')}`, reason: 'tags; topics come from categories' }]
      : []),
    ...(excerpt === undefined
      ? []
      : [{ text: `excerpt: ${excerpt}`, reason: 'the excerpt that lists of posts show' }]),
    ...(comments > 0
      ? [{ text: `comments: ${comments}`, reason: 'comments, which the release is without' }]
      : []),
    ...custom
      .filter(({ key, value }) => !key.startsWith('_') && /\p{L}{3}/u.test(value))
      .map(({ key, value }) => ({ text: `${key}: ${value}`, reason: 'a custom field' })),
  ];
}

interface CustomField {
  key: string;
  value: string;
}

/** Custom fields of a post; a plugin's begin with `_`. */
const customFields = (item: Xml): CustomField[] =>
  ((item['wp:postmeta'] ?? []) as Xml[]).flatMap((meta) => {
    const [key, value] = [text(meta, 'wp:meta_key'), text(meta, 'wp:meta_value')];
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });

/** The names of a post's terms in a taxonomy. */
const categories = (item: Xml, domain: string): string[] =>
  ((item['category'] ?? []) as (Xml | string)[])
    .filter((one) => typeof one === 'object' && one['@_domain'] === domain)
    .map((one) =>
      collapse(htmlWords(fromHtml(String((one as Xml)['#text'] ?? ''), { fragment: true }))),
    ) // prettier-ignore
    .filter((one) => one !== '');

function text(item: Xml, field: string): string | undefined {
  const value = item[field];
  const found = typeof value === 'object' && value !== null ? (value as Xml)['#text'] : value;
  const trimmed = found === undefined || found === null ? '' : String(found).trim();
  return trimmed === '' ? undefined : trimmed;
}
