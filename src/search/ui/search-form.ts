import { partOf } from './elements.ts';
import { isEmpty, type QueryState, readState, stateOfAddress } from './query-state.ts';
import { emit, on } from './search-events.ts';

const TYPING_PAUSE = 200; // milliseconds without a key before a search: less than a reader notices

/** The form of the search page: it starts a search whenever the visitor types or chooses something. */
export class SearchForm {
  readonly field: HTMLInputElement;
  readonly #search: HTMLElement;
  readonly #form: HTMLFormElement;
  #timer: number | undefined;
  /** Whether the words of the present step of the history are still being typed. */
  #isTyping = false;
  /** Whether the form has the boxes of the filters. */
  #hasFilters = false;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement) {
    this.#search = search;
    this.#form = partOf(search, 'form', HTMLFormElement);
    this.field = partOf(search, 'input[type=search]', HTMLInputElement);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#choose(this.#state());
    });
    this.#form.addEventListener('input', (event) => {
      this.stopWaiting();
      if (event.target !== this.field) return;
      this.#timer = window.setTimeout(() => this.#type(), TYPING_PAUSE);
    });
    this.#form.addEventListener('change', (event) => {
      this.#isTyping = false;
      if (event.target !== this.field) this.#choose(this.#state());
    });
    this.field.addEventListener('focus', () => emit(search, 'field-focused', undefined), {
      once: true,
    });
    window.addEventListener('popstate', () => (this.#isTyping = false));
    on(search, 'days-chosen', (days) => this.#choose({ ...this.#state(), ...days }));
    on(search, 'filters-ready', () => (this.#hasFilters = true));
    partOf(search, '.search-controls', HTMLElement).hidden = false;
  }

  /** Shows a state, without touching a field that is being typed in. */
  show({ q, from, to, sort }: QueryState): void {
    if (this.field.value.trim() !== q) this.field.value = q;
    for (const [name, value] of Object.entries({ from, to, sort })) {
      const control = this.#form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
        control.value = value;
    }
  }

  /** Drops words that were typed a moment ago, since another search has started. */
  stopWaiting(): void {
    window.clearTimeout(this.#timer);
  }

  submit(): void {
    this.#form.requestSubmit();
  }

  #state(): QueryState {
    const data = new FormData(this.#form);
    const state = readState(
      new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
    );
    const { q, facets, asWords } = stateOfAddress();
    const own = { ...state, asWords: asWords && q === state.q };
    return this.#hasFilters ? own : { ...own, facets };
  }

  #choose(state: QueryState) {
    this.#isTyping = false;
    emit(this.#search, 'search-requested', { state, step: 'push' });
  }

  /** Words typed in one go are one step back; after Enter or another choice begins the next. */
  #type() {
    const isNext = !this.#isTyping && !isEmpty(stateOfAddress());
    this.#isTyping = true;
    const step = isNext ? 'push' : 'replace';
    const state = this.#state();
    // Behind a space a word is complete.
    const isTyping = /\S$/.test(this.field.value);
    emit(this.#search, 'search-requested', { state, step, isTyping });
  }
}
