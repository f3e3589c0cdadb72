import { basename } from 'node:path';
import { z } from 'zod';
import { AXES } from './browse.ts';
import { conflictLines, CONFLICT } from './conflict-marks.ts';
import { quote, text, trueOrFalse } from './fields.ts';
import type { OwnPage } from './model.ts';
import { isOwnPath } from './own-paths.ts';
import type { Problem } from './problem.ts';
import { readFields } from './schema-problems.ts';
import { SLUG, slugify } from './slug.ts';
import { readText } from './source-text.ts';
import { splitRelease } from './split-release.ts';

/** The frontmatter of `pages/*.md`. */
export const ownPageSchema = z.strictObject({
  title: text().describe('the heading of the page, as in Accessibility'),
  nav: trueOrFalse()
    .optional()
    .describe('true to have it in the navigation at the top of each page; else it is at the foot'),
  order: text()
    .refine((value) => value === '' || /^\d{1,4}$/.test(value), {
      error: ({ input }) => `cannot be ${quote(input)}: it is a number, as in 2`,
    })
    .meta({ type: 'integer' })
    .transform(Number)
    .optional()
    .describe('its place among the others, as in 2; pages without a number come after, by title'),
  draft: trueOrFalse()
    .optional()
    .describe('true as long as it is not to be published; npm run dev -- --all shows it'),
});

/** Its text stands at the top of the page that every archive has about itself. */
export const ABOUT = '/about/';

interface ReadOwnPage {
  page: OwnPage | undefined;
  body: { markdown: string; line: number } | undefined;
  /** The line of the file, from 1, of the field `draft`. */
  draftLine: number;
  problems: Problem[];
  warnings: Problem[];
}

/**
 * Reads one page.
 * @param file the file as problems should name it; its last part gives the address.
 */
export function readOwnPage(bytes: Buffer, file: string): ReadOwnPage {
  const name = basename(file, '.md');
  const path = `/${name}/`;
  const problems = pathProblems(name, file);
  const failed = (...more: Problem[]): ReadOwnPage => ({
    ...{ page: undefined, body: undefined, draftLine: 1, warnings: [] },
    problems: [...problems, ...more],
  });
  const source = readText(bytes, file);
  if (typeof source !== 'string') return failed(source);
  const conflicts = conflictLines(source);
  if (conflicts.length > 0) {
    return failed(...conflicts.map((line) => ({ file, line, field: 'file', ...CONFLICT })));
  }
  const parts = splitRelease(source);
  if ('missing' in parts) {
    const hint = 'begin with a line ---, then title: and its words, then a line ---';
    const message = parts.missing;
    return failed({ file, line: 1, field: 'frontmatter', message, hint });
  }
  const { value, lineOf, ...found } = readFields(ownPageSchema, parts.yaml, {
    file,
    line: parts.yamlLine,
    whole: 'frontmatter',
  });
  problems.push(...found.problems);
  const body = { markdown: parts.body, line: parts.bodyLine };
  if (body.markdown.trim() === '') {
    const hint = 'put the text of the page below the second line ---';
    problems.push({ file, line: body.line, field: 'body', message: 'is empty', hint });
  }
  const { title = name, nav = false, draft = false, order = Infinity } = value ?? {};
  const page = value && { path, title, isInNav: nav, isDraft: draft, order };
  const draftLine = lineOf(['draft']);
  return { page, body, draftLine, problems, warnings: found.warnings };
}

function pathProblems(name: string, file: string): Problem[] {
  const place = { file, line: 1, field: 'file' };
  if (!SLUG.test(name)) {
    const better = slugify(name).replace(/[^a-z0-9-]/g, '') || 'privacy';
    const hint = `use small letters a to z, digits and hyphens, as in ${better}.md`;
    return [{ ...place, message: 'has a name that no page can have', hint }];
  }
  const isTaken = isOwnPath(`/${name}/`) || ['releases', ...AXES].includes(name);
  if (`/${name}/` === ABOUT || !isTaken) return [];
  const message = `would be at /${name}/, where the site has something of its own`;
  return [{ ...place, message, hint: `give the file another name, as in our-${name}.md` }];
}

/** In the order in which they are listed. */
export function byOrder(a: OwnPage, b: OwnPage): number {
  if (a.order !== b.order) return a.order - b.order;
  return a.title < b.title ? -1 : 1;
}
