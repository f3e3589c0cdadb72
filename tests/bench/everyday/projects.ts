import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { LeftOut } from '../builds/builders.ts';
import type { Command } from '../builds/measure.ts';

const execute = promisify(execFile);

/** This project, as it is or as it was at a commit, with an archive of its own. */
export interface Project {
  name: string;
  /** A command of it, as `npm run` starts it. */
  command: (name: string, environment?: Record<string, string>) => Command;
  /** The content folder. */
  content: string;
  /** Puts the content as it was laid out, and removes the site and what is cached. */
  clean: () => Promise<void>;
}

/**
 * @param checkout the folder of the project's files.
 * @param home where its archive, site and cache are.
 * @param laidOut the content folder of which it has a copy.
 */
export function projectIn(
  checkout: string,
  { name, home, laidOut }: { name: string; home: string; laidOut: string },
): Project {
  const [content, site, cache] = ['content', 'site', 'cache'].map((folder) => join(home, folder));
  const settings = {
    CONTENT_DIR: content ?? '',
    OUT_DIR: site ?? '',
    CACHE_DIR: cache ?? '',
    SITE_URL: 'https://archive.example',
    BASE_PATH: '/',
  };
  return {
    name,
    content: settings.CONTENT_DIR,
    command: (command, environment) => ({
      program: process.execPath,
      args: [join('src', 'cli', 'launch.mjs'), command],
      folder: checkout,
      environment: { ...settings, ...environment },
    }),
    async clean() {
      await rm(home, { recursive: true, force: true });
      await cp(laidOut, settings.CONTENT_DIR, { recursive: true });
    },
  };
}

/**
 * Checks the project out as it was at a commit, and installs what it needs, once.
 * @param folder where checkouts stay.
 * @returns the folder of its files.
 * @throws {LeftOut} if git does not know the commit, or it cannot be installed.
 */
export async function checkOut(
  commit: string,
  folder: string,
  say: (line: string) => void,
): Promise<string> {
  const here = resolve('.');
  const checkout = join(folder, `at-${commit}`);
  if (existsSync(checkout)) return checkout;
  const isKnown = await execute('git', ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
  if (!isKnown) throw new LeftOut('git does not know the commit here; clone the whole project');
  say(`Checking ${commit} out into ${checkout} and installing what it needs, once.`);
  const begun = `${checkout}.begun`; // what a killed run leaves must not pass for it
  await rm(begun, { recursive: true, force: true });
  try {
    await execute('git', ['clone', '--quiet', '--no-checkout', here, begun]);
    await execute('git', ['-C', begun, 'checkout', '--quiet', '--detach', commit]);
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    await execute('npm', args, { cwd: begun, shell: process.platform === 'win32' });
  } catch (cause) {
    await rm(begun, { recursive: true, force: true });
    throw new LeftOut(`it could not be installed: ${(cause as Error).message}`);
  }
  await rename(begun, checkout);
  return checkout;
}

/**
 * Edits the release in the middle of a content folder. No words are made up for those who issued it: it says once
 * more what it said first.
 * @returns its id.
 */
export async function editMiddle(content: string): Promise<string> {
  const releases = join(content, 'releases');
  const names = (await readdir(releases, { recursive: true })).filter((name) => /\.md$/.test(name));
  const file = join(releases, names.sort()[Math.floor(names.length / 2)] ?? '');
  const text = await readFile(file, 'utf8');
  const body = text.slice(text.indexOf('\n---\n', 3) + 5).trim();
  await writeFile(file, `${text.trimEnd()}\n\n${body.split('\n\n')[0]}\n`);
  return basename(file, '.md');
}
