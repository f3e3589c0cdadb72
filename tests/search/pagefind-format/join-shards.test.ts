import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { head, Kind } from '../../../src/search/pagefind-format/cbor.ts';
import { CborReader } from '../../../src/search/pagefind-format/cbor.ts';
import { joinShards, type ShardIndex } from '../../../src/search/pagefind-format/join-shards.ts';
import {
  decodeMeta,
  encodeMeta,
  type IndexMeta,
  compress,
  decompress,
} from '../../../src/search/pagefind-format/pagefind-files.ts';
import {
  type IndexedDocument,
  readFiles,
  runPagefind,
} from '../../../src/search/index/run-pagefind.ts';

/** What an index says of a word: its pages with the places, by their addresses. */
type Places = Record<string, { text: number[]; outside: (number | string)[] }>;
type Words = Record<string, { pages: Places; variants: Record<string, Places> }>;

const WORDS =
  'alpha beta gamma delta epsilon zeta harbor ferry lantern café cafe über Ångström 北 𐐨x'.split(
    ' ',
  );

/** Plainly made-up releases: some with a notice, which others have no field for. */
const documents = Array.from({ length: 40 }, (_, n): IndexedDocument => {
  const text = Array.from({ length: 30 + n }, (_, m) => WORDS[(n * n + m * 7) % WORDS.length]);
  const notice = n % 4 === 3 ? '<p data-pagefind-meta="banner">withdrawn alpha</p>' : '';
  return {
    url: `/releases/${n}/`,
    html: `<html lang="en"><body data-pagefind-body>${notice}<h1>${WORDS[n % 9]} title ${n}</h1><p id="s-${n}">${text.join(' ')}</p><p data-pagefind-weight="3">heavy words ${n}</p></body></html>`,
  };
});

async function shardOf(some: readonly IndexedDocument[]) {
  const output = await mkdtemp(join(tmpdir(), 'on-the-record-shard-'));
  await runPagefind(some, 'en', output);
  const files = await readFiles(output);
  await rm(output, { recursive: true });
  const named = (pattern: RegExp) =>
    [...files].flatMap(([file, bytes]) => {
      const id = pattern.exec(file)?.[1];
      return id === undefined ? [] : [[id, bytes] as const];
    });
  const [[, compressed] = ['', Buffer.alloc(0)]] = named(/^pagefind\.(.*)\.pf_meta$/);
  const bytes = await decompress(compressed);
  const shard: ShardIndex = {
    meta: decodeMeta(bytes),
    chunks: new Map(named(/^index\/(.*)\.pf_index$/)),
  };
  const urls = new Map<string, string>();
  for (const [id, fragment] of named(/^fragment\/(.*)\.pf_fragment$/)) {
    urls.set(id, (JSON.parse((await decompress(fragment)).toString()) as { url: string }).url);
  }
  return { shard, bytes, urls };
}

/** All that an index says, read item by item, without what depends on the order of its pages. */
async function wordsIn({ meta, chunks }: ShardIndex, urls: ReadonlyMap<string, string>) {
  const words: Words = {};
  for (const { id, from, to } of meta.chunks) {
    const reader = new CborReader(await decompress(chunks.get(id) ?? assert.fail(id)));
    assert.equal(reader.array(), 1);
    for (let left = reader.array(); left > 0; left--) {
      assert.equal(reader.array(), 3);
      const word = reader.text();
      assert.ok(Buffer.compare(Buffer.from(from), Buffer.from(word)) <= 0, `${from} ${word}`);
      assert.ok(
        word.startsWith(to) || Buffer.compare(Buffer.from(word), Buffer.from(to)) <= 0,
        `${word} ${to}`,
      );
      assert.equal(words[word], undefined, `${word} is in two chunks`);
      const pages = placesIn(reader, meta, urls);
      const variants: Record<string, Places> = {};
      for (let more = reader.array(); more > 0; more--) {
        assert.equal(reader.array(), 2);
        variants[reader.text()] = placesIn(reader, meta, urls);
      }
      words[word] = { pages, variants };
    }
    assert.ok(reader.isAtEnd);
  }
  return words;
}

