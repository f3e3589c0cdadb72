import type { Element, Nodes, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { toText } from 'hast-util-to-text';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { type AccessFault, type AccessKind, isInCapitals } from '../archive/access-fault.ts';
import { decodePath } from '../archive/path-encoding.ts';
import { linkTarget } from './link-target.ts';
import { rehypeRawHtml } from './rehype-raw-html.ts';

/** A file below `media/` that a text shows or links to, and on which line of the file. */
interface OfferedMedia {
  path: string;
  line: number;
}

type Found = Pick<AccessFault, 'kind' | 'message' | 'hint'>;

/** Links read out one after the other, as screen readers list them, must say where they lead. */
const VAGUE = new Set(
  [
    ['click', 'click here', 'click on this link', 'here', 'link', 'this link', 'this', 'more'],
    ['read more', 'learn more', 'see more', 'more info', 'more information', 'details', 'website'],
    [
      'aquí',
      'haga clic aquí',
      'haz clic aquí',
      'clic aquí',
      'enlace',
      'más',
      'leer más',
      'ver más',
    ],
    ['ici', 'cliquez ici', 'lien', 'ce lien', 'plus', 'lire la suite', 'en savoir plus'],
    ['tại đây', 'ở đây', 'bấm vào đây', 'nhấp vào đây', 'đọc thêm', 'xem thêm'],
    ['點這裡', '請點這裡', '按此', '請按此', '這裡', '此處', '更多', '了解更多', '閱讀更多'],
  ].flat(),
);
/** A line in capitals within a text may be a label or a dateline: a paragraph has more words. */
const MIN_WORDS = 4;

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRawHtml)
  .freeze();

/**
 * Barriers in a text that `check` accepts: pictures without words, links that say nothing, tables without a head,
 * headings that skip a rank, paragraphs in capitals; and the media that it offers, which may have others.
 * @param firstLine the line of the file, from 1, on which the text begins.
 */
export function accessFaults(
  markdown: string,
  firstLine: number,
  file: string,
): { faults: AccessFault[]; media: OfferedMedia[] } {
  const source = new VFile({ value: markdown });
  const tree: Root = processor.runSync(processor.parse(source), source);
  const faults: AccessFault[] = [];
  const media: OfferedMedia[] = [];
  let rank = 1; // of the headline
  visit(tree, 'element', (node) => {
    const line = firstLine + (node.position?.start.line ?? 1) - 1;
    const path = mediaPath(node);
    if (path !== undefined) media.push({ path, line });
    if (node.properties['id'] === 'footnote-label') return; // nobody wrote it
    const found = faultOf(node, rank);
    if (found !== undefined) faults.push({ file, line, field: 'body', ...found });
    const written = headingRank(node);
    if (written !== undefined) rank = Math.max(written, 2);
  });
  return { faults, media };
}

/** Below `media/`. */
function mediaPath({ properties }: Element): string | undefined {
  const target = linkTarget(String(properties['href'] ?? properties['src'] ?? ''));
  const path = target.kind === 'site' ? decodePath(target.path) : undefined;
  return path?.startsWith('/media/') ? path.slice('/media/'.length) : undefined;
}

/** What is wrong with an element. @param rank of the heading before it. */
function faultOf(node: Element, rank: number): Found | undefined {
  const { tagName, properties } = node;
  const written = headingRank(node);
  if (written !== undefined && written > rank + 1) {
    return fault(
      'heading',
      `has the heading ${cited(node)} of rank ${written} right below one of rank ${rank}, which the page corrects to ${rank + 1}`,
      `write ${'#'.repeat(rank + 1)} before it, or add the heading that is missing above it`,
    );
  }
  if (tagName === 'img') return pictureFault(properties['alt'], String(properties['src'] ?? ''));
  if (tagName === 'a' && properties['href'] !== undefined) return linkFault(node);
  if (tagName === 'table' && !hasHead(node)) {
    return fault(
      'table',
      'has a table without a head: screen readers cannot say which column a cell is in',
      'name the columns in its first row, above | --- |',
    );
  }
  const isText = tagName === 'p' || tagName === 'li' || written !== undefined;
  if (isText && isInCapitals(ownText(node), MIN_WORDS)) {
    return fault(
      'capitals',
      `has ${cited(node)} in capitals throughout`,
      'write it in small letters; use ** for weight, if the words as issued allow it',
    );
  }
  return undefined;
}

const fault = (kind: AccessKind, message: string, hint: string): Found => ({ kind, message, hint });

function pictureFault(alt: unknown, source: string): Found | undefined {
  const words = typeof alt === 'string' ? alt.trim() : '';
  const name = (decodePath(source) ?? source).split('/').at(-1) ?? source;
  const hint = 'say what it shows, as in ![The footbridge on its opening day](/media/bridge.jpg)';
  if (words === '')
    return fault('picture', `shows ${name} without words for those who cannot see it`, hint);
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, ' ');
  const names = [name, name.replace(/\.[^.]*$/, '')].map(plain);
  const isName = names.includes(plain(words)) || /\.(?:jpe?g|png|gif|webp|svg|avif)$/i.test(words);
  if (!isName) return undefined;
  return fault('picture', `has the name of its file as the words for ${name}`, hint);
}

function linkFault(node: Element): Found | undefined {
  const { properties } = node;
  if ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties) return undefined;
  const href = String(properties['href']);
  const text = `${toText(node)} ${wordsOfPictures(node)}`.trim();
  if (text === '') {
    return fault(
      'link',
      `has a link without words to ${href}`,
      'write between [ and ] where it leads',
    );
  }
  const plain = text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
  if (!VAGUE.has(plain)) return undefined;
  const message = `has a link that says “${text}”, and not where it leads`;
  return fault('link', message, 'let the link be the words that name its page or document');
}

function wordsOfPictures(node: Element): string {
  const words: string[] = [];
  visit(node, 'element', ({ tagName, properties: { alt } }) => {
    if (tagName === 'img' && typeof alt === 'string') words.push(alt);
  });
  return words.join(' ');
}

function hasHead(table: Element): boolean {
  let has = false;
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'th' && toText(cell).trim() !== '') has = true;
  });
  return has;
}

/** The text of an element without that of lists and paragraphs in it, which are looked at by themselves. */
function ownText(node: Element): string {
  const isApart = (child: Nodes) =>
    child.type === 'element' && ['ul', 'ol', 'p', 'table', 'blockquote'].includes(child.tagName);
  return toText({ ...node, children: node.children.filter((child) => !isApart(child)) });
}

const CITED = 40; // characters

function cited(node: Element): string {
  const text = ownText(node).replace(/\s+/g, ' ').trim();
  return `“${text.length > CITED ? `${text.slice(0, CITED).trim()}…` : text}”`;
}
