import type { Element, ElementContent, Nodes, Root } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type {
  Emphasis,
  FootnoteDefinition,
  Html,
  Image,
  PhrasingContent,
  Root as MarkdownRoot,
  RootContent,
} from 'mdast';
import { visit } from 'unist-util-visit';
import { blockOf, type Picture, shownText, type SourceBlock } from './document.ts';
import { htmlWords } from './html-words.ts';
import { placedName } from './placed-pictures.ts';
import { endsWithStop, wordsIn } from '../parse/text-shape.ts';

const SCHEME = /^(?:https?:|mailto:|tel:)/i;
const LETTERHEAD_WORDS = 90;

interface HtmlBlocks {
  blocks: SourceBlock[];
  footnotes: FootnoteDefinition[];
  pictures: Picture[];
  /** Sentences on links that were lost. */
  warnings: string[];
}

/**
 * Turns HTML into blocks: links, lists, tables, quotations and emphasis stay, pictures are taken out.
 * @param base the address of the page, to resolve relative links.
 */
export function blocksFromHtml(tree: Root, base?: string): HtmlBlocks {
  const warnings = resolveLinks(tree, base);
  normalizeTables(tree);
  const markdown = toMdast(tree, {
    handlers: {
      u: asHtml('u'),
      sup: asHtml('sup'),
      sub: asHtml('sub'),
      'footnote-ref': footnoteMark,
    },
    newlines: false,
  }) as MarkdownRoot;
  withTags(markdown);
  const footnotes: FootnoteDefinition[] = [];
  const nodes: (RootContent | Image)[] = [];
  const pictures: Picture[] = [];
  for (const one of markdown.children) {
    const placed: Image[] = [];
    for (const node of withoutPictures(one, pictures, placed)) {
      if (node.type === 'footnoteDefinition') footnotes.push(node);
      else nodes.push(...splitAtBreaks(node));
    }
    nodes.push(...placed);
  }
  const blocks: SourceBlock[] = [];
  for (const [n, node] of flattenLetterhead(nodes).entries()) {
    const last = blocks.at(-1);
    const block = blockOf(node, node.position?.start.line ?? n + 1);
    if (node.type === 'image') {
      if (last !== undefined) last.pictures = [...(last.pictures ?? []), node];
    } else if (block.text.trim() !== '' || node.type === 'thematicBreak') blocks.push(block);
  }
  return {
    blocks,
    footnotes,
    pictures,
    warnings,
  };
}

/** Words in an element that Markdown has no markup for, and that the archive allows as HTML. */
interface Tagged extends Emphasis {
  data: { tag: string };
}

/** Such words count as text of their line, as emphasis does; HTML by itself would be a block in a list. */
const asHtml =
  (tag: string): Handle =>
  (state, node: Element): Tagged => ({
    type: 'emphasis',
    children: state.all(node) as PhrasingContent[],
    data: { tag },
  });

/** Writes them as HTML. */
function withTags(tree: MarkdownRoot): void {
  visit(tree, 'emphasis', (node, index, parent) => {
    const { tag } = (node.data ?? {}) as Partial<Tagged['data']>;
    if (tag === undefined || !parent || index === undefined) return undefined;
    const [start, end]: Html[] = [`<${tag}>`, `</${tag}>`].map((value) => ({
      type: 'html',
      value,
    }));
    if (start && end) parent.children.splice(index, 1, start, ...node.children, end);
    return index;
  });
}

const footnoteMark: Handle = (_, node: Element) => ({
  type: 'footnoteReference',
  identifier: String(node.properties['name']),
  label: String(node.properties['name']),
});

const CELL_BLOCK = /^(?:p|div|ul|ol|h[1-6]|table|blockquote)$/;
const MAX_CELL_WORDS = 60; // a longer cell is running text, and the table only its frame

/** Tables that only lay out a page become boxes; in others each cell becomes one line. */
function normalizeTables(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const cells: Element[] = [];
    let isFrame = false;
    visit(table, 'element', (node) => {
      if (node.tagName === 'td' || node.tagName === 'th') cells.push(node);
      if (/^(?:h[1-6]|table)$/.test(node.tagName) && node !== table) isFrame = true;
    });
    const blocksOf = ({ children }: Element) =>
      children.filter((child) => child.type === 'element' && CELL_BLOCK.test(child.tagName));
    isFrame ||= cells.some(
      (cell) => blocksOf(cell).length > 1 && wordsIn(htmlWords(cell)).length > MAX_CELL_WORDS,
    );
    if (isFrame) {
      visit(table, 'element', (node) => {
        if (/^(?:table|tbody|thead|tfoot|tr|td|th|caption)$/.test(node.tagName))
          node.tagName = 'div';
      });
      return;
    }
    for (const cell of cells) {
      cell.children = cell.children.flatMap(linesOfList);
      if (blocksOf(cell).length > 1)
        cell.children = cell.children.flatMap((child, n): ElementContent[] =>
          n === 0
            ? [child]
            : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, child],
        );
    }
  });
}

