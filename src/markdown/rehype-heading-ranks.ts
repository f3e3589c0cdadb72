import type { Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';
import { visit } from 'unist-util-visit';

/**
 * Fits the headings of a release below its headline, which is the page's one `h1`: they begin at
 * `h2` and go down one step at a time. Words and order stay, and so does GFM's heading of footnotes.
 */
export function rehypeHeadingRanks() {
  return (tree: Root): undefined => {
    const open: number[] = []; // ranks as written, of the headings around the present one
    visit(tree, 'element', (node) => {
      const rank = headingRank(node);
      if (rank === undefined || node.properties['id'] === 'footnote-label') return;
      while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop();
      open.push(rank);
      node.tagName = `h${Math.min(open.length + 1, 6)}`;
    });
  };
}
