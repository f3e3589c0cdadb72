import { XMLParser } from 'fast-xml-parser';
import { UnreadableSource } from '../read/document.ts';
import { decodeText } from '../read/decode-text.ts';
import { dayIn } from '../parse/find-date.ts';
import { stretches, withoutStretches } from '../read/stretches.ts';
import type { OnSkipped, SkippedKind, SourceItem } from './source-item.ts';

type Xml = Record<string, unknown>;
const UNPUBLISHED: SkippedKind = ['unpublished post', 'unpublished posts'];
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
  const { text } = decodeText(bytes);
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
    isArray: (tag) => tag === 'item' || tag === 'category',
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
  return text(item, 'wp:status') === 'publish' ? undefined : UNPUBLISHED;
}

const nameOf = (item: Xml, name: string) =>
  `${name}: ${text(item, 'title') ?? `post ${text(item, 'wp:post_id') ?? ''}`}`;

/** What WordPress itself replaces by pictures and players when it shows a post. */
const SHORTCODE = /\[\/?(?:audio|caption|wp_caption|embed|gallery|playlist|video)(?=[\s\]/])/g;

function itemOf(item: Xml, name: string): SourceItem {
  const posted = text(item, 'wp:post_date') ?? '';
  const published = text(item, 'pubDate') ?? '';
  const title = text(item, 'title');
  const content = text(item, 'content:encoded') ?? '';
  const shortcodes = [...stretches(content, SHORTCODE, ']')].map(({ start, end }) =>
    content.slice(start, end),
  );
  const topics = ((item['category'] ?? []) as (Xml | string)[])
    .filter((one) => typeof one === 'object' && one['@_domain'] === 'category')
    .map((one) => String((one as Xml)['#text'] ?? '').trim())
    .filter((one) => one !== '' && !/^uncategorized$/i.test(one));
  return {
    name: nameOf(item, name),
    kind: 'fragment',
    bytes: new TextEncoder().encode(asParagraphs(withoutStretches(content, SHORTCODE, ']'))),
    alsoLeftOut: shortcodes.map((code) => ({
      text: code,
      reason: 'a shortcode, for which WordPress shows a picture or a player',
    })),
    metadata: {
      title,
      date: dayIn(posted) ?? dayIn(published),
      source: text(item, 'link'),
      topics: topics.length > 0 ? topics : undefined,
      confidence: 1,
    },
  };
}

function text(item: Xml, field: string): string | undefined {
  const value = item[field];
  const found = typeof value === 'object' && value !== null ? (value as Xml)['#text'] : value;
  const trimmed = found === undefined || found === null ? '' : String(found).trim();
  return trimmed === '' ? undefined : trimmed;
}

/** WordPress stores a blank line where a page shows a new paragraph (`wpautop`), and comments of its editor. */
function asParagraphs(content: string): string {
  const html = withoutStretches(content, /<!--/g, '-->');
  if (/<p[\s>]/i.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((part) =>
      /^\s*<(?:ul|ol|table|h\d|blockquote|div|hr)/i.test(part)
        ? part
        : `<p>${part.replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}
