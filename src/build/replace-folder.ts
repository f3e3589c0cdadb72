import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

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
  shop: string = dirname(resolve(folder)),
): Promise<void> {
  const place = resolve(folder);
  const beside = (what: string) =>
    join(dirname(place), `.${basename(place)}.${what}-${process.pid}`);
  const [fresh, old] = [beside('new'), beside('old')];
  await mkdir(dirname(place), { recursive: true });
  await mkdir(shop, { recursive: true });
  const workshop = await mkdtemp(join(shop, `.${basename(place)}.work-`));
  try {
    const made = await make(workshop);
    await rm(fresh, { recursive: true, force: true }); // of a run that was killed; ids come again
    await move(made, fresh);
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
  } finally {
    for (const leftover of [workshop, fresh]) await rm(leftover, { recursive: true, force: true });
  }
}

/** Moves a folder, to another disk if it must. */
async function move(from: string, to: string) {
  await rename(from, to).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EXDEV') throw cause;
    await cp(from, to, { recursive: true });
  });
}
