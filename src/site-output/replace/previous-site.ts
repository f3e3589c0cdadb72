import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The site before the existing one, stored to be updated to the next one: it has nearly all of its files
 * already, as hard links to those of the existing one.
 */
export interface PreviousSite {
  folder: string;
  /** The file of its `Label`. */
  label: string;
}

interface Label {
  /** The folder of the site. */
  place: string;
  /** Of its `FolderListing` when it was stored. */
  digest: string;
}

const LABEL = /^previous-[0-9a-f]{16}\.json$/;

/** @param parent of the work folders of builds. */
export function previousSite(parent: string, place: string): PreviousSite {
  const folder = join(parent, `previous-${hash('sha256', place).slice(0, 16)}`);
  return { folder, label: `${folder}.json` };
}

/** Stores a site that has been replaced. */
export function storePrevious(site: string, { folder, label }: PreviousSite, about: Label): void {
  rmSync(label, { force: true });
  rmSync(folder, { recursive: true, force: true }); // stored by another build in the meantime
  renameSync(site, folder);
  writeFileSync(label, JSON.stringify(about));
}

/**
 * Moves a stored site to `target`; only one of two concurrent builds succeeds.
 * @returns the digest of its listing when it was stored; undefined if it does not exist.
 */
export function takePrevious({ folder, label }: PreviousSite, target: string): string | undefined {
  try {
    const { digest } = JSON.parse(readFileSync(label, 'utf8')) as Label;
    rmSync(label);
    renameSync(folder, target);
    return digest;
  } catch {
    return undefined; // never stored, or taken by another build
  }
}

/** Deletes stored sites whose folder does not exist any more. */
export function deleteOrphans(parent: string): void {
  const labels = existsSync(parent) ? readdirSync(parent).filter((name) => LABEL.test(name)) : [];
  for (const label of labels.map((name) => join(parent, name))) {
    if (existsSync(placeIn(label))) continue;
    rmSync(label, { force: true });
    rmSync(label.slice(0, -'.json'.length), { recursive: true, force: true });
  }
}

function placeIn(label: string): string {
  try {
    return (JSON.parse(readFileSync(label, 'utf8')) as Label).place;
  } catch {
    return ''; // damaged, or taken in the meantime
  }
}
