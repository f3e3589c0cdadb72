import { readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow } from '../../files/files-below.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';

/** Distinguishes files that a build wrote into a site, and folders of such files, from foreign ones. */
export interface OwnPaths {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
}

/** Files that no build wrote, and folders that have only such files, without what is in them. */
export interface ForeignEntries {
  files: string[];
  folders: string[];
}

/** The files of a site that a build wrote. */
export class OwnFiles implements OwnPaths {
  readonly #files: Set<string>;
  readonly #gone = new Set<string>();
  readonly #folders = new Set(['']);

  /** @param files the list of checksums need not be among them. */
  constructor(files: Iterable<string>) {
    this.#files = new Set(files);
    this.#files.add(CHECKSUMS);
    for (const path of this.#files) this.#addFolders(path);
  }

  isFile = (path: string) => this.#files.has(path);
  isFolder = (path: string) => this.#folders.has(path);
  /** Whether a file belonged to the site before `change`. */
  wasFile = (path: string) => this.#gone.has(path);

  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** Changes the files to those of the next site; folders that become empty are not removed. */
  change({ made, gone }: { made: Iterable<string>; gone: Iterable<string> }): void {
    for (const path of gone) {
      this.#files.delete(path);
      this.#gone.add(path);
    }
    for (const path of made) {
      this.#files.add(path);
      this.#addFolders(path);
    }
  }

  #addFolders(path: string) {
    for (const folder of foldersAround(path)) {
      if (this.#folders.has(folder)) return;
      this.#folders.add(folder);
    }
  }
}

/** Treats all paths as ours, except those known to be foreign. */
export function pathsExcept({ files, folders }: ForeignEntries): OwnPaths {
  const [foreignFiles, foreignFolders] = [new Set(files), new Set(folders)];
  return {
    isFile: (path) => !foreignFiles.has(path),
    isFolder: (path) => !foreignFolders.has(path),
  };
}

/**
 * Finds files and folders that no build wrote, without reading such folders.
 * @param since in milliseconds since 1970: folders that have not changed after that are skipped.
 */
export function foreignEntries(site: string, own: OwnFiles, since = 0): ForeignEntries {
  const found: ForeignEntries = { files: [], folders: [] };
  for (const folder of own.folders) {
    const place = join(site, folder);
    const state = statSync(place, { throwIfNoEntry: false });
    if (!state?.isDirectory() || state.mtimeMs < since) continue;
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!own.isFolder(path)) found.folders.push(path);
      } else if (!own.isFile(path)) found.files.push(path);
    }
  }
  return found;
}

/**
 * Foreign files and folders that a new site would replace: they have the path of one of its files or folders,
 * or are below such a file.
 * @param folder of the existing site.
 */
export function collisions(folder: string, foreign: ForeignEntries, site: OwnPaths): string[] {
  const isBelowFile = (path: string) => foldersAround(path).some((parent) => site.isFile(parent));
  const isTaken = (path: string) => site.isFile(path) || isBelowFile(path);
  const inShared = foreign.folders
    .filter(site.isFolder)
    .flatMap((path) => filesBelow(join(folder, path)).map((file) => `${path}/${file}`));
  return [
    ...[...foreign.files, ...inShared].filter((path) => isTaken(path) || site.isFolder(path)),
    ...foreign.folders.filter(isTaken),
  ];
}

/** The folders around a path, innermost first. */
function foldersAround(path: string): string[] {
  const folders: string[] = [];
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) folders.push(at);
  return folders;
}
