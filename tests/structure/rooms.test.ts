import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { zones } from '../../.config/rooms.mjs';
import { importsOf, sourceFiles } from './imports.ts';

// Lint checks imports by the same list; it does not see threads and scripts, which are named by their URL.

interface Zone {
  target: string;
  from: string;
  except?: readonly string[];
  message: string;
}

const isIn = (file: string, place: string) =>
  file === posix.normalize(place) || file.startsWith(`${posix.normalize(place)}/`);

/** Why the zone does not let one file import another; undefined if it does. */
function refusal({ target, from, except = [], message }: Zone, file: string, imported: string) {
  if (!isIn(file, target) || !isIn(imported, from)) return undefined;
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
  assert.ok(isRefused('src/import/parse/head.ts', 'src/import/read/document.ts'));
  assert.ok(!isRefused('src/import/read/read-source.ts', 'src/import/parse/head.ts'));
  assert.ok(isRefused('src/import/ports.ts', 'src/import/pool/import-pool.ts'));
  assert.ok(!isRefused('src/import/run-import.ts', 'src/import/pool/import-pool.ts'));
});
