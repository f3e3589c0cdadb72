import { releaseLineAt } from '../release-line.ts';
import type { TaggedUnit } from '../tag-units.ts';
import { isLabel } from './label.ts';
import { isSalutation } from './story-start.ts';

const MAX_SALUTATION = 12; // words
const MAX_NOTE = 6; // lines
const MAX_LINE = 40; // words

/**
 * Where the release begins that a note passes on: `Good morning,` above `please see below` and `NEWS RELEASE`.
 * @returns the first unit of the block that says so; undefined if unit `n` begins no such note.
 */
export function endOfNote(units: readonly TaggedUnit[], n: number): number | undefined {
  const first = units[n];
  if (first === undefined || n > 1 || first.tags.words > MAX_SALUTATION) return undefined;
  if (!isSalutation(first.text)) return undefined;
  for (let k = n + 1; k <= n + MAX_NOTE; k++) {
    const unit = units[k];
    if (unit === undefined || unit.isBody || unit.tags.words > MAX_LINE) return undefined;
    if (isKind(unit.text)) return units.findIndex(({ block }) => block === unit.block);
  }
  return undefined;
}

/** Whether a line says that a release follows, and is no field of a form. */
const isKind = (text: string) =>
  releaseLineAt(text) !== undefined ||
  (/\p{L}{4}/u.test(text) && !/[:：]/u.test(text) && isLabel(text));
