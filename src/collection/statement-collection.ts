/**
 * A collection of statements, carried in the address of its page alone: behind the `#`, which browsers send to nobody.
 * Other tabs of the archive add to it while it is open.
 */
import { STYLE_NAMES } from '../citing/citation-styles.ts';
import { type CollectedItem, encodeCollection, withItems } from '../export/collection-address.ts';
import { decodeCollection, itemsInText } from '../export/read-collection.ts';
import {
  collectionChannel,
  type CollectionMessage,
  tellThatOpen,
} from '../export/add-to-collection.ts';
import type { CitedList } from '../export/cited-list.ts';
import { visitorsDay } from '../export/visitors-day.ts';
import { formatDay } from '../archive/day.ts';
import { element, partOf } from '../search/ui/elements.ts';
import { fill, fillCount } from '../words/words.ts';
import { collectingWords as words } from './collecting-words.ts';
import { citationText, type Entry, entryElement, itemOf } from './entry.ts';
import { fetchRelease, type FetchedRelease, stateOf } from './read-item.ts';

class StatementCollection extends HTMLElement {
  #items: readonly CollectedItem[] = [];
  #entries: readonly Entry[] = [];
  /** What was read, so that another entry does not load all anew. */
  readonly #releases = new Map<string, Promise<FetchedRelease>>();
  #turn = 0;
  readonly #language = this.dataset['language'] ?? 'en';
  /** The folder of the archive's releases. */
  readonly #root = new URL('../releases/', location.href.replace(/[?#].*/, '')).href;

  connectedCallback() {
    const form = partOf(this, 'form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#addLinks();
    });
    for (const hidden of this.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
    this.#style.append(
      element('option', { value: '' }, words.plain),
      ...STYLE_NAMES.map((name) => element('option', { value: name }, name)),
    );
    this.#style.addEventListener('change', () => void this.#cite());
    this.addEventListener('click', ({ target }) => this.#act(target));
    window.addEventListener('hashchange', () => this.#followAddress());
    tellThatOpen(location.href);
    const channel = collectionChannel(location.href);
    channel.addEventListener('message', ({ data }: MessageEvent<CollectionMessage>) => {
      if (data.kind !== 'add') return;
      this.#change(withItems(this.#items, data.items));
      channel.postMessage({ kind: 'added', count: this.#items.length } satisfies CollectionMessage);
    });
    this.#followAddress();
  }

  get #style() {
    return partOf(this, 'select', HTMLSelectElement);
  }

  get #status() {
    return partOf(this, '[role=status]', HTMLElement);
  }

  get #list() {
    return partOf(this, '.collection', HTMLOListElement);
  }

  #followAddress() {
    const { items, unreadable } = decodeCollection(location.hash.slice(1));
    this.#items = items;
    void this.#show(unreadable > 0 ? words.unreadable : '');
  }

  /** Another list, which is a new step of the history: going back undoes it. */
  #change(items: readonly CollectedItem[]) {
    if (encodeCollection(items) === encodeCollection(this.#items)) return;
    this.#items = items;
    history.pushState(null, '', `#${encodeCollection(items)}`);
    void this.#show();
  }

  #addLinks() {
    const field = partOf(this, 'textarea', HTMLTextAreaElement);
    const items = itemsInText(field.value);
    if (items.length === 0) {
      this.#status.textContent = words.noLinks;
      return;
    }
    field.value = '';
    this.#change(withItems(this.#items, items));
  }

  #act(target: EventTarget | null) {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.name === 'print') print();
    if (target.name === 'link') void this.#copyLink();
    if (target.value !== '') void this.#save(target.value);
  }

  async #copyLink() {
    try {
      await navigator.clipboard.writeText(this.#address());
      this.#status.textContent = words.linkCopied;
    } catch {
      this.#status.textContent = words.linkNotCopied;
    }
  }

  /** The public address, where a copy of the site is read. */
  #address(): string {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    return new URL(location.hash, canonical ?? location.href).href;
  }

  async #show(remark = '') {
    const turn = ++this.#turn;
    const items = this.#items;
    this.classList.toggle('searched', items.length > 0); // as on the search page
    this.#status.textContent = items.length === 0 ? '' : words.reading;
    const entries = await Promise.all(items.map((item) => this.#entry(item)));
    if (turn !== this.#turn) return;
    this.#entries = entries;
    const { title, note, address } = this.#asList();
    partOf(this, '.print-source', HTMLElement).textContent = `${title}. ${note}. ${address}`;
    const remove = (own: CollectedItem) => () => {
      this.#change(this.#items.filter((item) => item !== own));
      this.#status.focus(); // the button has gone
    };
    this.#list.replaceChildren(
      ...entries.map((entry) => entryElement(entry, this.#language, remove(entry.item))),
    );
    await this.#cite();
    const isWhole = entries.every(({ state }) => state !== undefined);
    const count = fillCount({ language: this.#language }, words.count, items.length);
    this.#status.textContent = [
      items.length === 0 ? words.empty : `${count}.`,
      isWhole ? '' : words.notLoaded,
      remark,
    ]
      .filter(Boolean)
      .join(' ');
  }

  async #entry(item: CollectedItem): Promise<Entry> {
    const url = `${this.#root}${encodeURI(item.release)}/`;
    let release = this.#releases.get(url);
    if (release === undefined) this.#releases.set(url, (release = fetchRelease(url)));
    try {
      return { item, url, state: stateOf(item, await release, url) };
    } catch (cause) {
      reportError(cause);
      this.#releases.delete(url);
      return { item, url, state: undefined };
    }
  }

  /** Writes the citations in the style that is chosen. */
  async #cite() {
    const turn = this.#turn;
    const style = this.#style.value;
    try {
      const texts = await Promise.all(
        this.#entries.map(async (entry) => {
          const item = itemOf(entry);
          return item && citationText(item, style, this.#language);
        }),
      );
      if (turn !== this.#turn || style !== this.#style.value) return;
      for (const [n, entry] of [...this.#list.children].entries()) {
        const place = entry.querySelector('.collection-citation');
        if (place) place.textContent = texts[n] ?? '';
      }
    } catch (cause) {
      reportError(cause);
      this.#status.textContent = words.styleNotLoaded;
    }
  }

  /** The code that makes files is loaded on use. */
  async #save(format: string) {
    try {
      const { saveList } = await import('../export/save-list.ts');
      const file = saveList(this.#asList(), format, `collection-${visitorsDay()}`);
      this.#status.textContent = fill(words.saved, { file });
    } catch (cause) {
      reportError(cause);
      this.#status.textContent = words.notLoaded;
    }
  }

  #asList(): CitedList {
    const found = this.#entries.flatMap(({ state }) =>
      state && 'record' in state
        ? [
            {
              record: state.record,
              statement: state.kind === 'statement' ? state.statement : undefined,
            },
          ]
        : [],
    );
    const retrieved = visitorsDay();
    const site = found[0]?.record.csl['container-title'] ?? '';
    const day = formatDay(retrieved, this.#language);
    return {
      title: fill(words.title, { site }),
      address: this.#address(),
      retrieved,
      note: fillCount({ language: this.#language }, words.retrieved, found.length, { day }),
      entryOf: 'statement',
      releases: found.map(({ record, statement }) => ({
        record,
        statements: statement === undefined ? [] : [statement],
      })),
    };
  }
}

customElements.define('statement-collection', StatementCollection);
