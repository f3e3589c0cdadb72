import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

export interface UsedDefinitions {
  /** The first definition of each name: those of links, and of notes. */
  links: ReadonlyMap<string, Definition>;
  notesByName: ReadonlyMap<string, FootnoteDefinition>;
  /** Those that something refers to; notes in the order in which they are shown. */
  used: ReadonlySet<Definition>;
  notes: readonly FootnoteDefinition[];
}

/**
 * The definitions that are referred to: of links, and of notes in the order in which they are shown,
 * which is that of their first marks, those in notes behind all others.
 */
export function usedDefinitions(tree: Root): UsedDefinitions {
  const links = new Map<string, Definition>();
  const all = new Map<string, FootnoteDefinition>();
  visit(tree, (node) => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !all.has(node.identifier)) {
      all.set(node.identifier, node);
    }
  });
  const used = new Set<Definition>();
  const notes = new Set<FootnoteDefinition>();
  const enter = (node: Nodes, columns = Infinity): void => {
    if (node.type === 'footnoteReference') {
      const note = all.get(node.identifier);
      if (note) notes.add(note);
    }
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = links.get(node.identifier);
      if (definition) used.add(definition);
    }
    if (!('children' in node) || node.type === 'footnoteDefinition') return;
    const most = node.type === 'table' ? node.children[0]?.children.length : undefined;
    for (const [n, child] of node.children.entries()) {
      if (n < columns || node.type !== 'tableRow') enter(child, most ?? columns);
    }
  };
  enter(tree);
  for (const note of notes) for (const child of note.children) enter(child);
  return { links, used, notes: [...notes], notesByName: all };
}
