import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { imageSizeFromFile } from 'image-size/fromFile';
import type { z } from 'zod';
import { isOwnPath, pagePaths } from '../archive/addresses.ts';
import { assembleArchive } from '../archive/assemble-archive.ts';
import type { Archive } from '../archive/model.ts';
import { CONFLICT, conflictLines } from '../archive/conflict-marks.ts';
import { type ContentFiles, listContent } from '../archive/content-folder.ts';
import type { Day } from '../archive/day.ts';
import { formerAddresses } from '../archive/former-addresses.ts';
import { decodePath } from '../archive/path-encoding.ts';
import { indexLedger } from '../archive/ledger/ledger-files.ts';
import { today } from '../archive/new-release.ts';
import { SLUG } from '../archive/slug.ts';
import { caucusSchema, officeSchema, officeSchemaAmong } from '../archive/issuer.ts';
import { byPlace, type Problem } from '../archive/problem.ts';
import { finishReplacing } from '../files/replace-files.ts';
import { type Fields, readFields } from '../archive/schema-problems.ts';
import { type Site, siteSchema } from '../archive/site.ts';
import { readText } from '../archive/source-text.ts';
import { LANGUAGES, nearestLanguage } from '../words/languages.ts';
import type { PictureSize } from '../markdown/rehype-links.ts';
import { hostWarnings, securityWarnings } from './host-warnings.ts';
import { type Ledger, ledgerWarnings, settleLedger } from './load-ledger.ts';
import { mediaFaults, mediaProblems } from './media-faults.ts';
import type { RenderedBody } from './read-release.ts';
import { startWorkers } from './worker-pool.ts';

/** An archive with its texts, and all that is wrong with it. */
export interface LoadedArchive extends Archive {
  /** By release id. */
  bodies: ReadonlyMap<string, RenderedBody>;
  /** How many of all texts, those under embargo included, are from an earlier run. */
  keptBodies: number;
  /**
   * The files below `media/` that published releases show or name, by their paths: others stay
   * behind, with the releases under embargo that they may belong to.
   */
  media: ReadonlyMap<string, MediaFile>;
  /** The day of the build, in the archive's time zone. */
  today: Day;
  /** How its statements stand to those that are recorded. */
  ledger: Ledger;
  errors: Problem[];
  warnings: Problem[];
}

interface MediaFile {
  bytes: number;
  /** In pixels; of a picture. */
  size: PictureSize | undefined;
}

