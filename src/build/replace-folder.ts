import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { filesBelow } from '../archive/files-below.ts';

/**
 * Makes a folder and, only when all of it is there, puts it in the place of the old one: until then,
 * and if anything fails, the old one stays as it is.
 * @param folder the place.
 * @param make is given an empty folder to work in; it returns the finished folder, which is that one
 * or lies in it.
 * @param shop where the folder to work in is made; beside the place, unless told otherwise.
 */
export async function replaceFolder(
  folder: string,
  make: (workshop: string) => Promise<string>,
  shop?: string,
): Promise<void> {
  await inWorkshop(folder, shop, async (workshop, { place, fresh, old }) => {
    await move(await make(workshop), fresh);
    const there = await stat(place).then(
      () => true,
      () => false,
    );
    if (there) {
      await rm(old, { recursive: true, force: true });
      await rename(place, old);
    }
    await rename(fresh, place).catch(async (cause: unknown) => {
      if (there) await rename(old, place);
      throw cause;
    });
    await rm(old, { recursive: true, force: true });
  });
}

/** What a folder is to become. */
export interface FolderChanges {
  /** A folder with the files that are new or other than before. */
  made: string;
  /** The files that are to be taken away, by their paths with `/`. */
  gone: readonly string[];
  /** The file that is put in its place last. */
  last: string;
}

/**
 * Changes some files of a folder, only when all of the new ones are there: until then, and if anything
 * fails, it stays as it is. To replace a folder of 60,000 files takes a disk twenty seconds; this takes as
 * long as there are changes.
 * @param make is given an empty folder to work in, and may say at the end that nothing is to be done.
 * @param shop as for `replaceFolder`.
 * @returns the paths of the files that were changed, or undefined if nothing was done.
 */
export async function updateFolder(
  folder: string,
  make: (workshop: string) => Promise<FolderChanges | undefined>,
  shop?: string,
): Promise<string[] | undefined> {
  return inWorkshop(folder, shop, async (workshop, { place, fresh }) => {
    const changes = await make(workshop);
    if (changes === undefined) return undefined;
    await move(changes.made, fresh); // beside the place: from there each file is moved in one step
    const paths = filesBelow(fresh).filter((path) => path !== changes.last);
    rmSync(join(place, changes.last), { force: true }); // until it is whole again it is known by the lack
    takeAway(place, changes.gone);
    for (const path of [...paths, changes.last]) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      renameSync(join(fresh, path), join(place, path));
    }
    return [...paths, changes.last, ...changes.gone];
  });
}

interface Places {
  place: string;
  /** Beside the place: where what takes it waits, and where the old one goes. */
  fresh: string;
  old: string;
}

/** Gives a folder to work in, of which nothing is left after the work. */
async function inWorkshop<Result>(
  folder: string,
  shop: string = dirname(resolve(folder)),
  work: (workshop: string, places: Places) => Promise<Result>,
): Promise<Result> {
  const place = resolve(folder);
  const beside = (what: string) =>
    join(dirname(place), `.${basename(place)}.${what}-${process.pid}`);
  const [fresh, old] = [beside('new'), beside('old')];
  await mkdir(dirname(place), { recursive: true });
  await mkdir(shop, { recursive: true });
  const workshop = await mkdtemp(join(shop, `.${basename(place)}.work-`));
  try {
    await rm(fresh, { recursive: true, force: true }); // of a run that was killed; ids come again
    return await work(workshop, { place, fresh, old });
  } finally {
    for (const leftover of [workshop, fresh]) await rm(leftover, { recursive: true, force: true });
  }
}

/** Takes files away, and the folders that are empty then. */
function takeAway(place: string, paths: readonly string[]): void {
  const parents = new Set<string>();
  for (const path of paths) {
    rmSync(join(place, path), { force: true });
    for (let at = dirname(path); at !== '.'; at = dirname(at)) parents.add(at);
  }
  const deepestFirst = [...parents].sort((a, b) => b.length - a.length);
  for (const parent of deepestFirst) {
    try {
      rmdirSync(join(place, parent));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw cause;
    }
  }
}

/** Moves a folder, to another disk if it must. */
async function move(from: string, to: string) {
  await rename(from, to).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EXDEV') throw cause;
    await cp(from, to, { recursive: true });
  });
}
