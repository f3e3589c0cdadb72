import type { Element, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { STATEMENT_ID } from '../archive/statement-id-form.ts';
import { warn } from './notes.ts';

/** Ids that have a meaning of their own: of statements and of GFM's footnotes. */
const isReserved = (id: string) =>
  STATEMENT_ID.test(id) || /^(?:footnote-label|user-content-.*)$/.test(id);

/**
 * Mends what `rehype-slug` makes of odd headings: one whose words would give a statement's id, or a
 * footnote's, or another heading's, gets another; one without letters gets none; one without words is
 * taken out.
 */
export function rehypeHeadingIds() {
  return (tree: Root, file: VFile): undefined => {
    const taken = new Set<string>();
    const reserved: Element[] = []; // headings that need another id than that of their words
    visit(tree, 'element', (node, index, parent) => {
      const { id, className } = node.properties;
      if (headingRank(node) === undefined || parent === undefined) return undefined;
      if (node.children.length === 0) {
        const hint = 'write its words behind the #, or take it out';
        warn(file, node, 'heading', 'has a heading without words, which is left out', hint);
        parent.children.splice(index ?? 0, 1);
        return index;
      }
      const isOfNotes = Array.isArray(className) && className.includes('sr-only');
      if (id === '') delete node.properties['id'];
      else if (isReserved(String(id)) && !isOfNotes) reserved.push(node);
      else taken.add(String(id));
      return undefined;
    });
    for (const { properties } of reserved) {
      const id = `heading-${String(properties['id'])}`;
      let free = id;
      for (let n = 1; taken.has(free); n++) free = `${id}-${n}`;
      properties['id'] = free;
      taken.add(free);
    }
  };
}