export interface LoadOptions {
  contentDir: string;
  base: string;
  /** Where rendered texts are kept; without one, or for a recording, all are made anew. */
  cacheDir?: string;
  /** The instant of the build, in milliseconds since 1970. */
  now: number;
  /** The day of a recording: then what is not recorded comes with the lines that record it. */
  recordOn?: Day;
  /** Told how many releases have been read, of how many. */
  onProgress?: (done: number, total: number) => void;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/**
 * Reads, checks and renders a whole content folder on all cores.
 * @throws {Error} if the folder cannot be read at all; what is wrong inside it is in the result.
 */
export async function loadArchive(options: LoadOptions): Promise<LoadedArchive> {
  const { contentDir, base, cacheDir, now, recordOn, onProgress } = options;
  await finishReplacing(contentDir);
  const files = await listContent(contentDir);
  const errors = [...files.errors];
  const warnings = [...files.warnings];
  const media = await measureMedia(contentDir, files.media);
  const faults = await mediaFaults(contentDir, media.keys());

  const { site, lineOf } = await readSiteFields(contentDir, errors, warnings);
  const caucuses = await readIssuers(contentDir, files.caucuses, caucusSchema, errors, warnings);
  const ofOffice = files.hasCaucuses ? officeSchemaAmong(caucuses) : officeSchema;
  const offices = await readIssuers(contentDir, files.offices, ofOffice, errors, warnings);
  const sizes = new Map([...media].map(([path, { size }]) => [path, size]));
  const index = await indexLedger(contentDir, files.ledger);
  errors.push(...index.errors);
  warnings.push(...index.warnings);
  const { language } = site;
  const mayKeep = cacheDir !== undefined && recordOn === undefined;
  const workers = await startWorkers(
    { contentDir, base, media: sizes, language, recordOn },
    files.releases.length,
    mayKeep ? join(cacheDir, 'bodies') : undefined,
  );
  const tasks = files.releases.map((path) => {
    return { path, places: index.places.get(basename(path, '.md')) };
  });
  const { releases, kept, ledger } = await workers
    .runAll(tasks, onProgress)
    .then(async ({ releases, kept }) => ({
      releases,
      kept,
      ledger: await settleLedger(index, releases, workers, now),
    }))
    .finally(() => workers.close());
  for (const { body, ...read } of releases) {
    errors.push(...read.problems, ...(body?.errors ?? []));
    warnings.push(...read.warnings, ...(body?.warnings ?? []));
  }
  const { archive, problems } = assembleArchive({
    site,
    offices,
    caucuses,
    hasOffices: files.hasOffices,
    hasCaucuses: files.hasCaucuses,
    media,
    releases: releases.map((one) => ({ ...one, body: undefined })),
    now,
  });
  errors.push(...problems);

  const mentioned = new Set(
    releases.flatMap(({ release, body }) => [
      ...(release?.attachments ?? []).map(({ file }) => file),
      ...(body?.media ?? []),
    ]),
  );
  errors.push(...mediaProblems(contentDir, faults, mentioned));

  const bodies = new Map<string, RenderedBody>();
  for (const { release, body } of releases) {
    if (release && body && archive.byId.has(release.id)) bodies.set(release.id, body);
  }
  const named = new Set(
    archive.releases.flatMap(({ id, attachments }) => [
      ...(attachments ?? []).map(({ file }) => file),
      ...(bodies.get(id)?.media ?? []),
    ]),
  );
  const fileOf = (id: string) => archive.byId.get(id)?.file;
  warnings.push(...deadLinks(archive, bodies, ledger));
  warnings.push(...hostWarnings(site.host, releases));
  warnings.push(
    ...languageWarnings(site.language, {
      file: join(contentDir, 'site.yaml'),
      line: lineOf(['language']),
    }),
  );
  const line = lineOf(['security', 'expires']);
  const place = { file: join(contentDir, 'site.yaml'), line };
  warnings.push(...securityWarnings(site, today(now, site.timezone), place));
  warnings.push(...ledgerWarnings(ledger, fileOf, join(contentDir, 'ledger')));
  return {
    ...archive,
    bodies,
    keptBodies: kept,
    today: today(now, site.timezone),
    ledger,
    media: new Map([...media].filter(([file]) => named.has(file))),
    errors: errors.sort(byPlace),
    warnings: warnings.sort(byPlace),
  };
}

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

export const readSite = async (contentDir: string, errors: Problem[], warnings: Problem[] = []) =>
  (await readSiteFields(contentDir, errors, warnings)).site;

async function readSiteFields(
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

export async function readIssuers<Schema extends typeof officeSchema | typeof caucusSchema>(
  contentDir: string,
  paths: ContentFiles['offices'],
  schema: Schema,
  errors: Problem[],
  warnings: Problem[] = [],
): Promise<Map<string, z.output<Schema> & { slug: string }>> {
  const issuers = new Map<string, z.output<Schema> & { slug: string }>();
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
    const value = (await readYaml(file, schema, errors, warnings))?.value;
    if (issuers.has(slug)) {
      const message = `has the name ${slug}, which another file has too`;
      errors.push({ file, line: 1, field: 'file', message, hint: 'keep one of the two files' });
    }
    // A broken file still answers to its name: its releases have nothing wrong with them.
    issuers.set(slug, { ...(value ?? ({ name: slug } as z.output<Schema>)), slug });
  }
  return issuers;
}

/** What pages tell of the files under `media/`; a file that only looks like a picture has no size. */
async function measureMedia(contentDir: string, paths: string[]): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>();
  for (const path of paths) {
    const file = join(contentDir, path);
    const { size: bytes } = await stat(file);
    const found = PICTURE.test(path)
      ? await imageSizeFromFile(file).catch(() => undefined)
      : undefined;
    const size = found && { width: found.width, height: found.height };
    media.set(path.replace(/^media\//, ''), { bytes, size });
  }
  return media;
}

/** A site in a language for which there are no words has those in English around its releases. */
function languageWarnings(language: string, place: Pick<Problem, 'file' | 'line'>): Problem[] {
  if (nearestLanguage(language) !== undefined) return [];
  const message = `is ${language}, but the pages of this site have no words in it: they are in English`;
  const hint = `add them as CONTRIBUTING says under “A new language”, or choose one of ${Object.keys(LANGUAGES).join(', ')}`;
  return [{ ...place, field: 'language', message, hint }];
}

/** Links of one release to pages that this site won't have. They stay as issued, and are told of. */
function deadLinks(
  archive: Archive,
  bodies: ReadonlyMap<string, RenderedBody>,
  ledger: Ledger,
): Problem[] {
  const pages = pagePaths(archive);
  for (const { path } of formerAddresses(archive, ledger)) pages.add(decodePath(path) ?? path);
  const leads = (address: string) => {
    const path = decodePath(address) ?? address;
    return pages.has(path) || (isOwnPath(path) && /(?:\/|\.\w+)$/.test(path));
  };
  const hint = 'link to a page of this site with a / at its end, or give a whole address';
  return [...bodies].flatMap(([id, { links }]) =>
    links
      .filter(({ path }) => !leads(path))
      .map(({ path, line }) => {
        const file = archive.byId.get(id)?.file ?? id;
        return {
          file,
          line,
          field: 'body',
          message: `has a link to ${path}, which this site has not`,
          hint,
        };
      }),
  );
}
