import { chipItems, chipsOf } from './chip-list.ts';
import { element, partOf } from './elements.ts';
import type { Term } from './find-releases.ts';
import { parseQuery } from './query-language.ts';
import type { NamedOffice } from './named-offices.ts';
import { type Facet, type QueryState, writeState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import type { Answer } from './search-client.ts';
import { emit } from './search-events.ts';
import { fill } from '../../words/words.ts';
import { countText, language, words } from './search-words.ts';

/** Says how a search was understood: chips that can be removed, and remarks. */
export class QuerySummary {
  readonly #search: HTMLElement;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement) {
    this.#search = search;
  }

  /**
   * @param answer to the search; undefined if the query is empty.
   * @param rows has the names of the values that are chosen; without them none is chosen.
   */
  show(
    state: QueryState,
    answer: Pick<Answer, 'query' | 'ignored' | 'terms' | 'named'> | undefined,
    rows: ReleaseRows | undefined,
  ): void {
    const { query = parseQuery(''), ignored = [], terms = [], named = [] } = answer ?? {};
    const nameOf = (facet: Facet, value: string) => rows?.nameOf(facet, value) ?? value;
    const chips = chipItems(chipsOf(state, query, nameOf), (without) =>
      emit(this.#search, 'search-requested', { state: without, step: 'push' }),
    );
    partOf(this.#search, '.chips', HTMLElement).replaceChildren(...chips);
    const remarks = query.remarks.map(({ typed, reason }) =>
      fill(words.searchedAsWords, { typed, reason }),
    );
    remarks.push(...aboutTerms(terms));
    if (ignored.length > 0) remarks.push(ignoredWords(ignored));
    const paragraphs = remarks.map((remark) => element('p', {}, remark));
    if (named.length > 0) paragraphs.push(namedFirst(state, named));
    partOf(this.#search, '.remarks', HTMLElement).replaceChildren(...paragraphs);
  }
}

/** What must be known of the words searched for: that no release has them, or that others were found. */
function aboutTerms(terms: readonly Term[]): string[] {
  const plain = terms.filter(({ part }) => part.kind === 'words');
  const valuesOf = (some: readonly Term[]) => some.map(({ part }) => part.value);
  const unknown = valuesOf(plain.filter(({ releases }) => releases === 0));
  const others = plain.filter((term) => term.releases > 0 && !term.isKnown && !term.isBeginning);
  const beginnings = plain.filter((term) => term.releases > 0 && term.isBeginning);
  return [
    ...(unknown.length > 0 ? [fill(words.unknown, { words: quote(unknown) })] : []),
    ...(others.length > 0 ? [fill(words.otherForms, { words: quote(valuesOf(others)) })] : []),
    ...valuesOf(beginnings).map((letters) => fill(words.beginning, { words: letters })),
  ];
}

/** Says whose releases come first, with a link to the same search without that. */
function namedFirst(state: QueryState, named: readonly NamedOffice[]): HTMLParagraphElement {
  const names = new Intl.ListFormat(language).format(named.map(({ name }) => name));
  const href = `?${writeState({ ...state, asWords: true })}`;
  return element(
    'p',
    { 'data-named': '' },
    `${fill(words.namedFirst, { names })} `,
    element('a', { href }, words.rankAlike),
  );
}

const ignoredWords = (ignored: readonly string[]) =>
  countText(words.ignored, ignored.length, { words: quote(ignored) });

/** Words in quotation marks, each once, as a list. */
function quote(some: readonly string[]): string {
  return [...new Set(some)].map((word) => fill(words.phrase, { words: word })).join(', ');
}
