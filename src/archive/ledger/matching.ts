import { digestOf, isLiving, type RecordedStatement } from './entry.ts';
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
  /** Recorded as a statement of its own, which should be found again. */
  readonly isLiving: boolean;
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
  readonly words: () => SketchWords;
  gap: number;
  /** The recorded statement whose id it has. */
  owner: Old | undefined;
  /** Whether it has exactly the words of its owner. */
  isSame: boolean;
  /** Its words that no recorded statement accounts for yet. */
  rest: () => SketchWords;
}

export interface Matching {
  /** In the order of the ledger's line. */
  olds: Old[];
  /** In the order of the text. */
  news: New[];
}

export const isLost = ({ home, isLiving }: Old) => isLiving && home === undefined;
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
      isLiving: isLiving(statement),
      gap: 0,
      home: undefined,
      isInPlace: false,
      outcome: 'removed',
    };
  });
  const news = texts.map((text, place): New => {
    const words = once(() => sketchedWords(sketch(text)));
    const digest = digests[place] ?? '';
    return { place, digest, words, gap: 0, owner: undefined, isSame: false, rest: words };
  });
  return { olds, news };
}

/** Gives a present statement the id of a recorded one. */
export function assign(old: Old, home: New, outcome: StatementOutcome, isInPlace: boolean): void {
  Object.assign(old, { home, outcome, isInPlace });
  home.owner = old;
  home.isSame = old.digest === home.digest;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
