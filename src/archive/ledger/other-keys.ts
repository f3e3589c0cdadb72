import type { KeyKind, PresentWord } from './keys.ts';
import { leadOf } from './lead.ts';
import { likeness } from './likeness.ts';
import type { Matching, New, Old } from './matching.ts';
import {
  differsByCharacter,
  hasOtherNumber,
  type Substitution,
  substitutions,
} from './substitutions.ts';

/** Texts of up to so many words have room for little but what they are about: items, rows, headings. */
const BRIEF = 20;
/** So many keys, and such a share of what was replaced, make another statement of a text that is as alike else. */
const [SEVERAL, MOSTLY_KEYS, ALIKE] = [2, 0.6, 0.6];
/** The number of another bill does so with fewer keys, if such numbers are more than this share of what was replaced. */
const [SOME_KEYS, MIN_REFERENCES] = [0.34, 0.1];
/** How alike two items of a list are that differ by what they are about. */
const PARALLEL = 0.5;
/** Fewer words say nothing beside a date. */
const FEW = 3;

const NAMES: ReadonlySet<KeyKind | undefined> = new Set(['name', 'place', 'speaker']);
const isLong = (shadow: string) => shadow.length > 1;

/** A substitution in which what identifies a statement was replaced by another. */
interface Change extends Substitution {
  keys: readonly PresentWord[];
}

/**
 * Whether a present statement is about something else than a recorded one that it is much like: another bill
 * or version, person or place, or another item of a list whose items are alike. The ledger has only shadows
 * of the recorded words: a word counts as a key if a key is in its place now and the text does not have it
 * as an ordinary word. Corrections of a character are no other key, nor is a name that changed throughout.
 */
export function hasOtherKeys(matching: Matching, old: Old, home: New, isInPlace: boolean): boolean {
  const replaced = substitutions(old.words.all, home.tokens()).filter((one) =>
    isReal(one, old, home),
  );
  if (replaced.length === 0) return old.digest !== home.digest && numberHides(old, home);
  const present = new Set(home.words().all);
  const changes = replaced
    .map((one) => keyChange(one, present, matching))
    .filter((change) => change !== undefined);
  if (changes.length === 0) return false;
  const keyShare = changes.length / replaced.length;
  const references = changes.filter((change) => changesReference(change, old, home));
  const referenceShare = references.length / replaced.length;
  if (referenceShare > MIN_REFERENCES && keyShare >= SOME_KEYS) return true;
  // What was removed, and seems to be back with other keys, is another one.
  if (!isInPlace && !old.isLiving) return true;
  if (keyShare < MOSTLY_KEYS) return false; // other words have changed as well
  if (replaced.length === 1 && isCorrected(replaced[0], old, home)) return false;
  if (changes.some(({ keys }) => keys.some(({ key }) => key === 'speaker'))) return true;
  const isBrief = home.tokens().length <= BRIEF;
  if (isBrief && isOtherItem(matching, changes, { old, home, isInPlace })) return true;
  return (
    changes.length >= SEVERAL &&
    likeness(old.words, home.words()) >= ALIKE &&
    !changes.every((change) => isRenamed(change, matching))
  );
}

/** Whether words differ, and not only their order. */
function isReal({ olds, news }: Substitution, old: Old, home: New): boolean {
  const [before, now] = [new Set(old.words.all), new Set(home.words().all)];
  return (
    olds.some((shadow) => !isLong(shadow) || !now.has(shadow)) ||
    news.some(({ shadow }) => !isLong(shadow) || !before.has(shadow))
  );
}

function keyChange(
  one: Substitution,
  present: ReadonlySet<string>,
  { isOrdinary }: Matching,
): Change | undefined {
  const gone = one.olds.filter((shadow) => !isLong(shadow) || !present.has(shadow));
  const hadName = gone.some((shadow) => isLong(shadow) && !isOrdinary(shadow));
  const hadNumber = gone.some((shadow) => !isLong(shadow) || !isOrdinary(shadow));
  const keys = one.news.filter(({ key }) =>
    key === undefined ? false : NAMES.has(key) ? hadName : hadNumber,
  );
  return keys.length > 0 ? { ...one, keys } : undefined;
}

/** Whether the number behind “AB” or “v” is another one, where there was one before. */
function changesReference({ keys, olds, news, place }: Change, old: Old, home: New): boolean {
  const references = keys.filter(({ key }) => key === 'reference');
  if (references.length === 0) return false;
  if (olds.length === news.length) return true;
  // The word before the first number is the same, and so was a reference before.
  const before = home.tokens()[place - 1];
  return (
    news[0]?.key === 'reference' && before !== undefined && old.words.all.includes(before.shadow)
  );
}

/** Whether a number has changed that has the same shadow. */
function numberHides(old: Old, home: New): boolean {
  const { text } = home;
  const numbers = home.tokens().filter(({ word }) => /\d/.test(word));
  const other = numbers.find((token) => hasOtherNumber(text, token, old.digest));
  if (other === undefined) return false;
  const isBareDate = other.key === 'date' && home.tokens().every(({ key }) => key === 'date');
  return other.key === 'reference' || isBareDate || leadOf(home.tokens(), text) > 0;
}

/** Whether nothing but a character of one word differs, which is no number. */
function isCorrected(one: Substitution | undefined, old: Old, home: New): boolean {
  const [token, ...others] = one?.news ?? [];
  if (token === undefined || others.length > 0 || one?.olds.length !== 1) return false;
  return !/\p{N}/u.test(token.word) && differsByCharacter(home.text, token, old.digest);
}

interface Pair {
  old: Old;
  home: New;
  isInPlace: boolean;
}

function isOtherItem(matching: Matching, changes: readonly Change[], pair: Pair): boolean {
  const { old, home, isInPlace } = pair;
  const tokens = home.tokens();
  const lead = leadOf(tokens, home.text);
  if (changes.some(({ place }) => place < lead)) return true;
  const keys = changes.flatMap((change) => change.keys);
  if (keys.some(({ key }) => key === 'place')) return true;
  const isNamed = keys.some(({ key }) => NAMES.has(key));
  if (isNamed && (!isInPlace || matching.hasParallel(old, PARALLEL))) return true;
  const says = tokens.filter(({ key, shadow }) => key === undefined && isLong(shadow));
  if (keys.some(({ key }) => key === 'date') && says.length < FEW) return true;
  const others = tokens.filter((token) => token.key !== undefined && !keys.includes(token));
  // A number alone identifies an item only where nothing else does.
  return lead === 0 && others.length === 0 && matching.hasParallel(old, PARALLEL);
}

/** Whether the word was replaced by the same everywhere: in several statements, and none has it still. */
function isRenamed({ olds, keys }: Change, { countOld, countNew, isOrdinary }: Matching): boolean {
  const gone = olds.filter((shadow) => isLong(shadow) && !isOrdinary(shadow));
  return (
    gone.length > 0 &&
    gone.every((shadow) => countOld(shadow) >= SEVERAL && countNew(shadow) === 0) &&
    keys.some(({ shadow }) => countNew(shadow) >= SEVERAL)
  );
}
