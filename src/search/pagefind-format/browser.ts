/*
 * What browser scripts need to know of Pagefind: the part of its API that we use, and how it counts
 * words. It needs nothing of Node.
 */

/** The part of Pagefind's browser API that we use. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  init(): Promise<void>;
  search(
    term: string | null,
    options?: { sort: Record<string, 'asc' | 'desc'> },
  ): Promise<PagefindResults>;
}

interface PagefindResults {
  results: PagefindResult[];
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Where words of the search appear, as places in the release; in no order. */
  words: number[];
  data: () => Promise<PagefindFragment>;
}

/** A release in the index, with the places where words of the search appear. */
export interface PagefindFragment {
  url: string;
  /** Its words, with `<` and `>` escaped; a place is a number of words from the beginning. */
  raw_content: string;
  meta: Record<string, string>;
  anchors: { id: string; element: string; location: number; title?: string }[];
  locations: number[];
}

/**
 * A result with other places, and another score. It has a reference to the first one: Pagefind
 * forgets the words of a release once its result has been collected as garbage.
 */
export function withPlaces(
  result: PagefindResult,
  words: number[],
  score = result.score,
): PagefindResult {
  return { id: result.id, score, words, data: () => result.data() };
}

/**
 * Divides the words of a release as Pagefind does, so that its places hold.
 * @param content `raw_content` of a fragment.
 */
export function splitContent(content: string): string[] {
  const words = content.includes('\u200b')
    ? content.split('\u200b')
    : content.split(/[^\S\uFEFF]+/);
  return words.map((word) => word.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}
