import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { type Files, tempFolder, writeFiles } from '../../support/temp-folder.ts';

const run = promisify(execFile);

type Kind = 'dependencies' | 'devDependencies' | 'optionalDependencies';
/** What a package of a made project is, besides its name and version. */
export type Manifest = Record<string, unknown>;

/** npm as it started these tests, or the one on the PATH; without the settings of this user. */
const npm = process.env['npm_execpath'];
const [PROGRAM, FIRST] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []];

export interface Launched {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * A project of its own that is started by our launcher and holds two commands: `hello` prints its
 * arguments and what the packages it needs say, `test` says that it runs. npm installs it from files
 * that lie in it, so that no network is needed.
 */
export class LaunchedProject {
  readonly folder: string;
  readonly #environment: Record<string, string>;

  private constructor(folder: string) {
    this.folder = folder;
    this.#environment = { npm_config_cache: join(folder, 'npm-cache'), npm_config_offline: 'true' };
  }

  /**
   * @param packages what the project depends on, by the kind of dependency: a manifest for each; each
   *   exports its name.
   */
  static async make(
    t: TestContext,
    packages: Partial<Record<Kind, Record<string, Manifest>>>,
    files: Files = {},
  ): Promise<LaunchedProject> {
    const project = new LaunchedProject(await tempFolder(t, files));
    const lists: Record<string, Record<string, string>> = {};
    for (const [kind, list] of Object.entries(packages)) {
      const names = Object.entries(list).map(async ([name, manifest]) => {
        return [name, `file:${await project.#packed(name, manifest)}`] as const;
      });
      lists[kind] = Object.fromEntries(await Promise.all(names));
    }
    await cp('src/cli/launch.mjs', join(project.folder, 'src/cli/launch.mjs'));
    await cp('src/cli/launch', join(project.folder, 'src/cli/launch'), { recursive: true });
    const needed = Object.keys(lists['dependencies'] ?? {});
    await writeFiles(project.folder, {
      'package.json': JSON.stringify({ name: 'made', version: '1.0.0', type: 'module', ...lists }),
      'src/cli/hello.ts': `${needed.map((name) => `import '${name}';`).join('\n')}
console.log('hello', ...process.argv.slice(2));
process.exitCode = Number(process.env.STATUS ?? 0);`,
      'tests/commands/test.ts': "console.log('tests run');",
    });
    await project.#npm('install', '--package-lock-only');
    return project;
  }

  /** Starts a command as npm scripts do. */
  async launch(
    command: string,
    args: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Launched> {
    const env: NodeJS.ProcessEnv = { ...process.env, ...this.#environment, ...environment };
    delete env['NODE_TEST_CONTEXT'];
    return new Promise((resolve) => {
      const all = [join(this.folder, 'src/cli/launch.mjs'), command, ...args];
      const child = execFile(process.execPath, all, { env }, (_, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, stdout, stderr });
      });
    });
  }

  async remove(...paths: string[]): Promise<void> {
    for (const path of paths) await rm(join(this.folder, path), { recursive: true });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  #npm(...args: string[]) {
    const env = { ...process.env, ...this.#environment };
    return run(PROGRAM, [...FIRST, ...args, '--no-audit', '--no-fund'], { cwd: this.folder, env });
  }

  async #packed(name: string, manifest: Manifest): Promise<string> {
    const place = await mkdtemp(join(tmpdir(), 'on-the-record-package-'));
    try {
      await writeFiles(place, {
        'package.json': JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...manifest }),
        'index.js': `module.exports = require('./words.js');`,
        'words.js': `module.exports = '${name}';`,
      });
      const destination = ['--pack-destination', this.folder];
      await run(PROGRAM, [...FIRST, 'pack', ...destination], { cwd: place });
    } finally {
      await rm(place, { recursive: true });
    }
    return `${name}-1.0.0.tgz`;
  }
}
