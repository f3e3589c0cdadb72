import type { Day } from '../../archive/day.ts';
import {
  FACET_OPERATORS,
  type FacetOperator,
  firstDayAfter,
  firstDayOf,
  lastDayBefore,
  lastDayOfPeriod,
} from './query-operators.ts';
import type { Part } from './query-part.ts';
import { type QueryNode, queryTree, type QueryToken } from './query-tree.ts';
import { readToken, TOKEN } from './read-token.ts';
import { fill } from '../../words/words.ts';
import { words } from './search-words.ts';

/** Something that looks like an operator, but is searched as words. */
interface Remark {
  typed: string;
  /** The end of a sentence, without a full stop. */
  reason: string;
}

/** What a text in the search field asks for: the words as the tree says, and all filters. */
export interface ParsedQuery {
  words: string[];
  phrases: string[];
  without: { text: string; isPhrase: boolean }[];
  /** Words and phrases as `OR`, `NOT` and brackets join them; without operators. */
  tree: QueryNode<Part>;
  /** Slugs and years; of one facet any may fit. */
  facets: Partial<Record<FacetOperator, string[]>>;
  /** The first and the last day, both within; '' for none. Of several bounds the narrowest counts. */
  from: Day | '';
  to: Day | '';
  /** Everything understood, in the order typed. */
  parts: Part[];
  remarks: Remark[];
}

const JOINING = new Map<string, 'or' | 'not' | 'and'>([
  ['OR', 'or'],
  ['NOT', 'not'],
  ['AND', 'and'],
]);
/** A title in capitals has words that look like the language's. */
const MIN_CAPITALS = 3; // words
/**
 * Reads what was typed into the search field; any text has a meaning.
 *
 * - `word`, `"exact phrase"` in any quotation marks; one left open ends with the text.
 * - `-word`, `-"phrase"`, `NOT word`: without it. `--word` is a dash and a word.
 * - `word OR word`, with brackets: one of them. `immigra*`: words that begin like this.
 * - `2004..2006`, `2006-05..2006-06-14`: years, months or days, both within.
 * - `office:`, `caucus:`, `topic:`, `speaker:`, `bill:`, `language:`, `year:` and a value right behind,
 *   with spaces in it only in quotation marks, but for `bill:SB 54`. Values of one facet widen the search.
 * - `before:2018` is up to December 31, 2017; `after:2017` from January 1, 2018; with a month or a day
 *   likewise: what is named is never within.
 */
export function parseQuery(input: string): ParsedQuery {
  // Letters and signs as wide as Chinese characters are those of ASCII, character by character.
  const text = input.replace(/[！-～]/g, (wide) => wide.normalize('NFKC'));
  const parts: Part[] = [];
  const remarks: Remark[] = [];
  const tokens: QueryToken<Part>[] = [];
  const isTitle = isHeadline(text);
  const all = [...text.matchAll(TOKEN)].filter(([match]) => match !== '');
  const brackets = all.map(([match]) => bracketsOf(match));
  const areBalanced = isBalanced(brackets);
  let not: number | undefined; // where a NOT begins that waits for its word
  for (const [n, match] of all.entries()) {
    const typed = match[0].trimEnd(); // an open phrase goes on to the end of the text
    const joining = isTitle || match.groups?.['quoted'] ? undefined : JOINING.get(typed);
    if (tokens.length > 0 && match.groups?.['lead']?.startsWith('|')) tokens.push({ kind: 'or' });
    if (joining !== undefined && isBetween(joining, n, all.length)) {
      if (joining === 'not') not = match.index;
      if (joining === 'or') tokens.push({ kind: 'or' });
      continue;
    }
    // At the end, as in `Portland OR`, it may be a word; or something is yet to be typed.
    if (joining !== undefined && n > 0) remarks.push({ typed, reason: words.nothingJoined });
    const { opened, closed, isMinus } = brackets[n] ?? { opened: 0, closed: 0, isMinus: false };
    if (areBalanced && opened > 0) {
      if (isMinus || not !== undefined) tokens.push({ kind: 'not' });
      not = undefined;
      for (let left = opened; left > 0; left--) tokens.push({ kind: 'open' });
    }
    const meaning = readToken(match.groups ?? {}, not !== undefined || (isMinus && opened === 0));
    if (meaning !== undefined) {
      const { kind, value, isPhrase = false, isPrefix = false, reason } = meaning;
      const [start, end] = [not ?? match.index, match.index + typed.length];
      const part = { kind, value, isPhrase, isPrefix, text: chipText(kind, value), start, end };
      parts.push(part);
      if (reason !== undefined) remarks.push({ typed, reason });
      if (kind === 'without') tokens.push({ kind: 'not' }, { kind: 'part', part });
      else if (kind === 'words' || kind === 'phrase') tokens.push({ kind: 'part', part });
      else if (tokens.at(-1)?.kind === 'or') remarks.push({ typed, reason: words.noOrFilter });
      not = undefined;
    }
    if (areBalanced) for (let left = closed; left > 0; left--) tokens.push({ kind: 'close' });
  }
  return { ...sumUp(parts), tree: queryTree(tokens), parts, remarks };
}

