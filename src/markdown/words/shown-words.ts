import type { Element, Nodes, Properties } from 'hast';

/** What a page shows of a text, each in pieces: most texts need not be joined to be compared. */
export interface ShownWords {
  main: string[];
  /** The notes below it, in their order. */
  notes: string[][];
  /** Titles that elements have. */
  titles: string[];
  /** All ids, as often as they are there. */
  ids: string[];
  /** Whether a link lies in a link, which no browser's page can have. */
  hasNestedLink: boolean;
}

/** What we add to a text; nothing of it was written. */
const isAdded = (properties: Properties) =>
  'dataPermalink' in properties ||
  'dataNote' in properties ||
  'dataRemoved' in properties ||
  'dataFootnoteRef' in properties ||
  'dataFootnoteBackref' in properties;

/**
 * Reads the words that a tree shows, less what the archive adds to them. A picture shows its words to
 * those who do not see it.
 * @param isNumbered whether the numbers of lists count, as they are shown before their items.
 */
export function shownWords(tree: Nodes, isNumbered = false): ShownWords {
  const shown: ShownWords = { main: [], notes: [], titles: [], ids: [], hasNestedLink: false };
  let into = shown.main;

  function enter(node: Nodes, isInLink: boolean): void {
    if (node.type === 'text') {
      into.push(node.value);
      return;
    }
    if (!('children' in node)) return;
    if (node.type !== 'element') {
      for (const child of node.children) enter(child, isInLink);
      return;
    }
    const { tagName, properties } = node;
    if (typeof properties['id'] === 'string') shown.ids.push(properties['id']);
    if (properties['title']) shown.titles.push(String(properties['title']));
    const isLink = tagName === 'a' && properties['dataPermalink'] === undefined;
    if (isLink && isInLink) shown.hasNestedLink = true;
    if (isAdded(properties)) return;
    if (tagName === 'h2' && properties['id'] === 'footnote-label') return;
    if (tagName === 'img') into.push(String(properties['alt'] ?? ''));
    if (isFootnote(node)) {
      into = [];
      shown.notes.push(into);
    }
    let number = Number(properties['start'] ?? 1);
    for (const child of node.children) {
      if (isNumbered && tagName === 'ol' && isItem(child)) into.push(`${number++} `);
      enter(child, isInLink || isLink);
    }
    if (isFootnote(node)) into = shown.main;
  }

  enter(tree, false);
  return shown;
}

const isItem = (node: Nodes) => node.type === 'element' && node.tagName === 'li';
const isFootnote = ({ tagName, properties }: Element) =>
  tagName === 'li' && String(properties['id'] ?? '').startsWith('user-content-fn-');
