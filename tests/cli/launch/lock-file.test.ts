import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { isNewEnough, PACKAGES } from '../../../src/cli/launch/find-node.mjs';
import { isFor } from '../../../src/cli/launch/installed.mjs';

interface Package {
  version: string;
  integrity?: string;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
  packages: Record<string, Package>;
};
const { allowScripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
  allowScripts: Record<string, boolean>;
};
const entries = Object.entries(packages).filter(([path]) => path !== '');

const SYSTEMS = [
  { platform: 'linux', arch: 'x64', libc: 'glibc' },
  { platform: 'linux', arch: 'x64', libc: 'musl' },
  { platform: 'linux', arch: 'arm64', libc: 'glibc' },
  { platform: 'linux', arch: 'arm64', libc: 'musl' },
  { platform: 'darwin', arch: 'arm64', libc: 'none' },
  { platform: 'darwin', arch: 'x64', libc: 'none' },
  { platform: 'win32', arch: 'x64', libc: 'none' },
];

/** Where Node finds a package from within another: beside it, or in a folder above. */
function find(from: string, name: string): Package | undefined {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
    const place = `${folder.replace(/\/$/, '')}/node_modules/${name}`.replace(/^\//, '');
    if (packages[place] !== undefined || folder === '') return packages[place];
  }
}

test('Node is locked for each system, new enough, and installed without a script', () => {
  assert.ok(Object.keys(PACKAGES).length >= 5);
  for (const [system, name] of Object.entries(PACKAGES)) {
    const [platform = '', arch = ''] = system.split('-');
    const entry = packages[`node_modules/${name}`];
    assert.ok(entry, name);
    assert.ok(isFor(entry, { platform, arch, libc: 'glibc' }), name);
    assert.ok(entry.optional && !entry.dev, `${name} is there without packages for development`);
    assert.match(entry.integrity ?? '', /^sha512-/);
    assert.ok(!entry.hasInstallScript);
    assert.ok(isNewEnough(entry.version), name);
  }
});

const skip = process.platform !== 'linux' && 'only the one for Linux has to do with these';
test('the Node for Linux needs no library that a bare system lacks', { skip }, async () => {
  const program = await readFile(process.execPath);
  const needed = new Set(program.toString('latin1').match(/\blib[\w+-]+\.so\.\d+(?=\0)/g));
  assert.ok(needed.has('libc.so.6'));
  assert.ok(!needed.has('libatomic.so.1'), 'which comes with Node 25 and later');
});

test('every package with parts made for one system has one for each of ours', () => {
  const families = entries.flatMap(([path, { optionalDependencies = {} }]) => {
    const names = Object.keys(optionalDependencies);
    const parts = names.map((name) => ({ name, entry: find(path, name) }));
    for (const { name, entry } of parts)
      assert.ok(entry, `${path} has ${name}, which is not locked`);
    const made = parts.flatMap(({ entry }) => (entry?.os || entry?.cpu ? [entry] : []));
    return made.length > 2 ? [{ path, made }] : []; // fewer are extras, such as a watcher of files
  });
  assert.ok(families.length > 4, 'such as esbuild, sharp and Pagefind');
  for (const { path, made } of families) {
    for (const system of SYSTEMS) {
      assert.ok(
        made.some((entry) => isFor(entry, system)),
        `${path} has nothing for ${Object.values(system).join(' ')}`,
      );
    }
  }
});

test('every package is locked by its digest, and runs a script only where that was allowed', () => {
  for (const [path, { integrity, hasInstallScript, optional }] of entries) {
    assert.ok(integrity, path);
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (hasInstallScript && !optional) assert.ok(allowScripts[name], `${name} has a script`);
  }
});
