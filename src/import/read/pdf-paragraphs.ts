import { isLargeIn, usualSize } from './letter-size.ts';
import type { PdfLine } from './pdf-tables.ts';
import { collapse } from '../parse/text-shape.ts';

/** Lines that begin a paragraph, whatever is above them: an item of a list. */
const ITEM = /^\s*(?:[•·▪●○■◦‣–—*-]\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s)/;
/** How much more than the usual distance two lines of one paragraph may be apart. */
const MORE = 1.25;
/** The distance of lines that are closer than this, in heights of a letter, is never between paragraphs. */
const CLOSE = 1.45;
/** Points by which the beginnings of lines of one column differ, with their indents. */
const INDENT = 40;

/** Lines that begin at one place are a column from this number on, and points that columns are apart at least. */
const COLUMN_LINES = 3;
const COLUMN_WIDTH = 100;

/** The paragraphs of a PDF, and words whose hyphen at a line's end may be the word's own. */
export interface PdfParagraphs {
  paragraphs: string[];
  /** For each paragraph, whether its letters are larger than those of most of the text. */
  areLarge: boolean[];
  hyphenated: string[];
  /** Lines whose first word is the rest of one that the other line's hyphen had cut. */
  rests: Map<PdfLine, PdfLine>;
}

/**
 * Joins the lines of paragraphs: a line goes on in the next one if that is as close as lines are here, begins
 * where it does, and its first word would not have fitted any more.
 */
export function joinParagraphs(lines: readonly PdfLine[]): PdfParagraphs {
  const usual = usualDistances(lines);
  const size = usualSize(lines.map((line) => ({ size: Math.round(line.height), text: line.text })));
  // Larger letters are farther apart in the same measure.
  const distanceOf = ({ page, height }: PdfLine) =>
    (usual.get(page) ?? 0) * Math.max(1, size > 0 ? height / size : 1);
  const margin = marginOf(lines);
  const isOneCentered = centeredRule(lines, size);
  const hyphens = hyphenRules(lines);
  const paragraphs: string[] = [];
  const areLarge: boolean[] = [];
  const rests = new Map<PdfLine, PdfLine>();
  lines.forEach((line, n) => {
    const above = lines[n - 1];
    const text = line.text.trim();
    const last = paragraphs.length - 1;
    if (
      above !== undefined &&
      isNext(above, line, distanceOf(line), margin(above), isOneCentered)
    ) {
      const { joined, isRest } = hyphens.join(paragraphs[last] ?? '', text);
      paragraphs[last] = joined;
      if (isRest) rests.set(line, above);
    } else {
      paragraphs.push(text);
      areLarge.push(isLargeIn(line.height, size));
    }
  });
  return { paragraphs, areLarge, hyphenated: hyphens.unsure, rests };
}

