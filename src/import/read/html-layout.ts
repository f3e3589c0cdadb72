import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { htmlWords } from './html-words.ts';
import { wordsIn } from '../parse/text-shape.ts';

const BLOCK = /^(?:p|div|center|ul|ol|dl|h[1-6]|table|blockquote|pre|hr|address|section|article)$/;
/** Elements that a browser sets apart, and Markdown's tree does not. */
const APART = /^(?:label|legend|summary|details)$/;
/** Elements with words that hast-util-to-mdast ignores, and what they are most like. */
const OTHER_NAMES: Record<string, string> = { dialog: 'div', menu: 'ul', math: 'span', content: 'span', element: 'span', shadow: 'span', spacer: 'span', command: 'span', menuitem: 'span' }; // prettier-ignore
const SPACE: ElementContent = { type: 'text', value: ' ' };
/** In Markdown, emphasis ends with its paragraph. */
const EMPHASIS = /^(?:b|strong|em|i|u|mark|q)$/;
const MAX_HEADING_WORDS = 40; // a longer heading is a box with a story in it
const MAX_CELL_WORDS = 60; // a longer cell is running text, and the table only its frame

/** Prepares HTML for Markdown: tables that only lay out a page become boxes, cells lines, captions paragraphs. */
export function normalizeLayout(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'font' || node.tagName === 'center') {
      // What HTML 3 wraps around paragraphs says how they look, and nothing of what they are.
      node.tagName = hasBlock(node) ? 'div' : node.tagName;
    }
    node.tagName = OTHER_NAMES[node.tagName] ?? node.tagName;
    if (APART.test(node.tagName)) node.children = [SPACE, ...node.children, SPACE];
    if (/^h[1-6]$/.test(node.tagName) && hasBlock(node)) {
      if (wordsIn(htmlWords(node)).length > MAX_HEADING_WORDS) node.tagName = 'div';
      else node.children = linesOf(node.children);
    }
    if (EMPHASIS.test(node.tagName) && hasBlock(node)) node.children = linesOf(node.children, 2);
    if (node.tagName !== 'table') return;
    const captions = node.children.filter((child) => child.type === 'element' && child.tagName === 'caption'); // prettier-ignore
    node.children = node.children.filter((child) => !captions.includes(child));
    const cells = cellsOf(node);
    if (isFrame(node, cells)) {
      visit(node, 'element', (inner) => {
        if (/^(?:table|tbody|thead|tfoot|tr|td|th|caption)$/.test(inner.tagName)) inner.tagName = 'div'; // prettier-ignore
      });
    } else for (const cell of cells) cell.children = linesOf(cell.children);
    if (captions.length === 0 || parent === undefined || index === undefined) return;
    for (const caption of captions) if (caption.type === 'element') caption.tagName = 'p';
    parent.children.splice(index, 0, ...captions);
  });
}

const hasBlock = (element: Element): boolean =>
  element.children.some(
    (child) => child.type === 'element' && (BLOCK.test(child.tagName) || hasBlock(child)),
  );

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'td' || node.tagName === 'th') cells.push(node);
  });
  return cells;
}

/** Whether a table has no data, but lays out the page around running text. */
function isFrame(table: Element, cells: readonly Element[]): boolean {
  if (table.properties['role'] === 'presentation') return true;
  let columns = 0;
  let hasPart = false;
  visit(table, 'element', (node) => {
    if (node.tagName === 'tr') {
      const own = node.children.filter((child) => child.type === 'element' && isFilled(child));
      columns = Math.max(columns, own.length);
    }
    if (/^(?:h[1-6]|table|blockquote|hr)$/.test(node.tagName) && node !== table) hasPart = true;
  });
  return (
    hasPart ||
    columns < 2 ||
    cells.some((cell) => blocksIn(cell) > 1 && wordsIn(htmlWords(cell)).length > MAX_CELL_WORDS)
  );
}

/** Whether a cell shows anything; an item of a list has its number, if nothing else. */
const isFilled = (cell: Element): boolean =>
  htmlWords(cell).trim() !== '' ||
  cell.children.some(
    (child) => child.type === 'element' && (/^(?:li|img)$/.test(child.tagName) || isFilled(child)),
  );

/** The number of paragraphs in a cell: its blocks, or the lines between two breaks. */
function blocksIn(cell: Element): number {
  let blocks = 0;
  let breaks = 0;
  visit(cell, 'element', ({ tagName }) => {
    if (BLOCK.test(tagName)) blocks++;
    if (tagName === 'br') breaks++;
  });
  return Math.max(blocks, 1 + Math.floor(breaks / 2));
}

/** The blocks in an element, however deep, as lines; two breaks between them are the end of a paragraph. */
function linesOf(children: readonly ElementContent[], breaks = 1): ElementContent[] {
  const gap = Array.from({ length: breaks }, (): ElementContent => ({ type: 'element', tagName: 'br', properties: {}, children: [] })); // prettier-ignore
  let before: 'nothing' | 'text' | 'block' = 'nothing';
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'comment' || (child.type === 'text' && child.value.trim() === ''))
      return [child];
    const isBlock = child.type === 'element' && BLOCK.test(child.tagName);
    const start = before !== 'nothing' && (isBlock || before === 'block') ? gap : [];
    before = isBlock ? 'block' : 'text';
    if (child.type !== 'element') return [...start, child];
    if (!isBlock) {
      const inner = hasBlock(child) ? linesOf(child.children, breaks) : child.children;
      return [...start, { ...child, children: inner }];
    }
    const inner = linesOf(isList(child) ? linesOfList(child) : child.children, breaks);
    return [...start, ...inner];
  });
}

/** The items of a list as lines, with the numbers that it shows: a cell in Markdown has no lists. */
function linesOfList(list: Element): ElementContent[] {
  let number = Number(list.properties['start'] ?? 1);
  return list.children.flatMap((item): ElementContent[] => {
    if (item.type !== 'element') return [item];
    const own = item.children.filter((child) => !isList(child));
    const mark = list.tagName === 'ol' ? [{ type: 'text' as const, value: `${number++}. ` }] : [];
    const line = { ...item, tagName: 'p', properties: {}, children: [...mark, ...own] };
    return [line, ...item.children.flatMap((child) => child.type === 'element' && isList(child) ? linesOfList(child) : [])]; // prettier-ignore
  });
}

const isList = (node: ElementContent) =>
  node.type === 'element' && /^(?:[ou]l|dl)$/.test(node.tagName);
