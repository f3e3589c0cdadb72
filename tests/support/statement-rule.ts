import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The contract's rule for the id of a statement, written another way than in src/, to hold it against. */
export function idByTheRule(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const digest = createHash('sha256').update(words, 'utf8').digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from({ length: 8 }, (_, n) => parseInt(bits.slice(n * 5, n * 5 + 5), 2));
  return `s-${digits.map((digit) => 'abcdefghijklmnopqrstuvwxyz234567'[digit]).join('')}`;
}

/** A statement as a reader finds it in a page, with the id that its words give by the contract. */
export interface FoundStatement {
  id: string;
  recomputed: string;
  text: string;
}

/** All statements of a page or a part of one, in document order, from nothing but the HTML. */
export function statementsIn(html: string): FoundStatement[] {
  const times = new Map<string, number>();
  return elementsIn(html)
    .filter((element) => has(element, 'data-statement'))
    .map((element) => {
      const text = element.childNodes.map((node) => shown(node, element.tagName)).join('');
      const id = idByTheRule(text);
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      const recomputed = time === 1 ? id : `${id}-${time}`;
      return { id: attribute(element, 'id') ?? '', recomputed, text };
    });
}

/** All elements, in document order. */
export function elementsIn(html: string): Element[] {
  const below = (node: Node): Element[] =>
    'tagName' in node ? [node, ...node.childNodes.flatMap(below)] : [];
  return parseFragment(html).childNodes.flatMap(below);
}

export const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value;

const has = (element: Element, name: string) => attribute(element, name) !== undefined;

/** What a node shows of a statement's words; `inside` is the statement's own element. */
function shown(node: Node, inside: string): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return '';
  if (node.tagName === 'br') return ' ';
  if (inside === 'li' && ['ul', 'ol'].includes(node.tagName)) return '';
  const isAside = ['data-permalink', 'data-note', 'data-footnote-ref', 'data-footnote-backref'];
  if (isAside.some((name) => has(node, name))) return '';
  return node.childNodes.map((child) => shown(child, inside)).join('');
}
