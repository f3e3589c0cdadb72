import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import { asParsed } from './statement-selectors.ts';

/** What a page adds to the words: links of statements to themselves, notes about them, ways back from footnotes. */
const ADDED = ['dataPermalink', 'dataNote', 'dataRemoved', 'dataFootnoteBackref'];

/**
 * The words of a rendered text as they are read: items have their numbers or a bullet, cells a tab between them.
 * @param tree is changed, so that nothing else can read it afterwards; a copy of it would take longer than this.
 */
export function plainText(tree: Root): string {
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.type === 'text') {
      // In HTML texts side by side are one, and an empty one is nothing: white space depends on it.
      const next = parent.children[index + 1];
      if (next?.type === 'text') next.value = node.value + next.value;
      else if (node.value !== '') {
        node.value = asParsed(node, parent);
        return undefined;
      }
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type !== 'element') return undefined;
    if (ADDED.some((name) => has(node, name))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = 'p'; // which has a blank line after it
    if (has(node, 'dataFootnoteRef')) {
      node.children.unshift({ type: 'text', value: ' [' });
      node.children.push({ type: 'text', value: ']' });
    }
    if (node.tagName === 'ul' || node.tagName === 'ol') numberItems(node);
    return undefined;
  });
  return toText(tree).trim();
}

/** Whether an attribute is written, if only without a value. */
const has = ({ properties }: Element, name: string) => (properties[name] ?? false) !== false;

function numberItems({ tagName, properties, children }: Element): void {
  let number = Number(properties['start'] ?? 1);
  for (const item of children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue;
    const value = `${tagName === 'ol' ? `${number++}.` : '•'} `;
    const first = item.children.find((child) => child.type === 'element' && child.tagName === 'p');
    const holder = first?.type === 'element' ? first : item;
    holder.children.unshift({ type: 'text', value });
  }
}
