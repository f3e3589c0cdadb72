import { unspaceCharacters } from '../characters.ts';
import { type CommonWords, placesInText } from './common-words.ts';
import { type FoundReleases, typedWords } from './find-releases.ts';
import type { PagefindFragment, PagefindResult } from '../pagefind-format/browser.ts';
import type { ParsedQuery } from './query-language.ts';
import { hasPhrase, type Hit, rankStatements, splitWords } from './rank-statements.ts';

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

/**
 * Fetches the releases that were found, batch by batch: the first few, then the rest of ten, then ten at
 * a time. In a batch those come first that have the words exactly as they were typed; if none of the first
 * few has, they wait for the rest of ten, where one may have them.
 * @param findings the releases in the order in which they are shown; only ranked ones may be put
 * before others.
 */
export function resultBatches(
  { results, isRanked, inRow }: FoundReleases,
  query: ParsedQuery,
  common: CommonWords,
): () => Promise<FoundRelease[]> {
  let start = 0;
  const typed = typedWords(query);
  const fetchTo = (end: number) => {
    const batch = results.slice(start, end);
    start = end;
    return Promise.all(
      batch.map(async (result) => {
        const fragment = await fetchWords(result, typed, common);
        return { fragment, isJustSo: isRanked && hasPhrase(fragment, typed) };
      }),
    );
  };
  return async () => {
    const isFirst = start === 0;
    let fetched = await fetchTo(isFirst ? FIRST : start + BATCH - (start % BATCH));
    if (isRanked && isFirst && inRow > FIRST && !fetched.some(({ isJustSo }) => isJustSo)) {
      fetched = [...fetched, ...(await fetchTo(BATCH))];
    }
    return fetched
      .sort((a, b) => Number(b.isJustSo) - Number(a.isJustSo))
      .map(({ fragment }) => toRelease(fragment, typed));
  };
}

async function fetchWords(
  result: PagefindResult,
  typed: string,
  common: CommonWords,
): Promise<PagefindFragment> {
  const fragment = await result.data();
  const locations = placesInText(fragment.raw_content, result.words, typed.split(' '), common);
  return { ...fragment, locations };
}

function toRelease(fragment: PagefindFragment, typed: string): FoundRelease {
  const { title = '', date = '', office = '', notice, language } = fragment.meta;
  const body = splitWords(fragment.raw_content).slice(fragment.anchors[0]?.location ?? 0);
  return {
    url: fragment.url,
    title,
    date,
    office,
    notice,
    language,
    opening:
      unspaceCharacters(body.slice(0, OPENING).join(' ')) + (body.length > OPENING ? ' …' : ''),
    hits: rankStatements(fragment, typed),
  };
}
