import type { Alignment } from '../archive/ledger/align.ts';
import type { LedgerEntry } from '../archive/ledger/entry.ts';
import { historyOf } from '../archive/ledger/history.ts';
import { firstWords } from '../markdown/first-words.ts';
import type { Statement } from '../markdown/rehype-statements.ts';

/** Where a statement is that the history of its release names, by words that a reader finds on the page. */
export interface Whereabouts {
  /** Whether it is in the text, in another release, or gone. */
  is: 'here' | 'away' | 'removed';
  /**
   * The first words of the present statement that has its words, or of the one that it followed; undefined
   * where it was the first.
   */
  words: string | undefined;
  /** The number of that statement in the text, from 0; -1 for none. */
  at: number;
}

/** Those of all statements in the recorded changes, by id. Only present words are known: the ledger has no others. */
export function whereaboutsOf(
  { changes, statements: recorded = [] }: Partial<LedgerEntry>,
  { ids, former, removed }: Alignment,
  statements: readonly Pick<Statement, 'text'>[],
): Record<string, Whereabouts> {
  const named = new Set([
    ...historyOf(changes).flatMap((day) => day.changes.flatMap((it) => it.ids)),
    ...(changes ?? []).flatMap(({ forgotten = [] }) => forgotten),
  ]);
  if (named.size === 0) return {};
  const found: Record<string, Whereabouts> = {};
  const note = (id: string, is: Whereabouts['is'], at: number) => {
    if (!named.has(id)) return;
    const { text } = statements[at] ?? {};
    found[id] = { is, at, words: text === undefined ? undefined : firstWords(text) };
  };
  for (const [at, id] of ids.entries()) {
    for (const one of [id, ...(former[at] ?? [])]) note(one, 'here', at);
  }
  const away = new Set(recorded.filter(({ to }) => to !== undefined).map(({ id }) => id));
  for (const { id, after } of removed) note(id, away.has(id) ? 'away' : 'removed', after);
  return found;
}
