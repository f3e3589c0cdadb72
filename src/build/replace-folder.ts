import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Makes a folder and, only when all of it is there, puts it in the place of the old one: until then,
 * and if anything fails, the old one stays as it is.
 * @param folder the place.
 * @param make is given an empty folder to work in, beside the place, so that moving is one step; it
 * returns the finished folder, which is that one or lies in it.
 */
export async function replaceFolder(
  folder: string,
  make: (workshop: string) => Promise<string>,
): Promise<void> {
  const place = resolve(folder);
  const beside = (what: string) =>
    join(dirname(place), `.${basename(place)}.${what}-${process.pid}`);
  const [workshop, old] = [beside('new'), beside('old')];
  await mkdir(dirname(place), { recursive: true });
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop);
  try {
    const made = await make(workshop);
    const there = await stat(place).then(
      () => true,
      () => false,
    );
    if (there) await rename(place, old);
    await rename(made, place).catch(async (cause: unknown) => {
      if (there) await rename(old, place);
      throw cause;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}
