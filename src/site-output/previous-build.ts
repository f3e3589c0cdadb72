import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import type { Problem } from '../archive/problem.ts';
import { startOf } from '../publish/instant.ts';
import { type ForeignEntries, OwnFiles, pathsBut } from './replace/own-files.ts';
import type { KnownSite } from './replace/output.ts';
import { FolderListing } from './replace/folder-listing.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import type { Settings } from '../settings.ts';
import { readStandingSite, type StandingSite } from './replace/existing-site.ts';

/** What a build has told of, to be told again when there is nothing to build. */
export interface BuildReport extends Pick<LoadedArchive, 'embargoed'> {
  releases: number;
  pages: number;
  warnings: Problem[];
  /** When offices will close, as instants by ISO 8601: their pages then say so. */
  closings: string[];
}

export function reportOf(archive: LoadedArchive, pages: number): BuildReport {
  const { releases, embargoed, warnings, offices, site, today } = archive;
  const closings = [...offices.values()].flatMap(({ closed }) =>
    closed !== undefined && closed > today ? [startOf(closed, site.timezone).rfc3339] : [],
  );
  return { releases: releases.length, pages, embargoed, warnings, closings };
}

/** What is remembered of a build, to tell whether another is needed. */
interface Remembered {
  outDir: string;
  /** Digests of what the site was made from, and of the site. */
  inputs: string;
  site: string;
  /** What the site's folder had in it that no build wrote: it does not count. */
  foreign: ForeignEntries;
  report: BuildReport;
}

const fileOf = ({ cacheDir }: Settings) => join(cacheDir, 'last-build.json');

/**
 * The report of the last build, if the site in its folder is still that of the present content, code
 * and settings; undefined where another build is needed.
 * @param inputs the fingerprint of these.
 * @param now the instant, in milliseconds since 1970: when an embargo ends, the site lacks a release;
 * when an office closes, its pages do not say so.
 */
export async function upToDateBuild(
  settings: Settings,
  inputs: string,
  now: number,
): Promise<BuildReport | undefined> {
  const remembered = await recall(settings);
  if (remembered?.inputs !== inputs) return undefined;
  const { site, foreign, report } = remembered;
  const ends = [...report.embargoed.map(({ embargo }) => embargo), ...report.closings];
  if (ends.some((instant) => Date.parse(instant) <= now)) return undefined;
  const listing = await FolderListing.of(settings.outDir, pathsBut(foreign));
  if (site === listing.digest()) return report;
  // Something may have been added that no build wrote: which, only the list of checksums says.
  return (await siteOfLastBuild(settings)) === undefined ? undefined : report;
}

/** The site in its folder, if it is, file by file, as the last build left it. */
export async function siteOfLastBuild(
  settings: Settings,
): Promise<(StandingSite & KnownSite) | undefined> {
  const remembered = await recall(settings);
  if (remembered === undefined) return undefined;
  try {
    const site = readStandingSite(settings.outDir);
    const own = new OwnFiles(site.digests.keys());
    const listing = await FolderListing.of(settings.outDir, own);
    return remembered.site === listing.digest() ? { ...site, own, listing } : undefined;
  } catch {
    return undefined; // taken away, or no site
  }
}

/** What is remembered of a build into the same folder: none yet, emptied, or cut short is nothing. */
async function recall(settings: Settings): Promise<Remembered | undefined> {
  const remembered = await readFile(fileOf(settings), 'utf8')
    .then((text) => JSON.parse(text) as Remembered)
    .catch(() => undefined);
  return remembered?.outDir === resolve(settings.outDir) ? remembered : undefined;
}

/**
 * Remembers a build that has just ended.
 * @param inputs the fingerprint before it began.
 * @param foreign what no build wrote into the site's folder.
 * @param listing of the site, where it is known.
 */
export async function rememberBuild(
  settings: Settings,
  inputs: string,
  report: BuildReport,
  foreign: ForeignEntries,
  listing?: FolderListing,
): Promise<void> {
  const outDir = resolve(settings.outDir);
  const site = (listing ?? (await FolderListing.of(outDir, pathsBut(foreign)))).digest();
  const remembered: Remembered = { outDir, inputs, site, foreign, report };
  makeFolder(resolve(settings.cacheDir));
  await writeFile(fileOf(settings), JSON.stringify(remembered));
}

/** A digest of the names, sizes and times of all that a build depends on, and of its settings. */
export async function fingerprint({ contentDir, siteUrl, base }: Settings): Promise<string> {
  const digests = [JSON.stringify({ siteUrl, base, node: process.version, contentDir })];
  for (const place of [contentDir, 'src', 'public', 'astro.config.mjs', 'package-lock.json']) {
    digests.push((await FolderListing.of(place)).digest());
  }
  return hash('sha256', digests.join('\n'));
}
