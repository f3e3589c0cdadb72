import type { Page } from 'playwright-core';
import { SitePage } from './site-page.ts';

/** A link to a page of releases, with the number of them beside it. */
export interface CountedLink {
  name: string;
  address: string;
  count: number;
}

/** A page that lists releases: the front page, all of them, a year, an office, a topic. */
export class ListPage extends SitePage {
  /** @param address below the site, such as `./releases/2017/`. */
  static async open(page: Page, address: string): Promise<ListPage> {
    await page.goto(address);
    return new ListPage(page);
  }

  /** The headlines, from the top. */
  titles(): Promise<string[]> {
    return this.main.locator('li.release-item h3').allInnerTexts();
  }

  /** The days of the releases, from the top: `2017-11-22`. */
  days(): Promise<string[]> {
    const times = this.main.locator('li.release-item > time');
    return times.evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  }

  /** How many releases the page says that there are, on all pages of the list. */
  async total(): Promise<number> {
    const words = await this.main.locator('.release-list > .count').innerText();
    return parseInt(words.replaceAll(',', ''), 10);
  }

  /** The ways from here that tell how many releases they lead to. */
  countedLinks(): Promise<CountedLink[]> {
    return this.main.locator('li:has(> a):has(.count)').evaluateAll((items) =>
      items.map((item) => {
        const link = item.querySelector('a');
        const count = item.querySelector('.count')?.textContent ?? '';
        return {
          name: link?.getAttribute('aria-label') ?? link?.textContent.trim() ?? '',
          address: link?.href ?? '',
          count: parseInt(count.replaceAll(',', ''), 10),
        };
      }),
    );
  }

  /** Whether the list offers a page under this name: `Older`, `Page 2`. */
  async offers(page: string): Promise<boolean> {
    const pages = this.page.getByRole('navigation', { name: 'Pages' });
    return (await pages.getByRole('link', { name: page, exact: true }).count()) === 1;
  }

  /** The number of the page that the list marks as the present one. */
  currentPage(): Promise<string> {
    const pages = this.page.getByRole('navigation', { name: 'Pages' });
    return pages.locator('[aria-current=page]').innerText();
  }
}
