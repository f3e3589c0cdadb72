import { stringify } from 'yaml';
import type { Attachment } from '../../archive/frontmatter.ts';
import { asWritten } from '../../archive/written-fields.ts';
import { slugFromTitle } from '../../archive/new-release.ts';
import type { Problem } from '../../archive/problem.ts';
import { readRelease } from '../../archive/release.ts';
import { splitRelease } from '../../archive/split-release.ts';
import { parseYaml } from '../../archive/yaml.ts';
import type { Version } from './merge-release.ts';
import type { SettledRelease } from '../resolve/resolve-release.ts';

/** The id of a release; undefined as long as its day or its headline is missing. */
export function idOf({ date, title }: SettledRelease): string | undefined {
  if (date === undefined || title === undefined) return undefined;
  return `${date}-${slugFromTitle(title) || 'release'}`;
}

/** The frontmatter of a release, without the fields that it lacks. */
export function fieldsOf(
  release: SettledRelease,
  attachments: readonly Attachment[],
): Record<string, unknown> {
  return asWritten({ ...release, attachments });
}

/** The whole file of a release. */
export const releaseText = (fields: Record<string, unknown>, markdown: string) =>
  `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${markdown}`;

/** What the archive would find wrong with a file. */
export function releaseProblems(text: string, file: string): Problem[] {
  return readRelease(Buffer.from(text), file).problems;
}

/** A release that is there: its frontmatter and its text, and the file up to the text as it stands. */
export function partsOf(text: string): Version & { head: string } {
  const parts = splitRelease(text);
  if ('missing' in parts) return { fields: {}, markdown: text, head: '' };
  const { data, errors } = parseYaml(parts.yaml, parts.yamlLine);
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`line ${error.line} of it cannot be read: ${error.field} ${error.message}`);
  const head = text.slice(0, text.length - parts.body.length);
  return { fields: (data ?? {}) as Record<string, unknown>, markdown: parts.body, head };
}
