import { countWords, isCapitals } from '../text-shape.ts';
import type { HeadPart, HeadText } from './head-text.ts';
import { hasHeadlineVerb } from './headline-verbs.ts';
import { isLabel } from './label.ts';
import { isLetterhead, namesOffice, namesPerson } from './letterhead.ts';
import { lettersOf } from './page-title.ts';
import { hasLettersApart, isClean } from './scanned-line.ts';
import { isSpokenOf, type StoryWords } from './story-words.ts';

/* What the letterhead above a headline and the lines below it say about the headline. */

/**
 * Whether two words in capitals are the headline: below a day, a contact or the kind of the document, where
 * the letterhead names the person or the office, and no such words; and the story speaks of them.
 */
export function isShortTitle(
  parts: readonly HeadPart[],
  { text }: HeadText,
  story: StoryWords,
): boolean {
  const above = parts.slice(
    0,
    parts.findIndex((part) => part.text === text),
  );
  const names = above.filter((part) => part.kind === 'paragraph');
  const isBelow = above.some((part) => part.kind !== 'paragraph' || isLabel(part.text));
  const letters = lettersOf(text);
  return (
    isBelow &&
    countWords(text) === 2 &&
    isCapitals(text) &&
    isClean(text) &&
    names.some((one) => namesPerson(one.text) || namesOffice(one.text)) &&
    !names.some((one) => lettersOf(one.text).includes(letters)) &&
    !isLetterhead(text) &&
    isSpokenOf(text, story)
  );
}

/** Whether the letterhead says who issues: a person, or an office above a day or a number. */
export function knowsIssuer(parts: readonly HeadPart[], headline: HeadText): boolean {
  const above = parts.slice(0, parts.indexOf(headline));
  const names = above.filter((part) => part.kind === 'paragraph' && part.isLetterhead);
  const hasAnchor = above.some(({ kind }) => kind === 'date' || kind === 'contact');
  return names.some(({ text }) => namesPerson(text) || (hasAnchor && namesOffice(text)));
}

/** Whether the line right below it reads as the name of an office, or has its letters apart, but may belong to it. */
export function mayGoOnBelow(parts: readonly HeadPart[], headline: HeadText): boolean {
  const below = parts[parts.indexOf(headline) + 1];
  if (below?.kind !== 'paragraph' || !below.isLetterhead || isLabel(below.text)) return false;
  const { text } = below;
  const isNext = below.tokens[0]?.unit === (headline.tokens.at(-1)?.unit ?? 0) + 1;
  const isOffice =
    isCapitals(headline.text) &&
    isCapitals(text) &&
    namesOffice(text) &&
    !namesPerson(text) &&
    !hasHeadlineVerb(headline.text);
  return isNext && headline.heading === 0 && (isOffice || hasLettersApart(text));
}
