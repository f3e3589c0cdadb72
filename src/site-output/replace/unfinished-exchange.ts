import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExistingSite } from './existing-site.ts';
import { moveForeignEntries } from './carry-over.ts';
import { foreignEntries, OwnFiles } from './own-files.ts';

const NOTE = 'exchange.json';

/** A folder, identified by its inode, that is about to be exchanged with the site's. */
interface Note {
  made: string;
  inode: number;
  place: string;
}

/** Records in a work folder that one of its folders is about to be exchanged with the site. */
export function noteExchange(workFolder: string, made: string, place: string): void {
  const note: Note = { made, inode: statSync(made).ino, place };
  writeFileSync(join(workFolder, NOTE), JSON.stringify(note));
}

/**
 * Moves foreign files back into the site if a build was killed right after its exchange: the work folder then
 * has the old site, to which files may have been added during the build.
 */
export function recoverForeignFiles(workFolder: string): void {
  const note = readNote(workFolder);
  if (note === undefined) return;
  const { made, inode, place } = note;
  if (statSync(place, { throwIfNoEntry: false })?.ino !== inode) return; // not exchanged
  try {
    const own = new OwnFiles(readExistingSite(made).digests.keys());
    moveForeignEntries(made, place, foreignEntries(made, own));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause; // stored as the previous site, or partly deleted
  }
}

function readNote(workFolder: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(join(workFolder, NOTE), 'utf8')) as Note;
  } catch {
    return undefined; // the build was killed before the exchange
  }
}
