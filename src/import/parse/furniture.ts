import { collapse, wordsIn } from './text-shape.ts';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const RELEASES =
  '(?:(?:press|news|media)\\s+(?:releases?|relases?|statements?|advisor(?:y|ies))|newsroom|(?:press|news)\\s+room)';
/** Phrases on every page of an office's site or letterhead that are not part of a release. */
const PHRASES = [
  `${RELEASES}(?:[\\s:-]+${RELEASES})*\\s*:?`,
  `${MONTH}\\s+\\d{4}\\s+${RELEASES}`,
  `(?:(?:U\\.?\\s*S\\.?|United States)\\s+)?Senat(?:or|e)\\s+(?:\\p{Lu}[\\p{L}.'’]*\\s+){1,4}${RELEASES}`,
  `${RELEASES}\\s+of(?:\\s+(?:U\\.?\\s*S\\.?\\s+)?Senator(?:\\s+\\p{Lu}[\\p{L}.'’]*){1,4}\\s*)?`,
  'current\\s+(?:record|press\\s+release)',
  '(?:filter|browse|sort|search)\\s+(?:by|search)\\s*:?',
  'related\\s+(?:press\\s+)?(?:releases|links|files|documents|issues)',
  'originating\\s+site(?:\\s+number)?',
  'site\\s+filter(?:\\s+search)?',
  'year\\s+county',
  'questions\\s+or\\s+comments\\??',
  'text\\s+size',
  '(?:contact\\s+)?site\\s?map',
  'privacy\\s+policy',
  '(?:\\d{4}\\s+)?[\\p{L} .,©]{0,60}all\\s+rights\\s+reserved\\.?',
  '(?:e-?mail\\s*)+',
  '©.{0,100}',
  '(?:printer[- ]friendly|print|share|tweet|facebook|twitter|permalink|close\\s+window|(?:go\\s+)?(?:return|back)(?:\\s+to\\s+[\\p{L} ]{3,30})?|(?:back\\s+to\\s+)?top|previous|next|home|search|menu|skip\\s+to\\s+(?:main\\s+)?content|print\\s+this\\s+page|e-?mail\\s+this(?:\\s+page)?|share\\s+this(?:\\s+\\p{L}+)?|read\\s+more|comments?)(?:\\s+(?=[|·•]))?',
  `(?:(?:U\\.?\\s*S\\.?|United States)\\s+)?Senator\\s+(?:\\p{Lu}[\\p{L}.'’]*\\s+){1,4}:\\s*${RELEASES}`,
  'open\\s+pdf(?:\\s+document)?',
  '.{0,120}\\b60[- ]day\\s+period\\b.{0,60}\\belection\\.?',
  'latest\\s+news',
  'topics',
  'more\\s+photos',
  'click\\s+(?:the\\s+)?picture\\s+to\\s+view(?:\\s+video)?',
  'of\\s+senator\\s+[\\p{L}.]+',
  'both',
  'releases',
  'news',
  'today(?:\\s+is)?\\s*:\\s*.{6,30}?\\d{4}',
  'page\\s+\\d+(?:\\s+of\\s+\\d+)?',
  '[-–—(]*\\s*more\\s*[-–—)]*',
  '[|·•*_=~\\s-]+',
  '\\d[\\d\\s]{7,}(?:per\\s+citizen)?',
  'SR\\s+\\d{3}',
];
// eslint-disable-next-line regexp/no-super-linear-backtracking -- sees a head's REACH characters alone
const AT = new RegExp(`^(?:${PHRASES.join('|')})(?=\\s{2,}|\\s*$)`, 'iu');
// eslint-disable-next-line regexp/no-super-linear-backtracking -- sees single spaces alone
const WHOLE = new RegExp(`^(?:${PHRASES.join('|')})$`, 'iu');

/** The furniture at the beginning of a text, up to a gap or to the text's end. */
export const furnitureAt = (text: string): string | undefined => AT.exec(text)?.[0];

const IN_RUN = PHRASES.filter((phrase) => !phrase.startsWith('\\d')).join('|'); // figures may be a day
const PHRASE = new RegExp(`^(?:${IN_RUN})$`, 'iu');
const MAX_RUN = 160; // characters

/** Whether a unit is furniture and nothing else. */
export const isFurniture = (text: string): boolean => {
  const line = collapse(text);
  return WHOLE.test(line) || (line.length <= MAX_RUN && isRun(line));
};

/**
 * Whether a line is a run of phrases without gaps: `Latest News TOPICS Latest News`. One pattern for all
 * would try every way to divide a row of words or of hyphens; here a phrase may end after each word.
 */
function isRun(line: string): boolean {
  const ends = [...line.matchAll(/ |$/g)].map(({ index }) => index);
  const starts = new Set([0]);
  for (const start of starts) {
    for (const end of ends) {
      if (end <= start || !PHRASE.test(line.slice(start, end))) continue;
      if (end === line.length) return true;
      starts.add(end + 1);
    }
  }
  return false;
}

/**
 * A pattern that matches in capitals and in small letters, in one that otherwise tells them apart. Modifiers
 * such as `(?i:…)` would say so, but in a process that had compiled many patterns V8 13.6 was seen to match such ones
 * no more; alone they match, so that the cause is not known.
 */
const anyCase = (pattern: string): string =>
  pattern.replace(/\\p\{[^}]*\}|\\.|[a-z]/giu, (part) =>
    part.length === 1 ? `[${part.toLowerCase()}${part.toUpperCase()}]` : part,
  );

