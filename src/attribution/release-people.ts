import type { SpeechLexicon } from './lexicon.ts';
import { mentionAt, type PersonMention } from './person-mention.ts';
import type { SpeechToken } from './tokens.ts';

/** Where a person is named outside of quotations. */
interface NamedPlace {
  person: string;
  statement: number;
  offset: number;
}

interface KnownPerson {
  name: string;
  words: readonly string[];
  titles: Set<string>;
  /** Whether a title or a party shows that it is a person; else it may be any words in capitals. */
  isCertain: boolean;
}

/** The people whom a release names, by whom bare last names are completed. */
export class ReleasePeople {
  readonly #known = new Map<string, KnownPerson>();
  readonly #byFamily = new Map<string, KnownPerson[]>();
  readonly #places: NamedPlace[] = [];
  readonly #lexicon: SpeechLexicon;

  constructor(lexicon: SpeechLexicon) {
    this.#lexicon = lexicon;
  }

  /** Notes all full names in words that are no quotation. */
  learn(tokens: readonly SpeechToken[]): void {
    for (const mention of this.#mentions(tokens)) {
      const { name, titles, end } = mention;
      if (name.length < 2) continue;
      const isCertain = titles.length > 0 || hasParty(tokens, end);
      this.#add(name, titles, isCertain);
    }
  }

  /** Notes where the people that are known are named: when all is learnt. */
  place(tokens: readonly SpeechToken[], statement: number, start: number): void {
    for (const mention of this.#mentions(tokens)) {
      const person = this.fullName(mention);
      const token = tokens[mention.start];
      // For `he`, even a name that may be a place's leaves it in doubt.
      const isPerson = person !== undefined && (person.includes(' ') || mention.titles.length > 0);
      if (isPerson && token !== undefined) {
        this.#places.push({ person, statement, offset: start + token.start });
      }
    }
  }

  /** The whole name of a person; the name as it is where the release has no longer one, undefined where it has two. */
  fullName({ name, titles }: PersonMention): string | undefined {
    if (name.length === 0) return undefined;
    const family = this.#byFamily.get(name.at(-1)?.toLowerCase() ?? '') ?? [];
    const longer = family.filter(
      ({ words }) => endsWith(words, name) || isFirstFamily(words, name),
    );
    const certain = longer.filter(({ isCertain }) => isCertain);
    const found = certain.length > 0 ? certain : longer;
    if (found.length === 0) return name.join(' ');
    const [first, ...others] = found;
    if (name.length === 1 && first && this.#isAnother(first, titles)) return undefined;
    if (first === undefined || !others.every(({ words }) => isSamePerson(words, first.words)))
      return name.length > 1 ? name.join(' ') : undefined;
    return first.name;
  }

  /** Whether a title is not that of a person: `President Sample`, where the release has Governor Pat Sample. */
  #isAnother(known: KnownPerson, titles: readonly string[]): boolean {
    const sole = titles.filter((title) => this.#lexicon.soleTitles.has(title));
    return known.titles.size > 0 && sole.some((title) => !known.titles.has(title));
  }

  /** Reads the person that is named at a place. */
  read(tokens: readonly SpeechToken[], place: number): PersonMention | undefined {
    return place < 0 ? undefined : mentionAt(tokens, place, this.#lexicon);
  }

  /** Whether the release has the person's whole name, with a title or a party. */
  isNamed(mention: PersonMention): boolean {
    const name = this.fullName(mention);
    return name !== undefined && this.#isCertain(name);
  }

  /** Whether the release gives the person that title. */
  hasTitle(person: string, titles: readonly string[]): boolean {
    const known = this.#known.get(keyOf(person.split(' ')));
    return titles.every((title) => known?.titles.has(title) ?? false);
  }

  /** The people named between two places; offsets are in characters of the statements. */
  between(from: Omit<NamedPlace, 'person'>, to: Omit<NamedPlace, 'person'>): Set<string> {
    const isBefore = (a: Omit<NamedPlace, 'person'>, b: Omit<NamedPlace, 'person'>) =>
      a.statement === b.statement ? a.offset < b.offset : a.statement < b.statement;
    const found = this.#places.filter((one) => !isBefore(one, from) && isBefore(one, to));
    return new Set(found.map(({ person }) => person));
  }

  #isCertain(name: string): boolean {
    return this.#known.get(keyOf(name.split(' ')))?.isCertain ?? false;
  }

  *#mentions(tokens: readonly SpeechToken[]): Generator<PersonMention> {
    let isList = false;
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      const mention = token?.isCapital === true ? mentionAt(tokens, at, this.#lexicon) : undefined;
      if (mention === undefined || mention.end <= at) {
        if (token?.text === '.') isList = false;
        at++;
        continue;
      }
      const isPlural = mention.titles.some((title) => this.#lexicon.pluralTitles.has(title));
      isList ||= isPlural;
      // In `Sens. Pat Sample (A) and Sam Example` the title is that of both.
      yield isList && mention.titles.length === 0 && isJoined(tokens, at, this.#lexicon)
        ? { ...mention, titles: ['member'] }
        : mention;
      at = mention.end;
    }
  }

  #add(words: readonly string[], titles: readonly string[], isCertain: boolean) {
    const key = keyOf(words);
    const known = this.#known.get(key);
    if (known === undefined) {
      const made = { name: words.join(' '), words, titles: new Set(titles), isCertain };
      this.#known.set(key, made);
      const families = words.slice(this.#lexicon.hasTwoFamilyNames ? 1 : -1);
      for (const family of families.map((word) => word.toLowerCase())) {
        this.#byFamily.set(family, [...(this.#byFamily.get(family) ?? []), made]);
      }
      return;
    }
    known.isCertain ||= isCertain;
    for (const title of titles) known.titles.add(title);
  }
}

const keyOf = (words: readonly string[]) => words.join(' ').toLowerCase();

/** Whether a name ends with another: its last name, or all of it. Capitals do not count. */
function endsWith(words: readonly string[], last: readonly string[]): boolean {
  const from = words.length - last.length;
  return (
    from >= 0 && last.every((word, n) => word.toLowerCase() === words[from + n]?.toLowerCase())
  );
}

/** Whether a name of one word is another's first family name; only Spanish names are found by it. */
const isFirstFamily = (
  words: readonly string[],
  [name = '', ...more]: readonly string[],
): boolean =>
  more.length === 0 && words.slice(1).some((word) => word.toLowerCase() === name.toLowerCase());

/** Whether two names with the same last name may be one person's: `Pat Q. Sample` and `Pat Sample`. */
export function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const [first = '', second = ''] = [a[0], b[0]].map((word) => (word ?? '').toLowerCase());
  if (first === second) return true;
  const isInitial = first.endsWith('.') || second.endsWith('.');
  return isInitial && first[0] === second[0];
}

/** `(A-XY)` or `, A-Xy.,` behind a name. */
function hasParty(tokens: readonly SpeechToken[], end: number): boolean {
  const [mark, party, dash] = [tokens[end], tokens[end + 1], tokens[end + 2]];
  if (mark?.text !== '(' && mark?.text !== ',') return false;
  return (
    /^[A-Z](?:-[A-Z].*)?$/.test(party?.text ?? '') &&
    (party?.text.length !== 1 || dash?.text === '-')
  );
}

function isJoined(tokens: readonly SpeechToken[], at: number, { and }: SpeechLexicon): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.text === ',' || and.has(before.key));
}
