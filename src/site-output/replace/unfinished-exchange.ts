import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStandingSite } from './existing-site.ts';
import { moveForeignEntries } from './carry-over.ts';
import { foreignEntries, OwnFiles } from './own-files.ts';

const NOTE = 'exchange.json';

/** What is about to be exchanged: a folder, known by its number on the disk, with a site's. */
interface Note {
  made: string;
  inode: number;
  place: string;
}

/** Notes in a work folder that a folder of it is about to be exchanged with the site. */
export function noteExchange(workFolder: string, made: string, place: string): void {
  const note: Note = { made, inode: statSync(made).ino, place };
  writeFileSync(join(workFolder, NOTE), JSON.stringify(note));
}

/**
 * Brings back what no build wrote, if a build was killed right after its exchange: then the work folder has
 * the old site with files that were added to it last.
 */
export function rescueFrom(workFolder: string): void {
  const note = readNote(workFolder);
  if (note === undefined) return;
  const { made, inode, place } = note;
  if (statSync(place, { throwIfNoEntry: false })?.ino !== inode) return; // it did not come to it
  try {
    const own = new OwnFiles(readStandingSite(made).digests.keys());
    moveForeignEntries(made, place, foreignEntries(made, own));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause; // put away, or deleted in part
  }
}

function readNote(workFolder: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(join(workFolder, NOTE), 'utf8')) as Note;
  } catch {
    return undefined; // the build was killed earlier
  }
}
