import { collapse } from '../parse/text-shape.ts';

/** A line of a PDF: its words, and their place in points from the page's lower left. */
export interface PdfLine {
  text: string;
  page: number;
  top: number;
  left: number;
  right: number;
  height: number;
  /** The font of all of it; undefined if it has several. */
  font?: string | undefined;
  /** The stretches of text that the PDF draws one by one. */
  pieces: Piece[];
}

interface Piece {
  left: number;
  right: number;
}

/** The gap between two columns, in line heights, if several lines have it. */
const GAP = 0.6;
/** A line that was stretched to the margin has the same gap between all its words, but for rounding. */
const STRETCHED = 1.15;
const ALIGNED = 2; // points
const REACH = 3; // lines: a cell may have several

/** Warns of words in columns: a PDF has no tables, only words in places. */
export function tableWarning(lines: readonly PdfLine[]): string[] {
  const row = lines.find(
    (line, n) => isRow(line, lines.slice(n + 1, n + 1 + REACH)) || isOfFigures(lines, n) || areSideBySide(lines, n),
  ); // prettier-ignore
  if (row === undefined) return [];
  const first = collapse(row.text).slice(0, 60);
  return [
    `A table or columns became lines, from “${first}” on page ${row.page} on: restore them by hand.`,
  ];
}

/** Whether a line has a gap that goes on in one of those below, with words at its edge aligned. */
function isRow(line: PdfLine, below: readonly PdfLine[]): boolean {
  const gaps = gapsIn(line);
  return below
    .filter(({ page }) => page === line.page)
    .flatMap(gapsIn)
    .some((other) =>
      gaps.some(
        (gap) =>
          Math.min(gap.to, other.to) - Math.max(gap.from, other.from) > ALIGNED &&
          (Math.abs(gap.to - other.to) < ALIGNED || Math.abs(gap.end - other.end) < ALIGNED),
      ),
    );
}

/** Gaps that may separate columns, and where the words after each end. */
function gapsIn({ pieces, height, text }: PdfLine) {
  let from = -Infinity;
  const gaps = pieces.slice(1).map(({ left, right }, n) => {
    from = Math.max(from, pieces[n]?.right ?? from);
    return { from, to: left, end: right, width: left - from };
  });
  const isBullet = pieces.length === 2 && /^\s*(?:\S{1,2}|\(?\w{1,4}[.)])\s/.test(text);
  const widths = gaps.map(({ width }) => width).filter((width) => width > height * 0.15);
  const isStretched = widths.length > 1 && Math.max(...widths) < STRETCHED * Math.min(...widths);
  return isBullet || isStretched ? [] : gaps.filter(({ width }) => width > height * GAP);
}

/** Three lines in a row that are figures alone, two or more in each. */
const isOfFigures = (lines: readonly PdfLine[], n: number) =>
  [0, 1, 2].every((k) =>
    /^(?:[$€£(+–-]*\d[\d.,%)]*\s+)+[$€£(+–-]*\d[\d.,%)]*$/.test(lines[n + k]?.text.trim() ?? ''),
  );

/** Two lines of the page beside each other, twice within a few lines: cells of several lines. */
function areSideBySide(lines: readonly PdfLine[], n: number): boolean {
  const isBeside = (k: number) => {
    const [one, other] = [lines[k], lines[k + 1]];
    if (one === undefined || other === undefined || one.page !== other.page) return false;
    const height = Math.min(one.height, other.height);
    const isApart = other.left - one.right > height * GAP || one.left - other.right > height * GAP;
    return isApart && Math.abs(one.top - other.top) < height * 0.9;
  };
  return isBeside(n) && [1, 2, 3, 4].some((k) => isBeside(n + k));
}
