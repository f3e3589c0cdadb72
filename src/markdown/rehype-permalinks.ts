import type { Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { putAtEnd } from './statement-places.ts';

export interface PermalinkOptions {
  /** The link's name for those who don't see it, from the statement's words. */
  label: (text: string) => string;
}

/** Adds to each `[data-statement]` a link to itself. The link has no text: its ¶ is drawn by CSS. */
export function rehypePermalinks({ label }: PermalinkOptions) {
  return (tree: Root, file: VFile): undefined => {
    const texts = new Map(file.data.statements?.map(({ id, text }) => [id, text]));
    visit(tree, 'element', (node) => {
      if (node.properties['dataStatement'] === undefined) return;
      const id = String(node.properties['id']);
      const name = label(texts.get(id) ?? id);
      putAtEnd(node, h('a', { dataPermalink: '', href: `#${id}`, ariaLabel: name }));
    });
  };
}
