import { hasUnspacedScript } from '../../search/characters.ts';
import { MIN_QUOTED_WORDS } from '../../search/min-quoted-words.ts';
import { keyOf, type QuotedWord, quotedWords } from './quoted-words.ts';

/** What a quotation is made of, in order. */
type QuotationElement =
  | WordElement
  /** What an editor put in brackets in the place of other words, or of none. */
  | { kind: 'inserted'; words: readonly string[] }
  /** Words were left out. */
  | { kind: 'ellipsis' };

interface WordElement {
  kind: 'word';
  key: string;
  /** As it is written. */
  text: string;
  /** Its ending is an editor's, as in `help[ed]`: the word begins with this. */
  beginning?: string;
}

/** A quotation as it was understood. */
export interface ParsedQuotation {
  text: string;
  elements: readonly QuotationElement[];
  /** The elements between ellipses, none of them empty. */
  parts: readonly (readonly Exclude<QuotationElement, { kind: 'ellipsis' }>[])[];
  /** The words outside of brackets, as they are compared. */
  keys: readonly string[];
  hasBrackets: boolean;
}

/** Three points or more, with or without spaces or brackets around them; and asterisks, as lawyers write. */
const ELLIPSIS = String.raw`[[(]\s?(?:…|\.(?:\s?\.){2,9})\s?[\])]|…|\.(?:\s?\.){2,9}|\*(?:\s?\*){2}`;
const BRACKETS = String.raw`\[[^[\]]{0,300}\]`;
const MARKS = new RegExp(`${ELLIPSIS}|${BRACKETS}`, 'gu');
const IS_ELLIPSIS = new RegExp(`^(?:${ELLIPSIS})$`, 'u');
/** `[T]he`, which was `the` or `The`. */
const BRACKETED_BEGINNING = /\[(\p{L}{1,9})\](?=\p{L})/gu;
/** `help[ed]`, which may have been `helping`. */
const BRACKETED_ENDING = /\p{L}{1,40}(\[\p{L}{1,9}\])/gu;
const MIN_BEGINNING = 3; // letters
/** The editor's own word about what is before it. */
const SIC = /^\[\s?sic\W?\s?\]$/i;

/** Of a shorter quotation it cannot be said whose words it is. */
export const MIN_WORDS = MIN_QUOTED_WORDS;

/** Reads a quotation: words, an editor's brackets, ellipses. */
export function parseQuotation(text: string): ParsedQuotation {
  const joined = text.replace(BRACKETED_BEGINNING, '$1');
  const endings = new Map<number, string>();
  // The editor's ending is written over with spaces, so that all places stay.
  const plain = joined.replace(BRACKETED_ENDING, (whole, ending: string, place: number) => {
    const beginning = whole.slice(0, -ending.length);
    if (beginning.length < MIN_BEGINNING) return whole;
    endings.set(place, ending.slice(1, -1));
    return beginning + ' '.repeat(ending.length);
  });
  const elements: QuotationElement[] = [];
  let from = 0;
  const addWords = (end: number) => {
    for (const word of quotedWords(plain.slice(from, end))) {
      elements.push(wordElement(plain, from, word, endings));
    }
  };
  for (const { 0: mark, index } of plain.matchAll(MARKS)) {
    addWords(index);
    from = index + mark.length;
    if (IS_ELLIPSIS.test(mark)) elements.push({ kind: 'ellipsis' });
    else if (!SIC.test(mark)) {
      elements.push({ kind: 'inserted', words: quotedWords(mark).map(({ key }) => key) });
    }
  }
  addWords(plain.length);
  const parts = partsOf(elements);
  return { text, elements, parts, keys: parts.flatMap(keysIn), hasBrackets: /\[/.test(text) };
}

function wordElement(
  text: string,
  from: number,
  { key, start, end }: QuotedWord,
  endings: ReadonlyMap<number, string>,
): WordElement {
  const [first, past] = [from + start, from + end];
  const ending = endings.get(first);
  const written = text.slice(first, past);
  if (ending === undefined) return { kind: 'word', key, text: written };
  return {
    kind: 'word',
    key: keyOf(written + ending),
    text: `${written}[${ending}]`,
    beginning: key,
  };
}

function partsOf(elements: readonly QuotationElement[]) {
  const parts: Exclude<QuotationElement, { kind: 'ellipsis' }>[][] = [[]];
  for (const element of elements) {
    if (element.kind === 'ellipsis') parts.push([]);
    else parts.at(-1)?.push(element);
  }
  return parts.filter((part) => part.some(({ kind }) => kind === 'word'));
}

const keysIn = (elements: readonly QuotationElement[]): string[] =>
  elements.flatMap((element) => (element.kind === 'word' ? [element.key] : []));

/** How many words a row of them counts for: of a script without spaces two characters are a word. */
function countQuoted(keys: readonly string[]): number {
  const characters = keys.filter(hasUnspacedScript).length;
  return keys.length - Math.floor(characters / 2);
}

/** Whether a quotation has too few words, in all of its parts or in the longest of them. */
export function isShort({ parts, keys }: ParsedQuotation): boolean {
  const longest = Math.max(0, ...parts.map((part) => countQuoted(keysIn(part))));
  return countQuoted(keys) < MIN_WORDS || longest < MIN_PART;
}

/** Shorter parts beside an ellipsis are found only near the part that they are beside. */
export const MIN_PART = 3; // words

const OUTER_MARKS = /^["“”„«»‹›「『'‘’]{1,3}|["“”«»‹›」』'‘’]{1,3}$/g;

/** What a quotation may be as a whole statement: itself, or without the marks of the text that quotes it. */
export function asStatements(text: string): string[] {
  const trimmed = text.trim();
  return [...new Set([trimmed, trimmed.replace(OUTER_MARKS, '').trim()])].filter(Boolean);
}
