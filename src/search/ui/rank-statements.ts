import { foldText } from '../fold-text.ts';
import { STATEMENT_ID } from '../../archive/statement-id-form.ts';
import { UNSPACED } from '../characters.ts';
import { restoreSymbols } from '../symbols.ts';
import { type PagefindFragment, splitContent } from '../pagefind-format/browser.ts';

/** A release with the places where words of the search appear in it. */
export interface ReleaseWithPlaces extends PagefindFragment {
  places: readonly number[];
}

/** Words of a statement around a match. */
export interface Hit {
  /** The statement's id. */
  id: string;
  /** In order; the marked ones are what was searched for. */
  excerpt: { text: string; marked: boolean }[];
  /** Runs of searched words as they appear there, for highlighting them on the page. */
  runs: string[];
  score: number;
}

const EXCERPT_WORDS = 44; // three lines of text at the usual measure
const ALIKE = 5; // letters: forms of one word begin so
const MAX_RUNS = 5; // more would make the address long, and highlight every "of"

/**
 * The statements of a release that have words of the search, best first. What counts is how many of
 * the words are in a row, how many different ones there are, and how rare these are in the release; of
 * equals the earlier comes first.
 */
export function rankStatements(release: ReleaseWithPlaces): Hit[] {
  const words = splitWords(release.content);
  const anchors = [...release.anchors].sort((a, b) => a.location - b.location);
  const matched = new Set(release.places);
  const times = new Map<string, number>();
  for (const place of matched) {
    const form = foldWord(words[place] ?? '');
    times.set(form, (times.get(form) ?? 0) + 1);
  }
  const hits = anchors.flatMap(({ id, location }, n): Hit[] => {
    if (!STATEMENT_ID.test(id)) return [];
    const end =
      anchors.slice(n + 1).find((next) => next.location > location)?.location ?? words.length;
    const places = range(location, end).filter((place) => matched.has(place));
    if (places.length === 0) return [];
    const rows = rowsOf(places);
    const longest = Math.max(...rows.map((row) => row.length));
    const forms = new Set(places.map((place) => foldWord(words[place] ?? '')));
    const rarity = [...forms].reduce(
      (sum, form) => sum + 1 / (1 + Math.log2(times.get(form) ?? 1)),
      0,
    );
    const different = new Set([...forms].map((form) => form.slice(0, ALIKE))).size;
    const text = (row: number[]) =>
      row.map((place) => runWord(words[place] ?? '', place === row[0])).join('');
    return [
      {
        id,
        excerpt: excerptOf(words, location, end, highlighted(rows, text)),
        runs: highlighted(rows, text).map(text).slice(0, MAX_RUNS),
        score: longest ** 2 + rarity ** 2 + different ** 2,
      },
    ];
  });
  return hits.sort((a, b) => b.score - a.score);
}

/**
 * Whether the release has the words exactly as they were typed, but for case and accents, and not with
 * other endings.
 */
export function hasPhrase({ content }: PagefindFragment, query: string): boolean {
  const terms = query.split(/\s+/).map(foldWord).filter(Boolean);
  const words = ` ${splitWords(content).map(foldWord).filter(Boolean).join(' ')} `;
  return terms.length > 1 && words.includes(` ${terms.join(' ')} `);
}

/** The words of a release as the index counts them, each as it was issued. */
export function splitWords(content: string): string[] {
  // A dash is joined to the word before it, so that it is not counted: see `release-document.ts`.
  return splitContent(content).map((word) => restoreSymbols(word).replaceAll('\u2060', ' '));
}

const range = (start: number, end: number) =>
  Array.from({ length: Math.max(0, end - start) }, (_, n) => start + n);

/** A word without case, accents and punctuation around it. */
export const foldWord = (word: string) => foldText(bare(word));

/** A word without punctuation around it. */
const bare = (word: string) =>
  word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');

/** A word of a run, with the space before it. */
function runWord(word: string, isFirst: boolean): string {
  return (isFirst || word.startsWith(UNSPACED) ? '' : ' ') + bare(word);
}

/** Places that follow each other, together. */
function rowsOf(places: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (const place of places) {
    const row = rows.at(-1);
    if (row?.at(-1) === place - 1) row.push(place);
    else rows.push([place]);
  }
  return rows;
}

/** The rows to highlight, longest first: those of small words such as "of the" only if there are no others. */
function highlighted(rows: readonly number[][], text: (row: number[]) => string): number[][] {
  const sorted = rows.toSorted((a, b) => b.length - a.length || text(b).length - text(a).length);
  const rich = sorted.filter((row) =>
    text(row)
      .split(' ')
      .some((word) => word.length > 3),
  );
  return rich.length > 0 ? rich : sorted;
}

/** The words around the first of the rows, not past the statement's ends, with all rows marked. */
function excerptOf(
  words: readonly string[],
  start: number,
  end: number,
  rows: readonly (readonly number[])[],
): Hit['excerpt'] {
  const best = rows[0] ?? [];
  const middle = ((best[0] ?? start) + (best.at(-1) ?? start)) / 2;
  const latest = Math.max(start, end - EXCERPT_WORDS);
  const first = Math.min(latest, Math.max(start, Math.round(middle - EXCERPT_WORDS / 2)));
  const last = Math.min(end, first + EXCERPT_WORDS);
  const marked = new Set(rows.flat());
  const pieces: Hit['excerpt'] = first > start ? [{ text: '… ', marked: false }] : [];
  for (const place of range(first, last)) {
    const isMarked = marked.has(place);
    const before = pieces.at(-1);
    const isUnspaced = words[place]?.startsWith(UNSPACED);
    const space = place === first || isUnspaced ? '' : ' ';
    const word = (words[place] ?? '').replaceAll(UNSPACED, '');
    if (before === undefined || before.marked !== isMarked) {
      // The space between a marked and an unmarked word belongs to the unmarked.
      if (before && !before.marked) before.text += space;
      pieces.push({ text: before?.marked ? space + word : word, marked: isMarked });
    } else {
      before.text += space + word;
    }
  }
  if (last < end) pieces.push({ text: ' …', marked: false });
  return pieces;
}
