import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** Files by their paths: what they hold, or where a link leads. A path that ends in `/` is a folder. */
export type Files = Record<string, string | Buffer | { link: string }>;

/** A test, or whatever else takes away at its end what it was given. */
export type Ending = Pick<TestContext, 'after'>;

/** Makes a folder that is gone after the test. */
export async function tempFolder(t: Ending, files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder, which they make where it isn't there. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    await mkdir(path.endsWith('/') ? place : dirname(place), { recursive: true });
    if (path.endsWith('/')) continue;
    if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(place, content);
    else await symlink(content.link, place);
  }
}
