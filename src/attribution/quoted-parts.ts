/** A stretch of a statement: quoted words without their marks, or what is around them. */
interface SpokenPart {
  isQuoted: boolean;
  text: string;
  /** Of the text in the statement. */
  start: number;
}

/** The parts of a statement, and whether a quotation reaches into it or out of it. */
export interface QuotedParts {
  parts: SpokenPart[];
  /** It begins within a quotation that an earlier statement left open. */
  isContinued: boolean;
  /** Its last quotation is not closed. */
  isOpen: boolean;
}

const MARK = /["“”«»]/g;
/** A name in quotation marks between parts of a name, as in C.L. "Butch" Otter, is no quotation. */
const NICKNAME = /(?<=\p{Lu}[\p{L}.'’-]{0,20} )(["“])(\p{Lu}[\p{L}.'’-]{0,20})["”](?= \p{Lu})/gu;
const DASH = /^[—–]\s?(?=[\p{L}¡¿])/u;

/**
 * Divides a statement at its quotation marks. Straight marks open and close by what is beside them; a quotation in
 * a quotation belongs to the outer one. In Spanish, a statement that begins with a dash is speech, too.
 * @param isWithin whether the statement before ended in a quotation that is still open.
 */
export function quotedParts(
  written: string,
  { isWithin, language }: { isWithin: boolean; language: string },
): QuotedParts {
  if (language.startsWith('es') && DASH.test(written)) return partsAtDashes(written);
  const text = written.replace(NICKNAME, ' $2 ');
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index }) => ({
    index,
    is: kindOf(mark, text[index - 1], text[index + 1]),
  }));
  const [first] = marks;
  const beginsOpen = first !== undefined && text.slice(0, first.index).trim() === '';
  // In Spanish a further paragraph of a quotation begins with the mark that closes others.
  if (isWithin && beginsOpen) first.is = 'open';
  const isContinued = isWithin && first !== undefined && (beginsOpen || first.is === 'close');
  const parts: SpokenPart[] = [];
  let depth = isContinued && !beginsOpen ? 1 : 0;
  let start = 0;
  const cut = (end: number, isQuoted: boolean) => {
    if (end > start) parts.push({ isQuoted, text: text.slice(start, end), start });
    start = end + 1;
  };
  for (const { index, is } of marks) {
    const opens = is === 'open' || (is === 'either' && depth === 0);
    if (!opens && depth === 0) continue; // inches, or a mark that was lost
    if (depth === 0 || (!opens && depth === 1)) cut(index, !opens);
    depth += opens ? 1 : -1;
  }
  cut(text.length, depth > 0);
  return { parts, isContinued, isOpen: depth > 0 };
}

type MarkKind = 'open' | 'close' | 'either';

function kindOf(mark: string, before: string | undefined, after: string | undefined): MarkKind {
  if (mark === '“' || mark === '«') return 'open';
  if (mark === '”' || mark === '»') return 'close';
  const hasSpaceBefore = before === undefined || /[\s([—–-]/.test(before);
  const hasSpaceAfter = after === undefined || /[\s)\],.;:!?—–-]/.test(after);
  if (hasSpaceBefore === hasSpaceAfter) return 'either';
  return hasSpaceBefore ? 'open' : 'close';
}

/** Spanish speech between dashes: what is said, who says it, what is said. */
function partsAtDashes(text: string): QuotedParts {
  const parts: SpokenPart[] = [];
  let start = 0;
  for (const [n, piece] of text.split(/[—–]/).entries()) {
    if (piece.trim() !== '') parts.push({ isQuoted: n % 2 === 1, text: piece, start });
    start += piece.length + 1;
  }
  return { parts, isContinued: false, isOpen: false };
}
