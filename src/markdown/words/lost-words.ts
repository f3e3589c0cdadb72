import { diffArrays } from 'diff';
import { WordStream } from './word-stream.ts';

/** A stretch of a text that is not shown where it is written. Offsets are those of the source. */
export interface Loss {
  start: number;
  end: number;
  /** Whether the same words are shown, in another place. */
  isMoved: boolean;
}

interface Word {
  characters: string;
  offsets: readonly number[];
}

/** Beyond so many differences words are not looked for one by one. */
const MAX_DIFFERENCES = 3000;

/**
 * The words that are written and not shown, in their order; the words of a stretch without a shown one
 * in it are one loss each, so that each can be given its reason.
 */
export function lostWords(written: WordStream, shown: string): Loss[] {
  const words = wordsOf(written);
  const shownStream = new WordStream();
  shownStream.add(shown, (n) => n);
  const shownWords = wordsOf(shownStream).map(({ characters }) => characters);
  const cut = trimmed(
    words.map(({ characters }) => characters),
    shownWords,
  );
  const middle = words.slice(cut.start, words.length - cut.end);
  const shownMiddle = shownWords.slice(cut.start, shownWords.length - cut.end);
  const changes = diffArrays(
    middle.map(({ characters }) => characters),
    shownMiddle,
    { maxEditLength: MAX_DIFFERENCES },
  ) ?? [
    { value: middle.map(({ characters }) => characters), removed: true, added: false },
    { value: shownMiddle, removed: false, added: true },
  ];

  const losses: Word[] = [];
  const added: string[] = [];
  let place = 0;
  for (const [n, change] of changes.entries()) {
    if (change.added) {
      if (!changes[n - 1]?.removed) added.push(change.value.join(''));
      continue;
    }
    const here = middle.slice(place, place + change.value.length);
    place += change.value.length;
    if (!change.removed) continue;
    const next = changes[n + 1];
    const instead = next?.added ? next.value.join('') : '';
    const { lost, surplus } = difference(here, instead);
    losses.push(...lost);
    if (surplus !== '') added.push(surplus);
  }
  const elsewhere = added.join('');
  const isMoved =
    elsewhere !== '' && elsewhere.includes(losses.map((one) => one.characters).join(''));
  return losses.map(({ offsets }) => ({
    start: offsets[0] ?? 0,
    end: (offsets.at(-1) ?? 0) + 1,
    isMoved,
  }));
}

/** Counted characters that lie side by side in the source are a word. */
function wordsOf({ characters, offsets }: WordStream): Word[] {
  const words: { characters: string; offsets: number[] }[] = [];
  let last = -2;
  for (const [n, offset] of offsets.entries()) {
    const word = words.at(-1);
    const isNext = word !== undefined && (offset === last + 1 || offset === last);
    if (isNext) {
      word.characters += characters[n] ?? '';
      word.offsets.push(offset);
    } else words.push({ characters: characters[n] ?? '', offsets: [offset] });
    last = offset;
  }
  return words;
}

/** How many words two lists share at both ends. */
function trimmed(one: readonly string[], other: readonly string[]) {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return { start, end };
}

/** What of some words is not in the characters that are shown in their place. */
function difference(words: readonly Word[], instead: string): { lost: Word[]; surplus: string } {
  const written = words.map(({ characters }) => characters).join('');
  const most = Math.min(written.length, instead.length);
  let start = 0;
  while (start < most && written[start] === instead[start]) start++;
  let end = 0;
  while (end < most - start && written.at(-1 - end) === instead.at(-1 - end)) end++;
  let place = 0;
  const lost = words.filter(({ characters }) => {
    const [from, to] = [place, (place += characters.length)];
    return from < written.length - end && to > start;
  });
  return { lost, surplus: instead.slice(start, instead.length - end) };
}
