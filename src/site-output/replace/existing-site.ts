import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHECKSUMS, parseChecksum } from '../../publish/data/checksums.ts';

/** A site in its folder, known to be whole. */
export interface StandingSite {
  folder: string;
  /** The SHA-256 of each file, by its path, but for the list of these. */
  digests: ReadonlyMap<string, string>;
  /** What tells this site from the one of another build. */
  edition: string;
}

/** Reads what a site says of its files. @throws {Error} if it has no list of them. */
export function readStandingSite(folder: string): StandingSite {
  const digests = new Map<string, string>();
  const edition = editionOf(folder);
  for (const line of readFileSync(join(folder, CHECKSUMS), 'utf8').split('\n')) {
    const checksum = parseChecksum(line);
    if (checksum) digests.set(checksum.path, checksum.sha256);
  }
  return { folder: resolve(folder), digests, edition };
}

/** Whether no other build has changed a site since it was read. */
export function stillStands({ folder, edition }: StandingSite): boolean {
  try {
    return editionOf(folder) === edition;
  } catch {
    return false; // taken away
  }
}

/** Each build writes the list of checksums anew, as the last of its files. */
function editionOf(folder: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(join(folder, CHECKSUMS));
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}
