import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The site before the existing one, put away to be changed into the next one: it has nearly all of its files
 * already, and shares them on the disk with the existing one.
 */
export interface PreviousSite {
  folder: string;
  /** Says whose it is, and how it looked when it was put away. */
  label: string;
}

interface Label {
  /** Where the site was. */
  place: string;
  /** Of its `FolderListing`. */
  digest: string;
}

const LABEL = /^previous-[0-9a-f]{16}\.json$/;

/** @param parent of the work folders of builds. */
export function previousSite(parent: string, place: string): PreviousSite {
  const folder = join(parent, `previous-${hash('sha256', place).slice(0, 16)}`);
  return { folder, label: `${folder}.json` };
}

/** Puts a site away that is no longer visited. */
export function putAway(site: string, { folder, label }: PreviousSite, about: Label): void {
  rmSync(label, { force: true });
  rmSync(folder, { recursive: true, force: true }); // of another build meanwhile
  renameSync(site, folder);
  writeFileSync(label, JSON.stringify(about));
}

/**
 * Takes it out again; two builds at once cannot both take it.
 * @returns how it looked when it was put away; undefined if it is not there.
 */
export function takeOut({ folder, label }: PreviousSite, target: string): string | undefined {
  try {
    const { digest } = JSON.parse(readFileSync(label, 'utf8')) as Label;
    rmSync(label);
    renameSync(folder, target);
    return digest;
  } catch {
    return undefined; // never put away, or taken out by another build
  }
}

/** Deletes those whose own site does not exist any more. */
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
    return ''; // cut short, or taken out meanwhile
  }
}
