import { partOf } from './elements.ts';
import { FacetList } from './facet-list.ts';
import type { Tally } from './filter-releases.ts';
import { Histogram } from './histogram.ts';
import type { ParsedQuery } from './query-language.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { filterOf } from './search-client.ts';
import { emit } from './search-events.ts';
import { yieldToBrowser } from './yield-to-browser.ts';
import { words } from './search-words.ts';

/** Where the filters are beside the results, as in search.css; elsewhere they would hide them. */
const WIDE = '(min-width: 60rem)';
/** All that a search can be filtered by: values with counts, and days as a histogram. */
export class SearchFilters {
  readonly #search: HTMLElement;
  readonly #language: string;
  readonly #panel: HTMLDetailsElement;
  readonly #bars: HTMLElement;
  readonly #wide = window.matchMedia(WIDE);
  #facets: Map<Facet, FacetList> | undefined;
  #histogram: Histogram | undefined;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement, language: string) {
    this.#search = search;
    this.#language = language;
    this.#panel = partOf(search, '.narrow', HTMLDetailsElement);
    this.#bars = partOf(search, '.histogram', HTMLOListElement);
    this.#placeHistogram();
    this.#wide.addEventListener('change', () => this.#placeHistogram());
  }

  /** Whether the values can be seen. */
  get isReady(): boolean {
    return this.#facets !== undefined;
  }

  /** Beside the dates, or folded away with the filters where it would push the results down. */
  #placeHistogram() {
    if (this.#wide.matches)
      partOf(this.#search, '.search-controls', HTMLElement).append(this.#bars);
    else partOf(this.#panel, '.facets', HTMLElement).before(this.#bars);
  }

  /** Reserves space, so that nothing moves when the filters come. */
  reserveSpace(): void {
    if (!this.#panel.hidden) return;
    this.#panel.hidden = false;
    this.#panel.open = this.#wide.matches;
  }

  /** Gives the space back if the filters could not be loaded. */
  giveUp(): void {
    if (!this.isReady) this.#panel.hidden = true;
  }

  /**
   * Shows what is chosen, and how many releases other choices would leave.
   * @throws the reason of the signal, when the search has been aborted.
   */
  async show(
    state: QueryState,
    query: ParsedQuery,
    rows: ReleaseRows,
    tally: Tally,
    signal: AbortSignal,
  ): Promise<void> {
    const { counts: totals } = await rows.totals();
    await yieldToBrowser(signal);
    this.#facets ??= this.#makeFacets(rows, totals);
    for (const [facet, list] of this.#facets) list.update(state.facets[facet], tally.counts[facet]);
    this.#histogram ??= this.#makeHistogram(rows);
    this.#histogram.update(tally, filterOf(state, query), state);
  }

  #makeFacets({ names }: ReleaseRows, totals: Tally['counts']) {
    const facets = new Map(
      FACETS.map((facet) => [
        facet,
        new FacetList(facet, words.legends[facet], names[facet], totals[facet]),
      ]),
    );
    // With a single language there is nothing to choose.
    const languages = facets.get('language');
    if (languages && names.language.length < 2) languages.fieldset.hidden = true;
    partOf(this.#panel, '.facets', HTMLElement).replaceChildren(
      ...[...facets.values()].map(({ fieldset }) => fieldset),
    );
    emit(this.#search, 'filters-ready', undefined);
    return facets;
  }

  #makeHistogram({ days }: ReleaseRows) {
    const span = { from: days.at(-1) ?? '', to: days[0] ?? '' };
    const chooseDays = (chosen: typeof span) => emit(this.#search, 'days-chosen', chosen);
    return new Histogram(this.#bars, span, this.#language, chooseDays);
  }
}
