import type { Day } from '../day.ts';
import { differingPieces, type WordsPiece } from './compare-words.ts';
import type { EarlierWording } from './earlier-wording.ts';

/** How the words of a statement, or of several that were merged, changed on a day. */
export interface ChangedWords {
  statements: string[];
  on: Day;
  pieces: WordsPiece[];
}

/** A statement as it is now. */
interface Present {
  id: string;
  text: string;
}

/**
 * What became of earlier wordings: each compared with the next one, and the last with the present words.
 * @param wordings of one release, oldest first.
 * @param present its statements, by their ids and by the ids that were merged into them.
 * @param language of the words, as a BCP 47 tag: it says where words begin in a script without spaces.
 */
export function changedWords(
  wordings: readonly EarlierWording[],
  present: ReadonlyMap<string, Present>,
  language: string,
): ChangedWords[] {
  const own = Map.groupBy(wordings, ({ statement }) => statement);
  const steps = wordings.map((wording) => {
    const { statement, text, until } = wording;
    const later = own.get(statement) ?? [];
    const next = later[later.indexOf(wording) + 1];
    const now = next ? undefined : present.get(statement);
    return { statement, until, text, next: next?.text ?? now?.text ?? '', now };
  });
  // Those that were merged on one day are compared together with what they are now.
  const groups = Map.groupBy(
    steps,
    ({ statement, until, now }) => `${until} ${now?.id ?? statement}`,
  );
  const changed = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const isMerged = group.length > 1 && first?.now !== undefined;
    return (isMerged ? [inOrder(group)] : group.map((one) => [one])).map((merged) => {
      const [{ until = '', next = '' } = {}] = merged;
      const before = merged.map(({ text }) => text).join(' ');
      return {
        statements: merged.map(({ statement }) => statement),
        on: until,
        pieces: differingPieces(before, next, language),
      };
    });
  });
  // Statements that were merged may have their words still.
  return changed.filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'));
}

/** Merged statements in the order in which the text that they became begins with their words. */
function inOrder<Step extends { text: string; next: string }>(group: readonly Step[]): Step[] {
  const START = 12; // characters
  return group.toSorted(
    (a, b) => a.next.indexOf(a.text.slice(0, START)) - b.next.indexOf(b.text.slice(0, START)),
  );
}
