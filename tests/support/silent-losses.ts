import type { Body } from '../../src/markdown/render-body.ts';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');

/** What of Markdown and HTML is not to be read: labels, names of characters, numbers of lists, boxes. */
const MARKUP = [
  /(?<=\])\s?\[[^\]]*\]/g,
  /^[\s>*+-]*\[(?:\\.|[^\]\\])+\]:/gm,
  /\[\^[^\]]*\]/g,
  /&(?:#\w+|\w+);?/g,
  /^[\s>*+-]*\d{1,9}[.)](?=\s|$)/gm,
  /^[\s>*+-]*(?:\d+[.)]\s+)?\[[xX]\]/gm,
  /<!--.*?-->/gs,
  /<\/?[a-z][\w-]*/gi,
];

/**
 * Words that a text has and its page does not, found in another way than the archive's own account: by
 * what a browser finds anywhere in the HTML, and by the HTML that a specification gives.
 */
export function silentLosses(
  markdown: string,
  { html, warnings }: Body,
  expected?: string,
): string[] {
  const page = read(html);
  const reported = warnings.map(({ message }) => message).join('\n'); // addresses that lead nowhere
  const rest = MARKUP.reduce((text, pattern) => text.replace(pattern, ' '), markdown);
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  const lost = words.filter((word) => !page.all.includes(word) && !reported.includes(word));
  // What the specification shows is shown, unless it has comments that its own page hides as well.
  const isComparable = expected !== undefined && !reported.includes('comment');
  const other = isComparable ? read(expected).shown : '';
  if (lost.length === 0 && !isWithin(other, page.shown)) lost.push(`(of ${other})`);
  return lost;
}

/** Whether all of one text's letters are in another, in order. */
function isWithin(inner: string, outer: string): boolean {
  let place = 0;
  for (const letter of inner) {
    place = outer.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}

/** The letters that a browser shows, and those with all attributes, in the order of the page. */
function read(html: string): { shown: string; all: string } {
  const found = { shown: '', all: '' };
  const enter = (node: Node): void => {
    if ('value' in node) found.shown += node.value;
    if ('value' in node) found.all += node.value;
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name !== 'aria-label') found.all += ` ${name} ${value} ${decoded(value)} `;
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(enter);
  };
  enter(parse(`<!doctype html><body><main><div>${html}</div></main>`));
  return { shown: letters(found.shown), all: letters(found.all) };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}
