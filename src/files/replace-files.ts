import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { isAbandoned, processMark } from './process-mark.ts';

/** While it exists, files are being replaced: it says which, and by what. */
const JOURNAL = '.replacing.json';
/** Where new files wait for that; what a killed run left is deleted by the next one. */
const DRAFTS = '.replacing-';

/** Of each file its draft; a file without one goes. Paths are below the folder. */
interface Journal {
  drafts: string;
  files: { file: string; draft: string | null }[];
}

/**
 * Writes several files, all or none: whenever the process ends, whoever reads the folder through
 * `finishReplacing` finds all of them as they were, or all as they should be. First every new file is
 * written beside the old ones; then a journal appears under its name, which decides; then the files
 * are renamed into place, which can be taken up again at any point.
 * @param folder holds all of them.
 * @param files the new content of each, by its path below the folder; null takes the file away.
 */
export async function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array | null>,
): Promise<void> {
  await finishReplacing(folder);
  const drafts = `${DRAFTS}${processMark()}${randomUUID()}`;
  const inFolder = (path: string) => join(folder, path);
  await mkdir(inFolder(drafts));
  try {
    const journal: Journal = { drafts, files: [] };
    for (const [file, text] of files) {
      // Later this would stop a replacement half-way, and every attempt to finish it.
      if (await isFolder(inFolder(file))) throw new Error(`${inFolder(file)} is a folder`);
      const draft = text === null ? null : `${drafts}/${journal.files.length}`;
      journal.files.push({ file, draft });
      if (draft === null || text === null) continue;
      await writeDurably(inFolder(draft), text);
      makeFolder(dirname(inFolder(file)));
    }
    const draft = inFolder(`${drafts}/journal`);
    await writeDurably(draft, JSON.stringify(journal));
    await rename(draft, inFolder(JOURNAL));
  } catch (cause) {
    await rm(inFolder(drafts), { recursive: true, force: true });
    throw cause;
  }
  await finishReplacing(folder);
}

/** Ends what a run of `replaceFiles` began that was killed on its way. */
export async function finishReplacing(folder: string): Promise<void> {
  const file = join(folder, JOURNAL);
  const text = textIfExists(file);
  if (text === undefined) {
    await clearStale(folder);
    return;
  }
  const { drafts, files } = JSON.parse(text) as Journal;
  // At one go: between two of these a reader would see old and new files side by side.
  for (const { file: name, draft } of files) {
    const target = join(folder, name);
    if (draft === null) rmSync(target, { force: true });
    else renameIfThere(join(folder, draft), target);
  }
  // Another process may have ended this one and begun the next.
  if (textIfExists(file) === text) rmSync(file, { force: true });
  await rm(join(folder, drafts), { recursive: true, force: true });
}

function textIfExists(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw cause;
  }
}

/** What is not there any more is in its place already. */
function renameIfThere(draft: string, target: string) {
  try {
    renameSync(draft, target);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
}

async function clearStale(folder: string) {
  const names = await readdir(folder).catch(() => []); // a folder that is not there has nothing stale
  for (const name of names.filter((one) => one.startsWith(DRAFTS))) {
    const drafts = join(folder, name);
    if (isAbandoned(drafts, name)) await rm(drafts, { recursive: true, force: true });
  }
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false, // whatever prevents writing a file here is reported by the write itself
  );

async function writeDurably(file: string, text: string | Uint8Array) {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync(); // so that after a power cut, too, no journal names a file that is not whole
  } finally {
    await handle.close();
  }
}
