import type { FacetName } from '../catalogue.ts';
import { foldText } from '../fold-text.ts';
import { element } from './elements.ts';
import { FacetFilter } from './facet-filter.ts';
import type { Facet } from './query-state.ts';

const SHOWN_VALUES = 8;
/** With more values a list is too long to be read through. */
const MOST_WITHOUT_FILTER = 100;
/** Of the values that are folded away, or that fit the filter, no more are shown at a time. */
const MOST_SHOWN = 200;
const PLURALS: Record<Facet, string> = {
  office: 'offices',
  caucus: 'caucuses',
  topic: 'topics',
  speaker: 'speakers',
  year: 'years',
  language: 'languages',
};

interface Row {
  label: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
  /** The number that it shows. */
  number: number | undefined;
}

/**
 * The values of one filter as check boxes with counts. They keep their places while one types: what
 * moves under the pointer, or loses the focus, can't be used. A row is made when it is first shown;
 * most never are.
 */
export class FacetList {
  readonly fieldset: HTMLFieldSetElement;
  readonly #facet: Facet;
  readonly #names: readonly FacetName[];
  /** The values by their places in the names: the latest years, or the most frequent, come first. */
  readonly #order: readonly number[];
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
   * @param names of all values; `totals` and counts tell values by their places here.
   * @param totals how many releases of the whole archive have each value.
   */
  constructor(facet: Facet, legend: string, names: readonly FacetName[], totals: Uint32Array) {
    this.#facet = facet;
    this.#names = names;
    this.#order = inOrder(facet, names, totals);
    const rest = this.#order.length - SHOWN_VALUES;
    if (rest > 0) {
      const summary = element('summary', {}, `${rest.toLocaleString('en')} more`);
      this.#rest = element('details', {}, summary, this.#others, this.#left());
      this.#rest.addEventListener('toggle', () => this.#settle());
    }
    if (this.#order.length > MOST_WITHOUT_FILTER) {
      this.#filter = new FacetFilter(PLURALS[facet], () => this.#filtered());
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

  /** Says where values are left out even when the rest is open. */
  #left() {
    if (this.#order.length <= MOST_SHOWN) return undefined;
    const all = `${this.#order.length.toLocaleString('en')} ${PLURALS[this.#facet]}`;
    const words = `These are the first ${MOST_SHOWN} of ${all}. The box above finds the others.`;
    return element('p', { class: 'facet-left' }, words);
  }

  /** Shows a choice, and how many releases each value would leave. */
  update(chosen: readonly string[], counts: Uint32Array): void {
    this.#counts = counts;
    this.#chosen = new Set(this.#order.filter((place) => chosen.includes(this.#slug(place))));
    const rest = this.#order.slice(SHOWN_VALUES);
    if (this.#rest && rest.some((place) => this.#chosen.has(place))) this.#rest.open = true;
    this.#settle();
  }

  /** Opens the rare values while one looks for some, and leaves them afterwards as they were. */
  #filtered() {
    const isUsed = this.#filter?.isUsed ?? false;
    const wasUsed = this.fieldset.classList.contains('filtered');
    this.fieldset.classList.toggle('filtered', isUsed);
    if (this.#rest && isUsed !== wasUsed) {
      if (isUsed) this.#wasOpen = this.#rest.open;
      this.#rest.open = isUsed || this.#wasOpen;
    }
    this.#settle();
  }

  /** Makes the rows that are to be seen, in their places, and hides those that the filter leaves out. */
  #settle() {
    const fitting = this.#fitting();
    const seen = new Set([...fitting.slice(0, MOST_SHOWN), ...this.#chosen]);
    let next: Node | null = null;
    for (const [n, place] of [...this.#order.entries()].reverse()) {
      const isFirst = n < SHOWN_VALUES;
      if (n === SHOWN_VALUES - 1) next = null;
      let row = this.#rows.get(place);
      if (!row && seen.has(place) && (isFirst || this.#rest?.open)) {
        row = this.#row(place);
        (isFirst ? this.#first : this.#others).insertBefore(row.label, next);
      }
      if (!row) continue;
      row.label.hidden = !seen.has(place);
      this.#refresh(row, place);
      next = row.label;
    }
    this.#filter?.tell(fitting.length, this.#order.length);
  }

  /** The values that fit the filter. */
  #fitting(): readonly number[] {
    const filter = this.#filter;
    if (!filter?.isUsed) return this.#order;
    const folded = (this.#folded ??= this.#names.map(([, name]) => foldText(name)));
    return this.#order.filter((place) => filter.fits(folded[place] ?? ''));
  }

  #row(place: number): Row {
    const box = element('input', { type: 'checkbox', name: this.#facet, value: this.#slug(place) });
    const count = element('span', { class: 'count' });
    const name = element('span', {}, this.#names[place]?.[1]);
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
    row.count.textContent = number.toLocaleString('en');
  }

  #slug(place: number): string {
    return this.#names[place]?.[0] ?? '';
  }
}

/** The places of the values that the archive has, in the order in which they are shown. */
function inOrder(facet: Facet, names: readonly FacetName[], totals: Uint32Array): number[] {
  const places = Array.from(names.keys()).filter((place) => totals[place] !== 0);
  if (facet === 'year') return places; // as they come: the table has the latest first
  const { compare } = new Intl.Collator('en');
  const nameOf = (place: number) => names[place]?.[1] ?? '';
  return places.sort(
    (a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || compare(nameOf(a), nameOf(b)),
  );
}
