import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { INLINE } from './allow-list.ts';

/** Where words need a paragraph around them; in an item or a cell they are a statement as they are. */
const HOLDERS = ['blockquote', 'section'];

/**
 * Makes words that HTML leaves bare, as in `<blockquote>Words</blockquote>`, into paragraphs, so that
 * they can be cited like others. Markdown leaves none bare.
 */
export function rehypeParagraphs() {
  return (tree: Root, file: VFile): undefined => {
    if (!file.data.hasRawHtml) return;
    visit(tree, (node) => {
      const isHolder = node.type === 'element' && HOLDERS.includes(node.tagName);
      if (node.type === 'root' || isHolder) node.children = wrapped(node.children);
    });
  };
}

function wrapped(children: Root['children']): ElementContent[] {
  const nodes = children.filter((child) => child.type !== 'doctype');
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const end = run.findLastIndex((node) => !isBlank(node)) + 1;
    const start = end === 0 ? 0 : run.findIndex((node) => !isBlank(node));
    const words = run.slice(start, end);
    const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: words };
    result.push(...run.slice(0, start), ...(end === 0 ? [] : [paragraph]), ...run.slice(end));
    run = [];
  };
  for (const [n, node] of nodes.entries()) {
    const isBlankLine = isBlank(node) && linesBetween(nodes[n - 1], nodes[n + 1]) > 0;
    if (isPhrasing(node) && !isBlankLine) {
      run.push(node);
    } else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

/** Whether a node can be in a paragraph: `<b>` that was never closed holds paragraphs itself. */
const isPhrasing = (node: ElementContent): boolean =>
  node.type === 'text' ||
  (node.type === 'element' && INLINE.includes(node.tagName) && node.children.every(isPhrasing));
const isBlank = (node: ElementContent) => node.type === 'text' && !/\S/.test(node.value);

/** How many lines of the file lie between two nodes; none where that is not known. */
function linesBetween(before: ElementContent | undefined, after: ElementContent | undefined) {
  const [end, start] = [before?.position?.end.line, after?.position?.start.line];
  return end === undefined || start === undefined ? 0 : start - end - 1;
}
