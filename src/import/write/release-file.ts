import { stringify } from 'yaml';
import type { Attachment } from '../../archive/frontmatter.ts';
import { asWritten } from '../../archive/written-fields.ts';
import { slugFromTitle } from '../../archive/new-release.ts';
import type { Problem } from '../../archive/problem.ts';
import { readRelease } from '../../archive/release.ts';
import { splitRelease } from '../../archive/split-release.ts';
import { parseYaml } from '../../archive/yaml.ts';
import type { RawFields } from '../resolve/raw-fields.ts';
import type { ResolvedRelease } from '../resolve/resolve-release.ts';

/** A release as its file has it, and as its source gives it. */
export interface Version {
  fields: RawFields;
  markdown: string;
}

/** The id of a release; undefined as long as its day or its headline is missing. */
export function idOf({ date, title }: ResolvedRelease): string | undefined {
  if (date === undefined || title === undefined) return undefined;
  return `${date}-${slugFromTitle(title) || 'release'}`;
}

/** The frontmatter of a release, without empty fields. */
export function fieldsOf(release: ResolvedRelease, attachments: readonly Attachment[]): RawFields {
  return asWritten({ ...release, attachments });
}

/** The whole file of a release. */
export const releaseText = (fields: RawFields, markdown: string) =>
  `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${markdown}`;

/** What `check` would report about a file. */
export function releaseProblems(text: string, file: string): Problem[] {
  return readRelease(Buffer.from(text), file).problems;
}

/** The parts of a release's file: frontmatter, text, and everything before the text as it was typed. */
export function partsOf(text: string): Version & { head: string } {
  const parts = splitRelease(text);
  if ('missing' in parts) return { fields: {}, markdown: text, head: '' };
  const { data, errors } = parseYaml(parts.yaml, parts.yamlLine);
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`line ${error.line} of it cannot be read: ${error.field} ${error.message}`);
  const head = text.slice(0, text.length - parts.body.length);
  return { fields: (data ?? {}) as RawFields, markdown: parts.body, head };
}