function isNext(
  above: PdfLine,
  line: PdfLine,
  usual: number,
  right: number,
  isOneCentered: (above: PdfLine, line: PdfLine) => boolean,
): boolean {
  if (Math.abs(above.height - line.height) >= 1.5 || ITEM.test(line.text)) return false;
  if (isInOtherFont(above, line)) return false;
  const distance = above.top - line.top;
  const height = Math.max(above.height, line.height, 8);
  const isBelow = above.page === line.page && distance > 0;
  if (isBelow) {
    if (distance > CLOSE * height && distance > MORE * usual) return false;
    if (isCentered(above, line)) return isOneCentered(above, line);
    const isHanging = ITEM.test(above.text) || above.left < line.left - 2;
    if (line.left > above.left + 2 && !(isHanging && ITEM.test(above.text))) return false;
  } else if (/[.!?:”"]\s*$/.test(above.text)) return false; // the next column or page
  return above.right + widthOfFirstWord(line) > right - 2;
}

/** Whether each line is set in one font, and the second in another, unless it goes on with the sentence. */
const isInOtherFont = (above: PdfLine, line: PdfLine) =>
  above.font !== undefined &&
  line.font !== undefined &&
  above.font !== line.font &&
  !/^\s*[\p{Ll}\d]/u.test(line.text);

/** The width of the first word and the space before it, in points. */
function widthOfFirstWord(line: PdfLine): number {
  const word = line.text.trim().split(/\s/, 1)[0] ?? '';
  return ((word.length + 1) * (line.right - line.left)) / Math.max(1, line.text.length);
}

/** Points by which the middles of two centered lines differ, and their beginnings at least. */
const MIDDLE = 3;

const isCentered = (above: PdfLine, line: PdfLine) =>
  Math.abs(above.left + above.right - line.left - line.right) <= 2 * MIDDLE &&
  Math.abs(above.left - line.left) > MIDDLE;

/**
 * Whether two centered lines are one paragraph: both in large letters, as lines of a headline, or the first
 * so long that the next word did not fit, as no line of a letterhead is.
 */
function centeredRule(
  lines: readonly PdfLine[],
  size: number,
): (above: PdfLine, line: PdfLine) => boolean {
  const widest = new Map(
    [...Map.groupBy(lines, ({ page }) => page)].map(([page, own]) => [
      page,
      Math.max(...own.map(({ left, right }) => right - left)),
    ]),
  );
  return (above, line) =>
    isLargeIn(line.height, size) ||
    above.right - above.left + widthOfFirstWord(line) > (widest.get(above.page) ?? 0) - 2;
}

/** For each page, the distance that most lines have from the one above, in points. */
function usualDistances(lines: readonly PdfLine[]): Map<number, number> {
  const usual = new Map<number, number>();
  for (const [page, own] of Map.groupBy(lines, (line) => line.page)) {
    const counts = new Map<number, number>();
    own.forEach((line, n) => {
      const above = own[n - 1];
      const distance = above === undefined ? 0 : Math.round(above.top - line.top);
      if (distance > 0 && distance < 4 * Math.max(line.height, 8))
        counts.set(distance, (counts.get(distance) ?? 0) + 1);
    });
    // Where paragraphs are one line each, no distance is usual within one.
    const [most] = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    if (most !== undefined && most[1] >= 3) usual.set(page, most[0]);
  }
  return usual;
}

/** The right margin of the column that a line is in; a headline above several columns is in none. */
function marginOf(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const byPage = new Map(
    [...Map.groupBy(lines, (line) => line.page)].map(([page, own]) => {
      const starts = [...Map.groupBy(own, ({ left }) => Math.round(left / 4))]
        .filter(([, column]) => column.length >= COLUMN_LINES)
        .map(([, [first]]) => first?.left ?? 0);
      const isAcross = ({ left, right }: PdfLine) =>
        starts.some((start) => start > left + COLUMN_WIDTH && start < right);
      return [page, own.filter((line) => !isAcross(line))];
    }),
  );
  return ({ page, left, right }) =>
    (byPage.get(page) ?? []).reduce(
      (most, other) => (Math.abs(other.left - left) <= INDENT ? Math.max(most, other.right) : most),
      right,
    );
}

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
const HYPHENS = '-\u00ad\u2010';

/** The word that a hyphen at the end of a line cuts, without it; undefined if none is cut. */
function cutWord(line: string): string | undefined {
  if (!HYPHENS.includes(line.at(-1) ?? ' ')) return undefined;
  let start = line.length - 1;
  while (start > 0 && /[\p{L}\p{M}-]/u.test(line[start - 1] ?? '')) start--;
  const word = line.slice(start, -1);
  return /^\p{L}/u.test(word) && !word.endsWith('-') ? word : undefined;
}

/** The letters at the beginning of a line that may be the rest of a word. */
export const restOfWord = (line: string) => /^[\p{Ll}\p{M}]+/u.exec(line)?.[0] ?? '';

/** Words before which a hyphen is left for what two words share: `pre- and postwar`, `Nacht- und Tagfahrten`. */
const SHARING = /^(?:and|or|nor|und|oder|sowie|bzw\.|bis|y|e|o|u)(?:\s|$)/;

/** The share of lines that end in a hyphen, from which on a program has divided the words. */
const DIVIDED = 0.04;

/** Decides by the document's own words whether a hyphen at a line's end belongs to its word. */
function hyphenRules(lines: readonly PdfLine[]) {
  const words = new Set(
    lines.flatMap(({ text }) => {
      const line = text.trim();
      const whole = line.slice(0, line.length - (cutWord(line)?.length ?? -1) - 1);
      return whole.toLowerCase().match(WORD) ?? [];
    }),
  );
  const cut = lines.filter(({ text }) => cutWord(text.trim()) !== undefined).length;
  const isDivided = cut >= 3 && cut / lines.length > DIVIDED;
  const unsure: string[] = [];
  const join = (before: string, after: string): { joined: string; isRest: boolean } => {
    const first = cutWord(before);
    const second = restOfWord(after);
    if (first === undefined || second === '') {
      const isApart = !/[\p{L}\p{N}][-\u2010]$/u.test(before);
      return { joined: isApart ? `${before} ${after}` : before + after, isRest: false };
    }
    const whole = `${first}${second}`;
    const hyphened = `${first}-${second}`;
    const [isWord, isCompound] = [whole, hyphened].map((one) => words.has(one.toLowerCase()));
    const isSoft = before.endsWith('\u00ad');
    if (!isSoft && !isWord && SHARING.test(after)) return { joined: `${before} ${after}`, isRest: false }; // prettier-ignore
    const isRest = isSoft || (!isCompound && (isWord || isDivided));
    if (!isWord && !isCompound && !isSoft) unsure.push(isRest ? whole : hyphened);
    const stem = before.slice(0, -1);
    return { joined: isRest ? stem + after : `${stem}-${after}`, isRest };
  };
  return { join, unsure };
}

/** Words to look at, in a sentence. */
export function hyphenWarning(hyphenated: readonly string[]): string[] {
  if (hyphenated.length === 0) return [];
  const some = [...new Set(hyphenated)].slice(0, 8).map(collapse).join(', ');
  return [`Words that a line’s end had cut at a hyphen, check them: ${some}${hyphenated.length > 8 ? ' …' : ''}.`]; // prettier-ignore
}
