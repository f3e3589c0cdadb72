import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import type { Problem } from '../archive/problem.ts';
import { oldFrom } from '../archive/age.ts';
import { startOf } from '../archive/instant.ts';
import { type ForeignEntries, OwnFiles, pathsExcept } from './replace/own-files.ts';
import type { KnownSite } from './replace/output.ts';
import { FolderListing } from './replace/folder-listing.ts';
import { currentCommit } from '../load/commit-days.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import type { Settings } from '../settings.ts';
import { readExistingSite, type ExistingSite } from './replace/existing-site.ts';

/** What a build reports, and reports again when there is nothing to build. */
export interface BuildReport extends Pick<LoadedArchive, 'held'> {
  releases: number;
  pages: number;
  warnings: Problem[];
  /** The ids of recorded releases that are missing without an explanation. */
  absent?: string[];
  /**
   * When offices will close, releases will count as old, and changes as made to archived ones, as ISO 8601
   * instants: pages change then.
   */
  turns: string[];
}

export function reportOf(archive: LoadedArchive, pages: number): BuildReport {
  const { releases, held, warnings, offices, site, today, ledger } = archive;
  const absent = ledger.absent.map(({ release }) => release);
  const closings = [...offices.values()].flatMap(({ closed }) => closed ?? []);
  const { archived_before: archived = today } = site;
  const toCome = [...closings, archived, ...releases.map(({ date }) => oldFrom(date))].filter(
    (day) => day > today,
  );
  const turns = [...new Set(toCome)].map((day) => startOf(day, site.timezone).rfc3339);
  return { releases: releases.length, pages, held, warnings, absent, turns };
}

/** What is stored of a build to decide whether another is needed. */
interface Remembered {
  outDir: string;
  /** Digests of what the site was made from, and of the site. */
  inputs: string;
  site: string;
  /** Files in OUT_DIR that no build wrote; they are ignored. */
  foreign: ForeignEntries;
  report: BuildReport;
}

const fileOf = ({ cacheDir }: Settings) => join(cacheDir, 'last-build.json');

/**
 * The report of the last build if its site is still up to date with content, code and settings; undefined
 * if another build is needed.
 * @param inputs the fingerprint of these.
 * @param now in milliseconds since 1970: a build is needed when a release is to come out, an office closes or
 *   a release comes to count as old.
 */
export async function upToDateBuild(
  settings: Settings,
  inputs: string,
  now: number,
): Promise<BuildReport | undefined> {
  const remembered = await readRemembered(settings);
  if (remembered?.inputs !== inputs) return undefined;
  const { site, foreign, report } = remembered;
  const ends = [...report.held.flatMap(({ until }) => until ?? []), ...report.turns];
  if (ends.some((instant) => Date.parse(instant) <= now)) return undefined;
  const listing = await FolderListing.of(settings.outDir, pathsExcept(foreign));
  if (site === listing.digest()) return report;
  // Only the list of checksums distinguishes our files from foreign ones, which may have been added.
  return (await siteOfLastBuild(settings)) === undefined ? undefined : report;
}

/** The site in OUT_DIR if no file has changed since the last build. */
export async function siteOfLastBuild(
  settings: Settings,
): Promise<(ExistingSite & KnownSite) | undefined> {
  const remembered = await readRemembered(settings);
  if (remembered === undefined) return undefined;
  try {
    const site = readExistingSite(settings.outDir);
    const own = new OwnFiles(site.digests.keys());
    const listing = await FolderListing.of(settings.outDir, own);
    return remembered.site === listing.digest() ? { ...site, own, listing } : undefined;
  } catch {
    return undefined; // deleted, or not a site
  }
}

/** The last build into the same folder; undefined if there is none or its file is damaged. */
async function readRemembered(settings: Settings): Promise<Remembered | undefined> {
  const remembered = await readFile(fileOf(settings), 'utf8')
    .then((text) => JSON.parse(text) as Remembered)
    .catch(() => undefined);
  return remembered?.outDir === resolve(settings.outDir) ? remembered : undefined;
}

/**
 * Stores what `upToDateBuild` and `siteOfLastBuild` need to know of a build that has just ended.
 * @param inputs the fingerprint before the build.
 * @param foreign files in OUT_DIR that no build wrote.
 * @param listing of the site, if it is known.
 */
export async function rememberBuild(
  settings: Settings,
  inputs: string,
  report: BuildReport,
  foreign: ForeignEntries,
  listing?: FolderListing,
): Promise<void> {
  const outDir = resolve(settings.outDir);
  const site = (listing ?? (await FolderListing.of(outDir, pathsExcept(foreign)))).digest();
  const remembered: Remembered = { outDir, inputs, site, foreign, report };
  makeFolder(resolve(settings.cacheDir));
  await writeFile(fileOf(settings), JSON.stringify(remembered));
}

/** A digest of the names, sizes and times of all that a build depends on, and of its settings. */
export async function fingerprint({ contentDir, siteUrl, base }: Settings): Promise<string> {
  const commit = await currentCommit(contentDir); // days of change come from commits too
  const digests = [JSON.stringify({ siteUrl, base, node: process.version, contentDir, commit })];
  for (const place of [contentDir, 'src', 'public', 'astro.config.mjs', 'package-lock.json']) {
    digests.push((await FolderListing.of(place)).digest());
  }
  return hash('sha256', digests.join('\n'));
}
