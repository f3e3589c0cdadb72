import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Marks the dateline where the body prints it, at the beginning of a paragraph, so that it can be set
 * in small capitals. `file.data.hasDateline` tells whether it was found.
 */
export function rehypeDateline({ dateline }: { dateline: string | undefined }) {
  return (tree: Root, file: VFile): undefined => {
    if (dateline === undefined) return;
    visit(tree, 'element', (node) => {
      const [first] = node.children;
      if (node.tagName !== 'p' || first?.type !== 'text' || !first.value.startsWith(dateline))
        return undefined;
      const mark: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['dateline'] },
        children: [{ type: 'text', value: dateline }],
      };
      node.children.splice(0, 1, mark, { type: 'text', value: first.value.slice(dateline.length) });
      file.data.hasDateline = true;
      return EXIT;
    });
  };
}
