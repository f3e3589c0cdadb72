import { element } from './elements.ts';
import { foldText } from '../fold-text.ts';
import { fill } from '../../words/words.ts';
import { numeral, words } from './search-words.ts';

const PAUSE = 400; // milliseconds without a key before screen readers announce a number

/**
 * A box above a long list that hides the names without the typed text; accents and case are ignored. It helps
 * to find a value, and is not part of the search or its form.
 */
export class FacetFilter {
  readonly box: HTMLInputElement;
  /** How many names match, for those who can't see the list shrink. */
  readonly note = element('p', { class: 'facet-note', 'aria-live': 'polite' });
  readonly #names: string;
  #words: string[] = [];
  #timer: number | undefined;

  /** @param names what the values are, as in `topics`. */
  constructor(names: string, changed: () => void) {
    this.#names = names;
    const label = fill(words.filter, { names });
    // Without a name it is not sent with the form. Its type is not search: the page has a search box.
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

  /** @param folded a name, folded by `foldText`. */
  matches(folded: string): boolean {
    return this.#words.every((word) => folded.includes(word));
  }

  announce(matching: number, all: number): void {
    const text = fill(words.matching, {
      count: numeral(matching),
      all: numeral(all),
      names: this.#names,
    });
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const announced = this.isUsed ? text : '';
      if (this.note.textContent !== announced) this.note.textContent = announced;
    }, PAUSE);
  }
}
