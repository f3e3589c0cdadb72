import { element } from './elements.ts';
import type { Facet } from './query-state.ts';

const SHOWN_VALUES = 8;

/**
 * The values of one filter as check boxes with counts. They keep their places while one types: what
 * moves under the pointer, or loses the focus, can't be used.
 */
export class FacetList {
  readonly fieldset: HTMLFieldSetElement;
  #boxes = new Map<string, { row: HTMLElement; box: HTMLInputElement; count: HTMLElement }>();

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
    this.fieldset = element(
      'fieldset',
      { class: 'facet' },
      element('legend', {}, legend),
      ...rows.slice(0, SHOWN_VALUES),
      rest.length > 0 &&
        element('details', {}, element('summary', {}, `${rest.length} more`), ...rest),
    );
    this.fieldset.hidden = values.length === 0;
  }

  #row(facet: Facet, value: string, name: string): HTMLElement {
    const box = element('input', { type: 'checkbox', name: facet, value });
    const count = element('span', { class: 'count' });
    const row = element('label', {}, box, element('span', {}, name), count);
    this.#boxes.set(value, { row, box, count });
    return row;
  }

  /** Shows a choice, and how many releases each value would leave. */
  update(chosen: readonly string[], counts: Record<string, number>): void {
    for (const [value, { row, box, count }] of this.#boxes) {
      const number = counts[value] ?? 0;
      box.checked = chosen.includes(value);
      count.textContent = number.toLocaleString('en');
      row.classList.toggle('none', number === 0 && !box.checked);
    }
    const hidden = this.fieldset.querySelector('details');
    if (hidden?.querySelector('input:checked')) hidden.open = true;
  }
}
