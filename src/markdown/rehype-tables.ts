import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts each table into a region that scrolls sideways, with the keyboard too, so that a wide table
 * never makes the page wide. `align` becomes a class: the attribute is not HTML any more. A head
 * without words goes, which Markdown asks for where a table has none.
 * @param label names the region for those who cannot see it.
 */
export function rehypeTables({ label }: { label: string }) {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'td' && node.tagName !== 'th') return;
      const { align, ...rest } = node.properties;
      if (align) node.properties = { ...rest, className: [`align-${String(align).toLowerCase()}`] };
    });
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      node.children = node.children.filter((child) => !isBlankHead(child));
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], role: 'region', ariaLabel: label, tabIndex: 0 },
        children: [node],
      };
      parent.children[index] = region;
      return SKIP; // the region holds the table: without this it would be found again
    });
  };
}

function isBlankHead(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'thead') return false;
  let isBlank = true;
  visit(node, (inner) => {
    const isShown = inner.type === 'element' && inner.tagName === 'img';
    if (isShown || (inner.type === 'text' && inner.value.trim() !== '')) isBlank = false;
  });
  return isBlank;
}
