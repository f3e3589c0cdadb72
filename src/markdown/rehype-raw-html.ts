import type { Root } from 'hast';
import { raw } from 'hast-util-raw';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Parses the HTML inside Markdown. Most releases have none, and parsing costs as much as all else,
 * so a tree without raw nodes is left as it is.
 */
export function rehypeRawHtml() {
  return (tree: Root, file: VFile): Root | undefined => {
    let found = false;
    visit(tree, 'raw', () => {
      found = true;
      return EXIT;
    });
    if (!found) return undefined;
    file.data.hasRawHtml = true;
    return raw(tree, { file }) as Root;
  };
}
