import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const HOME = resolve('node_modules', '.cache', 'on-the-record-tests');
const POLL = 50; // milliseconds between two looks at whether another process has finished
const KEPT = 24 * 60 * 60 * 1000; // milliseconds without use: the code has changed since

/**
 * A folder that test files, which are processes of their own, share: the first that asks makes it, the
 * others wait for it. It is there only when it is whole, and stays for the next run.
 * @param key names what it is made of, so that the folder never has to change.
 * @param make fills an empty folder.
 */
export async function sharedFolder(
  key: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const [folder, lock] = [join(HOME, key), join(HOME, `${key}.lock`)];
  await mkdir(HOME, { recursive: true });
  while (!(await isThere(folder))) {
    if (!(await take(lock))) {
      await pause(POLL);
      continue;
    }
    try {
      // Another may have finished between the look at the folder and the lock.
      if (!(await isThere(folder))) await makeWhole(folder, make);
    } finally {
      await rm(lock, { force: true });
    }
  }
  await utimes(folder, new Date(), new Date()); // in use, so not old
  return folder;
}

async function makeWhole(folder: string, make: (folder: string) => Promise<void>) {
  await removeOld();
  const workshop = `${folder}.${process.pid}`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop);
  try {
    await make(workshop);
    await rename(workshop, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Takes the lock, which holds the id of its process; one whose process has ended is broken. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
  const owner = await readFile(lock, 'utf8').catch(() => ''); // given back just now
  if (owner !== '' && !isRunning(Number(owner))) await rm(lock, { force: true });
  return false;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0); // signal 0 does nothing but ask
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}

async function removeOld() {
  for (const name of await readdir(HOME)) {
    const place = join(HOME, name);
    const found = await stat(place).catch(() => undefined); // another process was quicker
    if (found && Date.now() - found.mtimeMs > KEPT) {
      await rm(place, { recursive: true, force: true });
    }
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
