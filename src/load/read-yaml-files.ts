import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { CONFLICT, conflictLines } from '../archive/conflict-marks.ts';
import type { ContentFiles } from '../archive/content-folder.ts';
import { quote } from '../archive/fields.ts';
import { formerNameProblems } from '../archive/former-issuers.ts';
import { type caucusSchema, hasFamily, type officeSchema } from '../archive/issuer.ts';
import type { Problem } from '../archive/problem.ts';
import { type Fields, readFields } from '../archive/schema-problems.ts';
import { type Site, siteSchema } from '../archive/site.ts';
import { SLUG } from '../archive/slug.ts';
import { readText } from '../archive/source-text.ts';

/** Reads one YAML file by its schema; what is wrong with it goes to `errors` and `warnings`. */
async function readYaml<Schema extends z.ZodObject>(
  file: string,
  schema: Schema,
  errors: Problem[],
  warnings: Problem[],
): Promise<Fields<z.output<Schema>> | undefined> {
  const text = readText(await readFile(file), file);
  if (typeof text !== 'string') {
    errors.push(text);
    return undefined;
  }
  const conflicts = conflictLines(text);
  if (conflicts.length > 0) {
    errors.push(...conflicts.map((line) => ({ file, line, field: 'file', ...CONFLICT })));
    return undefined;
  }
  const fields = readFields(schema, text, { file });
  errors.push(...fields.problems);
  warnings.push(...fields.warnings);
  return fields;
}

/** Reads `site.yaml`; without one, a site has the defaults. */
export const readSite = async (contentDir: string, errors: Problem[], warnings: Problem[] = []) =>
  (await readSiteFields(contentDir, errors, warnings)).site;

/** The same with the lines of its fields. */
export async function readSiteFields(
  contentDir: string,
  errors: Problem[],
  warnings: Problem[],
): Promise<{ site: Site; lineOf: Fields<Site>['lineOf'] }> {
  const file = join(contentDir, 'site.yaml');
  const fields = await readYaml(file, siteSchema, errors, warnings).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
      throw cause;
    },
  );
  return { site: fields?.value ?? siteSchema.parse({}), lineOf: fields?.lineOf ?? (() => 1) };
}

/** Reads the files of offices or caucuses, by slug. */
export async function readIssuers<Schema extends typeof officeSchema | typeof caucusSchema>(
  contentDir: string,
  paths: ContentFiles['offices'],
  schema: Schema,
  errors: Problem[],
  warnings: Problem[] = [],
): Promise<Map<string, z.output<Schema> & { slug: string }>> {
  const issuers = new Map<string, z.output<Schema> & { slug: string }>();
  const places = new Map<string, { file: string; lineOf: Fields<unknown>['lineOf'] }>();
  for (const path of paths) {
    const file = join(contentDir, path);
    const slug = basename(path, '.yaml');
    if (!SLUG.test(slug)) {
      const hint = 'use small letters a to z, digits and hyphens, as in ash-kalra.yaml';
      errors.push({
        file,
        line: 1,
        field: 'file',
        message: 'has a name that no page can have',
        hint,
      });
    }
    const fields = await readYaml(file, schema, errors, warnings);
    const value = fields?.value;
    if (value && 'family' in value && !hasFamily(value)) {
      const message = `cannot be ${quote(value.family)}: the member's name does not have it`;
      const hint = 'write the family name as it is in member:';
      errors.push({ file, line: fields.lineOf(['family']), field: 'family', message, hint });
    }
    if (issuers.has(slug)) {
      const message = `has the name ${slug}, which another file has too`;
      errors.push({ file, line: 1, field: 'file', message, hint: 'delete one of the two files' });
    }
    // A broken file still has its slug: there is nothing wrong with the releases that refer to it.
    issuers.set(slug, { ...(value ?? ({ name: slug } as z.output<Schema>)), slug });
    places.set(slug, { file, lineOf: fields?.lineOf ?? (() => 1) });
  }
  const [folder = ''] = paths[0]?.split('/') ?? [];
  errors.push(
    ...formerNameProblems(issuers, folder, (slug, n) => {
      const { file = slug, lineOf } = places.get(slug) ?? {};
      return { file, line: lineOf?.(['aliases', n]) ?? 1 };
    }),
  );
  return issuers;
}
