import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedNames, sourceFiles } from './imports.ts';

/** Astro asks routes for these, `run()` asks commands: the same name in each such file is their interface. */
const ROUTE_NAMES = ['getStaticPaths', 'GET'];
const COMMAND_NAMES = ['main', 'USAGE'];

const isInterface = (file: string, name: string) =>
  (file.startsWith('src/pages/') && ROUTE_NAMES.includes(name)) ||
  (/^src\/cli\/[\w-]+\.ts$/.test(file) && COMMAND_NAMES.includes(name));

/** The names that more than one file declares and exports, each with its files. */
function sharedNames(exported: ReadonlyMap<string, readonly string[]>): [string, string[]][] {
  const files = new Map<string, string[]>();
  for (const [file, names] of exported) {
    for (const name of names) {
      if (!isInterface(file, name)) files.set(name, [...(files.get(name) ?? []), file]);
    }
  }
  return [...files].filter(([, declaring]) => declaring.length > 1);
}

test('no two files of src/ export different things under one name', async () => {
  const files = await sourceFiles();
  const exported = new Map(files.map((file) => [file, exportedNames(file)]));
  assert.ok([...exported.values()].flat().length > 500, 'too few exports were found');
  assert.deepEqual(sharedNames(exported), []);
});

test('names that two files export are found, but for the interfaces of routes and commands', () => {
  const exported = new Map([
    ['src/archive/a.ts', ['Range', 'readA']],
    ['src/markdown/b.ts', ['Range', 'main']],
    ['src/pages/c.ts', ['GET', 'main']],
    ['src/pages/d.ts', ['GET']],
  ]);
  assert.deepEqual(sharedNames(exported), [
    ['Range', ['src/archive/a.ts', 'src/markdown/b.ts']],
    ['main', ['src/markdown/b.ts', 'src/pages/c.ts']],
  ]);
});
