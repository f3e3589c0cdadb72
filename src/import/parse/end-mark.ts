import { collapse } from './text-shape.ts';

/** Each begins where its row of one character does, so that a long row is read once. */
const MARKS =
  '(?<!#\\s*)#(?:\\s*#)+|-\\s?-?\\s?30\\s?-?\\s?-|–\\s?30\\s?–|—\\s?30\\s?—|\\(\\s?30\\s?\\)|-\\s?end\\s?-|(?<!\\*\\s?)\\*\\s?\\*\\s?\\*(?:\\s?\\*)*|x\\s?x\\s?x|(?<!_)_{3,}(?:\\s*#+)?';
const MARK = new RegExp(
  `^(?:(?:${MARKS})(?:\\s*(?:return|print|open pdf document))?|(?:30|end|fin|ENDS?)\\.?)$`,
  'iu',
);
const MARK_AT_END = new RegExp(
  // eslint-disable-next-line regexp/no-super-linear-move -- sees the last REACH characters alone
  `(?:${MARKS})(?:\\s*(?:return|print|open pdf document))?\\s*$`,
  'iu',
);
/** Where punctuation is lost, `-30-` and `-end-` are words after a gap. */
const LOST_MARK = /(?<!\s)\s{3,}(?:30|end|END|End)(?=\s*$|\s{3,}\d{4,}\s*$)/u;
/** The same without a gap: a figure that counts nothing, and is not part of a day or measure. */
const GLUED_MARK = // eslint-disable-next-line regexp/no-super-linear-move -- sees the last REACH characters alone
  /(?<=\s\p{Ll}{4,})(?<!\s(?:about|above|after|ages?|around|article|before|below|chapter|from|january|february|march|april|june|july|august|september|october|november|december|least|line|most|nearly|next|number|only|over|page|past|room|route|section|than|through|title|under|until|with|within))\s30(?=\s*$)/u;

/** Whether a line is an end mark; rows of stars and underscores are rules more often. */
export const isEndMark = (text: string) => MARK.test(text) && !/^\*|^_/.test(text);

/**
 * The end mark in the last line of a story.
 * @param text the end of the line, as it was read.
 * @param end how much of it is left once furniture at its end is cut off.
 */
export function endMarkIn(text: string, end: number, isLost: boolean): RegExpExecArray | null {
  const rest = text.slice(0, end);
  const lost = isLost ? (LOST_MARK.exec(text) ?? GLUED_MARK.exec(rest)) : null;
  return lost ?? MARK_AT_END.exec(rest);
}

/** A mark as printed, without the link of the page that follows it. */
export const printedMark = (mark: string) =>
  collapse(mark.replace(/(?:return|print|open pdf document)$/iu, ''));
