import type { ListPage } from '../archive/paginate.ts';
import { fill, formatNumber, type SiteWords } from '../words/words.ts';

/** The title of a page of a list: no two pages have the same. */
export function pageTitle(words: SiteWords, title: string, { number, last }: ListPage<unknown>) {
  const format = (n: number) => formatNumber(words.language, n);
  const values = { title, number: format(number), last: format(last) };
  return number === 1 ? title : fill(words.pageOf, values);
}
