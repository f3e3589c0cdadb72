import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Archive } from '../../../src/archive/model.ts';
import { bundleCache } from '../../../src/cache/bundle-cache.ts';
import { loadArchive } from '../../../src/load/load-archive.ts';
import type { FacetNames, SearchCatalogue } from '../../../src/search/catalogue.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { indexHere } from '../../../src/search/index/indexer.ts';
import { decodeMeta, decompress } from '../../../src/search/pagefind-format/pagefind-files.ts';
import { releaseDocument } from '../../../src/search/index/release-document.ts';
import { decodeTable, TABLE_FACETS } from '../../../src/search/release-table.ts';
import { digests } from '../../support/folder-bytes.ts';
import { testIndexer } from '../../support/test-indexer.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const archive = await loadArchive({ contentDir: 'content', base: '/', now: Date.now() });
const founding = archive.releases.find(({ office }) => office.includes('ash-kalra'));
assert.ok(founding);
const textOf = ({ id }: { id: string }) => archive.bodies.get(id);

/** Every fragment of an index, as Pagefind's browser code reads it. */
async function fragments(folder: string) {
  const names = await readdir(join(folder, 'fragment'));
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, 'fragment', name));
      const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
      const fragment = JSON.parse(text.replace(/^pagefind_dcd/, '')) as {
        url: string;
        content: string;
        word_count: number;
        anchors: { id: string; title?: string; text: string }[];
      };
      return { ...fragment, id: name.replace('.pf_fragment', '') };
    }),
  );
}

test('a release is indexed under its address, with its statements', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t) });
  const all = await fragments(folder);
  assert.equal(all.length, archive.releases.length);
  const found = all.find(({ url }) => url === founding.path);
  assert.ok(found);
  const statements = found.anchors.filter(({ title }) => title !== undefined);
  const ids = [...(textOf(founding)?.html ?? '').matchAll(/id="(s-[^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    statements.map(({ id }) => id),
    ids,
  );
  assert.ok(statements.some(({ text }) => text.startsWith('Many of these immigrants')));
  const left = await readdir(folder);
  assert.deepEqual(
    left.filter((name) => /ui|highlight/.test(name)),
    [],
  );
});

async function catalogueOf(folder: string) {
  const text = await readFile(join(folder, 'catalogue.json'), 'utf8');
  const catalogue = JSON.parse(text) as SearchCatalogue;
  const read = async (name: string) => gunzipSync(await readFile(join(folder, name))).toString();
  const names = JSON.parse(await read(catalogue.names)) as FacetNames;
  return { catalogue, names, table: decodeTable(await read(catalogue.table)) };
}

test('several shards are one index, in which each release has one name', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  const shardSizes = { max: 12, newest: 3 };
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t), shardSizes });
  const texts = await fragments(folder);
  const urls = texts.map(({ url }) => url);
  assert.deepEqual(urls.sort(), archive.releases.map(({ path }) => path).sort());
  const [meta, ...others] = (await readdir(folder)).filter((name) => name.endsWith('.pf_meta'));
  assert.deepEqual(others, []);
  const bytes = await decompress(await readFile(join(folder, meta ?? '')));
  const { pages, chunks } = decodeMeta(bytes);
  const { table } = await catalogueOf(folder);
  assert.equal(table.ids?.length, pages.length);
  const lengths = new Map(texts.map(({ id, word_count }) => [id, word_count]));
  const average = texts.reduce((sum, text) => sum + text.word_count, 0) / texts.length;
  for (const { id, words } of pages) {
    assert.notEqual(table.ids?.placeOf(id), undefined);
    const exact = (12 * (lengths.get(id) ?? NaN)) / average;
    assert.ok(Math.abs(words - exact) <= (exact < 1 ? 1 : 0.5), `${id}: ${words}, not ${exact}`);
  }
  const parts = await readdir(join(folder, 'index'));
  assert.deepEqual(parts.sort(), chunks.map(({ id }) => `${id}.pf_index`).sort());
  const entry: unknown = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const hash = /^pagefind\.(.*)\.pf_meta$/.exec(meta ?? '')?.[1];
  const { languages } = entry as { languages: Record<string, unknown> };
  assert.deepEqual(languages, { en: { hash, wasm: 'en', page_count: archive.releases.length } });
});

