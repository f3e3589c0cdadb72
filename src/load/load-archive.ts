import { basename, join } from 'node:path';
import { assembleArchive } from '../archive/assemble-archive.ts';
import { listContent } from '../archive/content-folder.ts';
import type { Day } from '../archive/day.ts';
import { caucusSchema, officeSchema, officeSchemaAmong } from '../archive/issuer.ts';
import type { Archive } from '../archive/model.ts';
import { today } from '../archive/day.ts';
import { byPlace, type Problem } from '../archive/problem.ts';
import { finishReplacing } from '../files/replace-files.ts';
import { deadLinks, languageWarnings } from './archive-warnings.ts';
import { indexCachedLedger } from './cached-ledger.ts';
import { commitDays } from './commit-days.ts';
import { hostWarnings, securityWarnings } from './host-warnings.ts';
import { type Ledger, ledgerWarnings, resolveLedger } from './load-ledger.ts';
import { lostLines } from './lost-lines.ts';
import { type MediaFile, measureMedia } from './measure-media.ts';
import { mediaFaults, mediaProblems } from './media-faults.ts';
import type { RenderedBody } from './read-release.ts';
import { attributionAdder } from './release-attributions.ts';
import { readIssuers, readSiteFields } from './read-yaml-files.ts';
import { type OnProgress, startWorkers } from './worker-pool.ts';

/** An archive with its texts, and all that is wrong with it. */
export interface LoadedArchive extends Archive {
  /** By release id. */
  bodies: ReadonlyMap<string, RenderedBody>;
  /** How many texts, those under embargo included, come from the cache. */
  reusedBodies: number;
  /**
   * The files below `media/` that published releases show or refer to, by path: others are not
   * published, since they may belong to releases under embargo.
   */
  media: ReadonlyMap<string, MediaFile>;
  /** The days of commits of releases with something that is not recorded yet, by release id. */
  committedOn: ReadonlyMap<string, readonly Day[]>;
  /** The day of the build, in the archive's time zone. */
  today: Day;
  /** How its statements differ from the recorded ones. */
  ledger: Ledger;
  errors: Problem[];
  warnings: Problem[];
}

export interface LoadOptions {
  contentDir: string;
  base: string;
  /** Where rendered texts are cached; without one, all are rendered. */
  cacheDir?: string;
  /** The instant of the build, in milliseconds since 1970. */
  now: number;
  /** For a preview: releases that are held back are in the archive all the same. */
  withHeld?: boolean;
  /** For a check: nobody reads the texts, nor the days of commits, so that these need not be looked at. */
  skipsTexts?: boolean;
  onProgress?: OnProgress;
}

const HELD_THOUGH_RECORDED = {
  field: 'file',
  message: 'is recorded as published, and is left out now: links to its statements lead nowhere',
  hint: 'if the office took it back, write withdrawn: with date: and reason: instead',
};

/**
 * Reads, checks and renders a whole content folder on all cores.
 * @throws {Error} if the folder cannot be read at all; what is wrong inside it is in the result.
 */
export async function loadArchive(options: LoadOptions): Promise<LoadedArchive> {
  const { contentDir, base, cacheDir, now, skipsTexts = false, onProgress } = options;
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
  const index = await indexCachedLedger(contentDir, files.ledger, cacheDir);
  errors.push(...index.errors);
  warnings.push(...index.warnings);
  const { language } = site;
  const workers = await startWorkers(
    { contentDir, base, media: sizes, language },
    cacheDir && join(cacheDir, 'bodies'),
  );
  const tasks = files.releases.map((path) => {
    return { path, places: index.places.get(basename(path, '.md')) };
  });
  const { releases, reused, ledger } = await workers
    .runAll(tasks, { skipsTexts, onProgress })
    .then(async ({ releases, reused }) => ({
      releases,
      reused,
      ledger: await resolveLedger(index, releases, workers, { now, timezone: site.timezone }),
    }))
    .finally(() => workers.close());
  for (const { body, ...read } of releases) {
    errors.push(...read.problems, ...(body?.errors ?? []));
    warnings.push(...read.warnings, ...(body?.warnings ?? []));
  }
  const addAttributions = attributionAdder({ site, offices });
  const { archive, problems } = assembleArchive({
    site,
    offices,
    caucuses,
    hasOffices: files.hasOffices,
    hasCaucuses: files.hasCaucuses,
    media,
    releases: releases.map((one) => addAttributions({ ...one, body: undefined })),
    now,
    withHeld: options.withHeld,
  });
  errors.push(...problems);
  if (index.errors.length === 0) {
    const known = releases.map(({ id, release }) => ({ id, aliases: release?.aliases ?? [] }));
    const { ledger: recorded } = files;
    errors.push(
      ...(await lostLines({ contentDir, cacheDir, index, files: recorded, releases: known })),
    );
  }
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
  const published = new Set(
    archive.releases.flatMap(({ id, attachments }) => [
      ...(attachments ?? []).map(({ file }) => file),
      ...(bodies.get(id)?.media ?? []),
    ]),
  );
  // A check shows no days; and to ask git for them takes the longer, the more commits there are.
  const unrecorded = skipsTexts ? [] : releases.filter(({ news }) => news !== undefined);
  const days = await commitDays(
    contentDir,
    unrecorded.map(({ path }) => path),
    site.timezone,
  );
  const committedOn = new Map(unrecorded.map(({ id, path }) => [id, days.get(path) ?? []]));
  const fileOf = (id: string) => archive.byId.get(id)?.file;
  for (const { id } of archive.held) {
    if (!index.places.has(id)) continue;
    const file = releases.find((one) => one.id === id)?.file ?? id;
    warnings.push({ file, line: 1, ...HELD_THOUGH_RECORDED });
  }
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
    reusedBodies: reused,
    committedOn,
    today: today(now, site.timezone),
    ledger,
    media: new Map([...media].filter(([file]) => published.has(file))),
    errors: errors.sort(byPlace),
    warnings: warnings.sort(byPlace),
  };
}
