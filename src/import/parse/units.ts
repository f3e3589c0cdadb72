/** A block of a document as the parser sees it: a paragraph, a heading, an item, a table row. */
export interface TextBlock {
  /** Its plain text, white space as in the source; `\n` where a line ends that was not joined. */
  text: string;
  /** The line of the source, from 1, on which it begins. */
  line: number;
  /** 1 to 6 where the source marks it as a heading, 0 elsewhere. */
  heading: number;
  /** Whether it can only be body: a list, a table, a quotation, a picture. */
  isBody: boolean;
  /** Whether all of it is set in bold. */
  isStrong?: boolean | undefined;
  /** Whether all of its letters are larger than those of most of the text. */
  isLarge?: boolean | undefined;
}

/** A line of a block, or a part of a line between wide gaps. */
export interface Unit {
  /** The index of its block, and its place in the block's text. */
  block: number;
  start: number;
  end: number;
  text: string;
  line: number;
  heading: number;
  isBody: boolean;
  isStrong?: boolean | undefined;
  isLarge?: boolean | undefined;
  /** Whether a wide gap comes before it on its line. */
  isApart: boolean;
}

/**
 * Spaces that separate parts of a web page that was saved as one line of text. In thousands of such
 * releases a story has up to 12 spaces between two paragraphs, and 20 or more before page furniture.
 */
const isWide = (gap: string) => gap.length >= 16;

/** What separates columns in a text that people wrote: tabs, or a gap that no sentence has. */
const isColumn = (gap: string) => gap.includes('\t') || gap.length >= 6;
const GAP = /(?<![ \t\u00a0])[ \t\u00a0]+/g;

/**
 * Divides blocks into units, without the white space around them.
 * @param hasColumns whether tabs and smaller gaps separate parts too.
 */
export function unitsOf(blocks: readonly TextBlock[], hasColumns = false): Unit[] {
  return blocks.flatMap(({ text, line, heading, isBody, isStrong, isLarge }, block) => {
    let place = 0;
    return text.split('\n').flatMap((row, n) => {
      const start = place;
      place += row.length + 1;
      return pieces(row, hasColumns ? isColumn : isWide).map((piece) => ({
        ...piece,
        start: start + piece.start,
        end: start + piece.end,
        block,
        line: line + n,
        heading,
        isBody,
        isStrong,
        isLarge,
      }));
    });
  });
}

function pieces(
  row: string,
  separates: (gap: string) => boolean,
): Pick<Unit, 'text' | 'start' | 'end' | 'isApart'>[] {
  const wides = [...row.matchAll(GAP)]
    .filter(({ 0: gap }) => separates(gap))
    .map(({ 0: space, index }) => [index, index + space.length]);
  const starts = [0, ...wides.map(([, end = 0]) => end)];
  const ends = [...wides.map(([start = 0]) => start), row.length];
  return starts
    .map((from, n) => {
      const raw = row.slice(from, ends[n]);
      const text = raw.trim();
      const start = from + raw.indexOf(text);
      return { text, start, end: start + text.length, isApart: n > 0 };
    })
    .filter(({ text }) => text !== '');
}
