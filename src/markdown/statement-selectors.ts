import type { Element, Nodes, Root, Text } from 'hast';
import { isAddedTo } from './rehype-statements.ts';

/**
 * Where a statement is in the text of a release: what a browser has as `textContent` of the element that the
 * rendered body is in.
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export interface StatementSelector {
  /** The text from the first to the last of its words; marks of footnotes between them are in it. */
  exact: string;
  /** What is before and behind it: 32 characters, or more where these don't tell it from another. */
  prefix: string;
  suffix: string;
  /** In Unicode code points, from 0; the end is that of the first character behind it. */
  start: number;
  end: number;
}

/** The last is the most that is given: rows that are all the same have their positions. */
const CONTEXT_LENGTHS = [32, 64, 128, 256];

/** A statement's place in the text, in UTF-16 code units. */
interface Place {
  statement: Element;
  start: number;
  end: number;
}

/** The selectors of all statements of a rendered body, in order. */
export function statementSelectors(tree: Root): StatementSelector[] {
  const { text, places } = readText(tree);
  const offset = codePointsBefore(text);
  return withContext(text, places).map(({ start, end, ...quote }) => ({
    ...quote,
    start: offset(start),
    end: offset(end),
  }));
}

function readText(tree: Root): { text: string; places: Place[] } {
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  const read = (node: Nodes, place: Place | undefined, parent: Nodes): void => {
    if (node.type === 'text') {
      const value = asParsed(node, parent);
      const from = value.search(/\S/);
      if (place && from !== -1) {
        if (place.end === 0) place.start = length + from;
        place.end = length + value.trimEnd().length;
      }
      length += value.length;
      parts.push(value);
    }
    if (!('children' in node)) return;
    let inside = place;
    if (node.type === 'element') {
      if (node.properties['dataStatement'] !== undefined) {
        inside = { statement: node, start: 0, end: 0 };
        places.push(inside);
      } else if (place && isAddedTo(place.statement, node)) inside = undefined;
    }
    for (const child of node.children) read(child, inside, node);
  };
  read(tree, undefined, tree);
  return { text: parts.join(''), places };
}

/**
 * A text as browsers read it from the page: a carriage return is a line feed, and the one that `<pre>` begins with
 * is nothing.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
 */
export function asParsed(text: Text, parent: Nodes): string {
  const value = text.value.replace(/\r\n?/g, '\n');
  const isFirst = 'children' in parent && parent.children[0] === text;
  const isInPre = parent.type === 'element' && parent.tagName === 'pre';
  return isFirst && isInPre ? value.replace(/^\n/, '') : value;
}

/** Adds to each as little of what is around it as tells it from the others. */
function withContext(text: string, places: readonly Place[]) {
  const [shortest = 0, ...longer] = CONTEXT_LENGTHS;
  const quotes = places.map((place) => quoteAt(text, place, shortest));
  let open = quotes;
  for (const length of longer) {
    const times = new Map<string, number>();
    for (const one of open) times.set(whole(one), (times.get(whole(one)) ?? 0) + 1);
    open = open.filter((one) => times.get(whole(one)) !== 1 || isTwiceIn(text, one));
    for (const one of open) Object.assign(one, quoteAt(text, one, length));
  }
  return quotes;
}

type Quote = Omit<StatementSelector, 'start' | 'end'> & Pick<Place, 'start' | 'end'>;

const quoteAt = (
  text: string,
  { start, end }: Pick<Place, 'start' | 'end'>,
  length: number,
): Quote => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - length), start).replace(/^[\udc00-\udfff]/, ''),
  suffix: text.slice(end, end + length).replace(/[\ud800-\udbff]$/, ''),
  start,
  end,
});

const whole = ({ prefix, exact, suffix }: Quote) => prefix + exact + suffix;

/** Whether a quotation at an edge of the text, where there is less around it, is part of another. */
function isTwiceIn(text: string, one: Quote): boolean {
  const isAtEdge = one.start === one.prefix.length || one.end + one.suffix.length === text.length;
  return isAtEdge && text.indexOf(whole(one)) !== text.lastIndexOf(whole(one));
}

/** Returns the number of code points before a code unit. */
function codePointsBefore(text: string): (unit: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (unit) => unit;
  const before = new Uint32Array(text.length + 1);
  for (let unit = 0; unit < text.length; unit++) {
    const isSecond = /[\udc00-\udfff]/.test(text.charAt(unit));
    before[unit + 1] = (before[unit] ?? 0) + (isSecond ? 0 : 1);
  }
  return (unit) => before[unit] ?? 0;
}
