import { citingWords } from './citing-words.ts';

const EDGE = 8; // pixels to the edges of the screen, at least
/** Pixels to what it is about. Under a finger a selection has handles below its last line. */
const GAP = matchMedia('(pointer: coarse)').matches ? 28 : 8;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Where the bar is. */
export interface Anchor {
  /** What it is about, now: in the coordinates of the screen. */
  box: () => DOMRect;
  side: 'above' | 'below';
  /** What Tab leads from into the bar, and where the focus goes when it closes. */
  link: HTMLElement | undefined;
}

/**
 * A bar of buttons for citing, one for the page. It opens without taking the focus, so that a selection
 * stays as it is, and scrolls with the words that it is about.
 */
export class CiteBar {
  readonly #element = document.createElement('div');
  #place: Anchor | undefined;

  /** @param actions what the buttons do, by their words. */
  constructor(actions: Readonly<Record<string, () => void>>) {
    const bar = this.#element;
    bar.className = 'cite-bar';
    bar.popover = 'manual';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', citingWords.toolbar);
    for (const [label, act] of Object.entries(actions)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', act);
      bar.append(button);
    }
    // A press would take the selection away in some browsers, and what was to be copied with it.
    bar.addEventListener('mousedown', (event) => event.preventDefault());
    bar.addEventListener('keydown', (event) => this.#moveFocus(event));
    window.addEventListener('resize', () => this.#move());
    if ('popover' in HTMLElement.prototype) document.querySelector('main')?.append(bar);
  }

  get isOpen(): boolean {
    return this.#place !== undefined;
  }

  contains(target: EventTarget | null): boolean {
    return target instanceof Node && this.#element.contains(target);
  }

  open(place: Anchor): void {
    if (!this.#element.isConnected) return; // a browser from before 2024: the permalink still copies
    this.close();
    this.#place = place;
    this.#element.showPopover(place.link && { source: place.link });
    this.#move();
  }

  close(): void {
    if (!this.#place) return;
    const hadFocus = this.contains(document.activeElement);
    this.#element.hidePopover();
    if (hadFocus) this.#place.link?.focus({ preventScroll: true });
    this.#place = undefined;
  }

  /** Puts the bar where its place is by now, within the screen. */
  #move(): void {
    if (!this.#place) return;
    const { box, side } = this.#place;
    const { top, bottom, left, right } = box();
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const { clientWidth, clientHeight } = document.documentElement;
    const [above, below] = [top - GAP - height, bottom + GAP];
    const isAbove = side === 'above' ? above >= 0 : below + height > clientHeight && above >= 0;
    const middle = (left + right - width) / 2;
    const start = Math.max(EDGE, Math.min(middle, clientWidth - width - EDGE));
    this.#element.style.left = `${start + window.scrollX}px`;
    this.#element.style.top = `${(isAbove ? above : below) + window.scrollY}px`;
  }

  /** Arrows go from button to button, as those expect who know toolbars. */
  #moveFocus({ key }: KeyboardEvent): void {
    const buttons = [...this.#element.querySelectorAll('button')];
    const step = STEPS[key] ?? 0;
    const focused = buttons.findIndex((button) => button === document.activeElement);
    if (step !== 0) buttons.at((focused + step) % buttons.length)?.focus();
  }
}
