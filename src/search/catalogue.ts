import type { TableFacet } from './release-table.ts';

/** `pagefind/catalogue.json`: what the browser must know of the index before it searches. */
export interface SearchCatalogue {
  /** The file with the table of releases, below `pagefind/`. */
  table: string;
  /** The file with the names of facets' values, below `pagefind/`. */
  names: string;
  /** The file with the archive's words, below `pagefind/`. */
  vocabulary: string;
  /** Words that stand so often that a search had better not fetch where; without case and accents. */
  common: string[];
}

/** What a value of a facet is called in addresses, and on pages. */
export type FacetName = [slug: string, name: string];
/** The names of each facet's values; the table tells values by their places here. */
export type FacetNames = Record<TableFacet, FacetName[]>;
