import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importsOf, sourceFiles } from '../structure/imports.ts';

/** From the bottom up, as CONTRIBUTING.md has them: each may import those before it. */
const ROOMS = ['parse', 'read', 'sources', 'convert', 'resolve', 'ports.ts', 'report', 'write'];
/** What only the run itself imports. */
const POOL = ['parse', 'read', 'sources', 'convert', 'pool'];

const roomOf = (file: string) => file.split('/')[2] ?? '';

test('arrows between the rooms of the importer run one way', async () => {
  const files = (await sourceFiles()).filter((file) => file.startsWith('src/import/'));
  assert.ok(files.length > 50);
  const wrong = files.flatMap(importsOf).filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (!to.startsWith('src/import/') || room === other || room === 'run-import.ts') return false;
    const order = room === 'pool' ? POOL : ROOMS;
    return !order.slice(0, order.indexOf(room)).includes(other);
  });
  assert.deepEqual(wrong, []);
});
