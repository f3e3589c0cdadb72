import { readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow } from '../../files/files-below.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';

/** Which paths below the root of a site are of files that a build wrote, and of folders of such files. */
export interface OwnPaths {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
}

/** Entries of a site that no build wrote; of a folder without any file of ours only its own path. */
export interface ForeignEntries {
  files: string[];
  folders: string[];
}

/** The files of a site that a build wrote. */
export class OwnFiles implements OwnPaths {
  readonly #files: Set<string>;
  readonly #gone = new Set<string>();
  readonly #folders = new Set(['']);

  /** @param files all but the list of checksums, which is always one of them. */
  constructor(files: Iterable<string>) {
    this.#files = new Set(files);
    this.#files.add(CHECKSUMS);
    for (const path of this.#files) this.#addFolders(path);
  }

  isFile = (path: string) => this.#files.has(path);
  isFolder = (path: string) => this.#folders.has(path);
  /** Whether a file was one of an earlier site. */
  wasFile = (path: string) => this.#gone.has(path);

  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** The files of the next site. Folders that are empty then stay known: nobody asks for them. */
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

/** All paths but those that are known to be foreign. */
export function pathsBut({ files, folders }: ForeignEntries): OwnPaths {
  const [foreignFiles, foreignFolders] = [new Set(files), new Set(folders)];
  return {
    isFile: (path) => !foreignFiles.has(path),
    isFolder: (path) => !foreignFolders.has(path),
  };
}

/**
 * Finds what no build wrote. It does not look into folders that hold nothing of ours.
 * @param since milliseconds since 1970: only folders are read to which something was added after that.
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
 * Foreign files and folders that a new site would replace: they have the path of a file or folder of it, or
 * lie below such a file.
 * @param folder they are in.
 */
export function collisions(folder: string, foreign: ForeignEntries, site: OwnPaths): string[] {
  const isBelowFile = (path: string) => foldersAround(path).some((around) => site.isFile(around));
  const isTaken = (path: string) => site.isFile(path) || isBelowFile(path);
  const inShared = foreign.folders
    .filter(site.isFolder)
    .flatMap((path) => filesBelow(join(folder, path)).map((file) => `${path}/${file}`));
  return [
    ...[...foreign.files, ...inShared].filter((path) => isTaken(path) || site.isFolder(path)),
    ...foreign.folders.filter(isTaken),
  ];
}

/** The folders that a path lies in, from the nearest to the outermost. */
function foldersAround(path: string): string[] {
  const folders: string[] = [];
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) folders.push(at);
  return folders;
}
