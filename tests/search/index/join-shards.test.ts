import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexShard, WORDS as STORED_WORDS } from '../../../src/search/index/index-shard.ts';
import type { IndexedDocument } from '../../../src/search/index/run-pagefind.ts';
import { CborReader } from '../../../src/search/pagefind-format/cbor.ts';
import { joinShards, type ShardIndex } from '../../../src/search/index/join-shards.ts';
import { decodeShardWords, encodeShardWords } from '../../../src/search/index/shard-words.ts';
import { pagefindWords } from '../../../src/search/pagefind-format/index.ts';
import { decodeMeta, decompress } from '../../../src/search/pagefind-format/pagefind-files.ts';
import { compareCodePoints, decodeChunk, decodePostings } from '../../../src/search/word-chunks.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const WORDS =
  'alpha beta gamma delta epsilon zeta harbor ferry lantern café cafe über Ångström 北 𐐨x'.split(
    ' ',
  );

/** Plainly made-up releases; of each its words in their order, those of the headline first. */
const texts = Array.from({ length: 40 }, (_, n) => {
  const body = Array.from(
    { length: 30 + n },
    (_, m) => WORDS[(n * n + m * 7) % WORDS.length] ?? '',
  );
  return { headline: [WORDS[n % 9] ?? '', 'title', String(n)], body };
});
const documents = texts.map(({ headline, body }, n): IndexedDocument => ({
  url: `/releases/${n}/`,
  html: `<html lang="en"><body data-pagefind-body><h1>${headline.join(' ')}</h1><p id="s-${n}">${body.join(' ')}</p></body></html>`,
  headline: headline.length,
}));

/** A shard as it is stored and read again. */
async function shardOf(folder: string, some: readonly IndexedDocument[]): Promise<ShardIndex> {
  const stored = new Map<string, Uint8Array>();
  const store = {
    open: () => Promise.resolve(undefined),
    write: (_: string, files: ReadonlyMap<string, Uint8Array>) => {
      for (const [file, bytes] of files) stored.set(file, bytes);
      return Promise.resolve();
    },
  };
  const key = `${some.length}`.padStart(8, '0');
  const task = { name: 'shard', key, documents: some, isPagefindKnown: true, folder };
  assert.equal(await indexShard(task, store), undefined);
  const words = stored.get(STORED_WORDS) ?? assert.fail('no words');
  return { words: decodeShardWords(words), releases: some.length };
}

test('shards that are joined have the words of all releases, at their places', async (t) => {
  const folder = await tempFolder(t);
  const shards: ShardIndex[] = [];
  for (const [start, end] of [
    [0, 3],
    [3, 25],
    [25, 40],
  ]) {
    shards.push(await shardOf(folder, documents.slice(start, end)));
  }
  const chunks = new Map<string, Uint8Array>();
  const list = await joinShards(shards, new Map([['lantern', 'lan-tern']]), (id, bytes) => {
    chunks.set(id, bytes);
    return Promise.resolve();
  });
  assert.deepEqual([...chunks.keys()], list.ids);
  const words = list.ids.flatMap((id) => decodeChunk(chunks.get(id) ?? assert.fail(id)));
  const sorted = words.map(({ word }) => word).toSorted(compareCodePoints);
  assert.deepEqual(
    words.map(({ word }) => word),
    sorted,
  );
  for (const [spelling, written] of [
    ['harbor', /^harbor$/],
    ['cafe', /^caf[eé]$/],
    ['uber', /^über$/],
    ['title', /^title$/],
    ['北', /^北$/],
  ] as const) {
    const word = words.find(({ word }) => word === spelling) ?? assert.fail(spelling);
    const { pages, starts, places, headlines } = decodePostings(word);
    const expected = texts.flatMap(({ headline, body }, page) => {
      const own = [...headline, ...body].flatMap((one, place) =>
        written.test(one) ? [place] : [],
      );
      return own.length === 0 ? [] : [[page, own, own.filter((place) => place < 3).length]];
    });
    const found = Array.from(pages, (page, n) => [
      page,
      [...places.subarray(starts[n], starts[n + 1])],
      headlines[n],
    ]);
    assert.deepEqual(found, expected, spelling);
  }
  assert.equal(words.find(({ word }) => word === 'lantern')?.compound, 'lan-tern');
  assert.equal(words.find(({ word }) => word === 'harbor')?.compound, undefined);
});

test('an index of another version is refused, and one that is cut short or incomplete', async () => {
  const text = (value: string) => [0x60 + value.length, ...Buffer.from(value)];
  const meta = (version: string) =>
    Buffer.from([0x86, ...text(version), 0x80, 0x80, 0x80, 0x80, 0x80]);
  assert.deepEqual(decodeMeta(meta('1.6.0')), { pages: [], chunks: [] });
  assert.throws(() => decodeMeta(meta('1.7.0')), /Pagefind 1\.7\.0 may write/);
  assert.throws(() => decodeMeta(meta('1.6.0').subarray(0, 7)), /CBOR/);
  await assert.rejects(decompress(Buffer.of(1, 2, 3)));
  const lost = pagefindWords({ wordChunks: [{ id: 'lost' }], numberOf: [] }, new Map());
  assert.throws(() => encodeShardWords(lost, []), /has no chunk lost/);
});

test('numbers of every size are read', () => {
  const bytes = Buffer.from(
    '001718181 8ff190100 1a00010000 1affffffff 20 38ff'.replaceAll(' ', ''),
    'hex',
  );
  const reader = new CborReader(bytes);
  for (const value of [0, 23, 24, 255, 256, 65_536, 2 ** 32 - 1]) {
    assert.equal(reader.unsigned(), value);
  }
  assert.deepEqual([reader.integer(), reader.integer()], [-1, -256]);
  const skipped = new CborReader(bytes);
  skipped.skip(9);
  assert.equal(skipped.at, bytes.length);
  assert.throws(() => new CborReader(Buffer.of(0x63)).unsigned(), /Expected a CBOR item of kind 0/);
});
