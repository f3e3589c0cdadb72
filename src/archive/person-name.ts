/** The parts of a person's name, as CSL-JSON calls them. */
export interface PersonName {
  family: string;
  given?: string | undefined;
  suffix?: string | undefined;
  /** Belongs to the family name in a text, but is not what it is sorted by: `de` in `de León`. */
  'non-dropping-particle'?: string | undefined;
}

const SUFFIX = /^(?:jr|sr|i{2,3}|iv|md|m\.d|ph\.?d|esq)\.?$/i;
/** Particles that belong to the family name that follows, where they are in small letters: `van der Berg`. */
const PARTICLE = /^\p{Ll}/u;
/** The same where they are capitalized, and are then part of the family name itself: `Van Hollen`, `De La Cruz`. */
const CAPITAL_PARTICLE =
  /^(?:Da|Das|De|Del|Della|Den|Der|Di|Dos|Du|El|La|Las|Los|San|Santa|St\.?|Ten|Ter|Van|Von)$/;

/**
 * The parts of a person's name. Where no family name is known, the last word is taken for it, with the
 * particles before it; a name with a comma is read as `Family, Given, Suffix`, one of a single word is a family name.
 * @param families family names that are known: the longest with which the name ends, or begins as in Chinese, is
 *   the person's.
 * @see https://docs.citationstyles.org/en/stable/specification.html#name-particles
 */
export function partName(name: string, families: readonly string[] = []): PersonName {
  const [whole = '', ...afterComma] = name.split(',').map((part) => part.trim());
  if (afterComma.length > 0 && !afterComma.every((part) => SUFFIX.test(part))) {
    const [given, suffix] = afterComma;
    return { family: whole, ...(given && { given }), ...(suffix && { suffix }) };
  }
  const words = whole.split(/\s+/);
  const last = words.findLastIndex((word, n) => n === 0 || !SUFFIX.test(word));
  const suffix = [...words.slice(last + 1), ...afterComma].join(' ');
  const person = words.slice(0, last + 1).join(' ');
  return { ...withoutSuffix(person, families), ...(suffix && { suffix }) };
}

function withoutSuffix(person: string, families: readonly string[]): PersonName {
  const known = [...families]
    .sort((a, b) => b.length - a.length)
    .find((family) => restOf(person, family) !== undefined);
  if (known !== undefined) {
    const given = restOf(person, known);
    return { family: known, ...(given && { given }) };
  }
  const words = person.split(' ');
  let start = words.length - 1;
  while (start > 1 && CAPITAL_PARTICLE.test(words[start - 1] ?? '')) start--;
  let particle = start;
  while (particle > 1 && PARTICLE.test(words[particle - 1] ?? '')) particle--;
  const given = words.slice(0, particle).join(' ');
  const particles = words.slice(particle, start).join(' ');
  return {
    family: words.slice(start).join(' '),
    ...(given && { given }),
    ...(particles && { 'non-dropping-particle': particles }),
  };
}

/** What a name has besides the family name; undefined where it is not its name. */
function restOf(person: string, family: string): string | undefined {
  if (person === family) return '';
  if (person.endsWith(` ${family}`)) return person.slice(0, -family.length - 1);
  const hasNoSpaces = !/[\s\p{Script=Latin}]/u.test(person);
  if (person.startsWith(`${family} `) || (hasNoSpaces && person.startsWith(family)))
    return person.slice(family.length).trim();
  return undefined;
}

/** The family name as it is read, with its particle. */
export const fullFamily = ({ family, 'non-dropping-particle': particle }: PersonName): string =>
  particle === undefined ? family : `${particle} ${family}`;
