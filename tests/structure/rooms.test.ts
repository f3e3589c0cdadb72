import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { zones } from '../../.config/rooms.mjs';
import { importsOf, sourceFiles } from './imports.ts';

// Lint checks imports by the same list; it does not see threads and scripts, which are named by their URL.

interface Zone {
  /** Folders, or patterns of files. */
  target: string | readonly string[];
  from: string;
  except?: readonly string[];
  message: string;
}

const isIn = (file: string, place: string) =>
  file === posix.normalize(place) || file.startsWith(`${posix.normalize(place)}/`);

function isTarget(file: string, target: string): boolean {
  return /[*!]/.test(target)
    ? posix.matchesGlob(file, posix.normalize(target))
    : isIn(file, target);
}

/** Why the zone does not let one file import another; undefined if it does. */
function refusal({ target, from, except = [], message }: Zone, file: string, imported: string) {
  const isInZone = [target].flat().some((one) => isTarget(file, one));
  if (!isInZone || !isIn(imported, from)) return undefined;
  return except.some((place) => isIn(imported, posix.join(from, place)))
    ? undefined
    : `${file} imports ${imported}: ${message}`;
}

test('threads and scripts are in rooms that may be imported, as all that is imported', async () => {
  const imports = (await sourceFiles()).flatMap(importsOf);
  assert.ok(imports.length > 1000, `${imports.length} imports`);
  const wrong = imports.flatMap(({ from, to }) =>
    zones.map((zone) => refusal(zone, from, to)).filter((reason) => reason !== undefined),
  );
  assert.deepEqual(wrong, []);
});

test('an arrow between rooms that points up is refused, from a room of the importer too', () => {
  const isRefused = (file: string, imported: string) =>
    zones.some((zone) => refusal(zone, file, imported) !== undefined);
  assert.ok(isRefused('src/archive/day.ts', 'src/load/load-archive.ts'));
  assert.ok(!isRefused('src/load/load-archive.ts', 'src/archive/day.ts'));
  assert.ok(isRefused('src/import/parse/head/read-head.ts', 'src/import/read/document.ts'));
  assert.ok(!isRefused('src/import/read/read-source.ts', 'src/import/parse/head/read-head.ts'));
  assert.ok(isRefused('src/import/ports.ts', 'src/import/pool/import-pool.ts'));
  assert.ok(!isRefused('src/import/run-import.ts', 'src/import/pool/import-pool.ts'));
});

test('what knows Pagefind’s format is imported from everywhere by its two doors alone', () => {
  const isRefused = (file: string, imported: string) =>
    zones.some((zone) => refusal(zone, file, imported) !== undefined);
  const [inner, door] = ['cbor.ts', 'index.ts'].map((name) => `src/search/pagefind-format/${name}`);
  assert.ok(inner !== undefined && door !== undefined);
  for (const file of ['catalogue.ts', 'index/build-index.ts', 'ui/find-releases.ts']) {
    assert.ok(isRefused(`src/search/${file}`, inner), file);
    assert.ok(!isRefused(`src/search/${file}`, door), file);
  }
  assert.ok(isRefused('src/cli/build.ts', inner));
  assert.ok(!isRefused('src/search/pagefind-format/postings.ts', inner));
});
