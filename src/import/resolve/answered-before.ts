import type { Contact } from '../../archive/frontmatter.ts';
import { listOf } from '../write/merge-media.ts';
import type { Fields } from '../write/merge-release.ts';
import type { Question } from './questions.ts';
import type { SettledRelease } from './resolve-release.ts';

/** Settles what a source leaves open with what the release that it gave has: it was answered once. */
export function answeredBefore(
  release: SettledRelease,
  questions: readonly Question[],
  there: Fields,
): { release: SettledRelease; questions: Question[] } {
  const answered = { ...release };
  const open = questions.filter(({ field }) => {
    const value = there[field];
    if (value === undefined || value === null) return true;
    if (field === 'office') answered.office = listOf(value).map(String);
    else if (field === 'contact') answered.contact = listOf(value) as Contact[];
    else answered[field] = String(value);
    return false;
  });
  return { release: answered, questions: open };
}
