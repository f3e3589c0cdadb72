const SUFFIX = /^(?:jr|sr|i{1,3}|iv|md|m\.d|ph\.?d|esq)\.?$/i;
/** Particles that belong to the family name that follows: `de León`, `van der Berg`. */
const PARTICLE = /^\p{Ll}/u;

/**
 * A person's name as reference managers want it: `Family, Given`. The last word is taken for the family
 * name, with the particles before it; a name with a comma, or of one word, is returned unchanged.
 */
export function familyFirst(name: string): string {
  const words = name.split(/\s+/);
  if (name.includes(',') || words.length < 2) return name;
  const last = words.findLastIndex((word) => !SUFFIX.test(word));
  let start = last;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start--;
  const parts = [words.slice(start, last + 1), words.slice(0, start), words.slice(last + 1)];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join(' '))
    .join(', ');
}
