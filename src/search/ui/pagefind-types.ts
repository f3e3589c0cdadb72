/** The part of Pagefind's browser API that we use. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  init(): Promise<void>;
  search(term: string | null): Promise<PagefindResults>;
}

export interface PagefindResults {
  results: PagefindResult[];
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Where words of the search stand, as places in the release; in no order. */
  words: number[];
  data: () => Promise<PagefindFragment>;
}

/** A release as the index holds it, with the places where words of the search stand. */
export interface PagefindFragment {
  url: string;
  /** The words, with `<` and `>` escaped; a place is a number of words from the beginning. */
  raw_content: string;
  meta: Record<string, string>;
  anchors: { id: string; element: string; location: number; title?: string }[];
  locations: number[];
}

/**
 * A result with other places, and another score. It holds on to the one that it is made of: Pagefind
 * forgets the words of a release when nothing holds its result any more.
 */
export function withPlaces(
  result: PagefindResult,
  words: number[],
  score = result.score,
): PagefindResult {
  return { id: result.id, score, words, data: () => result.data() };
}
