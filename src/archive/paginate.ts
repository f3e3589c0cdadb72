/** Releases on one page of a list. */
export const PAGE_SIZE = 50;

/** One page of a long list. Paths are below the site's base. */
export interface ListPage<Item> {
  items: readonly Item[];
  /** How many items the whole list has. */
  total: number;
  /** The place of this page, and of the last, from 1. */
  number: number;
  last: number;
  path: string;
  pathOf: (number: number) => string;
}

/**
 * Cuts a list into pages: the first at `path`, the others at `page/2/` below it. An empty list has
 * one page, which says so.
 */
export function paginate<Item>(items: readonly Item[], path: string): ListPage<Item>[] {
  const last = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const pathOf = (number: number) => (number === 1 ? path : `${path}page/${number}/`);
  return Array.from({ length: last }, (_, n) => ({
    items: items.slice(n * PAGE_SIZE, (n + 1) * PAGE_SIZE),
    total: items.length,
    number: n + 1,
    last,
    path: pathOf(n + 1),
    pathOf,
  }));
}

/** The page numbers to offer: the ends and the neighbours of `number`; a gap is null. */
export function pageNumbers(number: number, last: number): (number | null)[] {
  const wanted = [1, number - 1, number, number + 1, last].filter((n) => n >= 1 && n <= last);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1] ?? 0;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [null, n] : [n];
  });
}
