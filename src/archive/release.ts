import type { Attribution } from './attributions.ts';
import { bodySlips } from './body-slips.ts';
import { CONFLICT, conflictLines } from './conflict-marks.ts';
import { isDay } from './day.ts';
import { isReleaseId } from './fields.ts';
import { fieldDefinition, fieldNames, type Frontmatter, frontmatter } from './frontmatter.ts';
import { encodePath } from './path-encoding.ts';
import type { Problem } from './problem.ts';
import { readFields } from './schema-problems.ts';
import { slugify } from './slug.ts';
import { readText } from './source-text.ts';
import { countLines, splitRelease } from './split-release.ts';

/** A release as the archive knows it: the validated frontmatter, and where it is. */
export interface Release extends Frontmatter {
  /** The file's name without `.md`: `2017-11-22-slug`. */
  id: string;
  /** The address below the site's base: `/releases/2017/11/22/slug/`. */
  path: string;
  /** The file, as problems name it. */
  file: string;
  /** Who says its statements, in their order; undefined where that is known of none. */
  attributions?: readonly Attribution[] | undefined;
  /** Whether it is archived web content: issued before `archived_before` of `site.yaml`, and not altered since. */
  isArchived?: true;
}

/** What a file gave: a release if its frontmatter holds, its Markdown if it could be found. */
export interface ReadRelease {
  /** As in `Release`, whatever is wrong with the file: others may name it. */
  id: string;
  file: string;
  release: Release | undefined;
  /** The Markdown below the frontmatter, and the line of the file, from 1, on which it begins. */
  body: { markdown: string; line: number } | undefined;
  /** The line of the file, from 1, of each field (`office`), each item of a list (`office.0`) and its fields. */
  lines: Record<string, number>;
  problems: Problem[];
  warnings: Problem[];
}

/** A file whose fields hold. */
export type ValidRelease = ReadRelease & { release: Release };

/** A block of fields; of its lines only the first need be a field that every release has. */
const BLOCK =
  /^---[ \t]*\r?\n(?:title|date|office|contact|caucus):.*\r?\n(?:[a-z]+:.*\r?\n|[ \t-].*\r?\n){0,50}?---[ \t]*$/m;

/** The address of a release below the site's base. */
export function releasePath(id: string): string {
  return `/releases/${id.slice(0, 4)}/${id.slice(5, 7)}/${id.slice(8, 10)}/${id.slice(11)}/`;
}

/** The address of a statement below the site's base, percent-encoded. @param statement as `release#id`. */
export function statementPath(statement: string): string {
  const [release = '', id = ''] = statement.split('#');
  return `${encodePath(releasePath(release))}#${id}`;
}

/**
 * Reads one release.
 * @param bytes the file's content.
 * @param file the file as problems should name it; its last part gives the id.
 */
export function readRelease(bytes: Buffer, file: string): ReadRelease {
  const id = idOf(file);
  const problems = nameProblems(id, file);
  const nothing = { id, file, release: undefined, body: undefined, lines: {}, warnings: [] };
  const text = readText(bytes, file);
  if (typeof text !== 'string') return { ...nothing, problems: [...problems, text] };
  const parts = splitRelease(text);
  const conflicts = conflictLines(text);
  const isInText = (line: number) => !('missing' in parts) && line >= parts.bodyLine;
  problems.push(
    ...conflicts.map((line): Problem => {
      return { file, line, field: isInText(line) ? 'body' : 'frontmatter', ...CONFLICT };
    }),
  );
  // What else is wrong with the fields follows from the marks.
  if (!conflicts.every(isInText)) return { ...nothing, problems };
  if ('missing' in parts) {
    const { missing: message, hint } = parts;
    problems.push({ file, line: 1, field: 'frontmatter', message, hint });
    return { ...nothing, problems };
  }
  const body = { markdown: parts.body, line: parts.bodyLine };
  problems.push(...bodyProblems(body, file));
  const { value, lineOf, ...found } = readFields(frontmatter, parts.yaml, {
    file,
    line: parts.yamlLine,
    whole: 'frontmatter',
  });
  problems.push(...found.problems);
  const slips = bodySlips(body.markdown, body.line, file);
  const read = { ...nothing, body, problems, warnings: [...found.warnings, ...slips] };
  if (value === undefined) return read;
  if (isDay(id.slice(0, 10)) && value.date !== id.slice(0, 10)) {
    problems.push({
      file,
      line: lineOf(['date']),
      field: 'date',
      message: `is ${value.date}, but the file's name says ${id.slice(0, 10)}`,
      hint: `change one of them, or rename the file to ${value.date}${id.slice(10)}.md`,
    });
  }
  problems.push(...dayProblems(value, file, lineOf));
  const release = { ...value, id, path: releasePath(id), file };
  return { ...read, release, lines: lineTable(value, lineOf) };
}

