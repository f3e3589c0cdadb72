import { hash } from 'node:crypto';
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ForeignEntries, OwnPaths } from './own-files.ts';

/** Folders that are looked at before others have their turn. */
const AT_ONCE = 200;

/** Of each folder that has files, by its path below the root: the empty path is the root itself. */
export type FolderDigests = Map<string, string>;

/**
 * How the files of a folder look from outside: their names, sizes and times. Whoever changes one changes
 * it. It is kept folder by folder, so that after a few changes these alone are looked at again.
 */
export class FolderListing {
  readonly #root: string;
  readonly #own: OwnPaths | undefined;
  readonly #digests: FolderDigests;
  readonly #foreign = { files: new Set<string>(), folders: new Set<string>() };
  /** Folders that links lead to: each is looked at once, so that a circle has an end. */
  readonly #linked = new Set<string>();

  private constructor(root: string, own?: OwnPaths, digests: FolderDigests = new Map()) {
    this.#root = root;
    this.#own = own;
    this.#digests = digests;
  }

  /**
   * Looks at a folder, or at a single file; one that does not exist has a listing too.
   * @param own of a site, the files that a build wrote: only these count. A copy of the site whose files
   * are links to the same ones on the disk has the same listing.
   */
  static async of(place: string, own?: OwnPaths): Promise<FolderListing> {
    const listing = new FolderListing(resolve(place), own);
    const folders = [''];
    for (const [n, folder] of folders.entries()) {
      if (n % AT_ONCE === 0) await setImmediate();
      for (const below of listing.#look(folder)) folders.push(below);
    }
    return listing;
  }

  /** The listing of a site whose folders were looked at in another thread. */
  static ofDigests(root: string, own: OwnPaths, digests: FolderDigests): FolderListing {
    return new FolderListing(resolve(root), own, digests);
  }

  get digests(): FolderDigests {
    return this.#digests;
  }

  /** What was found in a site that no build wrote. */
  get foreign(): ForeignEntries {
    return { files: [...this.#foreign.files], folders: [...this.#foreign.folders] };
  }

  /** Looks again at the folders of files that were written or taken away. @param files below the root. */
  lookAgain(files: Iterable<string>): void {
    for (const folder of new Set([...files].map((file) => posix.dirname(file)))) {
      this.#look(folder === '.' ? '' : folder);
    }
  }

  /** Stands for all of it. */
  digest(): string {
    const folders = [...this.#digests].sort(([a], [b]) => (a < b ? -1 : 1));
    return hash('sha256', JSON.stringify(folders));
  }

  /** Takes down the files of a folder; returns the folders in it. */
  #look(folder: string): string[] {
    const place = `${this.#root}/${folder}`;
    const entries = entriesOf(place);
    const folders: string[] = [];
    const lines: string[] = [];
    for (const entry of entries ?? []) {
      const path = posix.join(folder, entry.name);
      const isFolder = entry.isDirectory() || (!this.#own && this.#leadsOn(entry));
      if (this.#own && !(isFolder ? this.#own.isFolder(path) : this.#own.isFile(path))) {
        (entry.isDirectory() ? this.#foreign.folders : this.#foreign.files).add(path);
      } else if (isFolder) folders.push(path);
      else lines.push(this.#lineOf(entry.name, `${place}/${entry.name}`));
    }
    if (entries === undefined && folder === '') lines.push(this.#lineOf('', this.#root));
    if (lines.length === 0) this.#digests.delete(folder);
    else this.#digests.set(folder, hash('sha256', lines.sort().join('')));
    return folders;
  }

  /**
   * The time of the last change to a file's entry tells of an edit that sets back the other time; in a site
   * another link to the file changes it, too, so that its number on the disk has to do.
   */
  #lineOf(name: string, file: string): string {
    const found = look(file);
    return `${name} ${found?.size} ${found?.mtimeMs} ${this.#own ? found?.ino : found?.ctimeMs}\n`;
  }

  /** Whether an entry is a link to a folder that has not been looked at by another one. */
  #leadsOn(entry: Dirent): boolean {
    if (!entry.isSymbolicLink()) return false;
    const path = `${entry.parentPath}/${entry.name}`;
    if (!look(path)?.isDirectory()) return false;
    const target = realpathSync(path);
    const isNew = !this.#linked.has(target);
    this.#linked.add(target);
    return isNew;
  }
}

/** Synchronously, here and below: of a hundred thousand files in a row that takes a tenth of the time. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined; // a file, or not there
  }
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // a link that leads nowhere, or to itself
  }
}
