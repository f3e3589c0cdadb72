import { basename, join } from 'node:path';
import { assembleArchive } from '../archive/assemble-archive.ts';
import { type ContentFiles, listContent } from '../archive/content-folder.ts';
import type { Day } from '../archive/day.ts';
import { withPresentCaucuses } from '../archive/former-issuers.ts';
import { caucusSchema, officeSchema, officeSchemaAmong } from '../archive/issuer.ts';
import type { LedgerIndex } from '../archive/ledger/ledger-files.ts';
import type { Archive } from '../archive/model.ts';
import { today } from '../archive/day.ts';
import { byPlace, type Problem } from '../archive/problem.ts';
import type { Site } from '../archive/site.ts';
import type { EarlierWording } from '../archive/wordings/earlier-wording.ts';
import { readWordings, type Wordings } from '../archive/wordings/wordings-files.ts';
import { finishReplacing } from '../files/replace-files.ts';
import { deadLinks, editorWarnings, languageWarnings } from './archive-warnings.ts';
import { statementPage, writeStatement } from './access-statement.ts';
import { archivedMarker } from './archived-releases.ts';
import { indexCachedLedger } from './cached-ledger.ts';
import { commitDays } from './commit-days.ts';
import { type FaultyRelease, faultyReleases } from './faulty-releases.ts';
import { hostWarnings, securityWarnings } from './host-warnings.ts';
import { type EchoesOf, loadEchoes } from './load-echoes.ts';
import { type Face, loadFace } from './load-face.ts';
import { type Ledger, ledgerWarnings, resolveLedger } from './load-ledger.ts';
import { FOOTER, HOME, loadOwnTexts, type OwnTexts, ownTextFiles } from './load-own-pages.ts';
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
  /** How it looks, and the words of its own around the releases. */
  face: Face;
  texts: Pick<OwnTexts, 'pages' | 'home' | 'footer' | 'media'>;
  /** The days of the commits that added or changed a release's file, oldest first, by release id. */
  committedOn: ReadonlyMap<string, readonly Day[]>;
  /** The day of the build, in the archive's time zone. */
  today: Day;
  /** How its statements differ from the recorded ones. */
  ledger: Ledger;
  /** Which statements of a published release are also in others; of none where nobody reads the texts. */
  echoesOf: EchoesOf;
  /** Words that statements of published releases had before, by release id; only with `history: words`. */
  earlier: ReadonlyMap<string, readonly EarlierWording[]>;
  errors: Problem[];
  warnings: Problem[];
  /** Releases that are in no list since their fields are faulty: what a preview can show of them. */
  faulty: FaultyRelease[];
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
  /** For a preview, which shows what it can: see `assembleArchive`. */
  dropsDangling?: boolean;
  /** For a check: nobody reads the texts, nor the days of commits, so that these need not be looked at. */
  skipsTexts?: boolean;
  /** Whether earlier words may be missing: it is about to be said that they were taken out. */
  allowsLostWords?: boolean;
  onProgress?: OnProgress;
}

const HELD_THOUGH_RECORDED = {
  field: 'file',
  message: 'is recorded as published, and is left out now: links to its statements lead nowhere',
  hint: 'if the office took it back, write withdrawn: with date: and reason: instead',
};

const HISTORY_UNUSED = {
  field: 'history',
  message: 'has earlier wordings, which are not published: history: in site.yaml is not words',
  hint: 'write history: words in site.yaml, or delete the folder',
};

