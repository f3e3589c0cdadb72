import { partOf } from './elements.ts';
import type { CountedAnswer, FilterParts } from './filter-parts.ts';
import type { Tally } from './filter-releases.ts';
import type { QueryState } from './query-state.ts';
import type { ReleaseRows } from './release-rows.ts';
import { yieldToBrowser } from './yield-to-browser.ts';

/** Where the filters are beside the results, as in search.css; elsewhere they would hide them. */
const WIDE = '(min-width: 60rem)';
/** All that a search can be filtered by: values with counts, and days as a histogram. */
export class SearchFilters {
  readonly #search: HTMLElement;
  readonly #language: string;
  readonly #panel: HTMLDetailsElement;
  readonly #bars: HTMLElement;
  /** The fields for days, and the order. */
  readonly #controls: HTMLElement;
  readonly #wide = window.matchMedia(WIDE);
  #parts: FilterParts | undefined;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement, language: string) {
    this.#search = search;
    this.#language = language;
    this.#panel = partOf(search, '.narrow', HTMLDetailsElement);
    this.#bars = partOf(search, '.histogram', HTMLOListElement);
    this.#controls = partOf(search, '.search-controls', HTMLElement);
    this.#place();
    this.#wide.addEventListener('change', () => this.#place());
  }

  /** Whether the values can be seen. */
  get isReady(): boolean {
    return this.#parts !== undefined;
  }

  /** Days, order and bars are above the results, or with the filters where they would push these down. */
  #place() {
    const [controls, bars] = [this.#controls, this.#bars];
    if (this.#wide.matches) {
      partOf(this.#search, '.remarks', HTMLElement).before(controls);
      controls.append(bars);
    } else partOf(this.#panel, '.facets', HTMLElement).before(controls, bars);
  }

  /** Reserves space, so that nothing moves when the filters come, and fetches their script. */
  reserveSpace(): void {
    loadParts().catch(() => undefined); // whoever needs it asks again
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
    answer: CountedAnswer,
    rows: ReleaseRows,
    tally: Tally,
    signal: AbortSignal,
  ): Promise<void> {
    const [{ FilterParts }, { counts: totals }] = await Promise.all([loadParts(), rows.totals()]);
    await yieldToBrowser(signal);
    this.#parts ??= new FilterParts(this.#search, rows, totals, this.#language);
    this.#parts.update(state, answer, tally);
  }
}

const loadParts = () => import('./filter-parts.ts');
