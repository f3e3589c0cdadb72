import { digestOf, isLiving, type RecordedStatement } from './entry.ts';
import { readTokens, type PresentWord } from './keys.ts';
import { commonPlaces } from './likeness.ts';
import { sketch, sketchedWords, type SketchWords } from './sketch.ts';

/**
 * What became of a recorded statement. `kept`: same words, same order. `moved`: same words in another
 * place. `edited`: other words. `split`: edited, and a part of it is a statement of its own now.
 * `merged`: it shares a statement with another. `restored`: it had been removed or merged, and is back.
 */
export type StatementOutcome =
  'kept' | 'edited' | 'moved' | 'split' | 'merged' | 'removed' | 'restored';

/** A recorded statement, and what the matching finds out about it. */
export interface Old {
  readonly id: string;
  readonly digest: string;
  readonly words: SketchWords;
  /** Those of its words that it had from the beginning; the same list where that is all of them. */
  readonly own: SketchWords;
  /** The id of the statement that it is recorded as merged into. */
  readonly host: string | undefined;
  /** The id of the statement that it is recorded as split from. */
  readonly partOf: string | undefined;
  /** Recorded as a statement of its own, which should be found again. */
  readonly isLiving: boolean;
  /** Whether another release has its words: only the same words are it. */
  readonly isElsewhere: boolean;
  /** The gap that it is in, counted from 0, between statements whose words and order are unchanged. */
  gap: number;
  /** The present statement that it belongs to. */
  home: New | undefined;
  /** Whether it is still in its order. */
  isInPlace: boolean;
  outcome: StatementOutcome;
}

/** A present statement, and what the matching finds out about it. */
export interface New {
  readonly place: number;
  readonly digest: string;
  /** Its words, with normalized white space. */
  readonly text: string;
  readonly words: () => SketchWords;
  /** Its words, and what each can identify. */
  readonly tokens: () => readonly PresentWord[];
  /** Whether it has the very words of a recorded statement, so that it is hardly another one, edited. */
  readonly isCopy: boolean;
  gap: number;
  /** The recorded statement whose id it has. */
  owner: Old | undefined;
  /** Whether it has exactly the words of its owner. */
  isSame: boolean;
  /** The recorded statement of which it is a part that has not its id. */
  partOf: Old | undefined;
  /** Its words that no recorded statement accounts for yet. */
  rest: () => SketchWords;
}

export interface Matching {
  /** In the order of the ledger's line. */
  olds: Old[];
  /** In the order of the text. */
  news: New[];
  /** Whether the present text has the word in small letters: then it is no name. */
  isOrdinary: (shadow: string) => boolean;
  /** In how many recorded, or present, statements the word is. */
  countOld: (shadow: string) => number;
  countNew: (shadow: string) => number;
  /** Whether another recorded statement shares so much of its words: then they are items of a list. */
  hasParallel: (old: Old, share: number) => boolean;
}

export const isLost = ({ home, isLiving, isElsewhere }: Old) =>
  isLiving && !isElsewhere && home === undefined;
export const isFree = ({ owner }: New) => owner === undefined;

/** Begins a matching, in which nothing is matched yet. */
export function openMatching(
  recorded: readonly RecordedStatement[],
  texts: readonly string[],
  digests: readonly string[],
): Matching {
  const olds = recorded.map((statement): Old => {
    const words = sketchedWords(statement.words);
    return {
      id: statement.id,
      digest: digestOf(statement),
      words,
      own: statement.own === undefined ? words : sketchedWords(statement.own),
      host: statement.in,
      partOf: statement.of,
      isLiving: isLiving(statement),
      isElsewhere: statement.to !== undefined,
      gap: 0,
      home: undefined,
      isInPlace: false,
      outcome: 'removed',
    };
  });
  const known = new Set(olds.map(({ digest }) => digest));
  const news = texts.map((text, place): New => {
    const words = lazily(() => sketchedWords(sketch(text)));
    const digest = digests[place] ?? '';
    const tokens = lazily(() => readTokens(text));
    const isCopy = known.has(digest);
    const found = { place, digest, text, words, tokens, isCopy };
    return { ...found, gap: 0, owner: undefined, isSame: false, partOf: undefined, rest: words };
  });
  const ordinary = lazily(() => {
    const tokens = news.flatMap((one) => one.tokens());
    return new Set(tokens.filter(({ isLower }) => isLower).map(({ shadow }) => shadow));
  });
  const [old, present] = [
    lazily(() => countWords(olds.map(({ words }) => words))),
    lazily(() => countWords(news.map(({ words }) => words()))),
  ];
  const parallels = new Map<Old, boolean>();
  return {
    olds,
    news,
    isOrdinary: (shadow) => ordinary().has(shadow),
    countOld: (shadow) => old().get(shadow) ?? 0,
    countNew: (shadow) => present().get(shadow) ?? 0,
    hasParallel(one, share) {
      const found =
        parallels.get(one) ??
        olds.some((other) => other !== one && other.isLiving && areParallel(one, other, share));
      parallels.set(one, found);
      return found;
    },
  };
}

/** In how many of the texts each word is. */
function countWords(texts: readonly SketchWords[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { all } of texts) {
    for (const shadow of new Set(all)) counts.set(shadow, (counts.get(shadow) ?? 0) + 1);
  }
  return counts;
}

/** Gives a present statement the id of a recorded one. */
export function assign(old: Old, home: New, outcome: StatementOutcome, isInPlace: boolean): void {
  Object.assign(old, { home, outcome, isInPlace });
  home.owner = old;
  home.isSame = old.digest === home.digest;
}

/** A value that is made when it is asked for, once. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Whether two recorded statements are items of one list: alike but for what they are about. */
function areParallel(a: Old, b: Old, share: number): boolean {
  const length = Math.max(a.words.all.length, b.words.all.length);
  return length > 0 && commonPlaces(a.words.all, b.words.all).length >= share * length;
}
