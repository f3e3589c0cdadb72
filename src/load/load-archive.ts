import { basename, join } from 'node:path';
import { assembleArchive } from '../archive/assemble-archive.ts';
import { type Day, today } from '../archive/day.ts';
import type { Archive } from '../archive/model.ts';
import { byPlace, type Problem } from '../archive/problem.ts';
import type { Release } from '../archive/release.ts';
import type { EarlierWording } from '../archive/wordings/earlier-wording.ts';
import { finishReplacing } from '../files/replace-files.ts';
import { writeStatement } from './access-statement.ts';
import { archivedMarker } from './archived-releases.ts';
import { commitDays } from './commit-days.ts';
import { deadLinks } from './dead-links.ts';
import { type FaultyRelease, faultyReleases } from './faulty-releases.ts';
import { hostWarnings } from './host-warnings.ts';
import { type EchoesOf, loadEchoes } from './load-echoes.ts';
import type { Face } from './load-face.ts';
import { type Ledger, ledgerWarnings, resolveLedger } from './load-ledger.ts';
import { type OwnTexts, ownTextFiles } from './load-own-pages.ts';
import type { LoadOptions } from './load-options.ts';
import { loadWordings } from './load-wordings.ts';
import { lostLines } from './lost-lines.ts';
import type { MediaFile } from './measure-media.ts';
import { mediaProblems } from './media-faults.ts';
import { type Parts, readParts, sizesOf } from './read-parts.ts';
import type { RenderedBody } from './read-release.ts';
import { attributionAdder } from './release-attributions.ts';
import { siteWarnings } from './site-warnings.ts';
import { startWorkers } from './worker-pool.ts';

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
  const { contentDir, cacheDir, now, skipsTexts = false } = options;
  await finishReplacing(contentDir);
  const parts = await readParts(options);
  const { site, files, media, index, texts, statement, face, errors, warnings } = parts;
  const day = today(now, site.timezone);
  // A check needs no days unless these decide what is archived. Git finds them beside the reading: the more
  // commits there are, the longer it takes.
  const needsDays = !skipsTexts || site.archived_before !== undefined;
  const committed = commitDays(contentDir, needsDays ? files.releases : [], site.timezone);
  const { releases, reused, ledger } = await readReleases(parts, options);
  for (const { body, ...read } of releases) {
    errors.push(...read.problems, ...(body?.errors ?? []));
    warnings.push(...read.warnings, ...(body?.warnings ?? []));
  }

  const days = await committed;
  const addAttributions = attributionAdder(parts);
  const markArchived = archivedMarker(site, days, day, warnings);
  const assembled = assembleArchive({
    ...parts,
    hasOffices: files.hasOffices,
    hasCaucuses: files.hasCaucuses,
    ownPages: [...texts.pages, ...(statement ? [statement] : [])],
    releases: releases.map((one) => addAttributions({ ...markArchived(one), body: undefined })),
    now,
    withHeld: options.withHeld,
    dropsDangling: options.dropsDangling,
  });
  const { archive } = assembled;
  errors.push(...assembled.problems);
  warnings.push(...assembled.warnings);

  if (index.errors.length === 0) {
    const known = releases.map(({ id, release }) => ({ id, aliases: release?.aliases ?? [] }));
    const lines = { contentDir, cacheDir, index, files: files.ledger, releases: known };
    errors.push(...(await lostLines(lines)));
  }
  const earlier = await loadWordings(contentDir, parts, options.allowsLostWords);
  errors.push(...earlier.errors);
  warnings.push(...earlier.warnings);
  const mentioned = mediaIn(
    texts,
    releases.map(({ release, body }) => ({ attachments: release?.attachments, body })),
  );
  errors.push(...mediaProblems(contentDir, parts.mediaFaults, mentioned));

  const bodies = new Map<string, RenderedBody>();
  for (const { release, body } of releases) {
    if (release && body && archive.byId.has(release.id)) bodies.set(release.id, body);
  }
  // Where something is wrong, nothing is built, and nothing is written.
  const cacheOfEchoes = errors.length === 0 ? cacheDir : undefined;
  const echoesOf: EchoesOf = skipsTexts
    ? () => undefined
    : await loadEchoes(archive, bodies, { contentDir, cacheDir: cacheOfEchoes });
  const published = mediaIn(
    texts,
    archive.releases.map(({ id, attachments }) => ({ attachments, body: bodies.get(id) })),
  );
  if (statement && !skipsTexts) {
    const counted = {
      releases: archive.releases.filter(({ isArchived }) => !isArchived).map(({ file }) => file),
      own: ownTextFiles(contentDir, texts),
    };
    const facts = { site, contentDir, media: published, texts: counted, cacheDir };
    texts.pages.push(await writeStatement(statement, facts));
  }
  const fileOf = (id: string) => archive.byId.get(id)?.file;
  const held = new Set(archive.held.map(({ id }) => id).filter((id) => index.places.has(id)));
  warnings.push(
    ...releases
      .filter(({ id }) => held.has(id))
      .map(({ file }) => ({ file, line: 1, ...HELD_THOUGH_RECORDED })),
    ...deadLinks(archive, bodies, texts.links, ledger),
    ...hostWarnings(site.host, releases),
    ...siteWarnings(contentDir, parts, day),
    ...ledgerWarnings(ledger, fileOf, join(contentDir, 'ledger')),
  );
  return {
    ...archive,
    bodies,
    reusedBodies: reused,
    committedOn: new Map(releases.map(({ id, path }) => [id, days.get(path) ?? []])),
    today: day,
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

/** Reads and renders the releases, and compares them with the ledger. */
async function readReleases(
  { site, files, media, index }: Parts,
  { contentDir, base, cacheDir, now, skipsTexts = false, onProgress }: LoadOptions,
) {
  const { language, timezone } = site;
  const workers = await startWorkers(
    { contentDir, base, media: sizesOf(media), language },
    cacheDir && join(cacheDir, 'bodies'),
  );
  try {
    const tasks = files.releases.map((path) => {
      return { path, places: index.places.get(basename(path, '.md')) };
    });
    const { releases, reused } = await workers.runAll(tasks, { skipsTexts, onProgress });
    const ledger = await resolveLedger(index, releases, workers, { now, timezone });
    return { releases, reused, ledger };
  } finally {
    await workers.close();
  }
}

/** The files below `media/` that the archive's own texts, and releases, show or refer to. */
function mediaIn(
  texts: Pick<OwnTexts, 'media'>,
  releases: readonly {
    attachments: Release['attachments'];
    body: Pick<RenderedBody, 'media'> | undefined;
  }[],
): Set<string> {
  const ofReleases = releases.flatMap(({ attachments = [], body }) => [
    ...attachments.map(({ file }) => file),
    ...(body?.media ?? []),
  ]);
  return new Set([...texts.media, ...ofReleases]);
}
