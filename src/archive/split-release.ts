/** A release's file taken apart. */
export interface ReleaseParts {
  yaml: string;
  /** The line of the file, from 1, on which the YAML begins; the same of the body. */
  yamlLine: number;
  body: string;
  bodyLine: number;
}

const FENCE = /^---[ \t]*(?:\r?\n|$)/m;

/** Lines that people, and word processors, write for it. */
const OTHER_FENCE = /^[-\u2010-\u2015\u2212_=*]+$/;

/** Takes a file apart at the two lines `---`; says what is missing where it can't. */
export function splitRelease(text: string): ReleaseParts | { missing: string; hint: string } {
  const blank = /^\s*(?=---)/.exec(text)?.[0].length ?? 0;
  const start = text.slice(blank);
  const open = FENCE.exec(start);
  if (
    open !== null &&
    open.index > 0 &&
    /^\w[\w-]*:/.test(start.slice(open.index + open[0].length))
  ) {
    const hint = 'move the text above the first line --- below the second one';
    return { missing: 'does not begin the file: there is text above it', hint };
  }
  const dashes = start.trimStart().split('\n', 1)[0]?.trim();
  if (open?.index !== 0 && dashes !== undefined && OTHER_FENCE.test(dashes)) {
    const hint = 'write three hyphens, ---, in its place, and on the line below the fields';
    return { missing: `begins with ${dashes}, which is not the line ---`, hint };
  }
  if (open?.index !== 0) {
    const hint = 'begin with a line ---, then the fields such as title: and date:, then a line ---';
    return { missing: 'is missing', hint };
  }
  const after = start.slice(open[0].length);
  const close = FENCE.exec(after);
  if (close === null && /^\.\.\.[ \t]*$/m.test(after)) {
    const hint = 'write --- in the place of the line ...';
    return { missing: 'has no end: the second line --- is missing', hint };
  }
  if (close === null) {
    const hint = 'put a line --- between the fields and the text';
    return { missing: 'has no end: the second line --- is missing', hint };
  }
  const yaml = after.slice(0, close.index);
  const yamlLine = 1 + countLines(text.slice(0, blank) + open[0]);
  const bodyLine = yamlLine + countLines(yaml + close[0]);
  return { yaml, yamlLine, body: after.slice(close.index + close[0].length), bodyLine };
}

/** How many lines end in a part. */
export const countLines = (part: string) => part.split('\n').length - 1;
