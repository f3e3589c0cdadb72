import type { Contact } from '../../archive/frontmatter.ts';
import { asList, type RawFields } from './raw-fields.ts';
import type { FieldQuestion } from './questions.ts';
import type { ResolvedRelease } from './resolve-release.ts';

/** Answers questions with the fields of the release that the source gave before. */
export function answeredBefore(
  release: ResolvedRelease,
  questions: readonly FieldQuestion[],
  existing: RawFields,
): { release: ResolvedRelease; questions: FieldQuestion[] } {
  const answered = { ...release };
  const open = questions.filter(({ field }) => {
    const value = existing[field];
    if (value === undefined || value === null) return true;
    if (field === 'office') answered.office = asList(value).map(String);
    else if (field === 'contact') answered.contact = asList(value) as Contact[];
    else answered[field] = String(value);
    return false;
  });
  return { release: answered, questions: open };
}
