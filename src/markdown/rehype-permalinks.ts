import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export interface PermalinkOptions {
  /** The link's name for those who don't see it, from the statement's words. */
  label: (text: string) => string;
}

/** Adds to each `[data-statement]` a link to itself. The link has no text: its sign is drawn by CSS. */
export function rehypePermalinks({ label }: PermalinkOptions) {
  return (tree: Root, file: VFile): undefined => {
    const texts = new Map(file.data.statements?.map(({ id, text }) => [id, text]));
    visit(tree, 'element', (node) => {
      if (node.properties['dataStatement'] === undefined) return;
      const id = String(node.properties['id']);
      const link: Element = {
        type: 'element',
        tagName: 'a',
        properties: { dataPermalink: '', href: `#${id}`, ariaLabel: label(texts.get(id) ?? id) },
        children: [],
      };
      placeFor(node).push(link);
    });
  };
}

/** Where the link reads as the statement's end: in a row its last cell, in an item its last words. */
function placeFor(statement: Element): { push: (link: Element) => void } {
  const { children, tagName } = statement;
  if (tagName === 'tr') {
    return children.findLast((child) => isElement(child, 'td', 'th'))?.children ?? children;
  }
  if (tagName === 'li') {
    const list = children.findIndex((child) => isElement(child, 'ul', 'ol'));
    const end = list === -1 ? children.length : list;
    const hasWords = (child: ElementContent) => child.type !== 'text' || child.value.trim() !== '';
    const last = children.slice(0, end).findLast(hasWords);
    if (last !== undefined && isElement(last, 'p')) return last.children;
    return { push: (link) => void children.splice(end, 0, link) };
  }
  return children;
}

const isElement = (child: ElementContent, ...names: string[]): child is Element =>
  child.type === 'element' && names.includes(child.tagName);
