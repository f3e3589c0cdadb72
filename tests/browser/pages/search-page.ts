import type { Locator, Page } from 'playwright-core';
import { SitePage } from './site-page.ts';

/** The search page. Whatever is done on it returns when its answer is shown. */
export class SearchPage extends SitePage {
  /** @param query the state, as in `?q=ferry&sort=newest`; without one nothing is searched for. */
  static async open(page: Page, query = ''): Promise<SearchPage> {
    const search = new SearchPage(page);
    await page.goto(`./search/${query}`);
    if (query !== '') await search.isAnswered();
    return search;
  }

  /** Waits for the answer to the search that the page was opened with. */
  async isAnswered(): Promise<void> {
    await this.status.filter({ hasText: /\bfound$/ }).waitFor();
    await this.#isWhole();
  }

  /** The first results are there a little before the others. */
  async #isWhole(): Promise<void> {
    await this.main.locator('.results:not([aria-busy=true])').waitFor({ state: 'attached' });
  }

  get field(): Locator {
    return this.main.getByRole('searchbox');
  }

  get status(): Locator {
    return this.main.getByRole('status');
  }

  get results(): Locator {
    return this.main.locator('[data-result]');
  }

  /** The statements shown under the results, each a link to it. */
  get hits(): Locator {
    return this.results.locator('[data-hit] a');
  }

  get moreButton(): Locator {
    return this.main.getByRole('button', { name: 'Show more results' });
  }

  get query(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  /** How many releases the page says that it found. */
  async count(): Promise<number> {
    const words = await this.status.innerText();
    return words === 'No releases found' ? 0 : parseInt(words.replaceAll(',', ''), 10);
  }

  titles(): Promise<string[]> {
    return this.results.getByRole('heading', { level: 3 }).allInnerTexts();
  }

  days(): Promise<string[]> {
    const times = this.results.locator('time');
    return times.evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  }

  type(words: string): Promise<void> {
    return this.#answered(() => this.field.fill(words));
  }

  submit(words: string): Promise<void> {
    return this.#answered(async () => {
      await this.field.fill(words);
      await this.field.press('Enter');
    });
  }

  sortBy(order: 'Relevance' | 'Newest first' | 'Oldest first'): Promise<void> {
    return this.#answered(async () => {
      await this.main.getByLabel('Sort by').selectOption(order);
    });
  }

  between(edge: 'From' | 'To', day: string): Promise<void> {
    return this.#answered(() => this.main.getByLabel(edge, { exact: true }).fill(day));
  }

  back(): Promise<void> {
    return this.#answered(async () => void (await this.page.goBack()));
  }

  forward(): Promise<void> {
    return this.#answered(async () => void (await this.page.goForward()));
  }

  facet(legend: string): Locator {
    return this.main.getByRole('group', { name: legend, exact: true });
  }

  /** Checks or unchecks a value of a facet. */
  choose(legend: string, value: string): Promise<void> {
    return this.#answered(async () => {
      await this.showAllValues();
      await this.#row(legend, value).getByRole('checkbox').click();
    });
  }

  isChosen(legend: string, value: string): Promise<boolean> {
    return this.#row(legend, value).getByRole('checkbox').isChecked();
  }

  /** The values of a facet, each with the number of releases that the page promises. */
  async promises(legend: string): Promise<Map<string, number>> {
    await this.facet(legend).locator('label').first().waitFor({ state: 'attached' });
    await this.showAllValues();
    const rows = await this.facet(legend)
      .locator('label')
      .evaluateAll((labels) =>
        labels.map((label) => [...label.children].map((c) => c.textContent)),
      );
    return new Map(
      rows.map(([, name = '', count = '']) => [name, Number(count.replaceAll(',', ''))]),
    );
  }

  /** The names of a facet's values that can be seen. */
  visibleValues(legend: string): Promise<string[]> {
    return this.facet(legend).locator('label:visible > span:not(.count)').allInnerTexts();
  }

  filterBox(plural: string): Locator {
    return this.main.getByRole('textbox', { name: `Filter ${plural}`, exact: true });
  }

  get histogram(): Locator {
    return this.main.getByRole('list', { name: 'Releases by date' });
  }

  /** The bars of the histogram, each named by its time and its number of releases. */
  get bars(): Locator {
    return this.histogram.locator('button[aria-pressed]');
  }

  bar(time: string): Locator {
    return this.histogram.getByRole('button', { name: `${time}, ` });
  }

  /** The numbers of releases that the bars promise, by their times. */
  async times(): Promise<Map<string, number>> {
    const names = await this.bars.evaluateAll((all) => all.map((bar) => bar.ariaLabel ?? ''));
    return new Map(
      names.map((name) => {
        const [time = '', count = ''] = name.split(', ');
        return [time, parseInt(count, 10)];
      }),
    );
  }

  /**
   * What can be pressed and is smaller than 24 pixels in a direction. Of a check box its label counts;
   * links within a sentence, whose line gives their height, may be smaller.
   */
  smallTargets(): Promise<string[]> {
    const controls = this.main.locator(
      'release-search :is(a, button, input, select, summary):visible',
    );
    return controls.evaluateAll((all) =>
      all
        .filter((control) => getComputedStyle(control).display !== 'inline')
        .map((control) => ({
          control,
          box: control.closest('label:has([type=checkbox])') ?? control,
        }))
        .map(({ control, box }) => ({ control, ...box.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => Math.min(width, height) < 24)
        .map(({ control, width, height }) => `${width} × ${height}: ${control.outerHTML}`),
    );
  }

  press(button: Locator): Promise<void> {
    return this.#answered(() => button.click());
  }

  /** Opens what the page folds away: the filters where there is little room, rare values anywhere. */
  async showAllValues(): Promise<void> {
    const folded = this.main.locator(':is(details.narrow, details.narrow details):not([open])');
    await folded.evaluateAll((all) =>
      Promise.all(
        all.map((details) => {
          const { promise, resolve } = Promise.withResolvers<Event>();
          details.addEventListener('toggle', resolve, { once: true }); // then its values are made
          details.setAttribute('open', '');
          return promise;
        }),
      ),
    );
  }

  /** Presses "Show more results" until there are no more. */
  async showAll(): Promise<void> {
    for (;;) {
      const shown = await this.results.count();
      if (shown >= (await this.count())) return;
      await this.moreButton.click();
      await this.results.nth(shown).waitFor();
    }
  }

  #row(legend: string, value: string): Locator {
    const name = this.page.getByText(value, { exact: true });
    return this.facet(legend).locator('label').filter({ has: name });
  }

  /** Each answer writes the status anew, with the same words or others, after everything else. */
  async #answered(action: () => Promise<void>): Promise<void> {
    const status = await this.status.elementHandle();
    const before = await this.status.evaluateHandle(({ firstChild }) => firstChild);
    await action();
    await this.page.waitForFunction(
      ([status, before]) => status !== null && status?.firstChild !== before,
      [status, before] as const,
    );
    await this.#isWhole();
  }
}
