import { element } from './elements.ts';
import { FacetFilter } from './facet-filter.ts';
import { foldText } from '../fold-text.ts';
import type { Facet } from './query-state.ts';

const SHOWN_VALUES = 8;
/** With more values a list is too long to be read through. */
const MOST_WITHOUT_FILTER = 100;
const PLURALS: Record<Facet, string> = {
  office: 'offices',
  caucus: 'caucuses',
  topic: 'topics',
  speaker: 'speakers',
  year: 'years',
  language: 'languages',
};

interface Row {
  row: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
  folded: string;
}

/**
 * The values of one filter as check boxes with counts. They keep their places while one types: what
 * moves under the pointer, or loses the focus, can't be used.
 */
export class FacetList {
  readonly fieldset: HTMLFieldSetElement;
  readonly #rows = new Map<string, Row>();
  readonly #rest: HTMLDetailsElement | undefined;
  readonly #filter: FacetFilter | undefined;
  #wasOpen = false;

  /**
   * @param totals how many releases of the whole archive have each value.
   * @param nameOf what a value is called on the page.
   */
  constructor(
    facet: Facet,
    legend: string,
    totals: Record<string, number>,
    nameOf: (value: string) => string,
  ) {
    const values = Object.keys(totals).sort(
      facet === 'year'
        ? (a, b) => (a < b ? 1 : -1)
        : (a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || nameOf(a).localeCompare(nameOf(b), 'en'),
    );
    const rows = values.map((value) => this.#row(facet, value, nameOf(value)));
    const rest = rows.slice(SHOWN_VALUES);
    if (rest.length > 0) {
      const summary = element('summary', {}, `${rest.length} more`);
      this.#rest = element('details', {}, summary, ...rest);
    }
    if (values.length > MOST_WITHOUT_FILTER) {
      this.#filter = new FacetFilter(PLURALS[facet], () => this.#filtered());
    }
    this.fieldset = element(
      'fieldset',
      { class: 'facet' },
      element('legend', {}, legend),
      this.#filter?.box,
      this.#filter?.note,
      ...rows.slice(0, SHOWN_VALUES),
      this.#rest,
    );
    this.fieldset.hidden = values.length === 0;
  }

  #row(facet: Facet, value: string, name: string): HTMLElement {
    const box = element('input', { type: 'checkbox', name: facet, value });
    const count = element('span', { class: 'count' });
    const row = element('label', {}, box, element('span', {}, name), count);
    this.#rows.set(value, { row, box, count, folded: foldText(name) });
    return row;
  }

  /** Shows a choice, and how many releases each value would leave. */
  update(chosen: readonly string[], counts: Record<string, number>): void {
    for (const [value, { row, box, count }] of this.#rows) {
      const number = counts[value] ?? 0;
      box.checked = chosen.includes(value);
      count.textContent = number.toLocaleString('en');
      row.classList.toggle('none', number === 0 && !box.checked);
    }
    this.#showFitting();
    if (this.#rest?.querySelector('input:checked')) this.#rest.open = true;
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
    this.#showFitting();
  }

  /** Hides what the filter leaves out, but for what is chosen. */
  #showFitting() {
    if (!this.#filter) return;
    let fitting = 0;
    for (const { row, box, folded } of this.#rows.values()) {
      const fits = this.#filter.fits(folded);
      if (fits) fitting++;
      row.hidden = !fits && !box.checked;
    }
    this.#filter.tell(fitting, this.#rows.size);
  }
}
