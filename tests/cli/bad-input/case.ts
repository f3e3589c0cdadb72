import { slugify } from '../../../src/archive/slug.ts';
import { type Fields, madeRelease } from '../../support/made-release.ts';
import type { Files } from '../../support/temp-folder.ts';

/** Something that people get wrong, and every line that `npm run check` says of it. */
export interface Case {
  name: string;
  /** Below the content folder, which has the office `north` and the caucus `api` already. */
  files: Files;
  /** Lines as `file:line: field message; hint`, in this order. */
  errors?: string[];
  warnings?: string[];
}

/** A case in a single file; its lines are given without the file's name. */
export function inFile(name: string, text: string | Buffer, lines: string[], path?: string): Case {
  const file = path ?? `releases/2017-11-22-${slugify(name)}.md`;
  return { name, files: { [file]: text }, errors: lines.map((line) => `${file}:${line}`) };
}

/** A case in a single release that is as it should be but for these fields and this text. */
export const inRelease = (name: string, fields: Fields, lines: string[], body?: string): Case =>
  inFile(name, madeRelease(fields, body), lines);

/** The same, reported as a warning. */
export function warned({ errors = [], ...rest }: Case): Case {
  return { ...rest, warnings: errors };
}