const RANK = anyCase(
  '(?:(?:(?:U\\.?\\s*S\\.?|United States|State)\\s+)?(?:Senator|Sen\\.|Congress(?:man|woman|member)|Representative|Rep\\.|Assembly(?:member|man|woman)|Delegate|Supervisor|Council(?:member|man|woman)|Mayor|Governor|Speaker))',
);
const WORD = "\\p{Lu}[\\p{L}.'’-]*";
/** A number of names, with a comma or space between two, so that there is one way to match them. */
const names = (fewest: number, most: number) =>
  `${WORD}(?:(?:,\\s*|\\s+)${WORD}){${fewest - 1},${most - 1}},?\\s*`;
/** A name with a capital inside, like all that are printed in capitals, counts as two. */
const TWO_IN_ONE = "\\p{Lu}[\\p{Ll}\\p{Lt}\\p{Lm}\\p{Lo}.'’-]*\\p{Lu}[\\p{L}.'’-]*,?\\s*";
const LABEL = anyCase(`(?:${RELEASES}|latest\\s+news|topics|(?:filter|browse|sort)\\s+by)`);
const INSIDE = new RegExp(`${LABEL}|\\b${anyCase('(?:contacts?|phone)')}\\b`, 'u');
/** Furniture before a headline where a page became one line, up to the last label of a list of releases. */
const GLUED_HEAD = new RegExp(
  `^(?:(?:${RANK}\\s+(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}?)?${LABEL}\\s+(?:of\\s+Senator\\s+\\p{Lu}\\p{L}+\\s+)?)+(?:Contacts?\\s+)?|^Contacts?\\s+(?=\\p{Lu})`,
  'u',
);
/** And after a story: only phrases of several words, with which no story ends. */
const GLUED_FOOT = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- a row of e-mails is taken whole
  `(?<!\\s)(?:\\s+(?:${[
    `${MONTH}\\s+\\d{4}\\s+${RELEASES}`,
    'current\\s+record(?:\\s+washington)?',
    '(?:filter|browse|sort)\\s+by',
    'related\\s+(?:press\\s+)?(?:releases|links|files|documents|resources)',
    'questions\\s+or\\s+comments',
    'originating\\s+site(?:\\s+number)?',
    'site\\s+filter(?:\\s+search)?',
    'year\\s+county',
    'contact\\s+sitemap',
    '(?<!e-?mail\\s+)e-?mail(?:\\s+e-?mail)+(?!\\s+e-?mail)',
  ].join('|')}))+\\s*$`,
  'iu',
);
const MIN_WORDS = 3; // of the headline after it
const FOOT_REACH = 2000; // characters at a text's end in which furniture is looked for

/** How much of a headline's text is furniture that was glued to its front. */
export function gluedHead(text: string): number {
  const length = GLUED_HEAD.exec(text)?.[0].length ?? 0;
  return wordsIn(text.slice(length)).length >= MIN_WORDS ? length : 0;
}

/** Whether a headline's text has furniture within it. */
export const hasFurniture = (text: string): boolean => INSIDE.test(text);

/** Where the furniture begins that was glued to a text's end; undefined if there is none. */
export function gluedFoot(text: string): number | undefined {
  const from = Math.max(0, text.length - FOOT_REACH);
  const match = GLUED_FOOT.exec(text.slice(from));
  return match === null ? undefined : from + match.index;
}

/** The name, the seat or the address of the issuer, alone on a line. */
const BANNERS = [
  `${anyCase('(?:from\\s+)?(?:the\\s+)?office\\s+of')}\\s+[^\\d]{3,60}`,
  `${RANK}\\s+${names(1, 5)}(?:from\\s+${names(1, 2)}:?|,?\\s*\\d+\\w*\\s+${anyCase('district')})?`,
  `(?:${names(2, 4)}|${TWO_IN_ONE})(?:United\\s+States|U\\.?\\s*S\\.?)\\s+Senator(?:\\s+(?:from|for)\\s+${names(1, 2)})?:?`,
  anyCase(
    '(?:.{0,30}\\b(?:state\\s+(?:capitol|senate|assembly|legislature)|senate\\s+office\\s+building|P\\.?\\s?O\\.?\\s+Box)\\b.{0,60})',
  ),
  anyCase(
    '\\d+\\s+[\\p{L}. ]{3,30}(?:street|st\\.|avenue|ave\\.|blvd\\.?|boulevard|road|suite|building).{0,60}',
  ),
  '[\\p{L}. ]+,\\s*(?:[A-Z]{2}|California|D\\.?C\\.?)\\s+\\d{5}(?:-\\d{4})?',
  '(?:https?:\\/\\/|www\\.)\\S+',
];
const BANNER = new RegExp(`^(?:${BANNERS.join('|')})$`, 'u');
const VERB = /^[\p{L}'’]{2,}(?:s|ed|ing)$/iu;
const KNOWN_NOUN =
  /(?:states|senators|arkansas|kansas|texas|illinois|massachusetts|james|edwards|press|releases|news|district)$/i;

/** Whether a line is only the name of the office, its place or its address. */
export function isBanner(text: string): boolean {
  const line = collapse(text);
  if (!BANNER.test(line)) return false;
  if (/^(?:from\s+)?(?:the\s+)?office\s+of|\d/i.test(line)) return true;
  const words = wordsIn(line);
  if (/\b(?:to|on|for|in|and|the|by|at|with|as|over|of)\b/iu.test(line)) return false;
  // A headline has a verb, and it is not the last word: `Senator Sample Announces Bridge Repairs`.
  return !words.slice(1, -1).some((word) => VERB.test(word) && !KNOWN_NOUN.test(word));
}
