import type { FacetName } from '../catalogue.ts';
import { foldText } from '../fold-text.ts';
import { element } from './elements.ts';
import { FacetFilter } from './facet-filter.ts';
import type { Facet } from './query-state.ts';
import { fill } from '../../words/words.ts';
import { countText, language, numeral, words } from './search-words.ts';

const SHOWN_VALUES = 8;
/** A list with more values is too long to read. */
const MAX_WITHOUT_FILTER = 100;
/** The maximum number of collapsed or filtered values that are shown. */
const MAX_SHOWN = 200;
interface Row {
  label: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
  /** The number shown. */
  number: number | undefined;
}

/**
 * The values of one filter as check boxes with counts: those chosen first, then those that most releases
 * of the search have. They stay in place while the visitor is at them: what moves under the pointer, or
 * loses the focus, can't be used. A row is made when it is first shown; most never are.
 */
export class FacetList {
  readonly fieldset: HTMLFieldSetElement;
  readonly #facet: Facet;
  readonly #names: readonly FacetName[];
  /** The values by their places in the names: the latest years, or the most frequent in the archive, first. */
  readonly #inArchive: readonly number[];
  /** The same as they are shown. */
  #order: readonly number[];
  readonly #rows = new Map<number, Row>();
  readonly #first = element('div');
  readonly #others = element('div');
  readonly #rest: HTMLDetailsElement | undefined;
  readonly #filter: FacetFilter | undefined;
  #folded: string[] | undefined;
  #chosen: ReadonlySet<number> = new Set();
  #counts: Uint32Array = new Uint32Array();
  #wasOpen = false;

  /**
   * @param names of all values; `totals` and counts are in the same order.
   * @param totals how many of all releases have each value.
   */
  constructor(facet: Facet, legend: string, names: readonly FacetName[], totals: Uint32Array) {
    this.#facet = facet;
    this.#names = names;
    this.#inArchive = inOrder(facet, names, totals);
    this.#order = this.#inArchive;
    const rest = this.#order.length - SHOWN_VALUES;
    if (rest > 0) {
      const summary = element('summary', {}, countText(words.moreNames, rest));
      this.#rest = element('details', {}, summary, this.#others, this.#limitNote());
      this.#rest.addEventListener('toggle', () => this.#render());
    }
    if (this.#order.length > MAX_WITHOUT_FILTER) {
      this.#filter = new FacetFilter(words.names[facet], () => this.#filtered());
    }
    this.fieldset = element(
      'fieldset',
      { class: 'facet' },
      element('legend', {}, legend),
      this.#filter?.box,
      this.#filter?.note,
      this.#first,
      this.#rest,
    );
    this.fieldset.hidden = this.#order.length === 0;
  }

  /** Says that not all values are shown even when the rest is open. */
  #limitNote() {
    if (this.#order.length <= MAX_SHOWN) return undefined;
    const text = fill(words.limit, {
      shown: numeral(MAX_SHOWN),
      all: numeral(this.#order.length),
      names: words.names[this.#facet],
    });
    return element('p', { class: 'facet-left' }, text);
  }

  /** Shows a choice, and how many releases each value would leave. */
  update(chosen: readonly string[], counts: Uint32Array): void {
    this.#counts = counts;
    this.#chosen = new Set(this.#order.filter((place) => chosen.includes(this.#slug(place))));
    if (!this.fieldset.matches(':hover, :focus-within')) this.#order = this.#inSearch();
    const rest = this.#order.slice(SHOWN_VALUES);
    if (this.#rest && rest.some((place) => this.#chosen.has(place))) this.#rest.open = true;
    this.#render();
  }

  /** The values in the order of what the search has; years stay in theirs. */
  #inSearch(): readonly number[] {
    if (this.#facet === 'year') return this.#inArchive;
    const [chosen, counts] = [this.#chosen, this.#counts];
    return this.#inArchive.toSorted(
      (a, b) =>
        Number(chosen.has(b)) - Number(chosen.has(a)) || (counts[b] ?? 0) - (counts[a] ?? 0),
    );
  }

  /** Opens the rare values while the visitor looks for some, and restores them afterwards. */
  #filtered() {
    const isUsed = this.#filter?.isUsed ?? false;
    const wasUsed = this.fieldset.classList.contains('filtered');
    this.fieldset.classList.toggle('filtered', isUsed);
    if (this.#rest && isUsed !== wasUsed) {
      if (isUsed) this.#wasOpen = this.#rest.open;
      this.#rest.open = isUsed || this.#wasOpen;
    }
    this.#render();
  }

  /** Makes the rows that are shown, in order, and hides those that don't match the filter. */
  #render() {
    const matching = this.#matching();
    const seen = new Set([...matching.slice(0, MAX_SHOWN), ...this.#chosen]);
    let next: Node | null = null;
    for (const [n, place] of [...this.#order.entries()].reverse()) {
      const isFirst = n < SHOWN_VALUES;
      if (n === SHOWN_VALUES - 1) next = null;
      let row = this.#rows.get(place);
      if (!row && seen.has(place) && (isFirst || this.#rest?.open)) row = this.#row(place);
      if (!row) continue;
      const list = isFirst ? this.#first : this.#others;
      if (row.label.parentNode !== list || row.label.nextSibling !== next) {
        list.insertBefore(row.label, next);
      }
      row.label.hidden = !seen.has(place);
      this.#refresh(row, place);
      next = row.label;
    }
    this.#filter?.announce(matching.length, this.#order.length);
  }

  /** The values that match the filter. */
  #matching(): readonly number[] {
    const filter = this.#filter;
    if (!filter?.isUsed) return this.#order;
    const folded = (this.#folded ??= this.#names.map(([, name]) => foldText(name)));
    return this.#order.filter((place) => filter.matches(folded[place] ?? ''));
  }

  #row(place: number): Row {
    const box = element('input', { type: 'checkbox', name: this.#facet, value: this.#slug(place) });
    const count = element('span', { class: 'count' });
    const [, shown, , isInferred] = this.#names[place] ?? [];
    const name = element('span', {}, shown, isInferred && ` (${words.byRule})`);
    const row = { label: element('label', {}, box, name, count), box, count, number: undefined };
    this.#rows.set(place, row);
    return row;
  }

  #refresh(row: Row, place: number) {
    const number = this.#counts[place] ?? 0;
    row.box.checked = this.#chosen.has(place);
    row.label.classList.toggle('none', number === 0 && !row.box.checked);
    if (row.number === number) return;
    row.number = number;
    row.count.textContent = numeral(number);
  }

  #slug(place: number): string {
    return this.#names[place]?.[0] ?? '';
  }
}

/** The places of the values that the archive has, in the order in which they are shown. */
function inOrder(facet: Facet, names: readonly FacetName[], totals: Uint32Array): number[] {
  const places = Array.from(names.keys()).filter((place) => totals[place] !== 0);
  if (facet === 'year') return places; // the table has the latest first
  const { compare } = new Intl.Collator(language);
  const nameOf = (place: number) => names[place]?.[1] ?? '';
  return places.sort(
    (a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || compare(nameOf(a), nameOf(b)),
  );
}
