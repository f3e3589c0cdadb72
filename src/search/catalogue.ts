/** `pagefind/catalogue.json`: what the browser must know of the index before it searches. */
export interface SearchCatalogue {
  /** Folders below `pagefind/` that hold older years, newest first. */
  shards: string[];
  /** What the values of each filter are called: `names.office['ash-kalra']`. */
  names: Record<FilterName, Record<string, string>>;
}

/** Filters that have names; a year is its own. */
export type FilterName = 'office' | 'caucus' | 'topic' | 'speaker';
