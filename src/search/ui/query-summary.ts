import { chipItems, chipsOf } from './chip-list.ts';
import { element, partOf } from './elements.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import type { Facet, QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { emit } from './search-events.ts';
import { fill } from '../../words/words.ts';
import { countText, words } from './search-words.ts';

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
    answer: { query: ParsedQuery; ignored: readonly string[] } | undefined,
    rows: ReleaseRows | undefined,
  ): void {
    const { query = parseQuery(''), ignored = [] } = answer ?? {};
    const nameOf = (facet: Facet, value: string) => rows?.nameOf(facet, value) ?? value;
    const chips = chipItems(chipsOf(state, query, nameOf), (without) =>
      emit(this.#search, 'search-requested', { state: without, step: 'push' }),
    );
    partOf(this.#search, '.chips', HTMLElement).replaceChildren(...chips);
    const remarks = query.remarks.map(({ typed, reason }) =>
      fill(words.searchedAsWords, { typed, reason }),
    );
    if (ignored.length > 0) remarks.push(ignoredWords(ignored));
    const paragraphs = remarks.map((remark) => element('p', {}, remark));
    partOf(this.#search, '.remarks', HTMLElement).replaceChildren(...paragraphs);
  }
}

function ignoredWords(ignored: readonly string[]): string {
  const quoted = [...new Set(ignored)].map((word) => fill(words.phrase, { words: word }));
  return countText(words.ignored, ignored.length, { words: quoted.join(', ') });
}
