/** What browsers look at where they doubt what a server says of a file, rounded up. */
export const HEAD_BYTES = 4096;

/**
 * Elements at whose sight a browser takes a file for a page, and those with which SVG, XML feeds and
 * stylesheets begin.
 * @see https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
 */
const ROOTS = [
  'html|head|body|title|meta|link|base|style|script|noscript|iframe|frameset|frame|object|embed|applet',
  'h1|div|p|a|b|br|font|table|img|form|input|video|audio|template',
  'svg|math|rss|feed|xsl:[a-z]+|rdf:rdf|urlset|opml',
].join('|');
const MARKUP = new RegExp(
  `^[\\s\\ufeff\\0]*(?:(?<xml><\\?xml)|<!doctype\\s+(?<doctype>[\\w:]+)|<(?:[\\w-]+:)?(?<root>${ROOTS})[\\s/>]|(?<comment><!--))`,
  'i',
);

/** What markup a file holds that says it is something else. */
export type Markup = 'a web page' | 'SVG' | 'XML';

/**
 * Whether a file begins as a page, a picture in SVG or other XML does.
 * @param head its first bytes, `HEAD_BYTES` of them if it has as many.
 */
export function markupIn(head: Uint8Array): Markup | undefined {
  const text = decode(head);
  const { xml, doctype, root = '', comment } = MARKUP.exec(text)?.groups ?? {};
  if (xml !== undefined) return /<(?:[\w-]+:)?svg[\s>]/i.test(text) ? 'SVG' : 'XML';
  const name = (doctype ?? root).toLowerCase();
  if (name === 'svg') return 'SVG';
  if (/^(?:rss|feed|xsl:.*|rdf:rdf|urlset|opml)$/.test(name)) return 'XML';
  return name !== '' || comment !== undefined ? 'a web page' : undefined;
}

function decode(head: Uint8Array): string {
  const [first, second] = head;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(head);
}
