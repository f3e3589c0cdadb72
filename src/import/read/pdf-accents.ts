import type { PdfItem } from './pdf-items.ts';

/** Accents that fonts have as letters of their own, and the marks of Unicode that combine with a letter. */
const MARKS = new Map([
  ['`', '\u0300'],
  ['\u00b4', '\u0301'],
  ['^', '\u0302'],
  ['\u02c6', '\u0302'],
  ['~', '\u0303'],
  ['\u02dc', '\u0303'],
  ['\u00af', '\u0304'],
  ['\u02d8', '\u0306'],
  ['\u02d9', '\u0307'],
  ['\u00a8', '\u0308'],
  ['\u02da', '\u030a'],
  ['\u02dd', '\u030b'],
  ['\u02c7', '\u030c'],
  ['\u00b8', '\u0327'],
  ['\u02db', '\u0328'],
]);

/** Heights of a letter by which the two must overlap, so that a mark beside a letter stays one. */
const OVERLAP = 0.15;

/**
 * Puts letters and accents together that are drawn one over the other, as TeX does with fonts that have no
 * accented letters: pdf.js gives `Rockt¨` and `aschel`, the second beginning where the accent does.
 */
export function combineAccents(items: readonly PdfItem[]): PdfItem[] {
  const combined: PdfItem[] = [];
  for (const item of items) {
    const before = combined.findLast(({ text }) => text !== '');
    const letter = before === undefined ? undefined : accentedLetter(before, item);
    if (before === undefined || letter === undefined) {
      combined.push({ ...item });
      continue;
    }
    before.text = before.text.slice(0, -1);
    before.width = Math.min(before.width, item.left - before.left);
    // An accent that was drawn by itself may be higher than its letter: the letter's line counts.
    combined.push({ ...item, text: letter + item.text.slice(1) });
  }
  return combined;
}

/** The letter that the last character of one stretch and the first of the next are together, if they are one. */
function accentedLetter(before: PdfItem, item: PdfItem): string | undefined {
  const [last = '', first = ''] = [before.text.at(-1), item.text[0]];
  const overlap = before.left + before.width - item.left;
  const isNear = Math.abs(before.top - item.top) < item.height / 2;
  if (!isNear || overlap < OVERLAP * item.height || overlap > item.height) return undefined;
  const over = MARKS.get(last);
  const under = MARKS.get(first);
  const [letter, mark] = over === undefined ? [last, under] : [first.replace('\u0131', 'i'), over];
  if (mark === undefined || !/^\p{L}$/u.test(letter)) return undefined;
  const together = (letter + mark).normalize('NFC');
  return together.length === 1 ? together : undefined;
}
