import { isDay } from './day.ts';
import { isReleaseId } from './fields.ts';
import { type Frontmatter, frontmatter } from './frontmatter.ts';
import type { Problem } from './problem.ts';
import { validate } from './schema-problems.ts';
import { slugify } from './slug.ts';
import { readText } from './source-text.ts';
import { parseYaml } from './yaml.ts';

/** A release as the archive knows it: the frontmatter, settled, and where it stands. */
export interface Release extends Frontmatter {
  /** The file's name without `.md`: `2017-11-22-slug`. */
  id: string;
  /** The address below the site's base: `/releases/2017/11/22/slug/`. */
  path: string;
  /** The file, as problems name it. */
  file: string;
}

/** What a file gave: a release if its frontmatter holds, its Markdown if it could be found. */
export interface ReadRelease {
  release: Release | undefined;
  /** The Markdown below the frontmatter, and the line of the file, from 1, on which it begins. */
  body: { markdown: string; line: number } | undefined;
  /** The line of the file, from 1, of each field (`office`) and each item of a list (`office.0`). */
  lines: Record<string, number>;
  problems: Problem[];
}

const FENCE = /^---[ \t]*(?:\r?\n|$)/m;
/** A second block of fields right below the first, as two files pasted into one leave it. */
const SECOND_BLOCK =
  /^\s*(?:---[ \t]*\r?\n)?(?:title|date|office|contact|caucus):.*\r?\n(?:[a-z]+:.*\r?\n|[ \t-].*\r?\n)*---[ \t]*(?:\r?\n|$)/;

/** The address of a release below the site's base. */
export function releasePath(id: string): string {
  return `/releases/${id.slice(0, 4)}/${id.slice(5, 7)}/${id.slice(8, 10)}/${id.slice(11)}/`;
}

/**
 * Reads one release.
 * @param bytes the file's content.
 * @param file the file as problems should name it; its last part gives the id.
 */
export function readRelease(bytes: Buffer, file: string): ReadRelease {
  const id = idOf(file);
  const problems = nameProblems(id, file);
  const text = readText(bytes, file);
  if (typeof text !== 'string') {
    return { release: undefined, body: undefined, lines: {}, problems: [...problems, text] };
  }
  const parts = split(text);
  if (typeof parts === 'string') {
    const hint = `begin with a line ---, then the fields such as title: and date:, then a line ---`;
    problems.push({ file, line: 1, field: 'frontmatter', message: parts, hint });
    return { release: undefined, body: undefined, lines: {}, problems };
  }
  const body = { markdown: parts.body, line: parts.bodyLine };
  if (SECOND_BLOCK.test(parts.body)) {
    problems.push({
      file,
      line: parts.bodyLine,
      field: 'frontmatter',
      message: 'stands twice in this file',
      hint: 'keep one block of fields; a second release needs a file of its own',
    });
  }
  if (parts.body.trim() === '') {
    const hint = 'put the text of the release below the second line ---';
    problems.push({ file, line: parts.bodyLine, field: 'body', message: 'is empty', hint });
  }
  const yaml = parseYaml(parts.yaml, parts.yamlLine);
  if (yaml.errors.length > 0) {
    const hint = 'put quotation marks around values with : or #, and indent with spaces, not tabs';
    const broken = yaml.errors.map(({ line, message }) => {
      return { file, line, field: 'frontmatter', message: `cannot be read: ${message}`, hint };
    });
    return { release: undefined, body, lines: {}, problems: [...problems, ...broken] };
  }
  const { value, problems: invalid } = validate(frontmatter, yaml, file);
  problems.push(...invalid);
  if (value === undefined) return { release: undefined, body, lines: {}, problems };
  if (isDay(id.slice(0, 10)) && value.date !== id.slice(0, 10)) {
    problems.push({
      file,
      line: yaml.lineOf(['date']),
      field: 'date',
      message: `is ${value.date}, but the file's name says ${id.slice(0, 10)}`,
      hint: `change one of them, or rename the file to ${value.date}${id.slice(10)}.md`,
    });
  }
  problems.push(...dayProblems(value, file, yaml.lineOf));
  const release = { ...value, id, path: releasePath(id), file };
  return { release, body, lines: lineTable(value, yaml.lineOf), problems };
}

/** Where the fields stand that name something else, for the checks that see the whole archive. */
function lineTable(value: Frontmatter, lineOf: (path: PropertyKey[]) => number) {
  const lines: Record<string, number> = {};
  for (const field of [
    'office',
    'caucus',
    'related',
    'translations',
    'corrects',
    'aliases',
    'attachments',
  ] as const) {
    if (value[field] === undefined) continue;
    lines[field] = lineOf([field]);
    [value[field]].flat().forEach((_, n) => (lines[`${field}.${n}`] = lineOf([field, n])));
  }
  return lines;
}

const idOf = (file: string) => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.md$/, '');

function nameProblems(id: string, file: string): Problem[] {
  if (isReleaseId(id)) return [];
  const [, day = 'YYYY-MM-DD', rest = id] = /^(\d{4}-\d{2}-\d{2})-?(.*)$/.exec(id) ?? [];
  const wrongDay = day !== 'YYYY-MM-DD' && !isDay(day);
  const message = wrongDay
    ? `has a name that begins with ${day}, which is not a day of the calendar`
    : 'has a name that is not YYYY-MM-DD-words.md';
  const hint = `name it ${wrongDay ? 'YYYY-MM-DD' : day}-${slugify(rest).replace(/[^a-z0-9-]/g, '') || 'words'}.md`;
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

/** Takes a file apart; says what is missing where it can't. */
function split(text: string) {
  const blank = /^\s*(?=---)/.exec(text)?.[0].length ?? 0;
  const start = text.slice(blank);
  const open = FENCE.exec(start);
  if (open?.index !== 0) return 'is missing';
  const after = start.slice(open[0].length);
  const close = FENCE.exec(after);
  if (close === null) return 'has no end: the second line --- is missing';
  const yaml = after.slice(0, close.index);
  const countLines = (part: string) => part.split('\n').length - 1;
  const yamlLine = 1 + countLines(text.slice(0, blank) + open[0]);
  const bodyLine = yamlLine + countLines(yaml + close[0]);
  return { yaml, yamlLine, body: after.slice(close.index + close[0].length), bodyLine };
}