function placesIn(reader: CborReader, meta: IndexMeta, urls: ReadonlyMap<string, string>): Places {
  const places: Places = {};
  let number = 0;
  for (let left = reader.array(); left > 0; left--) {
    assert.equal(reader.array(), 3);
    number += reader.unsigned();
    const url = urls.get(meta.pages[number]?.id ?? '') ?? assert.fail(`page ${number}`);
    const list = () => Array.from({ length: reader.array() }, () => reader.integer());
    const [text, outside] = [list(), list()];
    places[url] = {
      text,
      outside: outside.map((one) => (one < 0 ? (meta.fields[-1 - one] ?? 'none') : one)),
    };
  }
  return places;
}

test('shards that are joined are the index that Pagefind makes of all pages', async () => {
  const whole = await shardOf(documents);
  const parts: Awaited<ReturnType<typeof shardOf>>[] = [];
  for (const [start, end] of [
    [0, 3],
    [3, 25],
    [25, 40],
  ]) {
    parts.push(await shardOf(documents.slice(start, end))); // Pagefind works on one index at a time
  }
  assert.notDeepEqual(parts[0]?.shard.meta.fields, whole.shard.meta.fields);
  const chunks = new Map<string, Buffer>();
  const meta = await joinShards(
    parts.map(({ shard }) => shard),
    async (id, bytes) => void chunks.set(id, await compress(bytes)),
  );
  const urls = new Map(parts.flatMap((part) => [...part.urls]));
  assert.deepEqual(meta.fields, whole.shard.meta.fields);
  const lengths = (index: IndexMeta, names: ReadonlyMap<string, string>) =>
    index.pages.map(({ id, words }) => `${names.get(id)} ${words}`);
  assert.deepEqual(lengths(meta, urls), lengths(whole.shard.meta, whole.urls));
  const joined = await wordsIn({ meta, chunks }, urls);
  assert.deepEqual(joined, await wordsIn(whole.shard, whole.urls));
  assert.ok(Object.keys(joined['cafe']?.variants ?? {}).includes('café'));
});

test('an index in one shard stays as it is, but for the size of its parts', async () => {
  const { shard, bytes } = await shardOf(documents);
  const meta = await joinShards([shard], () => Promise.resolve());
  const { chunks } = meta;
  assert.deepEqual({ ...meta, chunks: [] }, { ...shard.meta, chunks: [] });
  assert.ok(chunks.length > 0);
  assert.deepEqual(encodeMeta(shard.meta), bytes, 'what is read is written');
});

test('an index of another version is refused, and one that is cut short', async () => {
  const meta = { version: '1.6.0', pages: [], chunks: [], fields: [] };
  const bytes = encodeMeta(meta);
  assert.deepEqual(decodeMeta(bytes), meta);
  assert.throws(
    () => decodeMeta(encodeMeta({ ...meta, version: '1.7.0' })),
    /Pagefind 1\.7\.0 may write/,
  );
  assert.throws(() => decodeMeta(bytes.subarray(0, 8)), /CBOR/);
  await assert.rejects(compress(Buffer.of(1)).then((bytes) => decompress(bytes.subarray(0, 20))));
  const lost = {
    meta: { ...meta, chunks: [{ from: 'a', to: 'b', id: 'lost' }] },
    chunks: new Map(),
  };
  await assert.rejects(
    joinShards([lost], () => Promise.resolve()),
    /has no chunk lost/,
  );
});

test('numbers of every size are read as they are written', () => {
  for (const value of [0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1]) {
    const [unsigned, negative] = [head(Kind.unsigned, value), head(Kind.negative, value)];
    assert.equal(new CborReader(unsigned).unsigned(), value);
    assert.equal(new CborReader(negative).integer(), -1 - value);
    const both = new CborReader(Buffer.concat([unsigned, negative]));
    both.skip(2);
    assert.ok(both.isAtEnd);
  }
  assert.throws(
    () => new CborReader(head(Kind.text, 3)).unsigned(),
    /Expected a CBOR item of kind 0/,
  );
});
