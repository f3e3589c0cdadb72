import type { PagefindFragment } from './browser.ts';

/*
 * How Pagefind reads a document: its words, where its statements begin, and its metadata.
 * Source: https://github.com/Pagefind/pagefind, pagefind/src/fossick/parser.rs and mod.rs.
 * Documents are made by our own renderer, so each element is closed, and references are of few kinds.
 */

/** A tag, or the doctype (our documents have no other declaration); or the text before the next tag. */
const TOKEN =
  /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:[\s/](?:"[^"]*"|'[^']*'|[^'"<>])*)?)>|<![^<>]*>|(?<text>[^<]+)/gi;
const ATTRIBUTE = /(?<name>[^\s=/"]+)(?:="(?<value>[^"]*)")?/g;
const REFERENCE = /&(?:#x(?<code>[0-9a-f]{1,6})|(?<name>amp|lt|gt|quot));/gi;
const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const BLOCKS = new Set('h1 h2 h3 h4 h5 h6 p td div ul li article section'.split(' '));
const WITHOUT_END = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
const NOT_READ = new Set(
  'head style script noscript label form svg footer nav iframe template'.split(' '),
);
/** Behind these Pagefind ends a block with a full stop. */
const NEEDS_STOP = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}'")$*]$/u;
const SPACES = /\p{White_Space}+/u;
/** Precedes the number of an anchor among the words; no text of HTML has it. */
const ANCHOR = '\0';

/** A document as it is in the index. */
export type ReadDocument = Omit<PagefindFragment, 'url'>;

interface OpenElement {
  name: string;
  isIgnored: boolean;
  text: string;
}

type Anchor = ReadDocument['anchors'][number];

/** Reads a document. @param html with `data-pagefind-body` on its body, all elements closed. */
export function readDocument(html: string): ReadDocument {
  const meta: ReadDocument['meta'] = {};
  const found: Omit<Anchor, 'location'>[] = [];
  const open: OpenElement[] = [{ name: '', isIgnored: false, text: '' }];
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  for (const { groups = {} } of html.matchAll(TOKEN)) {
    const { text, name: written } = groups;
    if (text !== undefined) add(text);
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (groups['end'] !== '') {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed) add(closedText(closed));
      continue;
    }
    const attributes = attributesIn(groups['attributes'] ?? '');
    const isIgnored = attributes.has('data-pagefind-ignore');
    const id = attributes.get('id')?.replace(/\p{White_Space}/gu, '');
    if (id !== undefined && !isIgnored) {
      const title = normalized(attributes.get('data-pagefind-title') ?? '');
      add(` ${ANCHOR}${found.length} `);
      found.push({ element: name, id, ...(title !== '' && { title }) });
    }
    const field = /^(.+)\[content\]$/.exec(attributes.get('data-pagefind-meta') ?? '')?.[1];
    if (field !== undefined) meta[field] = normalized(attributes.get('content') ?? '');
    if (name === 'br') add(' ');
    if (!WITHOUT_END.has(name)) {
      open.push({ name, isIgnored: isIgnored || NOT_READ.has(name), text: '' });
    }
  }
  const words: string[] = [];
  const anchors: Anchor[] = [];
  for (const word of decoded(open[0]?.text ?? '').split(SPACES)) {
    const anchor = word.startsWith(ANCHOR) ? found[Number(word.slice(1))] : undefined;
    if (anchor) anchors.push({ ...anchor, location: words.length });
    // A zero-width space is nothing in the index.
    const visible = anchor ? '' : word.replaceAll('\u200B', '');
    if (visible !== '') words.push(visible);
  }
  return { content: words.join(' '), meta, anchors };
}

/** What an element adds to the text of the one around it. */
function closedText({ name, isIgnored, text }: OpenElement): string {
  if (isIgnored) return '';
  if (!BLOCKS.has(name)) return text;
  return ` ${text}${NEEDS_STOP.test(text) ? '.' : ''} `;
}

function attributesIn(text: string): Map<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(
    ({ groups = {} }) => [groups['name'] ?? '', groups['value'] ?? ''] as const,
  );
  return new Map(pairs);
}

const decoded = (text: string) =>
  text.replace(REFERENCE, (_, code: string | undefined, name: string | undefined) =>
    code === undefined
      ? (CHARACTERS[name?.toLowerCase() ?? ''] ?? '')
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );

const normalized = (text: string) =>
  decoded(text)
    .replace(/(?:\r?\n)+/g, ' ')
    .replace(/\p{White_Space}{2,}/gu, ' ')
    .replace(/^\p{White_Space}|\p{White_Space}$/gu, '');
