import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Piscina from 'piscina';
import { filesBelow } from '../../files/files-below.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { FolderListing } from './folder-listing.ts';
import { readExistingSite } from './existing-site.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { linkForeignFiles, moveForeignEntries } from './carry-over.ts';
import type { DuplicateTask } from './duplicate-site.ts';
import { type Exchange, exchangeBetween, isMovable, copyPermissions } from './exchange.ts';
import { collisions, type ForeignEntries, foreignEntries, OwnFiles } from './own-files.ts';
import { deleteOrphans, previousSite, storePrevious } from './previous-site.ts';
import { realPath } from './real-path.ts';
import { noteExchange, recoverForeignFiles } from './unfinished-exchange.ts';
import {
  applyChanges,
  finishUpdate,
  type FolderChanges,
  moveFolder,
  updateInPlace,
} from './update-in-place.ts';
import { abandonedByFirstVersion, abandonedWork, makeWorkFolder } from './work-folders.ts';

/** How a site is replaced: by exchange with a work folder on the same disk, or file by file. */
type Method = { workFolder: string; exchange: Exchange | undefined } | 'in place';

/** A duplicate of the existing site, to be updated to the next one. */
export interface Duplicate {
  folder: string;
  digests: FolderListing['digests'];
}

/** What is known of the existing site: the files that a build wrote, and their listing. */
export interface KnownSite {
  own: OwnFiles;
  listing: FolderListing;
}

/**
 * The folder that a build writes the site into. Visitors see the existing site until the next one is
 * complete, and files that no build wrote are not touched.
 */
export class Output {
  /** The site's folder, with all links resolved. */
  readonly place: string;
  /** For temporary files; `close` deletes it. */
  readonly workFolder: string;
  /** Files that no build wrote. */
  readonly foreign: ForeignEntries;
  readonly #own: OwnFiles;
  readonly #method: Method;
  /** Milliseconds since 1970; the clock of a file system may be a little behind. */
  readonly #opened = Date.now() - 2_000;

  private constructor(
    place: string,
    workFolder: string,
    { own, foreign, method }: { own: OwnFiles; foreign: ForeignEntries; method: Method },
  ) {
    this.place = place;
    this.workFolder = workFolder;
    this.foreign = foreign;
    this.#own = own;
    this.#method = method;
  }

  /**
   * Prepares for a build: finishes or deletes the work of killed builds, and finds out how the site can be
   * replaced.
   * @param outDir see `checkFolders`.
   * @param workFolders parent of the work folders of builds.
   * @throws {NodeJS.ErrnoException} if a folder cannot be made.
   */
  static async open(outDir: string, workFolders: string, known?: KnownSite): Promise<Output> {
    const place = realPath(outDir);
    const beside = besideOf(place);
    makeFolder(dirname(place));
    finishUpdate(place);
    for (const parent of [workFolders, beside]) {
      for (const folder of abandonedWork(parent)) {
        recoverForeignFiles(folder);
        deleteFolder(folder);
      }
      deleteOrphans(parent);
    }
    for (const folder of abandonedByFirstVersion(place, workFolders)) deleteFolder(folder);
    const workFolder = makeWorkFolder(workFolders);
    const own = known?.own ?? new OwnFiles(ownPathsIn(place));
    const foreign = known?.listing.foreign ?? foreignEntries(place, own);
    const method = await methodFor(place, foreign, workFolder);
    return new Output(place, workFolder, { own, foreign, method });
  }

