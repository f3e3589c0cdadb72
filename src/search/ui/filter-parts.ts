import { partOf } from './elements.ts';
import { FacetList } from './facet-list.ts';
import type { Tally } from './filter-releases.ts';
import { Histogram } from './histogram.ts';
import type { ParsedQuery } from './query-language.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { filterOf } from './search-client.ts';
import { emit } from './search-events.ts';
import { words } from './search-words.ts';

/** The values of all facets and the histogram: a script of its own, which no result waits for. */
export class FilterParts {
  readonly #facets: ReadonlyMap<Facet, FacetList>;
  readonly #histogram: Histogram;

  /**
   * @param search the element that holds the search page.
   * @param totals how many of all releases have each value.
   */
  constructor(search: HTMLElement, rows: ReleaseRows, totals: Tally['counts'], language: string) {
    this.#facets = makeFacets(search, rows, totals);
    const { days } = rows;
    const span = { from: days.at(-1) ?? '', to: days[0] ?? '' };
    const bars = partOf(search, '.histogram', HTMLOListElement);
    const chooseDays = (chosen: typeof span) => emit(search, 'days-chosen', chosen);
    this.#histogram = new Histogram(bars, span, language, chooseDays);
  }

  /** Shows what is chosen, and how many releases other choices would leave. */
  update(state: QueryState, query: ParsedQuery, tally: Tally): void {
    for (const [facet, list] of this.#facets) list.update(state.facets[facet], tally.counts[facet]);
    this.#histogram.update(tally, filterOf(state, query), state);
  }
}

function makeFacets(search: HTMLElement, { names }: ReleaseRows, totals: Tally['counts']) {
  const facets = new Map(
    FACETS.map((facet) => [
      facet,
      new FacetList(facet, words.legends[facet], names[facet], totals[facet]),
    ]),
  );
  // With a single language there is nothing to choose.
  const languages = facets.get('language');
  if (languages && names.language.length < 2) languages.fieldset.hidden = true;
  partOf(search, '.narrow .facets', HTMLElement).replaceChildren(
    ...[...facets.values()].map(({ fieldset }) => fieldset),
  );
  emit(search, 'filters-ready', undefined);
  return facets;
}
