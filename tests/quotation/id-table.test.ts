import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import {
  encodeShards,
  releasesOfId,
  shardDigits,
  shardFile,
} from '../../src/quotation/id-table.ts';

const NOTHING = { releases: [], count: 0 };
/** Fifty releases, each with a statement of its own, and all with one more. */
const ids = Array.from({ length: 50 }, (_, n) => [
  statementId(`Lantern number ${n} is lit.`),
  statementId('All lanterns are lit.'),
  `${statementId('All lanterns are lit.')}-2`,
]);

for (const digits of [0, 1, 2]) {
  test(`a table in ${32 ** digits} files has the releases of each id`, () => {
    const shards = encodeShards(ids, digits);
    assert.equal(shards.size, 32 ** digits);
    const find = (id: string) =>
      releasesOfId(shards.get(shardFile(id, digits)) ?? new Uint8Array(), id, digits);
    for (const [n, [own = '']] of ids.entries()) {
      assert.deepEqual(find(own), { releases: [n], count: 1 });
    }
    const all = find(statementId('All lanterns are lit.'));
    assert.equal(all.count, 50);
    assert.deepEqual(
      all.releases,
      Array.from({ length: 12 }, (_, n) => n),
    );
    assert.deepEqual(find(statementId('No lantern is lit.')), NOTHING);
  });
}

test('an archive without releases has an empty file, and larger ones have more files', () => {
  const empty = encodeShards([]);
  assert.deepEqual([...empty], [['ids/all.bin', new Uint8Array()]]);
  assert.deepEqual(releasesOfId(new Uint8Array(), statementId('Nothing.'), 0), NOTHING);
  const digits = [100, 1000, 10_000, 100_000, 1_000_000].map(shardDigits);
  assert.deepEqual(digits, [0, 1, 2, 2, 3]);
});
