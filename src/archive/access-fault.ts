import type { Problem } from './problem.ts';

/** What can keep people from reading, by kind, with words for it in counts: one, several. */
export const ACCESS_KINDS = {
  picture: ['picture without words', 'pictures without words'],
  link: ['link that does not say where it leads', 'links that do not say where they lead'],
  table: ['table without a head', 'tables without a head'],
  heading: ['heading that skips a rank', 'headings that skip a rank'],
  capitals: ['text in capitals', 'texts in capitals'],
  pdf: ['PDF without tags', 'PDFs without tags'],
  'pdf-details': ['PDF without title or language', 'PDFs without title or language'],
  recording: ['recording without a transcript', 'recordings without a transcript'],
} as const;

export type AccessKind = keyof typeof ACCESS_KINDS;

/** A barrier in what a person wrote or attached. */
export interface AccessFault extends Problem {
  kind: AccessKind;
}

/** How many there are of each kind that there is. */
export type AccessCounts = Partial<Record<AccessKind, number>>;

/** Counts faults by kind, in the order of `ACCESS_KINDS`. */
export function countKinds(faults: readonly Pick<AccessFault, 'kind'>[]): AccessCounts {
  const byKind = Map.groupBy(faults, ({ kind }) => kind);
  const kinds = Object.keys(ACCESS_KINDS) as AccessKind[];
  return Object.fromEntries(
    kinds.filter((kind) => byKind.has(kind)).map((kind) => [kind, byKind.get(kind)?.length]),
  );
}

const MIN_WORDS = 3;
const MIN_LETTERS = 12;

/**
 * Whether a text is in capitals throughout: screen readers spell some such words, and they are harder to read for
 * everyone. A few words, such as a dateline or a label, do no harm, and scripts without small letters are no matter.
 */
export function isInCapitals(text: string, minWords = MIN_WORDS): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  const words = text.split(/\s+/).filter((word) => /\p{Lu}{2}/u.test(word));
  return words.length >= minWords && (text.match(/\p{Lu}/gu) ?? []).length >= MIN_LETTERS;
}
