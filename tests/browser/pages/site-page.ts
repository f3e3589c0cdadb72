import type { Locator, Page } from 'playwright-core';

/** What all pages have: the masthead with its ways, and one heading that names the page. */
export class SitePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Where the visitor is, without the site's origin: `/releases/`. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** Follows a link of the main navigation. */
  async go(section: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Main' });
    await this.click(navigation.getByRole('link', { name: section, exact: true }));
  }

  /** Follows a link of the page's own content, by its whole name or a pattern of it. */
  async follow(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string';
    await this.click(this.main.getByRole('link', { name, exact }).first());
  }

  /** Clicks a link and waits for the page behind it. */
  async click(link: Locator): Promise<void> {
    const address = await link.evaluate((a: HTMLAnchorElement) => a.href);
    await link.click();
    await this.page.waitForURL(address);
  }

  /** Types into the search box of the page, and presses Enter. */
  async searchFor(words: string): Promise<void> {
    const box = this.page.getByRole('searchbox');
    await box.fill(words);
    await box.press('Enter');
    await this.page.waitForURL(/\/search\/\?/);
  }
}
