import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { blocksFromHtml } from './blocks-from-html.ts';
import { decodeText } from './decode-text.ts';
import type { SourceMetadata, SourceDocument } from './document.ts';
import { cutPage } from './find-article.ts';
import { htmlWords, withoutHidden } from './html-words.ts';
import { dayIn } from '../parse/find-date.ts';
import { collapse } from '../parse/text-shape.ts';

/** Reads a saved web page: finds the release on it, and says what is left out. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  return htmlDocument(decodeHtml(bytes));
}

/** Reads HTML that is a release and nothing else. */
export const readFragment = (bytes: Uint8Array) => htmlDocument(decodeHtml(bytes), false);

/**
 * A document of HTML.
 * @param isPage whether it may have navigation around the release; a mail or an entry of a blog has none.
 */
export function htmlDocument(html: string, isPage = true, address?: string): SourceDocument {
  const tree = fromHtml(html);
  const metadata = metadataOf(tree, address);
  withoutHidden(tree);
  const body = find(tree, 'body') ?? {
    type: 'element',
    tagName: 'body',
    properties: {},
    children: [],
  };
  const words = htmlWords(body);
  const leftOut = isPage ? cutPage(body) : [];
  const { blocks, footnotes, pictures, warnings } = blocksFromHtml(
    { type: 'root', children: body.children },
    metadata.source,
  );
  return {
    blocks,
    definitions: footnotes,
    metadata,
    leftOut,
    files: [],
    pictures,
    words,
    warnings,
  };
}

function decodeHtml(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes);
  if (encoding === 'utf-8' || encoding.startsWith('utf-16')) return text;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return named === undefined ? text : new TextDecoder(named).decode(bytes);
  } catch {
    return text; // a charset that nobody knows
  }
}

function metadataOf(tree: Root, address: string | undefined): SourceMetadata {
  const meta = new Map<string, string>();
  let canonical: string | undefined;
  let title: string | undefined;
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const name = String(
      properties['property'] ?? properties['name'] ?? properties['itemProp'] ?? '',
    );
    if (tagName === 'meta' && name !== '' && !meta.has(name))
      meta.set(name.toLowerCase(), String(properties['content'] ?? ''));
    if (tagName === 'link' && String(properties['rel']) === 'canonical')
      canonical = String(properties['href'] ?? '');
    if (tagName === 'title') title ??= collapse(children.map(htmlWords).join(''));
  });
  const published =
    meta.get('article:published_time') ??
    meta.get('datepublished') ??
    meta.get('date') ??
    meta.get('dc.date') ??
    '';
  const source = [address, canonical, meta.get('og:url')].find((one) =>
    /^https?:\/\//i.test(one ?? ''),
  );
  const heading = meta.get('og:title') ?? withoutSite(title);
  return {
    title: heading === '' ? undefined : heading,
    date: dayIn(published),
    source,
    confidence: 0.82,
  };
}

/** A page's title without the name of its site behind it: `Nine Lighthouses Open | Senator Sample`. */
function withoutSite(title: string | undefined): string | undefined {
  const end = Math.max(...['|', '–', '—'].map((dash) => title?.lastIndexOf(dash) ?? -1));
  const cuts = [end, title?.lastIndexOf('-') ?? -1].filter(
    (place) => title?.[place - 1] === ' ' && title[place + 1] === ' ',
  );
  return title?.slice(0, Math.min(title.length, ...cuts.map((place) => place - 1)));
}

function find(tree: Root, tagName: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (node) => {
    if (node.tagName === tagName) found ??= node;
  });
  return found;
}
