import { foldText } from '../fold-text.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { dateInWords } from './dates-in-words.ts';
import { element } from './elements.ts';
import type { Term } from './find-releases.ts';
import { nearestWord } from './near-spelling.ts';
import { parseQuery, removePart } from './query-language.ts';
import type { Part } from './query-part.ts';
import { isEmpty, type QueryState, readState, writeState } from './query-state.ts';
import { isRare, type SearchedTerms } from './rare-words.ts';
import { language, words } from './search-words.ts';

/** Another search, offered where one has found nothing, or may have been meant otherwise. */
interface Offer {
  kind: 'spelling' | 'office' | 'day' | 'without marks' | 'fewer words' | 'not narrowed';
  state: QueryState;
  /** The text of its link. */
  text: string;
  /** The text before the link. */
  lead: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * What the visitor might have meant: the words as the archive spells them, an office or a date as a filter;
 * where nothing was found also the same words without filters, without quotation marks, and without
 * those that no release has, or the one that the fewest have.
 */
export function offersFor(
  state: QueryState,
  searched: SearchedTerms,
  vocabulary: Vocabulary,
): Offer[] {
  const offers: Offer[] = [];
  const offer = (kind: Offer['kind'], next: Partial<QueryState> | undefined, lead: string) => {
    if (next === undefined) return;
    const changed = { ...state, ...next };
    offers.push({ kind, state: changed, text: changed.q, lead });
  };
  const spelled = respell(state.q, searched, vocabulary);
  if (spelled !== state.q) offer('spelling', { q: spelled }, words.spelling);
  for (const { slug, name, parts } of searched.named ?? []) {
    const q = without(state.q, parts);
    const next = { ...state, q, facets: { ...state.facets, office: [slug] } };
    const text = q === '' ? name : `${name}: ${q}`;
    offers.push({ kind: 'office', state: next, text, lead: words.onlyFrom });
  }
  const date = dateInWords(state.q, language);
  if (date !== undefined) {
    const q = removePart(state.q, date);
    const next = { ...state, q, from: date.from, to: date.to };
    const text = q === '' ? date.name : `${date.name}: ${q}`;
    offers.push({ kind: 'day', state: next, text, lead: words.onDay });
  }
  if (searched.count > 0) return offers;
  offer('not narrowed', withoutFilters(state), words.withoutFilters);
  offer('without marks', withoutMarks(state.q, searched.terms), words.unquoted);
  offer('fewer words', withFewerWords(state.q, searched.terms), words.fewerWords);
  return offers;
}

/** The text with each word that the archive has not, or hardly has, replaced by the nearest one. */
function respell(q: string, { terms, releases }: SearchedTerms, vocabulary: Vocabulary): string {
  const rare = terms.filter(
    (term) => term.part.kind !== 'without' && isRare(term.releases, releases),
  );
  const lastFirst = rare.toSorted((a, b) => b.part.start - a.part.start);
  return lastFirst.reduce((text, { part: { start, end, isPhrase }, releases: count }) => {
    const respelled = text.slice(start, end).replace(WORD, (word) => {
      const folded = foldText(word);
      // How many releases have a word of a phrase is in the vocabulary, if they are many.
      const own = isPhrase ? (vocabulary.get(folded) ?? 0) : count;
      return nearestWord(folded, vocabulary, own) ?? word;
    });
    return text.slice(0, start) + respelled + text.slice(end);
  }, q);
}

/** The text without the words that no release has, else without the one that the fewest have. */
function withFewerWords(q: string, terms: readonly Term[]): { q: string } | undefined {
  const searched = terms.filter(({ part }) => part.kind !== 'without');
  const plain = searched.filter(({ part }) => part.kind === 'words');
  const unknown = plain.filter(({ releases }) => releases === 0);
  const [rarest] = plain.toSorted((a, b) => a.releases - b.releases);
  const gone = unknown.length > 0 ? unknown : rarest === undefined ? [] : [rarest];
  if (gone.length === 0 || gone.length === searched.length) return undefined;
  return {
    q: without(
      q,
      gone.map(({ part }) => part),
    ),
  };
}

/** The text with words instead of the phrases that no release has. */
function withoutMarks(q: string, terms: readonly Term[]): { q: string } | undefined {
  const phrases = terms
    .filter(({ part, releases }) => part.kind === 'phrase' && releases === 0)
    .map(({ part }) => part)
    .filter(({ value }) => /\s/.test(value));
  if (phrases.length === 0) return undefined;
  const lastFirst = phrases.toSorted((a, b) => b.start - a.start);
  return {
    q: lastFirst.reduce(
      (text, { value, start, end }) => text.slice(0, start) + value + text.slice(end),
      q,
    ),
  };
}

const without = (q: string, parts: readonly Part[]) =>
  parts.toSorted((a, b) => b.start - a.start).reduce(removePart, q);

/** The same words without filters, days and operators; undefined if there are none, or no words. */
function withoutFilters(state: QueryState): QueryState | undefined {
  const { parts } = parseQuery(state.q);
  const operators = parts.filter((part) => !isSearched(part) && part.kind !== 'without');
  const isFiltered = operators.length > 0 || !isEmpty({ ...state, q: '' });
  if (!isFiltered || !parts.some(isSearched)) return undefined;
  const q = without(state.q, operators);
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
