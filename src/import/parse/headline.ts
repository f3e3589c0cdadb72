import { hasFurniture } from './furniture.ts';
import { collapse, hasLostPunctuation, isCapitals, isTitleCase, wordsIn } from './text-shape.ts';
import type { Token } from './token.ts';
import type { Unit } from './units.ts';

/** Which of a head's free texts are the headline and the lines below it. */
export interface Headlines {
  headline: Token | undefined;
  subtitles: Token[];
  /** Texts that say the headline once more. */
  repeats: Token[];
  /** Texts that are neither. */
  others: Token[];
  confidence: number;
}

const settle = (text: string) =>
  collapse(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const LONGEST = 60; // words
/** Words of a text that is looked through for others, and texts that are: a head has fewer by far. */
const MOST_WORDS = 400;
const MOST_TEXTS = 100;

const RUN_TOGETHER = 22; // words: a longer headline without a sign in it has taken in its neighbours
const SHORT = 12; // words: so few are one headline as a rule
const DOUBT = 0.7;

/** Tells headline and sub-headline by what is printed twice, by marks of a heading, and by order. */
export function findHeadline(texts: readonly Token[], units: readonly Unit[]): Headlines {
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
  const isLong = count > LONGEST;
  // Where a page became one line, only gaps tell a headline from what stood around it.
  const isLost = hasLostPunctuation(units[headline.unit]?.text ?? '');
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

/** Whether a line or a gap ends where a headline does, on a side that is not the line's own. */
function isSetApart({ unit, start, end }: Token, units: readonly Unit[]): boolean {
  const text = units[unit]?.text ?? '';
  const isWhole = start === 0 && end === text.length;
  return isWhole || /\s\s$/.test(text.slice(0, start)) || /^\s{2,}/.test(text.slice(end));
}

/** Whether it reads like prose, and the same line goes on: it may be how the story begins. */
function isWithinSentences({ unit, end, text }: Token, units: readonly Unit[]): boolean {
  const rest = units[unit]?.text.slice(end) ?? '';
  return /^\s?\S/u.test(rest) && !isTitleCase(text);
}

/** A line of three words or more; shorter ones are labels, if anything longer stands there. */
const isLikely = ({ text }: Token) =>
  wordsIn(text).length >= 3 || (isCapitals(text) && wordsIn(text).length >= 2);

/** The headline as the title of a page and once more above the story: the second is the release's. */
function findRepeated(texts: readonly Token[]): Headlines | undefined {
  const first = Math.max(0, texts.length - MOST_TEXTS);
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
        .filter((one) => settle(one.text) !== settle(text) && one !== earlier);
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

/** A text that says the same words twice, one after the other, as two texts. */
function splitDoubled(token: Token): Token[] {
  const words = [...token.text.matchAll(/[\p{L}\p{N}]+/gu)];
  if (words.length > MOST_WORDS) return [token];
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

const FEWEST_SHARED = 5; // words

/** The longest beginning of a text that an earlier one has within it. */
function sharedBeginning(text: string, earlier: string): number | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  let length: number | undefined;
  if (words.length > MOST_WORDS) return undefined;
  for (let count = FEWEST_SHARED; count <= words.length; count++) {
    const said = words.slice(0, count).map(({ 0: word }) => word.toLowerCase());
    if (!` ${earlier} `.includes(` ${said.join(' ')} `)) break;
    const last = words[count - 1];
    length = last && last.index + last[0].length;
  }
  return length;
}

/** How much of a text is a headline that an earlier one says too, in the same words. */
function sharedLength(text: string, earlier: string): number | undefined {
  const [ours, theirs] = [settle(text), settle(earlier)];
  const [length, count] = [ours.split(' ').length, theirs.split(' ').length];
  if (length < 2 || count < 2) return undefined;
  if (ours === theirs) return text.length;
  if (length >= 3 && (theirs.startsWith(`${ours} `) || theirs.endsWith(` ${ours}`)))
    return text.length;
  if (count < 4 || !ours.startsWith(`${theirs} `)) return sharedBeginning(text, theirs);
  // The later one goes on: what it shares ends where as many words are counted.
  const last = [...text.matchAll(/[\p{L}\p{N}]+/gu)][count - 1];
  const place = last === undefined ? 0 : last.index + last[0].length;
  const sign = /^[^\p{L}\p{N}\s]+/u.exec(text.slice(place))?.[0].length ?? 0;
  return place + sign;
}
