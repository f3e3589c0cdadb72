import leven from 'leven';
import { foldText } from '../fold-text.ts';
import { MIN_LETTERS, type Vocabulary } from '../vocabulary.ts';
import { element } from './elements.ts';
import { parseQuery, type Part, removePart } from './query-language.ts';
import { isEmpty, type QueryState, readState, writeState } from './query-state.ts';
import { words } from './search-words.ts';

/** Another search, offered where one has found nothing. */
interface Offer {
  kind: 'spelling' | 'fewer words' | 'not narrowed';
  state: QueryState;
  /** The text of its link. */
  text: string;
  /** The text before the link. */
  lead: string;
}

const MAX_CHANGES = 2; // letters
const LONG = 6; // letters; in a shorter word only one letter may differ
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTERS = /^\p{L}+$/u;

/**
 * What the visitor might have meant: the words as the archive spells them, the same words without
 * filters, and without the one that is rarest in the archive.
 */
export function offersFor(state: QueryState, vocabulary: Vocabulary): Offer[] {
  const offers: Offer[] = [];
  const spelled = respell(state.q, vocabulary);
  if (spelled !== state.q) {
    const next = { ...state, q: spelled };
    offers.push({ kind: 'spelling', state: next, text: spelled, lead: words.spelling });
  }
  const unfiltered = withoutFilters(state);
  if (unfiltered !== undefined) {
    const lead = words.withoutFilters;
    offers.push({ kind: 'not narrowed', state: unfiltered, text: unfiltered.q, lead });
  }
  const fewer = withoutRarestWord(state.q, vocabulary);
  if (fewer !== undefined) {
    const next = { ...state, q: fewer };
    offers.push({ kind: 'fewer words', state: next, text: fewer, lead: words.fewerWords });
  }
  return offers;
}

/**
 * The word of the archive that is nearest to one that it does not have; of several the most frequent.
 * @param word without case and accents.
 */
export function nearestWord(word: string, vocabulary: Vocabulary): string | undefined {
  if (word.length < MIN_LETTERS || !LETTERS.test(word) || vocabulary.has(word)) return undefined;
  let best: string | undefined;
  let distance = word.length < LONG ? MAX_CHANGES : MAX_CHANGES + 1; // a nearer word is taken
  for (const known of vocabulary.keys()) {
    if (Math.abs(known.length - word.length) >= distance) continue;
    const found = leven(word, known, { maxDistance: distance });
    if (found < distance) [best, distance] = [known, found];
    if (distance === 1) break; // the most frequent comes first
  }
  return best;
}

/** The text with each word that is not in the archive replaced by the nearest one that is. */
function respell(q: string, vocabulary: Vocabulary): string {
  const parts = parseQuery(q).parts.filter(isSearched);
  return parts.reverse().reduce((text, { start, end }) => {
    const part = text
      .slice(start, end)
      .replace(WORD, (word) => nearestWord(foldText(word), vocabulary) ?? word);
    return text.slice(0, start) + part + text.slice(end);
  }, q);
}

/** The text without the word that the fewest releases have; undefined if it would be empty. */
function withoutRarestWord(q: string, vocabulary: Vocabulary): string | undefined {
  const searched = parseQuery(q).parts.filter(isSearched);
  const words = searched.filter(({ kind }) => kind === 'words');
  if (searched.length < 2) return undefined;
  const [rarest] = words.toSorted((a, b) => frequency(a, vocabulary) - frequency(b, vocabulary));
  return rarest && removePart(q, rarest);
}

/** How many releases have a word. Short words are not counted, and are taken for frequent. */
function frequency({ value }: Part, vocabulary: Vocabulary): number {
  const counts = (foldText(value).match(WORD) ?? []).map(
    (word) =>
      vocabulary.get(word) ?? (word.length < MIN_LETTERS && LETTERS.test(word) ? Infinity : 0),
  );
  return Math.min(...counts);
}

/** The same words without filters, days and operators; undefined if there are none, or no words. */
function withoutFilters(state: QueryState): QueryState | undefined {
  const { parts } = parseQuery(state.q);
  const operators = parts.filter((part) => !isSearched(part) && part.kind !== 'without');
  const isFiltered = operators.length > 0 || !isEmpty({ ...state, q: '' });
  if (!isFiltered || !parts.some(isSearched)) return undefined;
  const q = operators.reverse().reduce(removePart, state.q);
  return { ...readState(new URLSearchParams()), q, sort: state.sort };
}

const isSearched = ({ kind }: Part) => kind === 'words' || kind === 'phrase';

/** The offers as a list of links. */
export function offerItems(offers: readonly Offer[]): HTMLLIElement[] {
  return offers.map(({ kind, state, text, lead }) =>
    element(
      'li',
      { 'data-offer': kind },
      `${lead} `,
      element('a', { href: `?${writeState(state)}` }, text),
      kind === 'spelling' && '?',
    ),
  );
}
