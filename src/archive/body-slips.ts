import type { Problem } from './problem.ts';

/** A line of a text that a page shows otherwise than it looks in the file. */
type Slip = Pick<Problem, 'message' | 'hint'>;

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
/** Bullets of word processors; Markdown has `-`, `*` and `+`. */
const BULLET = /^\s*(?:[•‣▪●○◦■□❖➢·\uF0B7]|o\t)\s*\S/u;
const COLUMNS = /\S\t+\S/;
/** A sentence that begins with a year. */
const YEAR = /^ {0,3}(?<number>\d{4,9})(?<mark>[.)])\s+\S/;
/** Markup that Markdown does not know: a page shows its characters. */
const WRITTEN_WRONG: readonly (Slip & { form: RegExp })[] = [
  {
    form: /\([^()\n]{1,200}\)\[(?:https?:|mailto:|\/)[^\]\s]{1,500}\]/,
    message: 'has a link whose brackets are the other way round, and is shown as typed',
    hint: 'write [the words](https://example.org/)',
  },
  {
    form: /\[[^[\]\n]{1,200}\]\(https?:[^()\s<>]{1,500} [^()<>"'\n]{1,500}\)/,
    message: 'has a link whose address has a space in it, and is shown as typed',
    hint: 'write %20 in the place of the space',
  },
  {
    form: /^ {0,3}#{2,6}\p{L}/u, // after one it may be a hashtag
    message: 'begins with ## and no space after it, and is no heading',
    hint: 'write "## " before the words of a heading',
  },
  {
    form: /(?:^|\s)\*\* [^*\n]{1,200} \*\*(?:\s|$)/,
    message: 'has ** with spaces inside, which are shown as typed',
    hint: 'write **words** without spaces beside the words',
  },
];
const SHORT = 40; // characters
const MIN_SHORT = 3; // lines
/** What keeps a line apart from the next one, or makes it something else than text. */
const APART = /(?: {2}|\\)$|^\s*(?:[-*+>|#<]|\d{1,9}[.)])/;

/**
 * Lines as they are pasted from a word processor, which Markdown runs together or takes for a list: bullets,
 * columns, addresses, a year before a point. What is between lines of ``` is left alone.
 * @param firstLine the line of the file, from 1, on which the text begins.
 */
export function bodySlips(markdown: string, firstLine: number, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const { lines, start } of paragraphsOf(markdown)) {
    const found = slipIn(lines);
    if (found === undefined) continue;
    const { n, message, hint } = found;
    problems.push({ file, line: firstLine + start + n, field: 'body', message, hint });
  }
  return problems;
}

/** The first slip of a paragraph, and in which of its lines. */
function slipIn(lines: readonly string[]): (Slip & { n: number }) | undefined {
  const [first = ''] = lines;
  const { number, mark } = YEAR.exec(first)?.groups ?? {};
  if (number !== undefined) {
    const message = `begins with ${number}${mark}, which makes it item ${number} of a list`;
    return { n: 0, message, hint: `if it is no list, write ${number}\\${mark}` };
  }
  const bullet = lines.findIndex((line) => BULLET.test(line));
  if (bullet >= 0 && lines.length > 1) {
    const message = 'has a bullet that makes no list: the page runs its lines together';
    return { n: bullet, message, hint: 'begin each item with "- " instead' };
  }
  const columns = lines.findIndex((line) => COLUMNS.test(line));
  if (columns >= 0 && lines.filter((line) => COLUMNS.test(line)).length > 1) {
    const message = 'has columns divided by tabs, which the page runs together';
    return {
      n: columns,
      message,
      hint: 'write a table: | between the cells, and | --- | --- | below its head',
    };
  }
  for (const [n, line] of lines.entries()) {
    const slip = WRITTEN_WRONG.find(({ form }) => form.test(line));
    if (slip) return { n, message: slip.message, hint: slip.hint };
  }
  const isShort = (line: string) => line.trim().length <= SHORT && !APART.test(line);
  if (lines.length >= MIN_SHORT && lines.every(isShort)) {
    const message = `has ${lines.length} short lines that the page shows as one`;
    return { n: 0, message, hint: 'if they belong apart, end each but the last with \\' };
  }
  return undefined;
}

/** Rows of lines between empty ones, with the number of their first line, from 0; without code. */
function* paragraphsOf(markdown: string): Generator<{ lines: string[]; start: number }> {
  let lines: string[] = [];
  let fence: string | undefined;
  const all = markdown.split(/\r?\n/);
  for (const [n, line] of all.entries()) {
    const mark = FENCE.exec(line)?.[0].trim();
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    fence = mark;
    const isText = mark === undefined && line.trim() !== '' && !/^(?: {4}|\t)/.test(line);
    if (isText) lines.push(line);
    if ((!isText || n === all.length - 1) && lines.length > 0) {
      yield { lines, start: isText ? n - lines.length + 1 : n - lines.length };
      lines = [];
    }
  }
}
