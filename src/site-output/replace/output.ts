import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Piscina from 'piscina';
import { filesBelow } from '../../files/files-below.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { FolderListing } from './folder-listing.ts';
import { readStandingSite } from './existing-site.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { linkForeignFiles, moveForeignEntries } from './carry-over.ts';
import type { DuplicateTask } from './duplicate-site.ts';
import { type Exchange, exchangeBetween, isMovable, takePermissions } from './exchange.ts';
import { collisions, type ForeignEntries, foreignEntries, OwnFiles } from './own-files.ts';
import { deleteOrphans, previousSite, putAway } from './previous-site.ts';
import { realPath } from './real-path.ts';
import { noteExchange, rescueFrom } from './unfinished-exchange.ts';
import {
  applyChanges,
  finishUpdate,
  type FolderChanges,
  moveFolder,
  updateInPlace,
} from './update-in-place.ts';
import { abandonedByFirstVersion, abandonedWork, makeWorkFolder } from './work-folders.ts';

/** How a site reaches its place: in one step, out of a work folder on the same disk, or file by file. */
type Means = { workFolder: string; exchange: Exchange | undefined } | 'in place';

/** A duplicate of the existing site, to be changed into the next one. */
export interface Duplicate {
  folder: string;
  digests: FolderListing['digests'];
}

/** What is known of the existing site: the files of ours in it, and how they look. */
export interface KnownSite {
  own: OwnFiles;
  listing: FolderListing;
}

/**
 * The folder of a site while a build makes the next one. Visitors see the existing site until then, and
 * what no build wrote stays.
 */
export class Output {
  /** The site's folder, all links followed. */
  readonly place: string;
  /** To work in; `close` deletes it. */
  readonly workFolder: string;
  /** What no build wrote. */
  readonly foreign: ForeignEntries;
  readonly #own: OwnFiles;
  readonly #means: Means;
  /** Milliseconds since 1970; clocks of disks may be a little behind. */
  readonly #opened = Date.now() - 2_000;

  private constructor(
    place: string,
    workFolder: string,
    { own, foreign, means }: { own: OwnFiles; foreign: ForeignEntries; means: Means },
  ) {
    this.place = place;
    this.workFolder = workFolder;
    this.foreign = foreign;
    this.#own = own;
    this.#means = means;
  }

  /**
   * Prepares for a build: finishes or deletes what killed builds left, and finds out how the next site can
   * reach its place.
   * @param outDir see `checkFolders`.
   * @param workFolders where builds work.
   * @throws {NodeJS.ErrnoException} if a folder cannot be made.
   */
  static async open(outDir: string, workFolders: string, known?: KnownSite): Promise<Output> {
    const place = realPath(outDir);
    const beside = besideOf(place);
    makeFolder(dirname(place));
    finishUpdate(place);
    for (const parent of [workFolders, beside]) {
      for (const folder of abandonedWork(parent)) {
        rescueFrom(folder);
        deleteFolder(folder);
      }
      deleteOrphans(parent);
    }
    for (const folder of abandonedByFirstVersion(place, workFolders)) deleteFolder(folder);
    const workFolder = makeWorkFolder(workFolders);
    const own = known?.own ?? new OwnFiles(ownPathsIn(place));
    const foreign = known?.listing.foreign ?? foreignEntries(place, own);
    const means = await meansFor(place, foreign, workFolder);
    return new Output(place, workFolder, { own, foreign, means });
  }

  /**
   * Duplicates the existing site, in a thread of its own. Undefined where a site changes in place, or if the
   * disk has no room for it.
   */
  async duplicate(): Promise<Duplicate | undefined> {
    if (this.#means === 'in place') return undefined;
    const { workFolder } = this.#means;
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
      return undefined; // then files are changed in place
    } finally {
      await pool.destroy();
    }
  }

  /**
   * Changes the existing site into the next one.
   * @param listing of the existing site, if it is known.
   * @returns the listing of the next one, likewise.
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
    if (duplicate === undefined || this.#means === 'in place') {
      const changed = updateInPlace(this.place, changes);
      listing?.lookAgain(changed);
      return listing;
    }
    const next = FolderListing.ofDigests(duplicate.folder, this.#own, duplicate.digests);
    const made = join(this.#means.workFolder, 'changed'); // on the disk of the duplicate
    moveFolder(changes.made, made);
    next.lookAgain(applyChanges(duplicate.folder, { ...changes, made }));
    const old = this.#exchange(duplicate.folder, this.#means);
    if (old !== undefined && digest !== undefined) {
      const parent = dirname(this.#means.workFolder);
      putAway(old, previousSite(parent, this.place), { place: this.place, digest });
    }
    return next;
  }

  /**
   * Puts a whole new site in the place of the existing one, if there is any.
   * @throws {Error} if a file of it would replace one that no build wrote.
   */
  replace(made: string): void {
    const next = new OwnFiles(filesBelow(made));
    const gone = ownPathsIn(this.place).filter((path) => !next.isFile(path));
    this.#own.change({ made: filesBelow(made), gone });
    this.#refuseCollisions();
    if (this.#means === 'in place') {
      updateInPlace(this.place, { made, gone, last: CHECKSUMS });
      return;
    }
    const whole = join(this.#means.workFolder, 'whole');
    moveFolder(made, whole);
    linkForeignFiles(this.place, whole, this.foreign);
    this.#exchange(whole, this.#means);
  }

  /** Deletes what the build worked with. */
  close(): void {
    deleteFolder(this.workFolder);
    if (this.#means !== 'in place') deleteFolder(this.#means.workFolder);
    const beside = besideOf(this.place);
    if (existsSync(beside) && readdirSync(beside).length === 0) rmdirSync(beside);
  }

  /** @returns where the site is that had the place before. */
  #exchange(made: string, { workFolder, exchange }: Exclude<Means, 'in place'>) {
    const before = statSync(this.place, { throwIfNoEntry: false });
    if (before === undefined || exchange === undefined) {
      renameSync(made, this.place);
      return undefined;
    }
    takePermissions(made, before);
    noteExchange(workFolder, made, this.place);
    exchange(made, this.place);
    // What came or changed while the build worked is in the old folder now.
    const came = foreignEntries(made, this.#own, this.#opened);
    const files = came.files.filter((path) => !this.#own.wasFile(path));
    moveForeignEntries(made, this.place, {
      files: [...this.foreign.files, ...files],
      folders: came.folders,
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

async function meansFor(
  place: string,
  { folders }: ForeignEntries,
  workFolder: string,
): Promise<Means> {
  // A folder of somebody else cannot be in two places at once; what is in it is not ours to move.
  if (folders.length > 0 || !isMovable(place)) return 'in place';
  const parent = dirname(place);
  const exchange = await exchangeBetween(workFolder, parent);
  if (exchange) return { workFolder, exchange };
  const beside = makeWorkFolder(besideOf(place)); // the work folder may be on another disk
  const besides = await exchangeBetween(beside, parent);
  if (besides || !existsSync(place)) return { workFolder: beside, exchange: besides };
  deleteFolder(beside);
  return 'in place';
}

/** Where a site on another disk than the program waits for its place. */
const besideOf = (place: string) => join(dirname(place), `.${basename(place)}.on-the-record`);

/** The files that a build wrote into a folder; none if it has no site. */
function ownPathsIn(place: string): string[] {
  try {
    return [...readStandingSite(place).digests.keys()];
  } catch {
    return [];
  }
}

const deleteFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });
