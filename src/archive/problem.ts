/** Something wrong in what a person wrote, in words that help them to correct it. */
export interface Problem {
  /** The file as the person would name it: below `CONTENT_DIR` as given. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** The frontmatter field, such as `contact.phone`; `body` for the text; `file` for the file itself. */
  field: string;
  /** What is wrong; reads as a sentence after the field's name. */
  message: string;
  /** How to mend it. */
  hint: string;
}

/** One problem as `file:line: field message; hint`, the form that editors make into a link. */
export function formatProblem({ file, line, field, message, hint }: Problem): string {
  return `${file}:${line}: ${field} ${message}; ${hint}`;
}

/** Orders problems by file, then by line, so that a report reads from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
