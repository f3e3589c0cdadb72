import type { ShardStems } from './page-names.ts';
import type { TableFacet } from './release-table.ts';
import type { EncodedChunkList } from './word-chunks.ts';

/** `pagefind/catalogue.json`: what a browser fetches before it searches. */
export interface SearchCatalogue {
  /** How many there are. */
  releases: number;
  /** The shards of the index, the oldest first: the names of releases' files follow from them. */
  shards: ShardStems;
  /** The list of the word index's chunks, as `encodeChunkList` writes it: a file of its own would be waited for. */
  chunks: EncodedChunkList;
  /** The file with the table of releases, below `pagefind/`. */
  table: string;
  /** The file with the names of facets' values, below `pagefind/`. */
  names: string;
  /** The file with the archive's frequent words, for spelling, below `pagefind/`. */
  vocabulary: string;
  /** Words so frequent that a search should not fetch where they appear; without case and accents. */
  common: string[];
}

/**
 * A value of a facet: its name in addresses, and on pages; of an office that of its member, by which it is found; of a
 * speaker whether only rules have found the person.
 */
export type FacetName = [slug: string, name: string, member?: string | null, isInferred?: 1];
/** The names of each facet's values; the table has the places of values in these lists. */
export type FacetNames = Record<TableFacet, FacetName[]>;
