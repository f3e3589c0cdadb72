import { hasFurniture } from './furniture.ts';
import { collapse, isCapitals, isTitleCase, wordsIn } from './text-shape.ts';
import type { Token } from './token.ts';
import type { TaggedUnit } from './tag-units.ts';

/** The headline and the lines below it among the texts of a head. */
interface Headlines {
  headline: Token | undefined;
  subtitles: Token[];
  /** Texts that repeat the headline. */
  repeats: Token[];
  /** Texts that are neither. */
  others: Token[];
  confidence: number;
}

const normalize = (text: string) =>
  collapse(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const MAX_HEADLINE = 60; // words
/** Limits for comparing texts of a head with one another; real heads are far below. */
const MAX_WORDS = 400;
const MAX_TEXTS = 100;

const RUN_TOGETHER = 22; // words: a longer headline without punctuation includes its neighbors
const SHORT = 12; // words: so few are usually one headline
const DOUBT = 0.7;

/** Finds headline and sub-headline by what is printed twice, by headings, and by order. */
export function findHeadline(texts: readonly Token[], units: readonly TaggedUnit[]): Headlines {
  const cut = texts.filter(({ text }) => wordsIn(text).length > 0).flatMap(splitDoubled);
  const others = texts.filter(({ text }) => wordsIn(text).length === 0);
  const printedTwice = findRepeated(cut);
  if (printedTwice !== undefined)
    return { ...printedTwice, others: [...others, ...printedTwice.others] };
  const marked = cut.find(({ unit }) => (units[unit]?.heading ?? 0) > 0);
  const headline = marked ?? cut.find(isLikely) ?? cut[0];
  if (headline === undefined)
    return { headline, subtitles: [], repeats: [], others, confidence: 0 };
  const place = cut.indexOf(headline);
  const before = cut.slice(0, place);
  const isOnly = before.length === 0;
  const count = wordsIn(headline.text).length;
  const isLong = count > MAX_HEADLINE;
  // Where a page became one line, only gaps separate a headline from its neighbors.
  const isLost = units[headline.unit]?.tags.hasLostPunctuation ?? false;
  const isGuess = isLost
    ? count > RUN_TOGETHER ||
      (count > SHORT && !isSetApart(headline, units)) ||
      hasFurniture(headline.text)
    : isWithinSentences(headline, units);
  const sure = marked !== undefined || isOnly ? 0.95 : 0.75;
  return {
    headline,
    subtitles: cut.slice(place + 1),
    repeats: [],
    others: [...others, ...before],
    confidence: isLong ? 0.4 : isGuess ? Math.min(DOUBT, sure) : sure,
  };
}

/** Whether a headline is a whole line, or has a gap before or after it. */
function isSetApart({ unit, start, end }: Token, units: readonly TaggedUnit[]): boolean {
  const text = units[unit]?.text ?? '';
  const isWhole = start === 0 && end === text.length;
  return isWhole || /\s\s$/.test(text.slice(0, start)) || /^\s{2,}/.test(text.slice(end));
}

/** Whether it reads like prose and its line continues: it may be the beginning of the story. */
function isWithinSentences({ unit, end, text }: Token, units: readonly TaggedUnit[]): boolean {
  const rest = units[unit]?.text.slice(end) ?? '';
  return /^\s?\S/u.test(rest) && !isTitleCase(text);
}

/** Whether a text is long enough for a headline; shorter ones are usually labels. */
const isLikely = ({ text }: Token) =>
  wordsIn(text).length >= 3 || (isCapitals(text) && wordsIn(text).length >= 2);

/** The headline as the title of a page and once more above the story: the second is the release's. */
function findRepeated(texts: readonly Token[]): Headlines | undefined {
  const first = Math.max(0, texts.length - MAX_TEXTS);
  for (let last = texts.length - 1; last > first; last--) {
    const token = texts[last];
    if (token === undefined) continue;
    for (const earlier of texts.slice(first, last)) {
      const length = sharedLength(token.text, earlier.text);
      if (length === undefined) continue;
      const text = token.text.slice(0, length).trimEnd();
      const headline: Token = { ...token, kind: 'text', end: token.start + text.length, text };
      const rest = token.text.slice(length);
      const lead = /^\s*/.exec(rest)?.[0].length ?? 0;
      const below: Token[] =
        rest.trim() === ''
          ? []
          : [{ ...token, kind: 'text', start: token.start + length + lead, text: rest.trim() }];
      const others = texts
        .slice(0, last)
        .filter((one) => normalize(one.text) !== normalize(text) && one !== earlier);
      return {
        headline,
        subtitles: [...below, ...texts.slice(last + 1)],
        repeats: texts.slice(0, last).filter((one) => !others.includes(one)),
        others,
        confidence: 0.97,
      };
    }
  }
  return undefined;
}

/** Splits a text that repeats its words into two. */
function splitDoubled(token: Token): Token[] {
  const words = [...token.text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (words.length > MAX_WORDS) return [token];
  const said = words.map(({ 0: word }) => word.toLowerCase());
  for (let count = Math.floor(words.length / 2); count >= 4; count--) {
    if (!said.slice(0, count).every((word, n) => word === said[count + n])) continue;
    const second = words[count]?.index ?? 0;
    const first = token.text.slice(0, second).trimEnd();
    return [
      { ...token, kind: 'text', end: token.start + first.length, text: first },
      { ...token, kind: 'text', start: token.start + second, text: token.text.slice(second) },
    ];
  }
  return [token];
}

const MIN_SHARED = 5; // words

/** The longest beginning of a text that an earlier one contains. */
function sharedBeginning(text: string, earlier: string): number | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  let length: number | undefined;
  if (words.length > MAX_WORDS) return undefined;
  for (let count = MIN_SHARED; count <= words.length; count++) {
    const said = words.slice(0, count).map(({ 0: word }) => word.toLowerCase());
    if (!` ${earlier} `.includes(` ${said.join(' ')} `)) break;
    const last = words[count - 1];
    length = last && last.index + last[0].length;
  }
  return length;
}

/** The length of the beginning of a text that is the same headline as an earlier text. */
function sharedLength(text: string, earlier: string): number | undefined {
  const [ours, theirs] = [normalize(text), normalize(earlier)];
  const [length, count] = [ours.split(' ').length, theirs.split(' ').length];
  if (length < 2 || count < 2) return undefined;
  if (ours === theirs) return text.length;
  if (length >= 3 && (theirs.startsWith(`${ours} `) || theirs.endsWith(` ${ours}`)))
    return text.length;
  if (count < 4 || !ours.startsWith(`${theirs} `)) return sharedBeginning(text, theirs);
  // The later one is longer: the shared part ends after as many words.
  const last = [...text.matchAll(/[\p{L}\p{N}]+/gu)][count - 1];
  const place = last === undefined ? 0 : last.index + last[0].length;
  const punctuation = /^[^\p{L}\p{N}\s]+/u.exec(text.slice(place))?.[0].length ?? 0;
  return place + punctuation;
}
