import type { Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { warn } from './notes.ts';

/** Ids that have a meaning of their own: of statements and of GFM's footnotes. */
const TAKEN = /^(?:s-[a-z2-7]{8}(?:-\d+)?|footnote-label|user-content-.*)$/;

/**
 * Mends what `rehype-slug` makes of odd headings: one whose words would give a statement's id, or a
 * footnote's, gets another; one without letters gets none; one without words is taken out.
 */
export function rehypeHeadingIds() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node, index, parent) => {
      const { id, className } = node.properties;
      if (headingRank(node) === undefined || parent === undefined) return undefined;
      if (node.children.length === 0) {
        const hint = 'write its words behind the #, or take it out';
        warn(file, node, 'heading', 'has a heading without words, which is left out', hint);
        parent.children.splice(index ?? 0, 1);
        return index;
      }
      if (id === '') delete node.properties['id'];
      const isOfNotes = Array.isArray(className) && className.includes('sr-only');
      if (TAKEN.test(String(id)) && !isOfNotes) node.properties['id'] = `heading-${String(id)}`;
      return undefined;
    });
  };
}
