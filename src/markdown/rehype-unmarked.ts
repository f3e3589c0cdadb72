import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Takes the marks of statements off again: in a text that is no release they are not cited. */
export function rehypeUnmarked() {
  return (tree: Root): undefined => {
    visit(tree, 'element', ({ properties }) => {
      if (properties['dataStatement'] === undefined) return;
      delete properties['dataStatement'];
      delete properties['id'];
    });
  };
}
