import { element, partOf } from './elements.ts';
import { hasFilter } from './filter-releases.ts';
import { MissingFile } from './index-files.ts';
import type { QueryState } from './query-state.ts';
import { BATCH, type FoundRelease } from './result-batches.ts';
import { checkedAt, resultItem } from './result-item.ts';
import { SavedView } from './saved-view.ts';
import { type Answer, filterOf } from './search-client.ts';
import { emit } from './search-events.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { countText, words } from './search-words.ts';

/** The results, how many there are, and other searches where there are none. */
export class ResultList {
  readonly list: HTMLOListElement;
  readonly #search: HTMLElement;
  readonly #language: string;
  readonly #status: HTMLElement;
  readonly #offers: HTMLElement;
  readonly #more: HTMLElement;
  readonly #view: SavedView;

  /** @param search the element that holds the search page. */
  constructor(search: HTMLElement, language: string) {
    this.#search = search;
    this.#language = language;
    this.list = partOf(search, '.results', HTMLOListElement);
    this.#status = partOf(search, '[role=status]', HTMLElement);
    this.#offers = partOf(search, '.offers', HTMLUListElement);
    this.#more = partOf(search, '.more', HTMLElement);
    this.#view = new SavedView(this.list);
  }

  /** Saves how the results look, before the visitor goes on to another step of the history. */
  save(): void {
    this.#view.save();
  }

  /** Expects another answer: until then the saved view of this step stays as it is. */
  wait(): void {
    loadOffers().catch(() => undefined); // whoever needs it asks again
    this.#view.wait();
  }

  /**
   * Shows the first results, then the rest of the first ten, and all that were shown when this step of
   * the history was left.
   * @param items of the first results.
   * @param vocabulary of the archive, if a word may be misspelled and it could be fetched; never rejects.
   * @throws the reason of the signal, once nobody waits for the answer any more.
   */
  async show(
    state: QueryState,
    answer: Answer,
    items: readonly HTMLLIElement[],
    vocabulary: Promise<Vocabulary | void> | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { count } = answer;
    this.#search.classList.toggle('searched', count > 0); // else browsing is all that is left
    this.list.replaceChildren(...items);
    this.list.ariaBusy = 'true';
    this.#offers.replaceChildren();
    this.#status.textContent = count === 0 ? words.noneFound : countText(words.found, count);
    this.#more.replaceChildren();
    const offered = this.#offerOthers(state, answer, vocabulary, signal);
    if (count === 0) await offered;
    const more = () => this.#append(answer, signal);
    while (this.list.childElementCount < Math.min(BATCH, count) && (await more()));
    await this.#view.restore(more);
    this.#offerMore(answer, signal);
    this.list.ariaBusy = null;
  }

  /** Shows that nothing has been searched for. */
  async showNothing(): Promise<void> {
    this.#clear();
    this.sayNothing();
    await this.#view.restore(() => Promise.resolve(false));
  }

  /** Shows that the search does not work, and why if a copy of the site lacks files. */
  showFailure(cause: unknown): void {
    this.#clear();
    this.#status.textContent = cause instanceof MissingFile ? words.noIndex : words.notLoaded;
  }

  sayNothing(): void {
    this.#status.textContent = '';
  }

  items(releases: readonly FoundRelease[]): HTMLLIElement[] {
    return releases.map((release) => resultItem(release, this.#language));
  }

  /** Removes all results, which brings the ways to browse back. */
  #clear() {
    this.#search.classList.remove('searched');
    this.list.replaceChildren();
    this.list.ariaBusy = null;
    this.#offers.replaceChildren();
    this.#more.replaceChildren();
  }

  /** Appends the next results. @returns whether there were any. */
  async #append(answer: Answer, signal: AbortSignal): Promise<boolean> {
    const items = this.items(await answer.next());
    signal.throwIfAborted();
    this.list.append(...items);
    return items.length > 0;
  }

  #offerMore(answer: Answer, signal: AbortSignal) {
    const shown = this.list.childElementCount;
    if (shown >= answer.count) return;
    const button = element('button', { type: 'button' }, words.more);
    const showMore = async () => {
      await this.#append(answer, signal);
      button.remove();
      this.#offerMore(answer, signal);
      this.list.children[shown]?.querySelector('a')?.focus();
    };
    button.addEventListener('click', () => {
      showMore().catch((cause: unknown) => {
        if (!signal.aborted) emit(this.#search, 'search-failed', { cause });
      });
    });
    this.#more.append(button);
  }

  /** Other searches, which the visitor may have meant. */
  async #offerOthers(
    state: QueryState,
    answer: Answer,
    vocabulary: Promise<Vocabulary | void> | undefined,
    signal: AbortSignal,
  ) {
    try {
      const { offerItems, offersFor } = await loadOffers();
      const items = offerItems(offersFor(state, answer, (await vocabulary) ?? new Map()));
      for (const { part } of answer.terms) {
        const link = part.kind === 'phrase' && checkedAt(part.value, part.value);
        if (link)
          items.push(element('li', { 'data-offer': 'check' }, `${words.checkQuotation} `, link));
      }
      const phrase = phraseNotFound(state, answer);
      if (phrase !== undefined) {
        const { nearestItem, nearestStatement } = await import('./nearest-statement.ts');
        const nearest = await nearestStatement(phrase, answer.reader);
        if (nearest) items.push(nearestItem(nearest));
      }
      if (!signal.aborted) this.#offers.replaceChildren(...items);
    } catch (cause) {
      reportError(cause); // the results are as good without
    }
  }
}

/** A file of its own, which no search waits for. */
const loadOffers = () => import('./other-searches.ts');

/** A phrase that no release has, where nothing was found for it; with filters others may have it. */
function phraseNotFound(state: QueryState, { count, query, terms }: Answer): string | undefined {
  if (count > 0 || hasFilter(filterOf(state, query))) return undefined;
  return terms.find(({ part, releases }) => part.kind === 'phrase' && releases === 0)?.part.value;
}
