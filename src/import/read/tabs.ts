import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Stands for a tab in HTML, where all white space becomes one space. Unicode says that this character is never
 * part of a text (https://www.unicode.org/faq/private_use.html#nonchar1).
 */
export const TAB = '\ufdd0';

const TABS = new RegExp(`${TAB}+`, 'gu');

/** Puts tabs in the place of what stood for them; several in a row are one. */
export function restoreTabs(tree: Nodes): void {
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(TABS, '\t');
  });
}
