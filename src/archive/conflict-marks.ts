/** The lines by which git, and others after it, part the two sides of a merge that needs a person. */
const OURS = /^<{7}(?: |$)/;
const BASE = /^\|{7} [^|]+$/; // with more | in it, it is a row of a table
const THEIRS = /^>{7}(?: |$)/;
/** A line that opens or closes code, in which such lines are shown as an example. */
const FENCE = /^ {0,3}(`{3,}|~{3,}(?!~))([^`]*)$/;

/** What is wrong where such marks are, and how to mend it. */
export const CONFLICT = {
  message: 'has the marks of a merge that was not finished',
  hint: 'leave the words that are right, and delete the lines <<<<<<<, ======= and >>>>>>>',
};

/**
 * Where a merge has left its marks in a text: the line, from 1, of the first mark of each place. Seven
 * `=` alone are no mark, since they make a heading of the line above. Nor is what is in fenced code:
 * it is shown as an example, and the page shows it as it was meant.
 */
export function conflictLines(text: string): number[] {
  if (!/^(?:<{7}|>{7}|\|{7})/m.test(text)) return [];
  const lines = text.split(/\r?\n|\r/);
  const isCode = fencedLines(lines);
  const found: number[] = [];
  let isOpen = false; // between the first mark and the last
  for (const [n, line] of lines.entries()) {
    if (isCode[n]) continue;
    const isFirst = OURS.test(line);
    const isLast = THEIRS.test(line);
    if (isFirst || (!isOpen && (isLast || BASE.test(line)))) found.push(n + 1);
    isOpen = isFirst || (isOpen && !isLast);
  }
  return found;
}

/** Whether each line lies in code with a fence at both ends: one that is never closed hides nothing. */
function fencedLines(lines: readonly string[]): boolean[] {
  const isCode = lines.map(() => false);
  let open: { line: number; fence: string } | undefined;
  for (const [n, line] of lines.entries()) {
    const [, fence = '', rest = ''] = FENCE.exec(line) ?? [];
    if (fence === '') continue;
    if (open === undefined) open = { line: n, fence };
    else if (fence.startsWith(open.fence) && rest.trim() === '') {
      isCode.fill(true, open.line, n + 1);
      open = undefined;
    }
  }
  return isCode;
}
