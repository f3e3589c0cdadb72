import type { Day } from '../../archive/day.ts';
import {
  FACET_OPERATORS,
  type FacetOperator,
  firstDayAfter,
  lastDayBefore,
  type Operator,
  resolveOperator,
} from './query-operators.ts';
import { fill } from '../../words/words.ts';
import { words } from './search-words.ts';

/** Something that was understood, and where it was typed: one chip. */
export interface Part {
  kind: 'words' | 'phrase' | 'without' | Operator;
  /**
   * The words or the phrase, without punctuation and quotation marks around them; of an operator a slug, a
   * year, or the date as typed. It has several words only if it looked like an operator, but is none.
   */
  value: string;
  /** Whether the value must appear (or, if excluded, not appear) as an exact phrase. */
  isPhrase: boolean;
  /** What a chip shows, such as `without “fees”`. */
  text: string;
  /** Its range in the text, in UTF-16 units, with the punctuation around it; `end` is exclusive. */
  start: number;
  end: number;
}

/** Something that looks like an operator, but is searched as words. */
interface Remark {
  typed: string;
  /** The end of a sentence, without a full stop. */
  reason: string;
}

/** A parsed query. A release must match all of it. */
export interface ParsedQuery {
  words: string[];
  phrases: string[];
  without: { text: string; isPhrase: boolean }[];
  /** Slugs and years; of one facet any may fit. */
  facets: Partial<Record<FacetOperator, string[]>>;
  /** The first and the last day, both within; '' for none. Of several bounds the narrowest counts. */
  from: Day | '';
  to: Day | '';
  /** Everything understood, in the order typed. */
  parts: Part[];
  remarks: Remark[];
}

/** Quotation marks that can end each other: keyboards and languages pair them differently. */
const FAMILIES = ['"“”„‟＂', '«»', '「」『』'];
const MARKS = FAMILIES.join('');
const QUOTED = FAMILIES.map((marks) => `[${marks}][^${marks}]*(?:[${marks}]|$)`).join('|');
const PUNCTUATION = String.raw`[^\s\p{L}\p{N}${MARKS}]`;
/** `office:`; also with the colon of Chinese keyboards. */
const NAME = String.raw`[\p{Script=Latin}\p{M}]+[:：]`;
/** Any other word. A quotation mark right after one, as in `12" pipe`, begins no phrase. */
const BODY = String.raw`(?<body>[\p{L}\p{N}][^\s${MARKS}]*)(?:["”＂»」』](?=\s|$))?`;
const SPACES = new RegExp(`[\\s${MARKS}]+`, 'gu'); // quotation marks say nothing inside of others
/** One thing typed. Punctuation right after a phrase belongs to it: `"cap"-and-trade` excludes nothing. */
const TOKEN = new RegExp(
  `(?<lead>${PUNCTUATION}*)(?:(?<name>${NAME})?(?<quoted>${QUOTED})${PUNCTUATION}*|${BODY}|)`,
  'gu',
);
const OPERATOR = new RegExp(
  String.raw`^(?<name>${NAME})(?!//)(?=.*[\p{L}\p{N}])(?<value>.*)$`,
  'su',
);

/**
 * Reads what was typed into the search field; any text has a meaning.
 *
 * - `word`, `"exact phrase"` in any quotation marks; one left open ends with the text.
 * - `-word`, `-"phrase"`: without it. `--word` is a dash and a word.
 * - `office:`, `caucus:`, `topic:`, `speaker:`, `language:`, `year:` and a value right after it, with
 *   spaces in it only in quotation marks. Values of one facet widen the search.
 * - `before:2018` is up to December 31, 2017; `after:2017` from January 1, 2018; with a month or a day
 *   likewise: what is named is never within.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts: Part[] = [];
  const remarks: Remark[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const typed = match[0].trimEnd(); // an open phrase goes on to the end of the text
    const meaning = readToken(match.groups ?? {});
    if (meaning === undefined) continue;
    const { kind, value, isPhrase = false, reason } = meaning;
    const [start, end] = [match.index, match.index + typed.length];
    parts.push({ kind, value, isPhrase, text: chipText(kind, value), start, end });
    if (reason !== undefined) remarks.push({ typed, reason });
  }
  return { ...sumUp(parts), parts, remarks };
}

interface Meaning {
  kind: Part['kind'];
  value: string;
  isPhrase?: boolean;
  reason?: string;
}

function readToken(token: Record<string, string | undefined>): Meaning | undefined {
  const { lead = '', name = '', quoted, body = '' } = token;
  const inside = (quoted ?? '').replace(SPACES, ' ').trim();
  const hasMinus = /^[-−－]/.test(lead);
  const operator = OPERATOR.exec(name + inside + body)?.groups;
  if (operator !== undefined && (quoted === undefined || name !== '')) {
    return readOperator(operator['name'] ?? '', operator['value'] ?? '', hasMinus);
  }
  const isPhrase = quoted !== undefined && name === '';
  const value = isPhrase ? inside : bare(name + body);
  if (!/[\p{L}\p{N}]/u.test(value)) return undefined;
  if (hasMinus && !/[\p{Pd}−]/u.test(lead.slice(1))) return { kind: 'without', value, isPhrase };
  return { kind: isPhrase ? 'phrase' : 'words', value, isPhrase };
}

function readOperator(name: string, value: string, hasMinus: boolean): Meaning {
  const resolved = hasMinus ? { reason: words.noMinus } : resolveOperator(name.slice(0, -1), value);
  if ('operator' in resolved) return { kind: resolved.operator, value: resolved.value };
  const several = `${name} ${value}`.split(/[\s:：]+/).map(bare);
  return { kind: 'words', value: several.filter(Boolean).join(' '), reason: resolved.reason };
}

/** A word without punctuation around it. */
const bare = (word: string) =>
  word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/gu, '');

function chipText(kind: Part['kind'], value: string): string {
  if (kind === 'words') return value;
  if (kind === 'phrase' || kind === 'without') return fill(words[kind], { words: value });
  if (kind === 'before' || kind === 'after') return fill(words[kind], { day: value });
  return fill(words.chip, { operator: words.operators[kind], name: value });
}

function sumUp(parts: readonly Part[]): Omit<ParsedQuery, 'parts' | 'remarks'> {
  const valuesOf = (kind: Part['kind']) =>
    parts.filter((part) => part.kind === kind).map(({ value }) => value);
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
    from: valuesOf('after').map(firstDayAfter).sort().at(-1) ?? '',
    to: valuesOf('before').map(lastDayBefore).sort().at(0) ?? '',
  };
}

/**
 * The text without one of its parts and the extra spaces around it; the other parts stay what they are.
 * @param part of this very text: it is found by its place.
 */
export function removePart(text: string, { start, end }: Pick<Part, 'start' | 'end'>): string {
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  return before === '' || after === '' ? before + after : `${before} ${after}`;
}
