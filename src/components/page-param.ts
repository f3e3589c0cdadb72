import type { ListPage } from '../archive/paginate.ts';

/** The rest of a list page's path, for a `[...page]` route: none for the first, then `page/2`. */
export const pageParam = ({ number }: ListPage<unknown>) =>
  number === 1 ? undefined : `page/${number}`;

/** The title of a page of a list: no two pages have the same. */
export const pageTitle = (title: string, { number, last }: ListPage<unknown>) =>
  number === 1 ? title : `${title}, page ${number} of ${last}`;
