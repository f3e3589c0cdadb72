/** Frontmatter as a file has it, unchecked. */
export type RawFields = Record<string, unknown>;

/** A field that may have one value or a list of them, as a list. */
export const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : [value].flat();
