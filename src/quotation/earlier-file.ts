import type { QuotedWording } from './compare/quoted-source.ts';

/** The file of all earlier words, below `quote/`: a list in the order of releases, and in one the oldest first. */
export const EARLIER_FILE = 'earlier.json';

/** Earlier words of a statement, with the number of its release, from the oldest on. */
export interface NumberedWording extends QuotedWording {
  release: number;
}
