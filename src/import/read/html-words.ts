import type { Element, Nodes, Root } from 'hast';

const HIDDEN =
  /^(?:script|style|noscript|template|head|title|iframe|object|svg|canvas|audio|video|select|option|button|input|textarea)$/;
const APART =
  /^(?:p|div|li|ul|ol|td|th|tr|table|h[1-6]|br|hr|section|article|header|footer|nav|aside|main|blockquote|pre|dt|dd|figure|figcaption|form|address|body|label|summary|details)$/;

/** All words that a tree shows, space where a block ends. */
export function htmlWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && isHidden(node)) return '';
  const inner = node.children.map(htmlWords).join('');
  return node.type === 'element' && APART.test(node.tagName) ? ` ${inner} ` : inner;
}

/** Whether a browser shows nothing of an element. */
const isHidden = ({ tagName, properties }: Element) =>
  HIDDEN.test(tagName) ||
  properties['hidden'] === true ||
  /display\s*:\s*none/i.test(String(properties['style'] ?? ''));

/** Takes out what a browser does not show. */
export function withoutHidden<Parent extends Root | Element>(parent: Parent): Parent {
  parent.children = parent.children.filter(
    (child) => child.type !== 'comment' && (child.type !== 'element' || !isHidden(child)),
  );
  for (const child of parent.children) if (child.type === 'element') withoutHidden(child);
  return parent;
}
