import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderListing } from './folder-listing.ts';
import { readExistingSite } from './existing-site.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { linkForeignFiles } from './carry-over.ts';
import { type ForeignEntries, OwnFiles } from './own-files.ts';
import { type PreviousSite, takePrevious } from './previous-site.ts';
import { deleteFiles } from './update-in-place.ts';

/** A site to duplicate. */
export interface DuplicateTask {
  site: string;
  /** Must have files only. */
  foreign: ForeignEntries;
  /** Where to put the duplicate; does not exist yet. */
  target: string;
  previous: PreviousSite;
}

/**
 * Duplicates a site with hard links, so that the duplicate can be changed while visitors see the original.
 * If the previous site is available, it is used and only differences are linked: linking 60,000 files takes
 * seconds. The list of checksums is omitted, since each build writes its own.
 * @returns the digests of the duplicate's folders: see `FolderListing`.
 * @throws {NodeJS.ErrnoException} if the disk is full or does not support hard links.
 */
export async function duplicateSite(task: DuplicateTask): Promise<FolderListing['digests']> {
  const { site, foreign, target, previous } = task;
  const { digests } = readExistingSite(site);
  const restored = await restorePrevious(previous, target);
  const copy = restored?.digests ?? new Map<string, string>();
  const gone = [...copy.keys(), CHECKSUMS].filter((path) => !digests.has(path));
  mkdirSync(target, { recursive: true });
  deleteFiles(target, gone);
  const linked: string[] = [];
  for (const [path, sha256] of digests) {
    if (copy.get(path) === sha256) continue;
    const file = join(target, path);
    if (copy.has(path)) rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    linkSync(join(site, path), file);
    linked.push(path);
  }
  // Only what has changed is read again: an archive has a hundred thousand files.
  restored?.own.change({ made: linked, gone });
  restored?.listing.update([...gone, ...linked]);
  const listing =
    restored?.listing ?? (await FolderListing.of(target, new OwnFiles(digests.keys())));
  linkForeignFiles(site, target, foreign);
  return listing.digests;
}

/**
 * Moves the previous site to `target`.
 * @returns the digests of its files and their listing; undefined if it is missing or was changed.
 */
async function restorePrevious(previous: PreviousSite, target: string) {
  const digest = takePrevious(previous, target);
  if (digest === undefined) return undefined;
  try {
    const { digests } = readExistingSite(target);
    const own = new OwnFiles(digests.keys());
    const listing = await FolderListing.of(target, own);
    if (listing.digest() === digest && listing.foreign.folders.length === 0) {
      deleteFiles(target, listing.foreign.files); // the current ones are linked later
      return { digests, own, listing };
    }
  } catch {
    // incomplete
  }
  rmSync(target, { recursive: true, force: true });
  return undefined;
}
