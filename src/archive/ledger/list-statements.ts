import type { Day } from '../day.ts';
import type { Alignment } from './align.ts';
import { digestOf, isLiving, type RecordedStatement } from './entry.ts';
import { fit } from './likeness.ts';
import { sketch, sketchedWords } from './sketch.ts';

/** How much of a text must be found in another for the place where it is to be sure. */
const SURE = 0.5;

export interface ListOptions {
  /** What the ledger says so far, by id. */
  known: ReadonlyMap<string, RecordedStatement>;
  /** The present statements' words. */
  texts: readonly string[];
  /** The day of the line's first recording, and of this one. */
  since: Day;
  on: Day;
}

/** The line's statements: the present ones in order, behind each what it took in or what it followed. */
export function listStatements(
  { ids, digests, former, partOf, removed }: Alignment,
  { known, texts, since, on }: ListOptions,
): RecordedStatement[] {
  const dated = (day: Day | undefined) => (!day || day === since ? {} : { since: day });
  const removedAfter = (place: number) =>
    removed
      .filter(({ after }) => after === place)
      .flatMap(({ id }) =>
        withLastWords(known.get(id), (before) => ({
          removed: before.removed ?? on,
          ...(before.to === undefined ? {} : { to: before.to }),
        })),
      );

  function present(id: string, n: number): RecordedStatement[] {
    const before = known.get(id);
    const [digest, words, guests] = [digests[n] ?? '', sketch(texts[n] ?? ''), former[n] ?? []];
    const isAsBefore = before && isLiving(before) && digestOf(before) === digest;
    const own = before ? wordsWithin(words, ownWords(before)) : words;
    return [
      {
        id,
        ...(id.startsWith(digest) ? {} : { text: digest }),
        ...dated(isAsBefore ? before.since : on),
        ...(partOf[n] === undefined ? {} : { of: partOf[n] }),
        words,
        ...(own === words ? {} : { own }),
      },
      ...guests.flatMap((guest) =>
        withLastWords(known.get(guest), (merged) => ({
          ...dated(merged.in === id ? merged.since : on),
          in: id,
          words: wordsWithin(words, ownWords(merged)),
        })),
      ),
    ];
  }

  return [...removedAfter(-1), ...ids.flatMap((id, n) => [...present(id, n), ...removedAfter(n)])];
}

const ownWords = ({ own, words }: RecordedStatement) => own ?? words;

/** A merged or removed statement, with the last words that it had. */
function withLastWords(
  before: RecordedStatement | undefined,
  change: (before: RecordedStatement) => Partial<RecordedStatement>,
): RecordedStatement[] {
  if (before === undefined) return [];
  const { id, text } = before;
  return [{ id, ...(text ? { text } : {}), words: ownWords(before), ...change(before) }];
}

/** What became of some words inside of a statement: the stretch where they are, if that is sure. */
function wordsWithin(statement: string, words: string): string {
  const { share, stretch } = fit(sketchedWords(words), sketchedWords(statement));
  return share >= SURE ? stretch.all.join('') : words;
}
