import { element } from './elements.ts';
import { foldText } from '../fold-text.ts';

const PAUSE = 400; // milliseconds without a key before a reader of the screen is told a number

/**
 * A box above a long list that narrows it to the names that hold what is typed, whatever their accents
 * and case. It is a help to find a value, no part of the search: nothing of it reaches the form.
 */
export class FacetFilter {
  readonly box: HTMLInputElement;
  /** How many names fit, for who can't see the list shrink. */
  readonly note = element('p', { class: 'facet-note', 'aria-live': 'polite' });
  readonly #plural: string;
  #words: string[] = [];
  #timer: number | undefined;

  /** @param plural what the values are, as in `topics`. */
  constructor(plural: string, changed: () => void) {
    this.#plural = plural;
    const label = `Filter ${plural}`;
    // No name: it is not sent. No search box: of those the page has one.
    this.box = element('input', {
      type: 'text',
      class: 'facet-filter',
      'aria-label': label,
      placeholder: label,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.box.addEventListener('input', (event) => {
      event.stopPropagation(); // the form would take it for words of the search
      this.#words = foldText(this.box.value).split(/\s+/).filter(Boolean);
      changed();
    });
    this.box.addEventListener('change', (event) => event.stopPropagation());
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault(); // it would send the form
    });
  }

  get isUsed(): boolean {
    return this.#words.length > 0;
  }

  /** @param folded a name as `foldText` gives it. */
  fits(folded: string): boolean {
    return this.#words.every((word) => folded.includes(word));
  }

  tell(fitting: number, all: number): void {
    const words = `${fitting.toLocaleString('en')} of ${all.toLocaleString('en')} ${this.#plural}`;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const told = this.isUsed ? words : '';
      if (this.note.textContent !== told) this.note.textContent = told;
    }, PAUSE);
  }
}
