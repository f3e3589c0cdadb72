import { createHash, type Hash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { filesBelow } from '../archive/files-below.ts';
import type { Problem } from '../archive/problem.ts';
import { startOf } from '../publish/instant.ts';
import type { LoadedArchive } from './load-archive.ts';
import type { Settings } from './settings.ts';
import { readStandingSite, type StandingSite } from './standing-site.ts';

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
  report: BuildReport;
}

const fileOf = ({ cacheDir }: Settings) => join(cacheDir, 'last-build.json');

/**
 * The report of the last build, if the site in its folder is still that of the present content, code
 * and settings; undefined where another build is needed.
 * @param now the instant, in milliseconds since 1970: when an embargo ends, the site lacks a release;
 * when an office closes, its pages do not say so.
 */
export async function upToDateBuild(
  settings: Settings,
  now: number,
): Promise<BuildReport | undefined> {
  const remembered = await recall(settings);
  if (remembered === undefined) return undefined;
  const { inputs, site, report } = remembered;
  if (inputs !== (await fingerprint(settings))) return undefined;
  const ends = [...report.embargoed.map(({ embargo }) => embargo), ...report.closings];
  if (ends.some((instant) => Date.parse(instant) <= now)) return undefined;
  return site === (await siteDigest(settings)) ? report : undefined;
}

/** The site in its folder, if it is, file by file, as the last build left it. */
export async function siteOfLastBuild(settings: Settings): Promise<StandingSite | undefined> {
  const remembered = await recall(settings);
  if (remembered === undefined) return undefined;
  try {
    const site = readStandingSite(settings.outDir);
    return remembered.site === (await siteDigest(settings)) ? site : undefined;
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

/** Remembers a build that has just ended. @param inputs the fingerprint before it began. */
export async function rememberBuild(
  settings: Settings,
  inputs: string,
  report: BuildReport,
): Promise<void> {
  const outDir = resolve(settings.outDir);
  const remembered: Remembered = { outDir, inputs, site: await siteDigest(settings), report };
  await mkdir(settings.cacheDir, { recursive: true });
  await writeFile(fileOf(settings), JSON.stringify(remembered));
}

/** A digest of the names, sizes and times of all that a build depends on, and of its settings. */
export async function fingerprint({ contentDir, siteUrl, base }: Settings): Promise<string> {
  const hash = createHash('sha256').update(
    JSON.stringify({ siteUrl, base, node: process.version }),
  );
  for (const place of [contentDir, 'src', 'public', 'astro.config.mjs', 'package-lock.json']) {
    await addListing(hash, place);
  }
  return hash.digest('hex');
}

/** A digest of the names, sizes and times of the site's files: whoever changes one changes it. */
async function siteDigest({ outDir }: Settings): Promise<string> {
  const hash = createHash('sha256');
  await addListing(hash, outDir);
  return hash.digest('hex');
}

/** Files that are looked at before others have their turn. */
const AT_ONCE = 1_000;

/** Adds the files of a folder; or a single file. Of what is not there, only that it isn't. */
async function addListing(hash: Hash, place: string) {
  // Without a content folder there is a message to come, that of whoever reads it.
  const names = look(place)?.isDirectory() ? filesBelow(place) : [''];
  for (const [n, name] of names.entries()) {
    if (n % AT_ONCE === 0) await setImmediate(); // others have work too
    const found = look(`${place}/${name}`);
    if (found?.isDirectory()) continue;
    // The time of the last change to the file's entry tells of an edit that sets back the other.
    hash.update(`${place}/${name} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}\n`);
  }
}

/** Synchronously: of a hundred thousand files in a row that takes a tenth of the time. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // a link that leads nowhere, or to itself
  }
}
