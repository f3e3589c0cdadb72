import type { Paragraph, PhrasingContent } from 'mdast';

/** The stretch of a paragraph between two offsets in the text that it shows. */
export function sliceOfParagraph(
  children: readonly PhrasingContent[],
  from: number,
  to: number,
): Paragraph {
  return { type: 'paragraph', children: slice(children, from, to).nodes };
}

function slice(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
): { nodes: PhrasingContent[]; length: number } {
  const sliced: PhrasingContent[] = [];
  let place = 0;
  for (const node of nodes) {
    const [start, end] = [from - place, to - place];
    if (node.type === 'text' || node.type === 'inlineCode') {
      const value = node.value.slice(Math.max(0, start), Math.max(0, end));
      if (value !== '') sliced.push({ ...node, value });
      place += node.value.length;
    } else if (node.type === 'break') {
      if (start <= 0 && end > 1) sliced.push(node);
      place += 1;
    } else if ('children' in node) {
      const inner = slice(node.children, start, end);
      if (inner.nodes.length > 0) sliced.push({ ...node, children: inner.nodes });
      place += inner.length;
    } else if (start <= 0 && end > 0 && node.type !== 'html') sliced.push(node);
  }
  return { nodes: sliced, length: place };
}