test('the table tells of each release, newest first, what a search is narrowed by', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t) });
  const { names, table } = await catalogueOf(folder);
  const { ids, days, dayOf, values } = table;
  assert.deepEqual(
    Array.from(dayOf, (place) => days[place]),
    archive.releases.map(({ date }) => date),
  );
  const row = archive.releases.indexOf(founding);
  const slugs = TABLE_FACETS.map((facet) => {
    const { numbers, starts } = values[facet];
    const places = [...numbers.slice(starts[row], starts[row + 1])];
    return [facet, places.map((place) => names[facet][place]?.[0])];
  });
  assert.deepEqual(Object.fromEntries(slugs), {
    office: ['ash-kalra'],
    caucus: ['api'],
    topic: ['immigration'],
    speaker: ['ash-kalra'],
    language: ['en'],
  });
  assert.ok(names.office.some(([, name]) => name === 'Office of Assembly Member Ash Kalra'));
  assert.deepEqual(names.language, [
    ['en', 'English'],
    ['es', 'Spanish'],
    ['vi', 'Vietnamese'],
  ]);
  for (const { id, url } of await fragments(folder))
    assert.equal(archive.releases[ids?.placeOf(id) ?? -1]?.path, url);
});

test('with an unknown version of Pagefind the index is made whole, and a large one warns', async (t) => {
  const warnings: string[] = [];
  const build = async (max: number) => {
    const folder = await tempFolder(t);
    const done: number[] = [];
    const built = await buildIndex(archive, {
      folder,
      textOf,
      indexer: await testIndexer(t),
      shardSizes: { max, newest: 3 },
      pagefindVersion: '1.6.1',
      onProgress: (count) => done.push(count),
      onWarning: (message) => warnings.push(message),
    });
    assert.deepEqual(built, { shards: 1, cachedShards: 0, reused: [] });
    assert.equal(done.at(-1), archive.releases.length);
    return folder;
  };
  const folder = await build(1_250);
  assert.deepEqual(warnings, []);
  const { table } = await catalogueOf(folder);
  assert.equal(table.ids, undefined);
  assert.equal(table.dayOf.length, archive.releases.length);
  const texts = await fragments(folder);
  assert.deepEqual(
    texts.map(({ url }) => url).sort(),
    archive.releases.map(({ path }) => path).sort(),
  );
  const left = await readdir(folder);
  assert.deepEqual(
    left.filter((name) => /ui|highlight/.test(name)),
    [],
  );
  const large = await build(12);
  assert.match(
    warnings.join(),
    /^Pagefind 1\.6\.1 indexes all \d+ releases at once, .* GB of memory\. /,
  );
  assert.deepEqual(await digests(large), await digests(folder));
});

test('footnote marks are no words of the index', () => {
  const html =
    '<p id="s-aaaaaaaa" data-statement="">Ten<sup><a href="#user-content-fn-1" data-footnote-ref="">1</a></sup></p>';
  assert.match(releaseDocument(archive, founding, html), /<sup data-pagefind-ignore>/);
});

test('a shard that has not changed comes from the cache, with the same bytes', async (t) => {
  const place = await tempFolder(t);
  const shardSizes = { max: 12, newest: 3 };
  const build = async (name: string, some: Archive, cache = 'cache') => {
    const made: number[] = [];
    const folder = join(place, name);
    const onProgress = (done: number) => made.push(done);
    const indexer = indexHere(bundleCache(join(place, cache)));
    await buildIndex(some, { folder, textOf, shardSizes, onProgress, indexer });
    return { folder, steps: made.length };
  };
  const first = await build('first', archive);
  assert.equal(first.steps, archive.releases.length); // one by one
  const again = await build('again', archive);
  assert.ok(again.steps < 6, 'a shard at a time');
  assert.deepEqual(await digests(again.folder), await digests(first.folder));

  const fewer = { ...archive, releases: archive.releases.slice(1) };
  const added = await build('fewer', fewer);
  const clean = await build('clean', fewer, 'other');
  assert.ok(added.steps < clean.steps);
  assert.deepEqual(await digests(added.folder), await digests(clean.folder));

  for (const name of await readdir(join(place, 'cache'))) {
    await writeFile(join(place, 'cache', name), 'damaged');
  }
  const repaired = await build('repaired', archive);
  assert.deepEqual(await digests(repaired.folder), await digests(first.folder));
});
