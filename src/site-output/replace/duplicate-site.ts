import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderListing } from './folder-listing.ts';
import { readStandingSite } from './existing-site.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { linkForeignFiles } from './carry-over.ts';
import { type ForeignEntries, OwnFiles } from './own-files.ts';
import { type PreviousSite, takeOut } from './previous-site.ts';
import { deleteFiles } from './update-in-place.ts';

/** A site to duplicate. */
export interface DuplicateTask {
  site: string;
  /** What no build wrote into it; files alone. */
  foreign: ForeignEntries;
  /** Where the duplicate is made; it does not exist yet. */
  target: string;
  previous: PreviousSite;
}

/**
 * Duplicates a site by links to its files, so that it can be changed while the other one is visited. If the
 * site before is there, it is taken and only what differs is linked: to link all of 60,000 files takes
 * seconds. The list of checksums is left out, since each build writes its own.
 * @returns the digests of the duplicate's folders: see `FolderListing`.
 * @throws {NodeJS.ErrnoException} if the disk has no room, or no links.
 */
export async function duplicateSite(task: DuplicateTask): Promise<FolderListing['digests']> {
  const { site, foreign, target, previous } = task;
  const { digests } = readStandingSite(site);
  const copy = (await takePrevious(previous, target)) ?? new Map<string, string>();
  const gone = [...copy.keys(), CHECKSUMS].filter((path) => !digests.has(path));
  mkdirSync(target, { recursive: true });
  deleteFiles(target, gone);
  for (const [path, sha256] of digests) {
    if (copy.get(path) === sha256) continue;
    const file = join(target, path);
    if (copy.has(path)) rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    linkSync(join(site, path), file);
  }
  const { digests: ofFolders } = await FolderListing.of(target, new OwnFiles(digests.keys()));
  linkForeignFiles(site, target, foreign);
  return ofFolders;
}

/** The digests of the files of the site before, if it is as it was put away. */
async function takePrevious(previous: PreviousSite, target: string) {
  const digest = takeOut(previous, target);
  if (digest === undefined) return undefined;
  try {
    const { digests } = readStandingSite(target);
    const listing = await FolderListing.of(target, new OwnFiles(digests.keys()));
    if (listing.digest() === digest && listing.foreign.folders.length === 0) {
      deleteFiles(target, listing.foreign.files); // of then; those of now are linked
      return digests;
    }
  } catch {
    // not whole
  }
  rmSync(target, { recursive: true, force: true });
  return undefined;
}
