import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAbandoned, processMark } from '../../files/process-mark.ts';

const PREFIX = 'on-the-record-import-';

/** A temporary folder of one import, made when it is first needed. */
export class WorkFolder {
  #path: Promise<string> | undefined;

  /** Makes a new folder in it. */
  async newFolder(): Promise<string> {
    this.#path ??= makeFolder();
    return mkdtemp(join(await this.#path, '-'));
  }

  /** Deletes it. */
  async close(): Promise<void> {
    if (this.#path !== undefined) await remove(await this.#path);
  }
}

async function makeFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name);
    if (name.startsWith(PREFIX) && isAbandoned(path, name)) await remove(path); // of an import that was killed
  }
  return mkdtemp(join(tmpdir(), `${PREFIX}${processMark()}`));
}

const remove = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3 });