/** Whether a text in capitals is a headline, and not names that OR joins: it has words side by side. */
function isHeadline(text: string): boolean {
  if (text !== text.toUpperCase()) return false;
  const isWord = (word = '') => /^\p{L}{2,}$/u.test(word) && !JOINING.has(word);
  const typed = text.split(/\s+/);
  const areNeighbors = typed.some((word, n) => isWord(word) && isWord(typed[n + 1]));
  return areNeighbors && typed.filter(isWord).length >= MIN_CAPITALS;
}

/** Whether a word such as OR has something beside it that it can join. */
const isBetween = (joining: 'or' | 'not' | 'and', place: number, length: number) =>
  place < length - 1 && (joining === 'not' || place > 0);

interface Brackets {
  opened: number;
  closed: number;
  /** Whether a minus sign is before the first. */
  isMinus: boolean;
}

/** The brackets around what was typed; those within it, as in 401(k), belong to it. */
function bracketsOf(typed: string): Brackets {
  const lead = /^[^\p{L}\p{N}"“”„‟＂«»「」『』]*/u.exec(typed)?.[0] ?? '';
  const rest = typed.slice(lead.length);
  const count = (text: string, bracket: string) => text.split(bracket).length - 1;
  const inside = /["“”„‟＂«»「」『』]/.test(rest[0] ?? '')
    ? rest.replace(/^.[^"“”„‟＂«»「」『』]*/u, '')
    : rest;
  return {
    opened: count(lead, '('),
    closed: Math.max(0, count(inside, ')') - count(inside, '(')) + count(lead, ')'),
    isMinus: /^[-−－]\(/.test(lead),
  };
}

function isBalanced(brackets: readonly Brackets[]): boolean {
  let depth = 0;
  for (const { opened, closed } of brackets) {
    depth += opened - closed;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function chipText(kind: Part['kind'], value: string): string {
  if (kind === 'words') return value;
  if (kind === 'phrase' || kind === 'without') return fill(words[kind], { words: value });
  if (kind === 'between') return value.replace('..', ' – ');
  if (kind === 'before' || kind === 'after') return fill(words[kind], { day: value });
  return fill(words.chip, { operator: words.operators[kind], name: value });
}

function sumUp(parts: readonly Part[]): Omit<ParsedQuery, 'parts' | 'remarks' | 'tree'> {
  const valuesOf = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).map(({ value }) => value);
  const ranges = valuesOf('between').map((value) => value.split('..') as [string, string]);
  const facets: ParsedQuery['facets'] = {};
  for (const facet of FACET_OPERATORS) {
    const values = [...new Set(valuesOf(facet))];
    if (values.length > 0) facets[facet] = values;
  }
  return {
    words: valuesOf('words').flatMap((value) => value.split(' ')),
    phrases: valuesOf('phrase'),
    without: parts
      .filter(({ kind }) => kind === 'without')
      .map(({ value, isPhrase }) => ({ text: value, isPhrase })),
    facets,
    from:
      [...valuesOf('after').map(firstDayAfter), ...ranges.map(([from]) => firstDayOf(from))]
        .sort()
        .at(-1) ?? '',
    to:
      [...valuesOf('before').map(lastDayBefore), ...ranges.map(([, to]) => lastDayOfPeriod(to))]
        .sort()
        .at(0) ?? '',
  };
}

/**
 * The text without one of its parts and the extra spaces around it; the other parts stay what they are.
 * @param part of this very text: it is found by its place.
 */
export function removePart(text: string, { start, end }: Pick<Part, 'start' | 'end'>): string {
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  if (before === '' || after === '') return before + after;
  const joined = `${before} ${after}`;
  const values = (some: string) => parseQuery(some).parts.map(({ value }) => value);
  // Side by side, letters and a number would be an identifier, which has one space at most.
  const areSame = `${values(joined)}` === `${[...values(before), ...values(after)]}`;
  return areSame ? joined : `${before}  ${after}`;
}
