import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../../../src/settings.ts';
import type { Command } from './measure.ts';

const execute = promisify(execFile);
const SOURCES = join(import.meta.dirname, '..', 'peers');
const MODULES = resolve('node_modules');

/** The builders, in the order in which they are measured. */
export const BUILDERS = ['ours', 'hugo', 'eleventy', 'astro'] as const;
export type BuilderKey = (typeof BUILDERS)[number];

/** Something that builds a site from the releases. */
export interface Builder {
  key: BuilderKey;
  /** As it is printed, with its version. */
  name: string;
  build: Command;
  /** Ours has none: it builds and indexes at once. */
  index?: Command;
  /** The folder of the built site. */
  site: string;
  /** Removes the site and all that the builder keeps for the next build. */
  clean: () => Promise<void>;
}

/** Where builders work. */
export interface Workshop {
  /** Emptied before each size. Absolute. */
  folder: string;
  /** The content folder in it. */
  content: string;
  /** Where packages are installed that the project doesn't have, to stay there. Absolute. */
  packages: string;
  /** Told of what takes a while. */
  say: (line: string) => void;
}

/** A builder that cannot be had here, with the reason. */
export class LeftOut extends Error {
  override name = 'LeftOut';
}

/**
 * Makes a builder ready.
 * @throws {LeftOut} if it isn't on this computer and cannot be installed.
 */
export async function prepareBuilder(key: BuilderKey, workshop: Workshop): Promise<Builder> {
  const home = join(workshop.folder, key);
  await (key === 'ours'
    ? mkdir(home, { recursive: true })
    : cp(join(SOURCES, key), home, { recursive: true }));
  return PREPARE[key](home, workshop);
}

const PREPARE: Record<BuilderKey, (home: string, workshop: Workshop) => Promise<Builder>> = {
  ours: async (home, { content }) => {
    const [site, cache] = [join(home, 'site'), join(home, 'cache')];
    return {
      key: 'ours',
      name: 'On the Record',
      build: {
        program: process.execPath,
        args: [join('src', 'cli', 'launch.mjs'), 'build'], // as `npm run build` does
        folder: process.cwd(),
        environment: {
          CONTENT_DIR: content,
          OUT_DIR: site,
          CACHE_DIR: cache,
          SITE_URL: 'https://archive.example',
          BASE_PATH: '/',
        },
      },
      site,
      clean: () => remove(site, cache),
    };
  },

  hugo: async (home, { content }) => {
    const program = process.env['HUGO']?.trim() || 'hugo';
    const version = await hugoVersion(program);
    await writeYears(join(content, 'releases'), join(home, 'years'));
    const [site, cache] = [join(home, 'site'), join(home, 'cache')];
    const build = {
      program,
      args: ['--quiet', '--destination', site, '--cacheDir', cache],
      folder: home,
    };
    return indexed({ key: 'hugo', name: `Hugo ${version}`, build, site }, [
      cache,
      join(home, 'resources'),
    ]);
  },

  eleventy: async (home, { content, packages, say }) => {
    const installed = await install('eleventy', packages, say);
    await symlink(join(content, 'releases'), join(home, 'releases', 'content'), 'junction');
    const site = join(home, 'site');
    const build = {
      program: process.execPath,
      args: [join(installed, '@11ty', 'eleventy', 'cmd.cjs'), '--quiet', `--output=${site}`],
      folder: home,
    };
    const name = `Eleventy ${await versionIn(installed, '@11ty/eleventy')}`;
    return indexed({ key: 'eleventy', name, build, site }, [join(home, '.cache')]);
  },

  astro: async (home, { content }) => {
    await symlink(MODULES, join(home, 'node_modules'), 'junction');
    const [site, cache] = [join(home, 'site'), join(home, 'cache')];
    const build = {
      program: process.execPath,
      args: [join(MODULES, 'astro', 'bin', 'astro.mjs'), 'build', '--silent'],
      folder: home,
      environment: { CONTENT_DIR: content, OUT_DIR: site, WORK_DIR: cache },
    };
    const name = `Astro ${await versionIn(MODULES, 'astro')}`;
    return indexed({ key: 'astro', name, build, site }, [cache, join(home, '.astro')]);
  },
};

/** A builder whose site Pagefind indexes with its default options. */
function indexed(builder: Omit<Builder, 'index' | 'clean'>, products: string[]): Builder {
  return {
    ...builder,
    index: {
      program: process.execPath,
      args: [join(MODULES, 'pagefind', 'lib', 'runner', 'bin.cjs'), '--site', builder.site],
      folder: process.cwd(),
    },
    clean: () => remove(builder.site, ...products),
  };
}

async function remove(...paths: string[]) {
  for (const path of paths) await rm(path, { recursive: true, force: true });
}

async function hugoVersion(program: string): Promise<string> {
  try {
    const { stdout } = await execute(program, ['version']);
    return /v(\d[\w.]*)/.exec(stdout)?.[1] ?? 'of unknown version';
  } catch (cause) {
    const { message } = cause as Error;
    if (program !== 'hugo') throw new UsageError(`HUGO cannot be ${program}: ${message}`);
    throw new LeftOut(
      'there is no hugo on the PATH; install it, or name its program in HUGO=/path/to/hugo',
    );
  }
}

/**
 * Writes a section for each year, which gives its releases their month: Hugo groups by what is in
 * the releases alone, and a month doesn't.
 */
async function writeYears(releases: string, folder: string) {
  for (const year of await readdir(releases)) {
    const names = await readdir(join(releases, year));
    const months = [...new Set(names.map((name) => name.slice(0, 7)))].sort();
    const cascade = months.map(
      (month) => `  - { month: ["${month}"], _target: { path: "/releases/${year}/${month}-*" } }`,
    );
    await mkdir(join(folder, year), { recursive: true });
    const lines = ['---', `title: "${year}"`, 'cascade:', ...cascade, '---', ''];
    await writeFile(join(folder, year, '_index.md'), lines.join('\n'));
  }
}

/** Installs what a builder's package.json names, once. Returns the folder of the packages. */
async function install(key: string, packages: string, say: Workshop['say']): Promise<string> {
  const wanted = await readFile(join(SOURCES, key, 'package.json'));
  const digest = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = join(packages, `${key}-${digest}`);
  const modules = join(folder, 'node_modules');
  if (existsSync(join(modules, '.package-lock.json'))) return modules; // npm writes it last
  say(`Installing ${key} into ${folder}, once.`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), wanted);
  const args = 'install --no-audit --no-fund --no-package-lock --ignore-scripts --fetch-retries=0';
  try {
    await execute('npm', args.split(' '), { cwd: folder, shell: process.platform === 'win32' });
  } catch (cause) {
    const { stderr = '', message } = cause as Error & { stderr?: string };
    const [reason = message] = stderr.split('\n').filter((line) => /^npm err/i.test(line));
    throw new LeftOut(`it could not be installed: ${reason}`);
  }
  return modules;
}

async function versionIn(modules: string, name: string): Promise<string> {
  const text = await readFile(join(modules, name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
