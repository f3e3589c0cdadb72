import { chipItems, chipsOf } from './chip-list.ts';
import { element, partOf } from './elements.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import type { Facet, QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { emit } from './search-events.ts';

const WORDS = {
  searchedAsWords: (typed: string, reason: string) => `“${typed}” is searched as words: ${reason}.`,
  ignored(words: readonly string[]) {
    const list = [...new Set(words)].map((word) => `“${word}”`).join(', ');
    const [appear, are] = words.length === 1 ? ['appears', 'is'] : ['appear', 'are'];
    return `${list} ${appear} almost everywhere and ${are} not required. Quotation marks require every word.`;
  },
};

/** Says how a search was understood: chips that can be removed, and remarks. */
export class QuerySummary {
  readonly #search: HTMLElement;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement) {
    this.#search = search;
  }

  /**
   * @param answer to the search; none, if it asks for nothing.
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
    const remarks = query.remarks.map(({ typed, reason }) => WORDS.searchedAsWords(typed, reason));
    if (ignored.length > 0) remarks.push(WORDS.ignored(ignored));
    const paragraphs = remarks.map((remark) => element('p', {}, remark));
    partOf(this.#search, '.remarks', HTMLElement).replaceChildren(...paragraphs);
  }
}
