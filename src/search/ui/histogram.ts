import { element } from './elements.ts';
import type { DayRange, SearchFilter, Tally } from './filter-releases.ts';
import { countIn, type HistogramPeriod, periodsOf } from './periods.ts';
import { countText, words } from './search-words.ts';

const NO_DAYS: DayRange = { from: '', to: '' };
const MIN_HEIGHT = 6; // hundredths, so that a single release can be seen

interface Bar {
  period: HistogramPeriod;
  button: HTMLButtonElement;
  bar: HTMLElement;
  /** What it shows, so that only changes are written. */
  shown: string;
}

/**
 * How many releases of a search there are by year or month, as bars that filter it by that time. They
 * stay the same elements while the same times are shown, so that the keyboard's focus stays.
 */
export class Histogram {
  readonly #place: HTMLElement;
  readonly #span: DayRange;
  readonly #language: string;
  readonly #choose: (days: DayRange) => void;
  /** Returns from the months of a year to all years, if the year comes from the chosen days. */
  readonly #back = element('li', {}, element('button', { type: 'button' }, words.allYears));
  #bars: Bar[] = [];
  #chosen: DayRange = NO_DAYS;

  /**
   * @param place where the bars are shown; hidden if there is nothing to show.
   * @param span the first and the last day of the archive.
   * @param choose filters the search by days, or by none.
   */
  constructor(
    place: HTMLElement,
    span: DayRange,
    language: string,
    choose: (days: DayRange) => void,
  ) {
    this.#place = place;
    this.#span = span;
    this.#language = language;
    this.#choose = choose;
    this.#back.addEventListener('click', () => choose(NO_DAYS));
  }

  /** The times of its bars. */
  get periods(): HistogramPeriod[] {
    return this.#bars.map(({ period }) => period);
  }

  /** @param chosen the days that are chosen, without those of operators that were typed. */
  update({ months }: Tally, filter: SearchFilter, { from, to }: DayRange): void {
    this.#chosen = { from, to };
    const periods = periodsOf(this.#span, filter, this.#language);
    if (!this.#shows(periods)) this.#rebuild(periods);
    const counts = this.#bars.map(({ period }) => countIn(period, months));
    const largest = Math.max(1, ...counts);
    for (const [n, bar] of this.#bars.entries()) {
      const count = counts[n] ?? 0;
      const height = count === 0 ? 0 : Math.max(MIN_HEIGHT, Math.round((count / largest) * 100));
      show(bar, count, height, this.#isChosen(bar.period));
    }
    const whole = periodsOf(this.#span, { ...filter, ...filter.typed }, this.#language);
    this.#back.hidden = this.#shows(whole);
    this.#place.hidden = Object.keys(months).length === 0; // the months of an empty year are shown
  }

  #shows(periods: readonly HistogramPeriod[]): boolean {
    return (
      periods.length === this.#bars.length &&
      periods.every(({ name }, n) => name === this.#bars[n]?.period.name)
    );
  }

  #isChosen({ from, to }: HistogramPeriod): boolean {
    return from === this.#chosen.from && to === this.#chosen.to;
  }

  #rebuild(periods: readonly HistogramPeriod[]) {
    const hadFocus = this.#place.contains(document.activeElement);
    this.#bars = periods.map((period) => this.#bar(period));
    const items = this.#bars.map(({ button }) => element('li', {}, button));
    this.#place.replaceChildren(this.#back, ...items);
    if (!hadFocus) return;
    const next = this.#bars.find(({ period }) => this.#isChosen(period)) ?? this.#bars[0];
    next?.button.focus(); // the bar that was pressed is gone: the keyboard goes on from here
  }

  #bar(period: HistogramPeriod): Bar {
    const bar = element('span', { class: 'bar' });
    const label = element('span', { class: 'bar-label' }, period.label);
    const button = element('button', { type: 'button' }, bar, label);
    button.addEventListener('click', () => {
      const { from, to } = period;
      this.#choose(this.#isChosen(period) ? NO_DAYS : { from, to });
    });
    return { period, button, bar, shown: '' };
  }
}

/** @param height in hundredths. */
function show(one: Bar, count: number, height: number, isChosen: boolean) {
  const shown = `${count} ${height} ${isChosen}`;
  if (shown === one.shown) return;
  one.shown = shown;
  const { period, button, bar } = one;
  button.title = countText(words.bar, count, { time: period.name });
  button.setAttribute('aria-label', button.title);
  button.setAttribute('aria-pressed', String(isChosen));
  bar.style.setProperty('--_height', `${height}%`); // set by script, which the policy allows
}