/** The items of a list as lines, with the numbers that it shows: a cell in Markdown has no lists. */
function linesOfList(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || !/^[ou]l$/.test(node.tagName)) return [node];
  let number = Number(node.properties['start'] ?? 1);
  return node.children.flatMap((item): ElementContent[] => {
    if (item.type !== 'element') return [item];
    const own = item.children.filter((child) => !isList(child));
    const mark = node.tagName === 'ol' ? [{ type: 'text' as const, value: `${number++}. ` }] : [];
    const line = { ...item, tagName: 'p', properties: {}, children: [...mark, ...own] };
    return [line, ...item.children.filter(isList).flatMap(linesOfList)];
  });
}

const isList = (node: ElementContent) => node.type === 'element' && /^[ou]l$/.test(node.tagName);

/** Makes links absolute; a link that leads nowhere outside its page becomes text. */
function resolveLinks(tree: Root, base: string | undefined): string[] {
  const lost: string[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'a' || node.properties['href'] === undefined) return;
    const href = String(node.properties['href']).trim();
    const whole =
      SCHEME.test(href) || base === undefined || href.startsWith('#') || !URL.canParse(href, base)
        ? href
        : new URL(href, base).href;
    if (SCHEME.test(whole)) {
      node.properties = { href: whole };
      return;
    }
    if (!href.startsWith('#')) lost.push(href.slice(0, 80));
    node.tagName = 'span';
    node.properties = {};
  });
  return lost.length === 0 ? [] : [`Links without a whole address became text: ${lost.join(', ')}`];
}

/**
 * Takes pictures out: they become attachments, since a page loads nothing from other sites.
 * @param placed gets those that came with the text, which may be shown behind the block that has them.
 */
function withoutPictures(root: RootContent, pictures: Picture[], placed: Image[]): RootContent[] {
  visit(root, 'image', (image) => {
    if (placedName(image) !== undefined) placed.push(image);
    else if (image.url !== '') pictures.push({ address: image.url, alt: image.alt ?? '' });
  });
  if (root.type === 'image' || root.type === 'html') return [];
  const strip = <Parent extends Nodes | RootContent>(parent: Parent): Parent => {
    if (!('children' in parent)) return parent;
    const children = parent.children
      .filter((child) => child.type !== 'image' && child.type !== 'imageReference')
      .map((child) => strip(child as RootContent));
    return { ...parent, children };
  };
  return [strip(root)];
}

/** Two line breaks in a row are the end of a paragraph. */
function splitAtBreaks(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const parts: PhrasingContent[][] = [[]];
  node.children.forEach((child, n) => {
    const before = node.children[n - 1];
    const isBlank = before?.type === 'text' && before.value.trim() === '';
    const earlier = isBlank ? node.children[n - 2] : before;
    if (child.type === 'break' && earlier?.type === 'break') parts.push([]);
    else parts.at(-1)?.push(child);
  });
  const { position } = node;
  return parts
    .map((children) => ({ type: 'paragraph' as const, children, ...(position && { position }) }))
    .filter((part) => shownText(part).trim() !== '');
}

/** Turns a table above the story, which has a letterhead or a contact block, into lines. */
function flattenLetterhead(nodes: readonly RootContent[]): RootContent[] {
  let isHead = true;
  return nodes.flatMap((node): RootContent[] => {
    const words = wordsIn(shownText(node)).length;
    if (node.type !== 'table' || !isHead || words > LETTERHEAD_WORDS) {
      if (words >= 25 || (words >= 12 && endsWithStop(shownText(node)))) isHead = false;
      return [node];
    }
    const { position } = node;
    return node.children.flatMap((row) =>
      row.children.flatMap((cell) =>
        splitAtBreaks({
          type: 'paragraph',
          children: cell.children,
          ...(position && { position }),
        }),
      ),
    );
  });
}
