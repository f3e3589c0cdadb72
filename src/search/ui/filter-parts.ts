import { partOf } from './elements.ts';
import { FacetList } from './facet-list.ts';
import type { Tally } from './filter-releases.ts';
import { Histogram } from './histogram.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { type Answer, filterOf } from './search-client.ts';
import { emit } from './search-events.ts';
import { words } from './search-words.ts';

/** What of an answer is counted. */
export type CountedAnswer = Pick<Answer, 'query' | 'pages'>;

/** The values of all facets and the histogram: a script of its own, which no result waits for. */
export class FilterParts {
  readonly #facets: ReadonlyMap<Facet, FacetList>;
  readonly #histogram: Histogram;
  readonly #rows: ReleaseRows;
  readonly #overTime: HTMLDetailsElement;
  #pages: CountedAnswer['pages'] = [];

  /**
   * @param search the element that holds the search page.
   * @param totals how many of all releases have each value.
   */
  constructor(search: HTMLElement, rows: ReleaseRows, totals: Tally['counts'], language: string) {
    this.#facets = makeFacets(search, rows, totals);
    this.#rows = rows;
    this.#overTime = partOf(search, '.over-time', HTMLDetailsElement);
    this.#overTime.addEventListener('toggle', () => void this.#showOverTime());
    this.#overTime.hidden = false;
    const { days } = rows;
    const span = { from: days.at(-1) ?? '', to: days[0] ?? '' };
    const bars = partOf(search, '.histogram', HTMLOListElement);
    const chooseDays = (chosen: typeof span) => emit(search, 'days-chosen', chosen);
    this.#histogram = new Histogram(bars, span, language, chooseDays);
  }

  /** Shows what is chosen, and how many releases other choices would leave. */
  update(state: QueryState, { query, pages }: CountedAnswer, tally: Tally): void {
    for (const [facet, list] of this.#facets) list.update(state.facets[facet], tally.counts[facet]);
    this.#histogram.update(tally, filterOf(state, query), state);
    this.#pages = pages;
    void this.#showOverTime();
  }

  /** Shows what was found by office and time, where a visitor wants to see it; the code for it is loaded on use. */
  async #showOverTime() {
    const pages = this.#pages;
    const place = this.#overTime;
    if (!place.open) return;
    try {
      const { overTimeTable } = await import('./over-time.ts');
      if (pages !== this.#pages) return; // a later answer is shown
      place.querySelector('.table')?.remove();
      place.append(overTimeTable(this.#rows, this.#histogram.periods, pages));
      place.classList.remove('failed');
    } catch (cause) {
      reportError(cause);
      place.classList.add('failed');
    }
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
