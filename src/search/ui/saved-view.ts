/** How the page was left at a step of the history. */
interface View {
  /** How far it was scrolled, in CSS pixels. */
  top: number;
  /** How many results were shown. */
  shown: number;
  /** The address of the result's link that had the focus. */
  focused: string | undefined;
}

const REST = 250; // milliseconds without scrolling: browsers limit how often a step may be written

/**
 * Saves with each step of the history how the page looked when it was left, so that back and forward
 * show it again as it was. Browsers do so by themselves only for what is on the page at once, and
 * results come later.
 */
export class SavedView {
  readonly #list: HTMLElement;
  #timer: number | undefined;
  /** While results come, the saved view must not be replaced by one without them. */
  #isWaiting = false;

  /** @param list of the results. */
  constructor(list: HTMLElement) {
    this.#list = list;
    history.scrollRestoration = 'manual';
    const later = () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.save(), REST);
    };
    window.addEventListener('scroll', later, { passive: true });
    list.addEventListener('focusin', later);
    window.addEventListener('pagehide', () => this.save());
  }

  /** Saves how the page looks in the present step. */
  save(): void {
    window.clearTimeout(this.#timer);
    if (this.#isWaiting) return;
    const { activeElement } = document;
    const isResult =
      activeElement instanceof HTMLAnchorElement && this.#list.contains(activeElement);
    const view: View = {
      top: window.scrollY,
      shown: this.#list.childElementCount,
      focused: isResult ? activeElement.href : undefined,
    };
    history.replaceState({ ...stateOf(history.state), view }, '');
  }

  /** Leaves the present step as it was, until `restore` shows it again. */
  wait(): void {
    window.clearTimeout(this.#timer);
    this.#isWaiting = true;
  }

  /**
   * Shows the present step as it was left, if it was.
   * @param more shows further results, and returns whether there were any.
   */
  async restore(more: () => Promise<boolean>): Promise<void> {
    const { view } = stateOf(history.state);
    if (view !== undefined) {
      while (this.#list.childElementCount < view.shown && (await more()));
      const links = [...this.#list.querySelectorAll('a')];
      links.find(({ href }) => href === view.focused)?.focus({ preventScroll: true });
      window.scrollTo({ top: view.top, behavior: 'instant' });
    }
    this.#isWaiting = false;
  }
}

const stateOf = (state: unknown) => (state ?? {}) as { view?: View };
