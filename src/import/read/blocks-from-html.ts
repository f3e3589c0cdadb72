import type { Element, Nodes, Root } from 'hast';
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
import { normalizeLayout } from './html-layout.ts';
import { normalizePreformatted } from './preformatted.ts';
import { placedName } from './placed-pictures.ts';
import { restoreTabs } from './tabs.ts';
import { endsWithStop, wordsIn } from '../parse/text-shape.ts';

const SCHEME = /^(?:https?:|mailto:|tel:)/i;
const LETTERHEAD_WORDS = 90;
/** A character that is seen: site builders put one without width into empty paragraphs. */
const SHOWS = /[^\s\u200b-\u200d\u2060\ufeff]/u;

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
  const warnings = [...resolveLinks(tree, base), ...normalizePreformatted(tree)];
  normalizeLayout(tree);
  const markdown = toMdast(tree, {
    handlers: {
      u: asHtml('u'),
      sup: asHtml('sup'),
      sub: asHtml('sub'),
      'footnote-ref': footnoteMark,
    },
    newlines: false,
  }) as MarkdownRoot;
  restoreTabs(markdown);
  inParagraphs(markdown);
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
    } else if (SHOWS.test(block.text) || node.type === 'thematicBreak') blocks.push(block);
  }
  return {
    blocks,
    footnotes,
    pictures,
    warnings,
  };
}

declare module 'mdast' {
  interface EmphasisData {
    /** The element of HTML that it means. */
    tag?: string;
  }
}

/**
 * Words in an element that Markdown has no markup for, and that the archive allows as HTML. Until all blocks
 * are made they count as emphasis, which is text of a line: HTML by itself would be a block in a list.
 */
const asHtml =
  (tag: string): Handle =>
  (state, node: Element): Emphasis => ({
    type: 'emphasis',
    children: state.all(node) as PhrasingContent[],
    data: { tag },
  });

/** Writes them as HTML. */
function withTags(tree: MarkdownRoot): void {
  visit(tree, 'emphasis', ({ data, children }, index, parent) => {
    const tag = data?.tag;
    if (tag === undefined || !parent || index === undefined) return undefined;
    const start: Html = { type: 'html', value: `<${tag}>` };
    const end: Html = { type: 'html', value: `</${tag}>` };
    parent.children.splice(index, 1, start, ...children, end);
    return index;
  });
}

/** Words that are in no element, as in a mail that has lines and nothing else, are paragraphs too. */
function inParagraphs(root: MarkdownRoot): void {
  if (!root.children.every(isInline) || root.children.every(({ type }) => type === 'image')) return;
  root.children = [{ type: 'paragraph', children: root.children.filter(isInline) }];
}

const isInline = (node: RootContent): node is PhrasingContent =>
  /^(?:text|emphasis|strong|delete|inlineCode|break|link|image|footnoteReference)$/.test(node.type);

const footnoteMark: Handle = (_, node: Element) => ({
  type: 'footnoteReference',
  identifier: String(node.properties['name']),
  label: String(node.properties['name']),
});

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
      .map((child) => strip(child as RootContent))
      .filter((child) => child.type !== 'link' || shownText(child).trim() !== '');
    return { ...parent, children };
  };
  return [strip(root)];
}

/** Two line breaks in a row are the end of a paragraph, also within emphasis or a link. */
function splitAtBreaks(node: RootContent): RootContent[] {
  if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
    const children = (node.children as RootContent[]).flatMap(splitAtBreaks);
    return [{ ...node, children } as RootContent];
  }
  if (node.type !== 'paragraph') return [node];
  const { position } = node;
  return partsAtBreaks(node.children)
    .map((children) => ({ type: 'paragraph' as const, children, ...(position && { position }) }))
    .filter((part) => shownText(part).trim() !== '');
}

function partsAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  let isAfterBreak = false;
  for (const node of nodes) {
    if (node.type === 'break') {
      if (isAfterBreak) parts.push([]);
      else parts.at(-1)?.push(node);
      isAfterBreak = true;
    } else if ('children' in node) {
      const [first = [], ...others] = partsAtBreaks(node.children);
      parts.at(-1)?.push({ ...node, children: first });
      parts.push(...others.map((children) => [{ ...node, children }]));
      isAfterBreak = false;
    } else {
      parts.at(-1)?.push(node);
      if (node.type !== 'text' || node.value.trim() !== '') isAfterBreak = false;
    }
  }
  return parts.map((part) => part.filter((node) => !('children' in node) || node.children.length > 0)); // prettier-ignore
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
