/** A line that says that a release ends, as it is printed: `###`, `# # #`, `-30-`, `– END –`. */
const END_MARK = /^(?:\\?#[ \t]*){2,}\\?#$|^\\?[-–—] ?(?:30|end) ?[-–—]$/i;

/**
 * Whether a text ends with an end mark of its own: then its page prints no other.
 * @returns the text too, in which the mark is words, and no heading or item of a list.
 */
export function readEndMark(markdown: string): { markdown: string; hasEndMark: boolean } {
  const text = markdown.trimEnd();
  const start = text.lastIndexOf('\n') + 1;
  const line = text.slice(start).trim();
  if (!END_MARK.test(line)) return { markdown, hasEndMark: false };
  const isSyntax = /^(?:- |#)/.test(line);
  return {
    markdown: isSyntax ? `${text.slice(0, start)}\\${line}\n` : markdown,
    hasEndMark: true,
  };
}