  /**
   * Duplicates the existing site in a worker thread.
   * @returns undefined if the site is updated in place, or the disk is full.
   */
  async duplicate(): Promise<Duplicate | undefined> {
    if (this.#method === 'in place') return undefined;
    const { workFolder } = this.#method;
    const folder = join(workFolder, 'duplicate');
    const pool = new Piscina<DuplicateTask, Duplicate['digests']>({
      filename: new URL('./duplicate-worker.ts', import.meta.url).href,
      maxThreads: 1,
    });
    try {
      const previous = previousSite(dirname(workFolder), this.place);
      const task = { site: this.place, foreign: this.foreign, target: folder, previous };
      return { folder, digests: await pool.run(task) };
    } catch {
      return undefined; // then the site is updated in place
    } finally {
      await pool.destroy();
    }
  }

  /**
   * Updates the existing site to the next one.
   * @param listing of the existing site, if it is known.
   * @returns the listing of the next one, if it is known.
   * @throws {Error} if a file of the next site would replace one that no build wrote.
   */
  update(
    changes: FolderChanges,
    duplicate: Duplicate | undefined,
    listing: FolderListing | undefined,
  ): FolderListing | undefined {
    const paths = filesBelow(changes.made);
    const digest = listing?.digest();
    this.#own.change({ made: paths, gone: changes.gone });
    this.#refuseCollisions();
    if (duplicate === undefined || this.#method === 'in place') {
      const changed = updateInPlace(this.place, changes);
      listing?.update(changed);
      return listing;
    }
    const next = FolderListing.ofDigests(duplicate.folder, this.#own, duplicate.digests);
    const made = join(this.#method.workFolder, 'changed'); // on the disk of the duplicate
    moveFolder(changes.made, made);
    next.update(applyChanges(duplicate.folder, { ...changes, made }));
    const old = this.#exchange(duplicate.folder, this.#method);
    if (old !== undefined && digest !== undefined) {
      const parent = dirname(this.#method.workFolder);
      storePrevious(old, previousSite(parent, this.place), { place: this.place, digest });
    }
    return next;
  }

  /**
   * Replaces the existing site, if there is one, by a complete new one.
   * @throws {Error} if a file of it would replace one that no build wrote.
   */
  replace(made: string): void {
    const next = new OwnFiles(filesBelow(made));
    const gone = ownPathsIn(this.place).filter((path) => !next.isFile(path));
    this.#own.change({ made: filesBelow(made), gone });
    this.#refuseCollisions();
    if (this.#method === 'in place') {
      updateInPlace(this.place, { made, gone, last: CHECKSUMS });
      return;
    }
    const complete = join(this.#method.workFolder, 'complete');
    moveFolder(made, complete);
    linkForeignFiles(this.place, complete, this.foreign);
    this.#exchange(complete, this.#method);
  }

  /** Deletes temporary files. */
  close(): void {
    deleteFolder(this.workFolder);
    if (this.#method !== 'in place') deleteFolder(this.#method.workFolder);
    const beside = besideOf(this.place);
    if (existsSync(beside) && readdirSync(beside).length === 0) rmdirSync(beside);
  }

  /** @returns where the replaced site is now; undefined if there was none. */
  #exchange(made: string, { workFolder, exchange }: Exclude<Method, 'in place'>) {
    const before = statSync(this.place, { throwIfNoEntry: false });
    if (before === undefined || exchange === undefined) {
      renameSync(made, this.place);
      return undefined;
    }
    copyPermissions(made, before);
    noteExchange(workFolder, made, this.place);
    exchange(made, this.place);
    // Files that others added or changed during the build are in the old folder now.
    const added = foreignEntries(made, this.#own, this.#opened);
    const files = added.files.filter((path) => !this.#own.wasFile(path));
    moveForeignEntries(made, this.place, {
      files: [...this.foreign.files, ...files],
      folders: added.folders,
    });
    return made;
  }

  #refuseCollisions() {
    const [path] = collisions(this.place, this.foreign, this.#own);
    if (path === undefined) return;
    const message = `${join(this.place, path)} was not written by a build, and this site has a file of that name`;
    throw new Error(`${message}. Move it out of OUT_DIR, then build again.`);
  }
}

async function methodFor(
  place: string,
  { folders }: ForeignEntries,
  workFolder: string,
): Promise<Method> {
  // Foreign folders cannot be hard-linked, and their contents are not ours to move.
  if (folders.length > 0 || !isMovable(place)) return 'in place';
  const parent = dirname(place);
  const exchange = await exchangeBetween(workFolder, parent);
  if (exchange) return { workFolder, exchange };
  const beside = makeWorkFolder(besideOf(place)); // the work folder may be on another disk
  const exchangeBeside = await exchangeBetween(beside, parent);
  if (exchangeBeside || !existsSync(place)) {
    return { workFolder: beside, exchange: exchangeBeside };
  }
  deleteFolder(beside);
  return 'in place';
}

/** The parent of work folders for a site on another disk than the program. */
const besideOf = (place: string) => join(dirname(place), `.${basename(place)}.on-the-record`);

/** The files that a build wrote into a folder; empty if it has no site. */
function ownPathsIn(place: string): string[] {
  try {
    return [...readExistingSite(place).digests.keys()];
  } catch {
    return [];
  }
}

const deleteFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });
