import { element, partOf } from './elements.ts';
import { KeptView } from './kept-view.ts';
import { isNarrow } from './narrow.ts';
import { NarrowingPanel } from './narrowing-panel.ts';
import { offerItems, offersFor } from './no-results.ts';
import { type FoundRelease, PORTION } from './portions.ts';
import { parseQuery } from './query-language.ts';
import { isEmpty, type QueryState, readState, writeState } from './query-state.ts';
import { resultItem } from './result-item.ts';
import { type Answer, narrowingOf, SearchClient } from './search-client.ts';
import { followKeys } from './search-keys.ts';
import { pause } from './slices.ts';

const PAUSE = 200; // milliseconds without a key before a search: less than a reader notices

/**
 * The search page: makes its form search in place. The address always holds the state, so that every
 * search can be shared, kept and gone back to. Without JavaScript, or if the index can't be loaded,
 * the ways to browse that the page holds stay visible.
 */
class ReleaseSearch extends HTMLElement {
  #client = new SearchClient(this.dataset['index'] ?? '/pagefind/');
  #language = this.dataset['language'] ?? 'en';
  #panel = new NarrowingPanel(this, this.#language, {
    go: (state) => this.#go(state, 'push'),
    chooseDays: (days) => {
      this.#isTyping = false;
      this.#go({ ...this.#formState(), ...days }, 'push');
    },
  });
  #view = new KeptView(this.#list);
  /** The search that is waited for: the next one ends it, and a late answer overwrites nothing. */
  #turn = new AbortController();
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
    partOf(this, '.search-controls', HTMLElement).hidden = false;
    const state = addressState();
    if (isEmpty(state)) this.#say('');
    else void this.#show(state);
  }

  get #form() {
    return partOf(this, 'form', HTMLFormElement);
  }
  get #field() {
    return partOf(this, 'input[type=search]', HTMLInputElement);
  }
  get #list() {
    return partOf(this, '.results', HTMLOListElement);
  }
  get #offers() {
    return partOf(this, '.offers', HTMLUListElement);
  }

  #formState(): QueryState {
    const data = new FormData(this.#form);
    const state = readState(
      new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
    );
    // Before the index is there the form has no boxes to hold a choice.
    return this.#panel.hasFacets ? state : { ...state, facets: addressState().facets };
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
      if (step === 'push') {
        this.#view.keep();
        history.pushState(null, '', address);
      } else {
        history.replaceState(null, '', address);
      }
      void this.#show(state);
    }
  }

  async #prepare() {
    // A search shows its own numbers, which those of the whole archive must not overwrite.
    if (asksForSomething(addressState())) return;
    const { signal } = this.#turn;
    try {
      await this.#showWhole(signal);
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
  }

  async #show(state: QueryState) {
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    this.#view.wait();
    this.#fill(state);
    try {
      if (asksForSomething(state)) await this.#answer(state, signal);
      else await this.#showNothing(signal);
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
  }

  /** Shows the answer to a search, piece by piece, so that the page is never held up for long. */
  async #answer(state: QueryState, signal: AbortSignal) {
    this.#panel.show();
    const answer = await this.#client.search(state, signal);
    signal.throwIfAborted(); // nobody waits for its releases
    const { query } = answer;
    const rows = isNarrow(narrowingOf(state, query)) ? await this.#client.rows() : undefined;
    const items = this.#items(await answer.next());
    await pause(signal);
    this.#panel.explain(state, answer, rows);
    this.classList.toggle('searched', answer.count > 0); // else there is no way but to browse
    this.#list.replaceChildren(...items);
    this.#list.ariaBusy = 'true';
    this.#offers.replaceChildren();
    this.#say(sentence(answer.count));
    partOf(this, '.more', HTMLElement).replaceChildren();
    if (answer.count === 0) await this.#offerOthers(state, signal);
    const more = () => this.#appendMore(answer, signal);
    while (this.#list.childElementCount < Math.min(PORTION, answer.count) && (await more()));
    await this.#view.restore(more);
    this.#offerMore(answer, signal);
    this.#list.ariaBusy = null;
    await this.#showCounts(state, answer, signal);
  }

  /** Shows the filters: after the results, which need less, and are as good without them. */
  async #showCounts(state: QueryState, answer: Answer, signal: AbortSignal) {
    try {
      const tally = await answer.tally();
      await pause(signal);
      await this.#panel.count(state, answer.query, await this.#client.rows(), tally, signal);
    } catch (cause) {
      if (signal.aborted) return;
      reportError(cause);
      this.#panel.giveUp();
    }
  }

  async #showNothing(signal: AbortSignal) {
    this.#clear();
    this.#say('');
    this.#panel.explain(addressState(), undefined, undefined);
    await this.#view.restore(() => Promise.resolve(false));
    if (this.#panel.hasFacets) await this.#showWhole(signal);
  }

  /** Shows the filters with their counts in the whole archive. */
  async #showWhole(signal: AbortSignal) {
    this.#panel.show();
    const rows = await this.#client.rows();
    const totals = await rows.totals();
    await this.#panel.count(addressState(), parseQuery(''), rows, totals, signal);
  }

  #items(releases: readonly FoundRelease[]): HTMLLIElement[] {
    return releases.map((release) => resultItem(release, this.#language));
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

  /** Appends the next results; tells whether there were any. */
  async #appendMore(answer: Answer, signal: AbortSignal): Promise<boolean> {
    const items = this.#items(await answer.next());
    signal.throwIfAborted();
    this.#list.append(...items);
    return items.length > 0;
  }

  #offerMore(answer: Answer, signal: AbortSignal) {
    const shown = this.#list.childElementCount;
    if (shown >= answer.count) return;
    const button = element('button', { type: 'button' }, 'Show more results');
    const follow = async () => {
      await this.#appendMore(answer, signal);
      button.remove();
      this.#offerMore(answer, signal);
      this.#list.children[shown]?.querySelector('a')?.focus();
    };
    button.addEventListener('click', () => {
      follow().catch((cause: unknown) => {
        if (!signal.aborted) this.#fail(cause);
      });
    });
    partOf(this, '.more', HTMLElement).append(button);
  }

  /** Where nothing was found: other searches, which the visitor may have meant. */
  async #offerOthers(state: QueryState, signal: AbortSignal) {
    const vocabulary = await this.#client.vocabulary().catch((cause: unknown) => {
      reportError(cause);
      return new Map<string, number>(); // that nothing was found is true all the same
    });
    if (!signal.aborted) this.#offers.replaceChildren(...offerItems(offersFor(state, vocabulary)));
  }

  /** Takes all results away, which brings the ways to browse back. */
  #clear() {
    this.classList.remove('searched');
    this.#list.replaceChildren();
    this.#list.ariaBusy = null;
    this.#offers.replaceChildren();
    partOf(this, '.more', HTMLElement).replaceChildren();
  }

  #say(words: string) {
    partOf(this, '[role=status]', HTMLElement).textContent = words;
  }

  #fail(cause: unknown) {
    reportError(cause);
    this.#panel.giveUp();
    this.#clear();
    this.#say('The search could not be loaded. Browse by date, office or topic instead.');
  }
}

/** Whether there is anything to search for: a comma alone is nothing. */
function asksForSomething(state: QueryState): boolean {
  const query = parseQuery(state.q);
  return query.parts.length > 0 || isNarrow(narrowingOf(state, query));
}

const addressState = () => readState(new URLSearchParams(location.search));

const sentence = (count: number) =>
  count === 0
    ? 'No releases found'
    : `${count.toLocaleString('en')} ${count === 1 ? 'release' : 'releases'} found`;

customElements.define('release-search', ReleaseSearch);
