import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHECKSUMS, parseChecksum } from '../../publish/data/checksums.ts';

/** A complete site in its folder. */
export interface ExistingSite {
  folder: string;
  /** The SHA-256 of each file by its path, without the list of checksums itself. */
  digests: ReadonlyMap<string, string>;
  /** Differs between builds. */
  edition: string;
}

/** Reads a site's list of checksums. @throws {Error} if it has none. */
export function readExistingSite(folder: string): ExistingSite {
  const digests = new Map<string, string>();
  const edition = editionOf(folder);
  for (const line of readFileSync(join(folder, CHECKSUMS), 'utf8').split('\n')) {
    const checksum = parseChecksum(line);
    if (checksum) digests.set(checksum.path, checksum.sha256);
  }
  return { folder: resolve(folder), digests, edition };
}

/** Whether no other build has changed a site since it was read. */
export function isUnchanged({ folder, edition }: ExistingSite): boolean {
  try {
    return editionOf(folder) === edition;
  } catch {
    return false; // deleted
  }
}

/** Identifies a build by its list of checksums, which each build writes last. */
function editionOf(folder: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(join(folder, CHECKSUMS));
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}
