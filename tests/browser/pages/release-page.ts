import type { Locator, Page } from 'playwright-core';
import { SitePage } from './site-page.ts';

/** Statements of the sample archive by the way in which they are set. */
export const FOUNDING = '2017-11-22-kalra-denounces-actions-of-federal-immigration-officials';
export const GUIDE = '2021-10-20-how-to-apply-for-tool-library-grants';
export const SPANISH = '2019-04-10-tarjetas-de-biblioteca-para-primer-grado';
export const VIETNAMESE = '2020-09-22-so-tay-danh-cho-nguoi-thue-nha';

/** The page of one release. */
export class ReleasePage extends SitePage {
  /** @param rest what follows in the address: `#s-…`. */
  static async open(page: Page, id: string, rest = ''): Promise<ReleasePage> {
    await page.goto(addressOf(id) + rest);
    return new ReleasePage(page);
  }

  get article(): Locator {
    return this.page.locator('article[data-release]');
  }

  get statements(): Locator {
    return this.article.locator('[data-statement]');
  }

  get contact(): Locator {
    return this.article.locator('address[data-contact]');
  }

  /** The column beside the release. */
  get neighbours(): Locator {
    return this.page.getByRole('complementary', { name: 'More releases' });
  }

  notice(kind: 'correction' | 'withdrawn'): Locator {
    return this.article.locator(`[data-notice=${kind}]`);
  }

  statement(words: string): Locator {
    return this.statements.filter({ hasText: words });
  }

  permalinkOf(statement: Locator): Locator {
    return statement.locator('a[data-permalink]').first();
  }

  /** The statement that the address cites. */
  get cited(): Locator {
    return this.page.locator(':target');
  }

  /** What was done to the release since it was issued. */
  get history(): Locator {
    return this.article.getByRole('region', { name: 'History' });
  }

  /** The links of a list in the column, by its heading. */
  linksUnder(heading: string): Locator {
    return this.neighbours
      .locator(':is(section, nav)', { has: this.page.getByRole('heading', { name: heading }) })
      .getByRole('link');
  }
}

/** The address of a release below the site. */
export const addressOf = (id: string) =>
  `./releases/${id.slice(0, 10).replaceAll('-', '/')}/${id.slice(11)}/`;
