import type { Alignment } from '../../../src/archive/ledger/align.ts';
import { type Text, textOf } from './edits.ts';

/**
 * Where the link to a recorded statement leads. `right`: to the statement that has most of the words
 * it had, to one with just the same words, or to a marker where its words are gone. `part`: to a part
 * of it that is not the largest. `marker`: to a marker, though it is there. `wrong`: to another.
 */
export type Verdict = 'right' | 'part' | 'marker' | 'wrong';

/** With less of a statement's words there is no right answer: a marker is as good. */
const LEAST = 0.25;
/** Of two parts of a split that have about as many of its words, either is right. */
const NEARLY = 0.8;

export interface Judged {
  verdict: Verdict;
  /** Whether the edit changed the words of the statement. */
  isTouched: boolean;
}

/**
 * Judges where each recorded id is found.
 * @param ids of the recorded statements, in the order of `before`.
 */
export function judge(
  before: Text,
  ids: readonly string[],
  after: Text,
  alignment: Alignment,
): Judged[] {
  const texts = after.map(textOf);
  const homes = new Map<string, number>();
  for (const [place, id] of alignment.ids.entries()) {
    for (const one of [id, ...(alignment.former[place] ?? [])]) homes.set(one, place);
  }
  return before.map((statement, n) => {
    const own = textOf(statement);
    const isTouched = !texts.includes(own);
    const words = after.map((one) => one.filter(({ from }) => from === n).length);
    const most = Math.max(...words, 0);
    const isGone = most < LEAST * statement.length;
    const home = homes.get(ids[n] ?? '');
    if (home === undefined) return { isTouched, verdict: isGone ? 'right' : 'marker' };
    const found = words[home] ?? 0;
    if (texts[home] === own || found >= NEARLY * Math.max(most, 1)) {
      return { isTouched, verdict: 'right' };
    }
    return { isTouched, verdict: found >= LEAST * most && found > 0 ? 'part' : 'wrong' };
  });
}
