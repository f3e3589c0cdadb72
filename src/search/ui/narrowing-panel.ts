import { chipItems, chipsOf } from './chip-list.ts';
import { element, partOf } from './elements.ts';
import { FacetList } from './facet-list.ts';
import { Histogram } from './histogram.ts';
import type { DayRange, Tally } from './narrow.ts';
import { type ParsedQuery, parseQuery } from './query-language.ts';
import { FACETS, type Facet, type QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { type Answer, narrowingOf } from './search-client.ts';
import { pause } from './slices.ts';

/** Where the filters stand beside the results, as in search.css; elsewhere they would hide them. */
const WIDE = '(min-width: 60rem)';
const LEGENDS: Record<Facet, string> = {
  office: 'Office',
  caucus: 'Caucus',
  topic: 'Topic',
  speaker: 'Speaker',
  year: 'Year',
  language: 'Language',
};

/** Says which words a release need not have, since almost all of them do. */
function passedOverRemark(words: readonly string[]): string {
  const list = [...new Set(words)].map((word) => `“${word}”`).join(', ');
  const [stand, are] = words.length === 1 ? ['stands', 'is'] : ['stand', 'are'];
  return `${list} ${stand} almost everywhere and ${are} not required. Quotation marks require every word.`;
}

interface Choices {
  /** Makes another search. */
  go: (state: QueryState) => void;
  /** Narrows the present search to some days, or to none. */
  chooseDays: (days: DayRange) => void;
}

/** Around the results: what the search was understood as, and all that it can be narrowed by. */
export class NarrowingPanel {
  readonly #search: HTMLElement;
  readonly #language: string;
  readonly #choices: Choices;
  readonly #panel: HTMLDetailsElement;
  readonly #bars: HTMLElement;
  readonly #wide = window.matchMedia(WIDE);
  #facets: Map<Facet, FacetList> | undefined;
  #histogram: Histogram | undefined;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement, language: string, choices: Choices) {
    this.#search = search;
    this.#language = language;
    this.#choices = choices;
    this.#panel = partOf(search, '.narrow', HTMLDetailsElement);
    this.#bars = partOf(search, '.histogram', HTMLOListElement);
    this.#placeBars();
    this.#wide.addEventListener('change', () => this.#placeBars());
  }

  /** Whether the form has boxes that hold a choice: only then does it tell what is chosen. */
  get hasFacets(): boolean {
    return this.#facets !== undefined;
  }

  /** Beside the dates, or folded away with the filters where they would push the results down. */
  #placeBars() {
    if (this.#wide.matches)
      partOf(this.#search, '.search-controls', HTMLElement).append(this.#bars);
    else partOf(this.#panel, '.facets', HTMLElement).before(this.#bars);
  }

  /** Takes its place, so that nothing moves when the filters come. */
  show(): void {
    if (!this.#panel.hidden) return;
    this.#panel.hidden = false;
    this.#panel.open = this.#wide.matches;
  }

  /** Gives its place back where the filters could not be loaded. */
  giveUp(): void {
    if (!this.hasFacets) this.#panel.hidden = true;
  }

  /**
   * Says how a search was understood.
   * @param answer to it; none, for a search for nothing.
   * @param rows knows the names of what it is narrowed to; without them it is narrowed to nothing.
   */
  explain(state: QueryState, answer: Answer | undefined, rows: ReleaseRows | undefined): void {
    const { query = parseQuery(''), passedOver = [] } = answer ?? {};
    const nameOf = (facet: Facet, value: string) => rows?.nameOf(facet, value) ?? value;
    const chips = chipItems(chipsOf(state, query, nameOf), this.#choices.go);
    partOf(this.#search, '.chips', HTMLElement).replaceChildren(...chips);
    const remarks = query.remarks.map(({ typed, reason }) =>
      element('p', {}, `“${typed}” is searched as words: ${reason}.`),
    );
    if (passedOver.length > 0) remarks.push(element('p', {}, passedOverRemark(passedOver)));
    partOf(this.#search, '.remarks', HTMLElement).replaceChildren(...remarks);
  }

  /**
   * Shows what is chosen, and how many releases other choices would leave.
   * @throws the reason of the signal, once nobody waits for it any more.
   */
  async count(
    state: QueryState,
    query: ParsedQuery,
    rows: ReleaseRows,
    tally: Tally,
    signal: AbortSignal,
  ): Promise<void> {
    const { counts: totals } = await rows.totals();
    await pause(signal);
    this.#facets ??= this.#makeFacets(rows, totals);
    for (const [facet, list] of this.#facets) list.update(state.facets[facet], tally.counts[facet]);
    this.#histogram ??= this.#makeHistogram(rows);
    this.#histogram.update(tally, narrowingOf(state, query), state);
  }

  #makeFacets({ names }: ReleaseRows, totals: Tally['counts']) {
    const facets = new Map(
      FACETS.map((facet) => [
        facet,
        new FacetList(facet, LEGENDS[facet], names[facet], totals[facet]),
      ]),
    );
    // In one language alone there is nothing to choose.
    const languages = facets.get('language');
    if (languages && names.language.length < 2) languages.fieldset.hidden = true;
    partOf(this.#panel, '.facets', HTMLElement).replaceChildren(
      ...[...facets.values()].map(({ fieldset }) => fieldset),
    );
    return facets;
  }

  #makeHistogram({ days }: ReleaseRows) {
    const span = { from: days.at(-1) ?? '', to: days[0] ?? '' };
    return new Histogram(this.#bars, span, this.#language, this.#choices.chooseDays);
  }
}
