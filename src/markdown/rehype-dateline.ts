import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Paragraphs in which it is looked for: it may be below "For Immediate Release" and a contact. */
const FIRST = 6;
const EMPHASIS = ['strong', 'em', 'b', 'i', 'u'];

/**
 * Marks the dateline where the body prints it, at the beginning of a paragraph, so that it can be set
 * in small capitals. `file.data.hasDateline` says whether it was found.
 */
export function rehypeDateline({ dateline }: { dateline: string | undefined }) {
  return (tree: Root, file: VFile): undefined => {
    if (dateline === undefined) return;
    let paragraphs = 0;
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'p') return undefined;
      if (++paragraphs > FIRST) return EXIT;
      const holder = innermostFirst(node);
      const [first] = holder.children;
      if (first?.type !== 'text' || !first.value.startsWith(dateline)) return undefined;
      const rest = first.value.slice(dateline.length);
      if (/^[\p{L}\p{N}]/u.test(rest)) return undefined; // not SACRAMENTO for SAC
      const mark: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['dateline'] },
        children: [{ type: 'text', value: dateline }],
      };
      holder.children.splice(0, 1, mark, { type: 'text', value: rest });
      file.data.hasDateline = true;
      return EXIT;
    });
  };
}

/** What holds the first words: the paragraph, or emphasis at its beginning. */
function innermostFirst(node: Element): Element {
  const [first] = node.children;
  const isEmphasis = first?.type === 'element' && EMPHASIS.includes(first.tagName);
  return isEmphasis ? innermostFirst(first) : node;
}
