import { type PagefindResult, withPlaces } from '../pagefind-format/browser.ts';
import { foldWord, resembles, splitWords } from './rank-statements.ts';

/*
 * Words such as "of" and "the" appear in every release, many times, and their part of the index is larger
 * than all else that a search needs. So they are not asked for if other words are distinctive enough: the
 * places of those show whether there is room for the common ones, and the text of the few releases
 * where there is shows the rest.
 */

/** Up to so many releases are read to see whether they have a phrase: they are shown anyway. */
const MAX_READ = 10;

/** Words so frequent that they distinguish few releases; without case and accents. */
export type CommonWords = ReadonlySet<string>;

/** All releases that have a term: words, or in quotation marks a phrase. */
export type Search = (term: string) => Promise<PagefindResult[]>;

/** A word of a phrase that is not common. */
interface DistinctiveWord {
  word: string;
  /** How many words of the phrase precede it. */
  offset: number;
}

/** The words that are not common; all of them if all are. */
export function distinctiveWords(words: readonly string[], common: CommonWords): string[] {
  const distinctive = distinctiveIn(words, common).map(({ word }) => word);
  return distinctive.length > 0 ? distinctive : [...words];
}

/** The largest number of common words between two that are not. */
export function longestGap(words: readonly string[], common: CommonWords): number {
  const offsets = distinctiveIn(words, common).map(({ offset }) => offset);
  return Math.max(0, ...offsets.slice(1).map((offset, n) => offset - (offsets[n] ?? 0) - 1));
}

/**
 * The releases that contain a phrase, or very probably do: they have its distinctive words, with as many
 * other words between them as the phrase has common ones. If such releases are many, or if the phrase has
 * only one kind of words, the index is searched for the complete phrase.
 */
export async function findLikely(
  phrase: string,
  common: CommonWords,
  search: Search,
): Promise<PagefindResult[]> {
  return (await findUnread(phrase, common, search)) ?? search(`"${phrase}"`);
}

/** The releases that have a phrase: as the index knows it, or read where it need not be asked. */
export async function findPhrase(
  phrase: string,
  common: CommonWords,
  search: Search,
): Promise<PagefindResult[]> {
  const unread = await findUnread(phrase, common, search);
  if (unread === undefined) return search(`"${phrase}"`);
  const words = phrase.split(' ').map(foldWord);
  const read = await Promise.all(unread.map((result) => confirm(result, words, common)));
  return read.filter((result) => result !== undefined);
}

/** The few releases that are likely to have a phrase; undefined if the index must be asked. */
async function findUnread(phrase: string, common: CommonWords, search: Search) {
  const words = phrase.split(' ');
  const distinctive = distinctiveIn(words, common);
  if (distinctive.length === 0 || distinctive.length === words.length) return undefined;
  const all = await search(distinctive.map(({ word }) => word).join(' '));
  const likely = all.flatMap((result) => {
    const starts = startsIn(new Set(result.words), distinctive);
    return starts.length === 0 ? [] : [withPlaces(result, places(starts, words.length))];
  });
  return likely.length > MAX_READ ? undefined : likely;
}

/** The places at which a phrase can begin, if its distinctive words appear at some of these. */
function startsIn(found: ReadonlySet<number>, distinctive: readonly DistinctiveWord[]): number[] {
  const first = distinctive[0]?.offset ?? 0;
  return [...found]
    .map((place) => place - first)
    .filter((start) => start >= 0 && distinctive.every(({ offset }) => found.has(start + offset)));
}

/** The places where words of the search appear, the common ones among them. */
export function placesInText(
  content: string,
  found: readonly number[],
  typed: readonly string[],
  common: CommonWords,
): number[] {
  const asked = new Set(typed.map(foldWord).filter((word) => common.has(word)));
  if (asked.size === 0) return [...found];
  const all = new Set(found);
  for (const [place, word] of splitWords(content).entries()) {
    if (asked.has(foldWord(word))) all.add(place);
  }
  return [...all].sort((a, b) => a - b);
}

function distinctiveIn(words: readonly string[], common: CommonWords): DistinctiveWord[] {
  return words
    .map((word, offset) => ({ word, offset }))
    .filter(({ word }) => !common.has(foldWord(word)));
}

/**
 * The release with only those places where it has the complete phrase, compared without endings as in the
 * index; undefined if there are none.
 */
async function confirm(
  result: PagefindResult,
  words: readonly string[],
  common: CommonWords,
): Promise<PagefindResult | undefined> {
  const text = splitWords((await result.data()).raw_content);
  const starts = result.words.filter((_, n) => n % words.length === 0);
  const right = starts.filter((start) =>
    words.every((word, n) => {
      const found = foldWord(text[start + n] ?? '');
      return common.has(word) ? found === word : resembles(found, word);
    }),
  );
  return right.length === 0 ? undefined : withPlaces(result, places(right, words.length));
}

/** The places of all words of phrases that begin at these places. */
const places = (starts: readonly number[], length: number) =>
  starts.flatMap((start) => Array.from({ length }, (_, n) => start + n));
