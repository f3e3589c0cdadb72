import { createHash } from 'node:crypto';
import type { Element, Nodes } from 'hast';
import { attribute, find, has } from './built-page.ts';

// The contract's rule for the ids of statements, written down once more, from the contract alone: what
// the site says has to come out when somebody else does the sum.

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The words that a statement shows, by the contract: without permalinks, footnote marks and notes. */
export function wordsOf(statement: Element): string {
  const isLeftOut = (element: Element) =>
    ['dataPermalink', 'dataNote', 'dataFootnoteRef'].some((name) => name in element.properties) ||
    (statement.tagName === 'li' && ['ul', 'ol'].includes(element.tagName));
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || isLeftOut(node)) return '';
    return node.tagName === 'br' ? ' ' : node.children.map(read).join('');
  };
  return statement.children.map(read).join('').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The id of some words, as it is for the first statement of a release that has them. */
export function idOf(words: string): string {
  const bytes = createHash('sha256').update(words, 'utf8').digest().subarray(0, 5);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return `s-${groups.map((group) => DIGITS[parseInt(group, 2)]).join('')}`;
}

/** Statements of an article whose id is not that of their words, as `id: words`. */
export function wrongIds(article: Element): string[] {
  const times = new Map<string, number>();
  return find(article, has('dataStatement')).flatMap((statement) => {
    const words = wordsOf(statement);
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    const expected = idOf(words) + (time === 1 ? '' : `-${time}`);
    const id = attribute(statement, 'id');
    return id === expected && words !== '' ? [] : [`${id}, not ${expected}: ${words.slice(0, 60)}`];
  });
}
