import { hasFilter } from './filter-releases.ts';
import { parseQuery } from './query-language.ts';
import { QuerySummary } from './query-summary.ts';
import { mayBeMisspelled } from './rare-words.ts';
import { isEmpty, type QueryState, stateOfAddress, writeState } from './query-state.ts';
import { ResultList } from './result-list.ts';
import { type Answer, filterOf, SearchClient } from './search-client.ts';
import { on, type SearchEvents } from './search-events.ts';
import { SearchFilters } from './search-filters.ts';
import { SearchForm } from './search-form.ts';
import { followKeys } from './search-keys.ts';
import { yieldToBrowser } from './yield-to-browser.ts';

/**
 * The search page: makes its form search in place. Form, summary, filters and results say by events
 * what the visitor wants; this element searches and hands them what to show. The address always has
 * the state, so that every search can be shared and returned to. Without JavaScript, or if the index
 * can't be loaded, the ways to browse that are on the page stay visible.
 */
class ReleaseSearch extends HTMLElement {
  #language = this.dataset['language'] ?? 'en';
  #client = new SearchClient(indexFolder(), this.#language);
  #form = new SearchForm(this);
  #summary = new QuerySummary(this);
  #filters = new SearchFilters(this, this.#language);
  #results = new ResultList(this, this.#language);
  /** The present search: the next one aborts it, so that a late answer overwrites nothing. */
  #turn = new AbortController();

  connectedCallback() {
    on(this, 'search-requested', (request) => this.#go(request));
    on(this, 'field-focused', () => void this.#prepare());
    on(this, 'search-failed', ({ cause }) => this.#fail(cause));
    window.addEventListener('popstate', () => void this.#show(stateOfAddress()));
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement && target.value !== '')
        void this.#download(target.value);
    });
    followKeys(this, this.#form.field, this.#results.list, () => this.#form.submit());
    const state = stateOfAddress();
    this.#client.prepare().catch(() => undefined); // the page has it preloaded; a search that needs it asks again
    if (isEmpty(state)) this.#results.sayNothing();
    else void this.#show(state);
  }

  /** Searches for a state, and puts it into the address. */
  #go({ state, step, isTyping = false }: SearchEvents['search-requested']) {
    this.#form.stopWaiting();
    const query = writeState(state);
    const address = query === '' ? location.pathname : `?${query}`;
    if (query !== location.search.slice(1)) {
      if (step === 'push') {
        this.#results.save();
        history.pushState(null, '', address);
      } else {
        history.replaceState(null, '', address);
      }
    }
    void this.#show(state, isTyping);
  }

  /** Shows the filters before the first search; a search shows its own counts, which must stay. */
  async #prepare() {
    if (asksForSomething(stateOfAddress())) return;
    await this.#orFail(this.#turn.signal, (signal) => this.#showTotals(signal));
  }

  async #show(state: QueryState, isTyping = false) {
    this.#turn.abort();
    this.#turn = new AbortController();
    this.#results.wait();
    this.#form.show(state);
    await this.#orFail(this.#turn.signal, (signal) =>
      asksForSomething(state)
        ? this.#answer(state, { isTyping, signal })
        : this.#showNothing(signal),
    );
  }

  /** Shows the answer to a search, step by step, so that the page never stops responding for long. */
  async #answer(state: QueryState, options: { isTyping: boolean; signal: AbortSignal }) {
    const { signal } = options;
    this.#filters.reserveSpace();
    const answer = await this.#client.search(state, options);
    signal.throwIfAborted(); // nobody waits for its releases
    // Asked for beside the releases: it is large, and what it is for comes after them, and is no result.
    const vocabulary = mayBeMisspelled(answer)
      ? this.#client.vocabulary().catch(reportError)
      : undefined;
    const { query } = answer;
    const rows = hasFilter(filterOf(state, query)) ? await this.#client.rows() : undefined;
    const items = this.#results.items(await answer.next());
    await yieldToBrowser(signal);
    this.#summary.show(state, answer, rows);
    await this.#results.show(state, answer, items, vocabulary, signal);
    await this.#showCounts(state, answer, signal);
  }

  /** Shows the filters after the results, which need less, and are as good without them. */
  async #showCounts(state: QueryState, answer: Answer, signal: AbortSignal) {
    try {
      const tally = await answer.tally();
      await yieldToBrowser(signal);
      await this.#filters.show(state, answer, await this.#client.rows(), tally, signal);
    } catch (cause) {
      if (signal.aborted) return;
      reportError(cause);
      this.#filters.giveUp();
    }
  }

  async #showNothing(signal: AbortSignal) {
    this.#summary.show(stateOfAddress(), undefined, undefined);
    await this.#results.showNothing();
    if (this.#filters.isReady) await this.#showTotals(signal);
  }

  /** Shows the filters with their counts in all releases. */
  async #showTotals(signal: AbortSignal) {
    this.#filters.reserveSpace();
    const rows = await this.#client.rows();
    const totals = await rows.totals();
    const nothing = { query: parseQuery(''), pages: [] };
    await this.#filters.show(stateOfAddress(), nothing, rows, totals, signal);
  }

  /** Makes a file of what is shown; the code for it is loaded on use. */
  async #download(format: string) {
    const { downloadResults } = await import('./download-results.ts');
    await downloadResults(this, format, this.#client);
  }

  async #orFail(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>) {
    try {
      await work(signal);
    } catch (cause) {
      if (!signal.aborted) this.#fail(cause);
    }
  }

  #fail(cause: unknown) {
    reportError(cause);
    this.#filters.giveUp();
    this.#results.showFailure(cause);
  }
}

/**
 * The address of the folder with the index. A link has it, since programs that copy a site follow links, and change
 * them where the copy has another address.
 */
function indexFolder(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel=index]');
  return new URL('.', link?.href ?? '/pagefind/').pathname;
}

/** Whether there is anything to search for: a comma is not. */
function asksForSomething(state: QueryState): boolean {
  const query = parseQuery(state.q);
  return query.parts.length > 0 || hasFilter(filterOf(state, query));
}

customElements.define('release-search', ReleaseSearch);
