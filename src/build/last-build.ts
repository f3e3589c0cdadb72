import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LoadedArchive } from './load-archive.ts';
import type { Settings } from './settings.ts';

/** What is remembered of a build, to tell whether another is needed. */
interface Remembered {
  outDir: string;
  inputs: string;
  /** When the next embargo ends, in milliseconds since 1970: the site then lacks a release. */
  embargo: number | null;
}

const fileOf = ({ cacheDir }: Settings) => join(cacheDir, 'last-build.json');

/** Whether the built site is that of the present content, code and settings. */
export async function isUpToDate(settings: Settings, now: number): Promise<boolean> {
  if (!existsSync(join(settings.outDir, 'pagefind', 'catalogue.json'))) return false;
  const remembered = await readFile(fileOf(settings), 'utf8')
    .then((text) => JSON.parse(text) as Remembered)
    .catch(() => undefined); // none yet, emptied, or cut short: each means a build
  if (remembered?.outDir !== resolve(settings.outDir)) return false;
  if (remembered.embargo !== null && remembered.embargo <= now) return false;
  return remembered.inputs === (await fingerprint(settings));
}

/** Remembers a build that has just ended. */
export async function rememberBuild(
  settings: Settings,
  inputs: string,
  { embargoed }: Pick<LoadedArchive, 'embargoed'>,
): Promise<void> {
  const ends = embargoed.map(({ embargo }) => Date.parse(embargo));
  const remembered: Remembered = {
    outDir: resolve(settings.outDir),
    inputs,
    embargo: ends.length === 0 ? null : Math.min(...ends),
  };
  await mkdir(settings.cacheDir, { recursive: true });
  await writeFile(fileOf(settings), JSON.stringify(remembered));
}

/** A digest of the names, sizes and times of all that a build depends on, and of its settings. */
export async function fingerprint({ contentDir, siteUrl, base }: Settings): Promise<string> {
  const hash = createHash('sha256').update(
    JSON.stringify({ siteUrl, base, node: process.version }),
  );
  for (const place of [contentDir, 'src', 'public', 'astro.config.mjs', 'package-lock.json']) {
    // Without a content folder there is a message to come, that of whoever reads it.
    const isFolder = await stat(place).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const names = isFolder ? (await readdir(place, { recursive: true })).sort() : [''];
    for (const name of names) {
      const found = await stat(join(place, name)).catch(() => undefined); // a link that leads nowhere
      if (found?.isDirectory()) continue;
      hash.update(`${place}/${name} ${found?.size} ${found?.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
