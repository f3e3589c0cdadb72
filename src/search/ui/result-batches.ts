import { spaceCharacters, unspaceCharacters } from '../characters.ts';
import { foldText } from '../fold-text.ts';
import type { CommonWords } from './find-phrase.ts';
import type { FoundReleases } from './find-releases.ts';
import type { PagefindFragment } from '../pagefind-format/browser.ts';
import type { ParsedQuery } from './query-language.ts';
import {
  foldWord,
  hasPhrase,
  type Hit,
  rankStatements,
  type ReleaseWithPlaces,
  splitWords,
} from './rank-statements.ts';

/** A release that was found. */
export interface FoundRelease {
  url: string;
  title: string;
  date: string;
  office: string;
  notice: string | undefined;
  language: string | undefined;
  /** The first words, for a search without words. */
  opening: string;
  hits: Hit[];
}

export const BATCH = 10; // releases shown at a time
/** What fits on a screen: each release is a request, and the others can wait for these. */
const FIRST = 3;
const OPENING = 40; // words

interface BatchOptions {
  common: CommonWords;
  fetch: (page: number, priority?: RequestPriority) => Promise<PagefindFragment>;
}

/**
 * Fetches the releases that were found, batch by batch: the first few, then the rest of ten, then ten at
 * a time. In a batch those come first that have the words exactly as they were typed; if none of the first
 * few has, they wait for the rest of ten, where one may have them.
 * @param findings the releases in the order in which they are shown; only ranked ones may be put
 * before others.
 */
export function resultBatches(
  { results, isRanked, inRow }: Pick<FoundReleases, 'results' | 'isRanked' | 'inRow'>,
  query: ParsedQuery,
  { common, fetch }: BatchOptions,
): () => Promise<FoundRelease[]> {
  let start = 0;
  const typed = typedWords(query);
  const fetchTo = (end: number) => {
    const batch = results.slice(start, end);
    start = end;
    return Promise.all(
      batch.map(async ({ page, places, isOfNamed = false }) => {
        const release = await fetch(page);
        const found = { ...release, places: withCommon(release, places, typed, common) };
        return { fragment: found, isOfNamed, isJustSo: isRanked && hasPhrase(release, typed) };
      }),
    );
  };
  return async () => {
    const isFirst = start === 0;
    const fetching = fetchTo(isFirst ? FIRST : start + BATCH - (start % BATCH));
    if (isFirst) {
      // The rest is shown right after these: asked for now, it waits for nothing.
      for (const { page } of results.slice(FIRST, BATCH)) fetch(page, 'low').catch(() => undefined);
    }
    let fetched = await fetching;
    if (isRanked && isFirst && inRow > FIRST && !fetched.some(({ isJustSo }) => isJustSo)) {
      fetched = [...fetched, ...(await fetchTo(BATCH))];
    }
    return fetched
      .sort(
        (a, b) =>
          Number(b.isOfNamed) - Number(a.isOfNamed) || Number(b.isJustSo) - Number(a.isJustSo),
      )
      .map(({ fragment }) => toRelease(fragment));
  };
}

/** All words that a query asks for, as the index has them. */
const typedWords = ({ words, phrases }: Pick<ParsedQuery, 'words' | 'phrases'>): string =>
  spaceCharacters([...words, ...phrases].join(' '));

/** The places where words of the search appear, the common ones among them, which were not searched for. */
function withCommon(
  { content }: PagefindFragment,
  places: readonly number[],
  typed: string,
  common: CommonWords,
): number[] {
  const asked = new Set(
    typed
      .split(' ')
      .map(foldText)
      .filter((word) => common.has(word)),
  );
  if (asked.size === 0) return [...places];
  const all = new Set(places);
  for (const [place, word] of splitWords(content).entries()) {
    if (asked.has(foldWord(word))) all.add(place);
  }
  return [...all].sort((a, b) => a - b);
}

function toRelease(fragment: ReleaseWithPlaces): FoundRelease {
  const { title = '', date = '', office = '', notice, language } = fragment.meta;
  const body = splitWords(fragment.content).slice(fragment.anchors[0]?.location ?? 0);
  return {
    url: fragment.url,
    title,
    date,
    office,
    notice,
    language,
    opening:
      unspaceCharacters(body.slice(0, OPENING).join(' ')) + (body.length > OPENING ? ' …' : ''),
    hits: rankStatements(fragment),
  };
}
