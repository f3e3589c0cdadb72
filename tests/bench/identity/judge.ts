import type { Alignment } from '../../../src/archive/ledger/align.ts';
import { type Text, textOf } from './edits.ts';

/** Where the link to a recorded statement leads, and whether that is right. */
export type Verdict = 'right' | 'marker' | 'wrong';

/** Less than this of a statement's words, and there is no right answer: a marker is as good. */
const LEAST = 0.25;

/** Of two parts of a split that have about as many of its words, either is right. */
const NEARLY = 0.8;

/**
 * Judges each recorded id. Right is the statement that has most of the words that it had, or one
 * with just the same words, or a marker where they are gone.
 * @param before the recorded statements, their ids in the same order.
 */
export function judge(
  before: Text,
  ids: readonly string[],
  after: Text,
  alignment: Alignment,
): { verdict: Verdict; isTouched: boolean }[] {
  const texts = after.map(textOf);
  return before.map((statement, n) => {
    const id = ids[n] ?? '';
    const home = after.findIndex(
      (_, place) => alignment.ids[place] === id || alignment.former[place]?.includes(id),
    );
    const words = after.map((one) => one.filter(({ from }) => from === n).length);
    const most = Math.max(...words, 0);
    const own = textOf(statement);
    const isTouched = !texts.includes(own);
    const isGone = most < LEAST * statement.length;
    if (home === -1) return { isTouched, verdict: isGone ? 'right' : 'marker' };
    const isRight = texts[home] === own || (words[home] ?? 0) >= NEARLY * Math.max(most, 1);
    return { isTouched, verdict: isRight ? 'right' : 'wrong' };
  });
}
