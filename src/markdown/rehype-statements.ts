import type { Element, ElementContent, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { align } from '../archive/ledger/align.ts';
import { normalizeText } from '../archive/statement-id-form.ts';
import { INLINE } from './allow-list.ts';

/** A statement of a release: the smallest thing that can be cited. */
export interface Statement {
  id: string;
  /** The words it shows, with normalized white space. */
  text: string;
}

/**
 * Marks each statement with `data-statement` and its id, and lists them in `file.data.statements`; the
 * ids are those of the release's line in the ledger, where `file.data.entry` holds one. A
 * statement is one paragraph, one list item's own text, one paragraph of a quotation or one table
 * row; what lies inside a list item or a row belongs to it, but for lists in an item. Of a footnote
 * each paragraph is one, since the item's id is where its mark leads.
 */
export function rehypeStatements() {
  return (tree: Root, file: VFile): undefined => {
    const found: { node: Element; text: string }[] = [];

    function enter(node: Nodes, isInside: boolean): void {
      if (!('children' in node)) return;
      if (isElement(node, 'li') && isFootnote(node)) {
        moveBackLinkOut(node);
        for (const child of node.children) enter(child, false);
        return;
      }
      const isStatement = node.type === 'element' && ['p', 'li', 'tr'].includes(node.tagName);
      if (isStatement && !isInside) collect(node);
      if (isElement(node, 'tr')) return;
      // What a list inside an item holds is a statement again.
      const isInsideNext = !isList(node) && (isInside || isElement(node, 'li'));
      for (const child of node.children) enter(child, isInsideNext);
    }

    function collect(node: Element) {
      if (node.tagName !== 'p') separateBlocks(node);
      const text = normalizeText(statementText(node));
      if (text !== '') found.push({ node, text });
    }

    enter(tree, false);
    const texts = found.map(({ text }) => text);
    const alignment = align(file.data.entry?.statements ?? [], texts);
    file.data.alignment = alignment;
    file.data.statements = found.map(({ node, text }, n) => {
      const id = alignment.ids[n] ?? '';
      node.properties = { ...node.properties, id, dataStatement: '' };
      return { id, text };
    });
  };
}

/** The statements that a page has, as they are marked in its tree. */
export function statementsOf(page: Nodes): Statement[] {
  const found: Statement[] = [];
  visit(page, 'element', (node) => {
    const { id, dataStatement } = node.properties;
    if (dataStatement === undefined) return;
    found.push({ id: String(id ?? ''), text: normalizeText(statementText(node)) });
  });
  return found;
}

/**
 * The words that a statement shows: without the lists inside a list item, without permalinks,
 * footnote marks and notes about it. A line break is a space, a picture nothing.
 */
function statementText(statement: Element): string {
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    if (node.type === 'element') {
      if (node.tagName === 'br') return ' ';
      if (isAddedTo(statement, node)) return '';
    }
    return node.children.map(read).join('');
  };
  return statement.children.map(read).join('');
}

/** Whether an element within a statement is none of its words: a list that follows them, or what the page adds. */
export function isAddedTo(statement: Element, node: Element): boolean {
  if (statement.tagName === 'li' && isList(node)) return true;
  return ADDED.some((name) => name in node.properties);
}

const ADDED = ['dataPermalink', 'dataNote', 'dataFootnoteRef', 'dataFootnoteBackref'];

const isElement = (node: Nodes, tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;
const isList = (node: Nodes) => isElement(node, 'ul') || isElement(node, 'ol');
const isFootnote = (item: Element) =>
  String(item.properties['id'] ?? '').startsWith('user-content-fn-');

/** Puts white space between the cells of a row and the blocks of an item, so that words stay apart. */
function separateBlocks(node: Element) {
  const isBlock = (child: ElementContent | undefined) =>
    child?.type === 'element' && !INLINE.includes(child.tagName);
  node.children = node.children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'element' && isBlock(child)) separateBlocks(child);
    const before = node.children[index - 1];
    const isGap = child.type === 'text' && /^\s/.test(child.value);
    const touches = before !== undefined && !isGap && (isBlock(before) || isBlock(child));
    const hasGap = before?.type === 'text' && /\s$/.test(before.value);
    return touches && !hasGap ? [{ type: 'text', value: '\n' }, child] : [child];
  });
}

/** The link back from a footnote is no part of its words: it goes behind the last paragraph. */
function moveBackLinkOut(item: Element) {
  const last = item.children.findLast((child) => isElement(child, 'p'));
  if (last === undefined) return;
  const isBackLink = (child: ElementContent) =>
    child.type === 'element' && 'dataFootnoteBackref' in child.properties;
  const links = last.children.filter(isBackLink);
  last.children = last.children.filter((child) => !isBackLink(child));
  item.children.push(
    ...links.flatMap((link): ElementContent[] => [link, { type: 'text', value: ' ' }]),
  );
}
