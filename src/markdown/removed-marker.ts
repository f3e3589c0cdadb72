import type { Element, ElementContent, Properties, Root } from 'hast';
import { h } from 'hastscript';
import { isElement, type PlacedStatement } from './statement-places.ts';

/**
 * Puts the marker of a removed statement after the one that it followed, as what is allowed there: an
 * item in a list, a row in a table, a paragraph anywhere else. The numbers of a list stay as they are.
 * @param neighbour the statement before it; without one, the marker begins the text.
 */
export function placeMarker(
  tree: Root,
  neighbour: PlacedStatement | undefined,
  properties: Properties,
  words: (Element | string)[],
): void {
  if (neighbour === undefined) {
    tree.children.unshift(h('p', properties, words), { type: 'text', value: '\n' });
    return;
  }
  const { node, parent } = neighbour;
  const at = parent.children.indexOf(node) + 1;
  if (node.tagName === 'tr') {
    const columns = node.children
      .filter((child) => isElement(child, 'td', 'th'))
      .reduce((sum, cell) => sum + (Number(cell.properties['colSpan']) || 1), 0);
    const cell = h('td', { colSpan: columns }, words);
    parent.children.splice(at, 0, h('tr', properties, [cell]));
    return;
  }
  const isItem = node.tagName === 'li';
  const inner = node.children.find((child): child is Element => isElement(child, 'ul', 'ol'));
  const outer = parent.type === 'element' && isElement(parent, 'ul', 'ol') ? parent : undefined;
  const marker = h('li', properties, words);
  if (isItem && inner) insertItem(inner, 0, marker);
  else if (isItem && outer) insertItem(outer, at, marker);
  else parent.children.splice(at, 0, { type: 'text', value: '\n' }, h('p', properties, words));
}

/** Puts an item that does not count into a list: in a numbered one the next says its own number. */
function insertItem(list: Element, at: number, marker: Element) {
  const isCounted = (child: ElementContent) =>
    isElement(child, 'li') && child.properties['dataRemoved'] === undefined;
  const { properties } = list;
  const isReversed = properties['reversed'] === true;
  if (isReversed) properties['start'] ??= list.children.filter(isCounted).length;
  const next = list.children.slice(at).find(isCounted);
  if (list.tagName === 'ol' && next?.type === 'element' && next.properties['value'] === undefined) {
    const first = Number(properties['start'] ?? 1);
    const before = list.children.slice(0, at).filter(isCounted).length;
    next.properties = {
      ...next.properties,
      value: String(isReversed ? first - before : first + before),
    };
  }
  list.children.splice(at, 0, marker, { type: 'text', value: '\n' });
}
