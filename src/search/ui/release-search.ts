import { chipItems, chipsOf } from './chip-list.ts';
import { element } from './elements.ts';
import { FacetList } from './facet-list.ts';
import { Histogram } from './histogram.ts';
import { isNarrow, narrow } from './narrow.ts';
import { offerItems, offersFor } from './no-results.ts';
import { parseQuery } from './query-language.ts';
import {
  FACETS,
  type Facet,
  isEmpty,
  type QueryState,
  readState,
  writeState,
} from './query-state.ts';
import { resultItem } from './result-item.ts';
import type { ReleaseRows } from './release-rows.ts';
import { type Answer, narrowingOf, SearchClient } from './search-client.ts';
import { followKeys } from './search-keys.ts';

const PORTION = 10; // releases shown at a time
const PAUSE = 200; // milliseconds without a key before a search: less than a reader notices
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

/**
 * The search page: makes its form search in place. The address always holds the state, so that every
 * search can be shared, kept and gone back to. Without JavaScript, or if the index can't be loaded,
 * the ways to browse that the page holds stay visible.
 */
class ReleaseSearch extends HTMLElement {
  #client = new SearchClient(this.dataset['index'] ?? '/pagefind/');
  #language = this.dataset['language'] ?? 'en';
  #facets: Map<Facet, FacetList> | undefined;
  #histogram: Histogram | undefined;
  #turn = 0;
  #timer: number | undefined;
  /** Whether the words of the present step of the history are still being typed. */
  #isTyping = false;

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#isTyping = false;
      this.#go(this.#formState(), 'push');
    });
    this.#form.addEventListener('input', (event) => {
      window.clearTimeout(this.#timer);
      if (event.target !== this.#field) return;
      this.#timer = window.setTimeout(() => this.#type(), PAUSE);
    });
    this.#form.addEventListener('change', (event) => {
      this.#isTyping = false;
      if (event.target !== this.#field) this.#go(this.#formState(), 'push');
    });
    this.#field.addEventListener('focus', () => void this.#prepare(), { once: true });
    window.addEventListener('popstate', () => {
      this.#isTyping = false;
      void this.#show(addressState());
    });
    followKeys(this, this.#field, this.#list, () => this.#form.requestSubmit());
    this.#form.querySelector('.search-controls')?.removeAttribute('hidden');
    const state = addressState();
    if (isEmpty(state)) this.#say('');
    else void this.#show(state);
  }

  get #form() {
    return this.#part('form', HTMLFormElement);
  }
  get #field() {
    return this.#part('input[type=search]', HTMLInputElement);
  }
  get #list() {
    return this.#part('.results', HTMLOListElement);
  }

  get #offers() {
    return this.#part('.offers', HTMLUListElement);
  }

  #part<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
    const found = this.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`<release-search> has no ${selector}`);
    return found;
  }

  #formState(): QueryState {
    const data = new FormData(this.#form);
    const state = readState(
      new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
    );
    // Before the index is there the form has no boxes to hold a choice.
    return this.#facets ? state : { ...state, facets: addressState().facets };
  }

  /** Words typed in one go are one step back; after Enter or another choice begins the next. */
  #type() {
    const isNext = !this.#isTyping && !isEmpty(addressState());
    this.#isTyping = true;
    this.#go(this.#formState(), isNext ? 'push' : 'replace');
  }

  /** Makes a state the page's: a step in the history, or another form of the present step. */
  #go(state: QueryState, step: 'push' | 'replace') {
    window.clearTimeout(this.#timer);
    const query = writeState(state);
    const address = query === '' ? location.pathname : `?${query}`;
    if (query === location.search.slice(1)) void this.#show(state);
    else {
      if (step === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      void this.#show(state);
    }
  }

  async #prepare() {
    try {
      await this.#client.prepare();
      const state = addressState();
      // A search shows its own numbers, which those of the whole archive must not overwrite.
      if (!asksForSomething(state)) await this.#showFacets(state, undefined, this.#turn);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  async #show(state: QueryState) {
    const turn = ++this.#turn;
    this.#fill(state);
    try {
      if (!asksForSomething(state)) {
        this.#showNothing(turn);
        return;
      }
      const answer = await this.#client.search(state);
      if (turn !== this.#turn) return; // a late answer must not overwrite a newer one
      const releases = await answer.next(PORTION);
      if (turn !== this.#turn) return;
      this.classList.toggle('searched', answer.count > 0); // else there is no way but to browse
      this.#list.replaceChildren(...releases.map((release) => resultItem(release, this.#language)));
      this.#offers.replaceChildren();
      this.#say(sentence(answer.count));
      this.#offerMore(answer, turn, releases.length);
      if (answer.count === 0) await this.#offerOthers(state, turn);
      // The filters come after the results: they need more than the results do.
      await this.#showFacets(state, answer, turn);
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    }
  }

  #showNothing(turn: number) {
    this.classList.remove('searched');
    this.#list.replaceChildren();
    this.#offers.replaceChildren();
    this.#say('');
    this.#offerMore(undefined, turn, 0);
    if (this.#facets) void this.#showFacets(addressState(), undefined, turn);
  }

  /** Shows the filters with their counts: among what was found, or in the whole archive. */
  async #showFacets(state: QueryState, answer: Answer | undefined, turn: number) {
    const rows = await this.#client.rows();
    const everything = narrowingOf(state, parseQuery(''));
    const tally = await (answer?.tally() ?? narrow(rows.all, everything, rows.names));
    if (turn !== this.#turn) return;
    this.#facets ??= this.#makeFacets(rows);
    const query = answer?.query ?? parseQuery(state.q);
    for (const [facet, list] of this.#facets) list.update(state.facets[facet], tally.counts[facet]);
    this.#histogram ??= this.#makeHistogram(rows);
    this.#histogram.update(tally, narrowingOf(state, query), state);
    const nameOf = (facet: Facet, value: string) => nameIn(rows, facet, value);
    const chips = chipItems(chipsOf(state, query, nameOf), (next) => this.#go(next, 'push'));
    this.#part('.chips', HTMLElement).replaceChildren(...chips);
    const remarks = query.remarks.map(({ typed, reason }) =>
      element('p', {}, `“${typed}” is searched as words: ${reason}.`),
    );
    this.#part('.remarks', HTMLElement).replaceChildren(...remarks);
  }

  /** Shows a state in the form, without touching a field that is being typed in. */
  #fill({ q, from, to, sort }: QueryState) {
    if (this.#field.value.trim() !== q) this.#field.value = q;
    for (const [name, value] of Object.entries({ from, to, sort })) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
        control.value = value;
    }
  }

  #makeFacets(rows: ReleaseRows) {
    const facets = new Map<Facet, FacetList>();
    const { counts: totals } = narrow(rows.all, NOTHING, rows.names);
    for (const facet of FACETS) {
      const nameOf = (value: string) => nameIn(rows, facet, value);
      const list = new FacetList(facet, LEGENDS[facet], totals[facet], nameOf);
      // In one language alone there is nothing to choose.
      if (facet === 'language' && Object.keys(totals.language).length < 2)
        list.fieldset.hidden = true;
      facets.set(facet, list);
    }
    const panel = this.#part('.narrow', HTMLDetailsElement);
    panel.hidden = false;
    panel.open = window.matchMedia(WIDE).matches;
    this.#part('.facets', HTMLElement).replaceChildren(
      ...[...facets.values()].map(({ fieldset }) => fieldset),
    );
    return facets;
  }

  #makeHistogram({ all }: ReleaseRows) {
    const place = this.#part('.histogram', HTMLOListElement);
    const span = { from: all.at(-1)?.day ?? '', to: all[0]?.day ?? '' };
    return new Histogram(place, span, this.#language, (days) => {
      this.#isTyping = false;
      this.#go({ ...this.#formState(), ...days }, 'push');
    });
  }

  #offerMore(answer: Answer | undefined, turn: number, shown: number) {
    const place = this.#part('.more', HTMLElement);
    place.replaceChildren();
    if (answer === undefined || shown >= answer.count) return;
    const button = element('button', { type: 'button' }, 'Show more results');
    button.addEventListener('click', () => {
      void answer.next(PORTION).then(
        (releases) => {
          if (turn !== this.#turn) return;
          const items = releases.map((release) => resultItem(release, this.#language));
          this.#list.append(...items);
          this.#offerMore(answer, turn, shown + releases.length);
          items[0]?.querySelector('a')?.focus();
        },
        (cause: unknown) => this.#fail(cause),
      );
    });
    place.append(button);
  }

  /** Where nothing was found: other searches, which the visitor may have meant. */
  async #offerOthers(state: QueryState, turn: number) {
    const vocabulary = await this.#client.vocabulary().catch((cause: unknown) => {
      reportError(cause);
      return new Map<string, number>(); // that nothing was found is true all the same
    });
    if (turn === this.#turn)
      this.#offers.replaceChildren(...offerItems(offersFor(state, vocabulary)));
  }

  #say(words: string) {
    this.#part('[role=status]', HTMLElement).textContent = words;
  }

  #fail(cause: unknown) {
    reportError(cause);
    this.classList.remove('searched');
    this.#list.replaceChildren();
    this.#offers.replaceChildren();
    this.#part('.more', HTMLElement).replaceChildren();
    this.#say('The search could not be loaded. Browse by date, office or topic instead.');
  }
}

/** Whether there is anything to search for: a comma alone is nothing. */
function asksForSomething(state: QueryState): boolean {
  const query = parseQuery(state.q);
  return query.parts.length > 0 || isNarrow(narrowingOf(state, query));
}

/** Narrows nothing. */
const NOTHING = narrowingOf(readState(new URLSearchParams()), parseQuery(''));

/** What a value of a facet is called on the page. */
function nameIn({ names }: ReleaseRows, facet: Facet, value: string): string {
  if (facet === 'year') return value;
  return names[facet].find(([slug]) => slug === value)?.[1] ?? value;
}

const addressState = () => readState(new URLSearchParams(location.search));

const sentence = (count: number) =>
  count === 0
    ? 'No releases found'
    : `${count.toLocaleString('en')} ${count === 1 ? 'release' : 'releases'} found`;

customElements.define('release-search', ReleaseSearch);
