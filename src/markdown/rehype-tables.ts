import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts each table into a region that scrolls sideways, with the keyboard too, so that a wide table
 * never makes the page wide. `align` becomes a class: the attribute is not HTML any more.
 */
export function rehypeTables() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'td' || node.tagName === 'th') {
        const { align, ...rest } = node.properties;
        node.properties = align ? { ...rest, className: [`align-${String(align)}`] } : rest;
      }
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
      const region: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
        children: [node],
      };
      parent.children[index] = region;
      visit(node, 'element', (cell) => {
        if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
        const { align, ...rest } = cell.properties;
        if (align) cell.properties = { ...rest, className: [`align-${String(align)}`] };
      });
      return SKIP;
    });
  };
}
