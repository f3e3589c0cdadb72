import type { ReleaseRecord } from '../publish/data/release-record.ts';

/** A statement with its present words. */
export interface CitedStatement {
  id: string;
  text: string;
}

/** A release as its `release.json` tells of it, with those of its statements that are listed. */
export interface CitedRelease {
  record: Pick<ReleaseRecord, 'id' | 'url' | 'frontmatter' | 'offices' | 'csl'>;
  statements: readonly CitedStatement[];
}

/** Releases and statements of them, as a reader takes them away. */
export interface CitedList {
  /** What the list is, as in `Search in On the Record: library`. */
  title: string;
  /** Where it can be seen again. */
  address: string;
  /** The day on which it was made, `YYYY-MM-DD`. */
  retrieved: string;
  /** That day and how many there are, for people. */
  note: string;
  /** What reference managers get an entry of. */
  entryOf: 'release' | 'statement';
  releases: readonly CitedRelease[];
}