/** The earlier wordings, if the archive publishes them. */
async function earlierWordings(
  { contentDir, allowsLostWords }: LoadOptions,
  { history }: Site,
  files: ContentFiles,
  { worded, errors }: LedgerIndex,
): Promise<Wordings> {
  const none: Wordings = { byRelease: new Map(), errors: [], warnings: [] };
  if (history === 'words') {
    // What a damaged ledger says of them is not known.
    const known = errors.length > 0 ? new Map<string, never>() : worded;
    return readWordings(contentDir, files.history, known, allowsLostWords);
  }
  if (files.history.length === 0) return none;
  return { ...none, warnings: [{ file: join(contentDir, 'history'), line: 1, ...HISTORY_UNUSED }] };
}

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
  const faults = await mediaFaults(join(contentDir, 'media'), media.keys());

  const { site, lineOf } = await readSiteFields(contentDir, errors, warnings);
  const caucuses = await readIssuers(contentDir, files.caucuses, caucusSchema, errors, warnings);
  const ofOffice = files.hasCaucuses ? officeSchemaAmong(caucuses) : officeSchema;
  const offices = withPresentCaucuses(
    await readIssuers(contentDir, files.offices, ofOffice, errors, warnings),
    caucuses,
  );
  const sizes = new Map([...media].map(([path, { size }]) => [path, size]));
  const index = await indexCachedLedger(contentDir, files.ledger, cacheDir);
  errors.push(...index.errors);
  warnings.push(...index.warnings);
  // A check needs no days unless these decide what is archived. Git finds them beside the reading: the more
  // commits there are, the longer it takes.
  const needsDays = !skipsTexts || site.archived_before !== undefined;
  const committed = commitDays(contentDir, needsDays ? files.releases : [], site.timezone);
  const { language } = site;
  const texts = await loadOwnTexts(
    {
      contentDir,
      pages: files.pages,
      texts: [HOME, FOOTER].filter((path) => files.face.includes(path)),
      withDrafts: options.withHeld === true,
      withFaulty: options.dropsDangling === true,
    },
    { base, media: sizes, language },
  );
  errors.push(...texts.errors);
  warnings.push(...texts.warnings);
  const statement = statementPage(site, texts.pages);
  const hasTexts = [files.pages[0], texts.home, texts.footer, statement].some(Boolean);
  const ofFace = { contentDir, site, lineOf, files: files.face, media, hasTexts };
  const face = await loadFace(ofFace, errors, warnings);
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
  const days = await committed;
  const markArchived = archivedMarker(site, days, today(now, site.timezone), warnings);
  const {
    archive,
    problems,
    warnings: former,
  } = assembleArchive({
    site,
    offices,
    caucuses,
    hasOffices: files.hasOffices,
    hasCaucuses: files.hasCaucuses,
    ownPages: [...texts.pages, ...(statement ? [statement] : [])],
    media,
    releases: releases.map((one) => addAttributions({ ...markArchived(one), body: undefined })),
    now,
    withHeld: options.withHeld,
    dropsDangling: options.dropsDangling,
  });
  errors.push(...problems);
  warnings.push(...former);
  if (index.errors.length === 0) {
    const known = releases.map(({ id, release }) => ({ id, aliases: release?.aliases ?? [] }));
    const { ledger: recorded } = files;
    errors.push(
      ...(await lostLines({ contentDir, cacheDir, index, files: recorded, releases: known })),
    );
  }
  const earlier = await earlierWordings(options, site, files, index);
  errors.push(...earlier.errors);
  warnings.push(...earlier.warnings);
  const mentioned = new Set([
    ...texts.media,
    ...releases.flatMap(({ release, body }) => [
      ...(release?.attachments ?? []).map(({ file }) => file),
      ...(body?.media ?? []),
    ]),
  ]);
  errors.push(...mediaProblems(contentDir, faults, mentioned));

  const bodies = new Map<string, RenderedBody>();
  for (const { release, body } of releases) {
    if (release && body && archive.byId.has(release.id)) bodies.set(release.id, body);
  }
  const echoesOf = skipsTexts
    ? () => undefined
    : // Where something is wrong, nothing is built, and nothing is written.
      await loadEchoes(archive, bodies, {
        contentDir,
        cacheDir: errors.length === 0 ? cacheDir : undefined,
      });
  const published = new Set([
    ...texts.media,
    ...archive.releases.flatMap(({ id, attachments }) => [
      ...(attachments ?? []).map(({ file }) => file),
      ...(bodies.get(id)?.media ?? []),
    ]),
  ]);
  if (statement && !skipsTexts) {
    const counted = {
      releases: archive.releases.filter(({ isArchived }) => !isArchived).map(({ file }) => file),
      own: ownTextFiles(contentDir, texts),
    };
    const ofStatement = { site, contentDir, media: published, texts: counted, cacheDir };
    texts.pages.push(await writeStatement(statement, ofStatement));
  }
  const committedOn = new Map(releases.map(({ id, path }) => [id, days.get(path) ?? []]));
  const fileOf = (id: string) => archive.byId.get(id)?.file;
  for (const { id } of archive.held) {
    if (!index.places.has(id)) continue;
    const file = releases.find((one) => one.id === id)?.file ?? id;
    warnings.push({ file, line: 1, ...HELD_THOUGH_RECORDED });
  }
  warnings.push(...deadLinks(archive, bodies, texts.links, ledger));
  warnings.push(...hostWarnings(site.host, releases));
  warnings.push(
    ...languageWarnings(site.language, {
      file: join(contentDir, 'site.yaml'),
      line: lineOf(['language']),
    }),
  );
  warnings.push(
    ...editorWarnings(site.editor, {
      file: join(contentDir, 'site.yaml'),
      line: lineOf(['editor', 'repository']),
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
    echoesOf,
    earlier: new Map([...earlier.byRelease].filter(([id]) => archive.byId.has(id))),
    face,
    texts,
    media: new Map([...media].filter(([file]) => published.has(file))),
    errors: errors.sort(byPlace),
    warnings: warnings.sort(byPlace),
    faulty: faultyReleases(releases),
  };
}
