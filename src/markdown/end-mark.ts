const NUMBER_SIGNS = /^(?:\\?#[ \t]*){2,}\\?#$/;
const IN_DASHES = /^\\?[-–—] ?[-–—]? ?(?:30|ends?) ?[-–—]? ?[-–—]$/i;
const ALONE = /^[-–—]? ?ENDS ?[-–—]?$/;

/**
 * Whether a line can only say that a release ends, as it is printed: `###`, `# # #`, `-30-`, `– END –`, `ENDS`;
 * what Markdown takes for a mark of its own may be escaped.
 */
export const isCertainEndMark = (line: string): boolean =>
  NUMBER_SIGNS.test(line) || IN_DASHES.test(line) || ALONE.test(line);

/**
 * Whether a text ends with an end mark of its own: then its page prints no other.
 * @returns the text too, in which the mark is words, and no heading or item of a list.
 */
export function readEndMark(markdown: string): { markdown: string; hasEndMark: boolean } {
  const text = markdown.trimEnd();
  const start = text.lastIndexOf('\n') + 1;
  const line = text.slice(start).trim();
  if (!isCertainEndMark(line)) return { markdown, hasEndMark: false };
  const isSyntax = /^(?:- |#)/.test(line);
  return {
    markdown: isSyntax ? `${text.slice(0, start)}\\${line}\n` : markdown,
    hasEndMark: true,
  };
}
