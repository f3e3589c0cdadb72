import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** Blocks whose text is divided into paragraphs as that of a post is. */
const DIVIDED = /^(?:div|blockquote|section|article|aside|center|figure)$/;
/** Blocks that stay as they are. */
const BLOCK =
  /^(?:address|dl|dd|dt|fieldset|figcaption|footer|form|h[1-6]|header|hr|li|menu|nav|ol|pre|script|style|table|tbody|td|tfoot|th|thead|tr|ul|iframe|object|video|audio|details|summary)$/;

/**
 * Makes paragraphs of a classic post, in which WordPress stores blank lines and line ends, and shows paragraphs
 * and breaks, also beside blocks that have tags. Posts of its block editor have all their tags.
 * @see https://developer.wordpress.org/reference/functions/wpautop/
 */
export function classicParagraphs(html: string): string {
  const tree = fromHtml(html.replace(/\r\n?/g, '\n'), { fragment: true });
  divide(tree);
  return toHtml(tree);
}

function divide(parent: Root | Element): void {
  const divided: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    for (const lines of paragraphsOf(run.flatMap(withBreaks)))
      divided.push(element('p', lines), { type: 'text', value: '\n' });
    run = [];
  };
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'doctype') continue;
    if (
      child.type !== 'element' ||
      (!/^p$/.test(child.tagName) && !DIVIDED.test(child.tagName) && !BLOCK.test(child.tagName))
    ) {
      // prettier-ignore
      run.push(child);
      continue;
    }
    flush();
    if (child.tagName === 'p') child.children = child.children.flatMap(withBreaks);
    else if (DIVIDED.test(child.tagName)) divide(child);
    divided.push(child, { type: 'text', value: '\n' });
  }
  flush();
  divided.pop();
  parent.children = divided;
}

const element = (tagName: string, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

/** The paragraphs between two breaks in a row, without breaks and spaces at their ends. */
function paragraphsOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const paragraphs: ElementContent[][] = [[]];
  nodes.forEach((node, n) => {
    if (isBreak(node) && isBreak(nodes[n - 1])) paragraphs.push([]);
    else paragraphs.at(-1)?.push(node);
  });
  for (const paragraph of paragraphs) {
    while (isGap(paragraph[0])) paragraph.shift();
    while (isGap(paragraph.at(-1))) paragraph.pop();
  }
  return paragraphs.filter(({ length }) => length > 0);
}

const isBreak = (node: ElementContent | undefined) =>
  node?.type === 'element' && node.tagName === 'br';

const isGap = (node: ElementContent | undefined) =>
  isBreak(node) || (node?.type === 'text' && node.value.trim() === '');

/** Line ends as breaks; two breaks in a row are the end of a paragraph. */
function withBreaks(node: ElementContent): ElementContent[] {
  if (node.type === 'element') {
    return [{ ...node, children: node.children.flatMap(withBreaks) }];
  }
  if (node.type !== 'text') return [node];
  return node.value.split(/(\n[\s\u00a0]*\n|\n)/).flatMap((part): ElementContent[] => {
    if (!part.startsWith('\n')) return part === '' ? [] : [{ type: 'text', value: part }];
    return part === '\n' ? [element('br')] : [element('br'), element('br')];
  });
}
