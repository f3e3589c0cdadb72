import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { error, type Placed } from './notes.ts';

const COMMENT = /<!--.*?(?:-->|$)/gs;
const TAG = /<([a-z][a-z0-9-]*)(?=[\s/>])/gi;

/**
 * Parses the HTML inside Markdown. Most releases have none, and parsing costs as much as all else,
 * so a tree without raw nodes is left as it is. A browser's parser passes over a tag where it cannot
 * stand, such as a cell outside a table; here that is an error.
 */
export function rehypeRawHtml() {
  return (tree: Root, file: VFile): Root | undefined => {
    const written = new Map<string, { count: number; node: Placed }>();
    const count = (tagName: string, node: Placed) => {
      const known = written.get(tagName);
      if (known) known.count++;
      else written.set(tagName, { count: 1, node });
    };
    let found = false;
    visit(tree, 'raw', (node) => {
      found = true;
      const tags = node.value.replace(COMMENT, '').matchAll(TAG);
      for (const [, tagName = ''] of tags) count(tagName.toLowerCase(), node);
    });
    if (!found) return undefined;
    visit(tree, 'element', (node) => {
      if (written.has(node.tagName)) count(node.tagName, node);
    });
    file.data.hasRawHtml = true;
    const parsed = raw(tree, { file }) as Root;
    visit(parsed, 'element', ({ tagName }) => {
      const known = written.get(tagName);
      if (known) known.count--;
    });
    for (const [tagName, { count, node }] of written) {
      if (count <= 0) continue;
      const hint = 'write it as Markdown, or take it out';
      error(file, node, 'html', `has <${tagName}> where it cannot stand`, hint);
    }
    return parsed;
  };
}
