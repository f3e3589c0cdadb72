import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { isAbandoned, processMark } from './process-mark.ts';

/** Drafts lie beside the files that they become; with a dot, so that no build reads them. */
const DRAFT = '.draft-';

/**
 * Writes a file whole or not at all, and never over another: nobody finds half of it. Makes the
 * folder if there is none.
 * @returns whether it was written; false if a file of that name is there.
 */
export async function writeNewFile(file: string, text: string | Uint8Array): Promise<boolean> {
  const folder = dirname(file);
  makeFolder(folder);
  await deleteAbandonedDrafts(folder);
  const draft = join(folder, `${DRAFT}${processMark()}${randomUUID()}`);
  try {
    await writeFile(draft, text);
    await link(draft, file).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') throw cause;
      return copyFile(draft, file, constants.COPYFILE_EXCL); // a disk that has no hard links
    });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Those of commands that were killed. */
async function deleteAbandonedDrafts(folder: string) {
  for (const name of await readdir(folder)) {
    const draft = join(folder, name);
    if (name.startsWith(DRAFT) && isAbandoned(draft, name)) await rm(draft, { force: true });
  }
}
