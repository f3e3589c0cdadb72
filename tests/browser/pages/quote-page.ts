import type { Locator, Page } from 'playwright-core';
import { SitePage } from './site-page.ts';

/** The page that checks quotations. */
export class QuotePage extends SitePage {
  /** @param quotation what the address has, which is checked at once. */
  static async open(page: Page, quotation?: string): Promise<QuotePage> {
    const quote = new QuotePage(page);
    const hash = quotation === undefined ? '' : `#${new URLSearchParams({ q: quotation })}`;
    await page.goto(`./quote/${hash}`);
    if (quotation !== undefined) await quote.isAnswered();
    return quote;
  }

  async isAnswered(): Promise<void> {
    await this.main.locator('quote-check[data-answer]').waitFor();
  }

  get field(): Locator {
    return this.main.getByRole('textbox', { name: 'Quotation' });
  }

  get button(): Locator {
    return this.main.getByRole('button', { name: 'Check' });
  }

  get status(): Locator {
    return this.main.getByRole('status');
  }

  get hits(): Locator {
    return this.main.locator('[data-hit] a');
  }

  /** The answer, as programs know it. */
  answer(): Promise<string | null> {
    return this.main.locator('quote-check').getAttribute('data-answer');
  }
}
