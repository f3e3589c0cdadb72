import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { htmlWords } from './html-words.ts';
import { textBlocks } from './read-text.ts';
import { wordsIn } from '../parse/text-shape.ts';

/** A paragraph of so many words is prose. */
const PROSE = 20;

/**
 * Makes paragraphs of preformatted text that is prose: pages of the nineties are a typewritten release between
 * `<pre>` and `</pre>`. Tables and code stay as they are.
 * @returns sentences on links that became text.
 */
export function normalizePreformatted(tree: Root): string[] {
  const links: string[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'pre' || hasCode(node)) return;
    const blocks = textBlocks(htmlWords({ ...node, tagName: 'span' }));
    const isProse = ({ text }: { text: string }) =>
      !text.includes('\n') && wordsIn(text).length >= PROSE;
    if (!blocks.some(isProse)) return;
    visit(node, 'element', ({ properties }) => {
      if (properties['href'] !== undefined) links.push(String(properties['href']).slice(0, 80));
    });
    node.tagName = 'div';
    node.children = blocks.map(({ text }) => paragraphOf(text));
  });
  return links.length === 0 ? [] : [`Links in preformatted text became text: ${links.join(', ')}`];
}

const hasCode = ({ children }: Element) =>
  children.some((child) => child.type === 'element' && child.tagName === 'code');

/** Wide gaps, which part columns, stay as they are: in HTML, other white space is one space. */
function paragraphOf(text: string): Element {
  const lines = text.split('\n').flatMap((whole, n): ElementContent[] => {
    const value = whole.trim().replace(/ {3,}/g, (gap) => '\u00a0'.repeat(gap.length));
    const line = { type: 'text' as const, value };
    const end = { type: 'element' as const, tagName: 'br', properties: {}, children: [] };
    return n === 0 ? [line] : [end, line];
  });
  return { type: 'element', tagName: 'p', properties: {}, children: lines };
}
