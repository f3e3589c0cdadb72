import type { PdfLine } from './pdf-tables.ts';

/**
 * Puts the lines of a page in the order of reading where a program drew the letterhead last or the footer
 * first, as it does with text boxes and margins: lines at one end of the drawing that are all above, or all
 * below, the others.
 */
export function inReadingOrder(lines: readonly PdfLine[]): PdfLine[] {
  const tops = lines.map(({ top }) => top);
  const head = countFrom(tops.toReversed(), (top, rest) => top > Math.max(...rest));
  const body = lines.slice(0, lines.length - head);
  const foot = countFrom(
    body.map(({ top }) => top),
    (top, rest) => top < Math.min(...rest),
  );
  return [...lines.slice(lines.length - head), ...body.slice(foot), ...body.slice(0, foot)];
}

const MAX_MARGIN = 8; // lines of a letterhead or a footer

/** How many values at the front are beyond all that come after them; 0 if there are too many. */
function countFrom(
  values: readonly number[],
  isBeyond: (value: number, rest: readonly number[]) => boolean,
): number {
  let found = 0;
  for (let count = 1; count <= Math.min(MAX_MARGIN, values.length - 1); count++) {
    const rest = values.slice(count);
    if (values.slice(found, count).every((value) => isBeyond(value, rest))) found = count;
    else if (found > 0) break;
  }
  return found;
}
