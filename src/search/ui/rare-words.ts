import type { Term } from './find-releases.ts';
import type { NamedOffice } from './named-offices.ts';

/** What a search has found, as far as offers of other searches need it. */
export interface SearchedTerms {
  count: number;
  /** What the archive knows of the words and phrases typed. */
  terms: readonly Term[];
  /** The offices that the words name, whose releases come first. */
  named?: readonly NamedOffice[];
  /** How many releases there are at all. */
  releases: number;
}

/** Of a word in more releases, and a larger share of the archive, no other spelling is looked for. */
const RARE = { releases: 3, share: 0.002 };

/** Whether a word is so rare that it may be misspelled. @param count how many releases have it. */
export const isRare = (count: number, releases: number): boolean =>
  count <= Math.max(RARE.releases, RARE.share * releases);

/** Whether a search has a word that may be misspelled: only then the vocabulary is needed. */
export const mayBeMisspelled = ({ terms, releases, count }: SearchedTerms): boolean =>
  count === 0 || terms.some((term) => isMeant(term) && isRare(term.releases, releases));

/** A word that was searched for as it is; not a phrase, nor what must not be there, nor a number. */
const isMeant = ({ part, isBeginning }: Term) =>
  part.kind === 'words' && !isBeginning && !/\p{N}/u.test(part.value);
