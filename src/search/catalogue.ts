import type { TableFacet } from './release-table.ts';

/** `pagefind/catalogue.json`: what a browser fetches before it searches. */
export interface SearchCatalogue {
  /** The file with the table of releases, below `pagefind/`. */
  table: string;
  /** The file with the names of facets' values, below `pagefind/`. */
  names: string;
  /** The file with the archive's words, below `pagefind/`. */
  vocabulary: string;
  /** Words so frequent that a search should not fetch where they appear; without case and accents. */
  common: string[];
}

/** A value of a facet: its name in addresses, and on pages. */
export type FacetName = [slug: string, name: string];
/** The names of each facet's values; the table has the places of values in these lists. */
export type FacetNames = Record<TableFacet, FacetName[]>;
