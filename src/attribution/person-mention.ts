import type { SpeechLexicon } from './lexicon.ts';
import type { SpeechToken } from './tokens.ts';

/** A person as a text names one. */
export interface PersonMention {
  /** The words of the name without titles; none where a role alone is named, as in `the senator`. */
  name: readonly string[];
  /** Titles and roles before it, in lower case. */
  titles: readonly string[];
  /** The places of its tokens; `end` is the first behind it. */
  start: number;
  end: number;
  /** Whether it is one of several people: `Senators A and B`. */
  isJoint: boolean;
  /** Whether what follows is the person's: `Senator Sample's`. */
  isPossessive: boolean;
}

const MAX_ROLE_WORDS = 5;
const MAX_NAME_WORDS = 4;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
/** Degrees are no part of a name. */
const DEGREE = /^(?:m\.d|md|ph\.d|phd|d\.o|esq|r\.n|rn)$/;
const POSSESSIVE = /['’]s?$/;
const ACRONYM = /^\p{Lu}{3,}$/u;

/**
 * Reads the person that is named at a place, with titles before the name.
 * @returns undefined where none is, or where that is in doubt.
 */
export function mentionAt(
  tokens: readonly SpeechToken[],
  place: number,
  lexicon: SpeechLexicon,
): PersonMention | undefined {
  const article = lexicon.articles.has(tokens[place]?.key ?? '') ? 1 : 0;
  const role = roleWords(tokens, place + article, lexicon);
  if (role === undefined) return undefined;
  const start = place + article + role.length;
  const run = capitalRun(tokens, start, role.titles, lexicon);
  const last = tokens[run.end - 1];
  if (run.name.length === 0 && start === place && lexicon.surnames.has(last?.key ?? '') && last) {
    run.titles.pop(); // without an article it is a name, as in `said Dean`
    run.name.push(last);
  }
  const { name, titles } = run;
  if (article === 1 && titles.length === 0) return undefined; // `the Sample Gazette`
  if (name.length === 0 && titles.length === 0) return undefined;
  if (!name.every((token) => isNameWord(token, lexicon))) return undefined;
  if (name.filter(({ isCapital }) => isCapital).length > MAX_NAME_WORDS) return undefined;
  const { suffix, end } = suffixAt(tokens, run.end, name.length > 0);
  return {
    name: [...name, ...suffix].map(({ text }) => text.replace(POSSESSIVE, '').replaceAll('’', "'")),
    titles,
    start: place,
    end,
    isJoint: run.isPlural || isBesideAnother(tokens, place, end, lexicon),
    isPossessive: POSSESSIVE.test(name.at(-1)?.text ?? ''),
  };
}

/** Words in small letters that lead to a name, as in `said spokesman John Sample`: undefined where they name no role. */
function roleWords(tokens: readonly SpeechToken[], place: number, lexicon: SpeechLexicon) {
  const titles: string[] = [];
  let length = 0;
  for (; length <= MAX_ROLE_WORDS; length++) {
    const token = tokens[place + length];
    if (token?.isWord !== true || token.isCapital) break;
    if (titles.length === 0 && lexicon.prepositions.has(token.key)) return undefined;
    if (isRole(token.key, lexicon)) titles.push(token.key);
    else if (titles.length > 0 && !lexicon.joints.has(token.key)) break;
  }
  if (length > MAX_ROLE_WORDS || (length > 0 && titles.length === 0)) return undefined;
  return { titles, length };
}

/** Whether a word in small letters is what somebody does: `librarian`, `carpenter`. */
const isRole = (word: string, { titles, roleEndings, notRoles }: SpeechLexicon) =>
  titles.has(word) || (roleEndings.test(word) && !notRoles.has(word));

/** Capitalized words: what is before the last title among them belongs to the title. */
function capitalRun(
  tokens: readonly SpeechToken[],
  start: number,
  roles: readonly string[],
  lexicon: SpeechLexicon,
) {
  const { titles: known, pluralTitles, fields, particles } = lexicon;
  const titles = [...roles];
  const name: SpeechToken[] = [];
  let isPlural = false;
  let end = start;
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at] as SpeechToken;
    const { key, isCapital } = token;
    const isTitle =
      (known.has(key) || pluralTitles.has(key)) && !isLastName(tokens, at, name, lexicon);
    const isParticle = name.length > 0 && particles.has(key) && tokens[at + 1]?.isCapital === true;
    if (isTitle && (isCapital || name.length === 0)) {
      isPlural = pluralTitles.has(key);
      titles.push(...name.splice(0).map((one) => one.key), key);
    } else if (name.length === 0 && titles.length > 0 && fields.has(key)) {
      titles.push(key);
    } else if (isCapital || isParticle) {
      name.push(token);
    } else if (name.length === 0 && titles.length > 0 && leadsToField(tokens, at, lexicon)) {
      continue; // the end is behind what follows
    } else {
      break;
    }
    end = at + 1;
    if (name.length > 0 && POSSESSIVE.test(token.text)) break;
  }
  return { titles, name, end, isPlural };
}

/** Whether a title goes on, as in `Secretary of the Treasury`; what else follows, as in `head of Sample Inc.`, is no name. */
function leadsToField(
  tokens: readonly SpeechToken[],
  at: number,
  { joints, fields, titles }: SpeechLexicon,
): boolean {
  const next = tokens.slice(at).find(({ key }) => !joints.has(key))?.key ?? '';
  return joints.has(tokens[at]?.key ?? '') && (fields.has(next) || titles.has(next));
}

/** Whether a word that may be a title is a name here: `Howard Dean said`. */
function isLastName(
  tokens: readonly SpeechToken[],
  at: number,
  name: readonly SpeechToken[],
  { notNames, surnames }: SpeechLexicon,
): boolean {
  if (!surnames.has(tokens[at]?.key ?? '')) return false;
  const isLast = tokens[at + 1]?.isCapital !== true && !(tokens[at]?.text ?? '').endsWith('.');
  return name.length === 1 && isLast && !notNames.has(name[0]?.key ?? '');
}

function isNameWord(
  { text, key, isCapital }: SpeechToken,
  { notNames, verbs }: SpeechLexicon,
): boolean {
  return !isCapital || !(notNames.has(key) || verbs.has(key) || ACRONYM.test(text));
}

function suffixAt(tokens: readonly SpeechToken[], end: number, hasName: boolean) {
  const after = tokens[end]?.key === ',' ? end + 1 : end;
  const suffix = tokens[after];
  if (!hasName || suffix === undefined) return { suffix: [], end };
  if (SUFFIX.test(suffix.key)) return { suffix: [suffix], end: after + 1 };
  return { suffix: [], end: after > end && DEGREE.test(suffix.key) ? after + 1 : end };
}

/** Whether a name is joined to one before or behind it: `Sample and Example said`. */
function isBesideAnother(
  tokens: readonly SpeechToken[],
  start: number,
  end: number,
  { and }: SpeechLexicon,
): boolean {
  const isAnd = (n: number) => and.has(tokens[n]?.key ?? '');
  const isName = (n: number) => tokens[n]?.isCapital === true;
  return (isAnd(start - 1) && isName(start - 2)) || (isAnd(end) && isName(end + 1));
}