function bodyProblems({ markdown, line }: { markdown: string; line: number }, file: string) {
  const problems: Problem[] = [];
  if (markdown.trim() === '') {
    const hint = 'put the text of the release below the second line ---';
    problems.push({ file, line, field: 'body', message: 'is empty', hint });
  }
  const second = secondBlock(markdown);
  if (second !== undefined) {
    const hint = 'leave one block of fields; a second release needs a file of its own';
    const message = 'appears twice in this file';
    problems.push({ file, line: line + second, field: 'frontmatter', message, hint });
  }
  return problems;
}

/**
 * Looks for another block of fields, as two files pasted into one leave it: anywhere in the text, and
 * at its beginning without the line that opens a block, too.
 * @returns how many lines are before it.
 */
function secondBlock(markdown: string): number | undefined {
  const blank = /^\s*/.exec(markdown)?.[0] ?? '';
  const opened = `---\n${markdown.slice(blank.length)}`;
  const index = BLOCK.exec(opened)?.index;
  if (index === undefined) return undefined;
  return countLines(blank) + Math.max(0, countLines(opened.slice(0, index)) - 1);
}

/** The lines of headline and day, and of what refers to something, for the checks of the whole archive. */
function lineTable(value: Frontmatter, lineOf: (path: PropertyKey[]) => number) {
  const lines: Record<string, number> = { title: lineOf(['title']), date: lineOf(['date']) };
  for (const field of fieldNames) {
    if (fieldDefinition(field).refersTo === undefined || value[field] === undefined) continue;
    lines[field] = lineOf([field]);
    [value[field]].flat().forEach((_, n) => (lines[`${field}.${n}`] = lineOf([field, n])));
  }
  for (const [n, { office }] of value.contact.entries()) {
    if (office === undefined) continue;
    // A single contact need not be a list in the file; the deeper of the two places is the one that exists.
    lines[`contact.${n}.office`] = Math.max(
      lineOf(['contact', 'office']),
      lineOf(['contact', n, 'office']),
    );
  }
  return lines;
}

const idOf = (file: string) => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.md$/, '');

function nameProblems(id: string, file: string): Problem[] {
  if (isReleaseId(id)) return [];
  const american = /^(\d{1,2})[-_. ](\d{1,2})[-_. ](\d{4})(?!\d)(.*)$/.exec(id);
  const [, year = '', month = '', date = '', rest = id] = american
    ? ['', american[3], american[1], american[2], american[4]]
    : (/^(\d{4})[-_. ]?(\d{1,2})[-_. ]?(\d{1,2})(?!\d)(.*)$/.exec(id) ?? []);
  const day = year && `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const words = slugify(rest)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const message =
    day === '' || isDay(day)
      ? 'has a name that is not YYYY-MM-DD-words.md'
      : `has a name that begins with ${day}, which is not a day of the calendar`;
  const hint = `name it ${isDay(day) ? day : 'YYYY-MM-DD'}-${words || 'words'}.md`;
  return [{ file, line: 1, field: 'file', message, hint }];
}

/** Days that cannot be: nothing is corrected or withdrawn before it is issued. */
function dayProblems(
  { date, corrections, withdrawn }: Frontmatter,
  file: string,
  lineOf: (path: PropertyKey[]) => number,
): Problem[] {
  const later = [
    ...(corrections ?? []).map((made, n) => ({ day: made.date, path: ['corrections', n, 'date'] })),
    ...(withdrawn ? [{ day: withdrawn.date, path: ['withdrawn', 'date'] }] : []),
  ];
  return later
    .filter(({ day }) => day < date)
    .map(({ day, path }) => ({
      file,
      line: lineOf(path),
      field: path.filter((step) => typeof step === 'string').join('.'),
      message: `is ${day}, before the release itself (${date})`,
      hint: 'give the day on which it was done',
    }));
}
