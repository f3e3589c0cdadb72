import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Archive } from '../../../src/archive/model.ts';
import { bundleCache } from '../../../src/cache/bundle-cache.ts';
import { loadArchive } from '../../../src/load/load-archive.ts';
import { unspaceCharacters } from '../../../src/search/characters.ts';
import type { FacetNames, SearchCatalogue } from '../../../src/search/catalogue.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { indexHere } from '../../../src/search/index/indexer.ts';
import { nameOfPage } from '../../../src/search/page-names.ts';
import { releaseDocument } from '../../../src/search/index/release-document.ts';
import { decodeTable, TABLE_FACETS } from '../../../src/search/release-table.ts';
import { splitWords } from '../../../src/search/ui/rank-statements.ts';
import { decodeChunk, decodeChunkList } from '../../../src/search/word-chunks.ts';
import { digests } from '../../support/folder-bytes.ts';
import { madeRelease } from '../../support/made-release.ts';
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
  assert.deepEqual(left.map((name) => name.replace(/-.*/, '')).sort(), FILES);
});

/** What browsers fetch, and nothing of Pagefind's own program. */
const FILES = ['catalogue.json', 'fragment', 'index', 'names', 'table', 'words'];

async function catalogueOf(folder: string) {
  const text = await readFile(join(folder, 'catalogue.json'), 'utf8');
  const catalogue = JSON.parse(text) as SearchCatalogue;
  const read = async (name: string) => gunzipSync(await readFile(join(folder, name))).toString();
  const names = JSON.parse(await read(catalogue.names)) as FacetNames;
  const chunks = decodeChunkList(catalogue.chunks);
  return { catalogue, names, chunks, table: decodeTable(await read(catalogue.table)) };
}

test('several shards are one index, in which each release has one name', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  const shardSizes = { max: 12, newest: 3 };
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t), shardSizes });
  const texts = await fragments(folder);
  const urls = texts.map(({ url }) => url);
  assert.deepEqual(urls.sort(), archive.releases.map(({ path }) => path).sort());
  const { catalogue, chunks } = await catalogueOf(folder);
  assert.equal(catalogue.releases, archive.releases.length);
  assert.ok(catalogue.shards.length > 1);
  const parts = await readdir(join(folder, 'index'));
  assert.deepEqual(parts.sort(), chunks.ids.map((id) => `${id}.packed`).sort());
  for (const [n, id] of chunks.ids.entries()) {
    const bytes = gunzipSync(await readFile(join(folder, 'index', `${id}.packed`)));
    const [first] = decodeChunk(bytes);
    assert.ok(first?.word.startsWith(chunks.firsts[n] ?? '?'), `${first?.word} begins a chunk`);
  }
});

test('the table has of each release, newest first, what a search is filtered by', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t) });
  const { catalogue, names, table } = await catalogueOf(folder);
  const { days, dayOf, values } = table;
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
    bill: [],
    language: ['en'],
  });
  assert.ok(names.office.some(([, name]) => name === 'Office of Assembly Member Ash Kalra'));
  assert.deepEqual(names.language, [
    ['en', 'English'],
    ['es', 'Spanish'],
    ['vi', 'Vietnamese'],
  ]);
  const urls = new Map((await fragments(folder)).map(({ id, url }) => [id, url]));
  for (const [row, { path }] of archive.releases.entries()) {
    const page = archive.releases.length - 1 - row; // the index has the oldest first
    assert.equal(urls.get(nameOfPage(catalogue.shards, page)), path);
  }
});

test('results show no full stop that nobody issued, whatever a block ends with', async (t) => {
  const text = `The mayor said: “The **lamp is lit**”

## A plan [for 2020](https://press.example.org/plan)

- one *more*
- the \`last\`

> 「租客手冊。」

| Year | Rents |
| --- | --- |
| 2019 | (40) |`;
  const contentDir = await tempFolder(t, {
    'site.yaml': 'title: Samples\n',
    'offices/north.yaml': 'name: North\n',
    'releases/2020-09-22-a.md': madeRelease({ date: '2020-09-22', title: 'A lamp' }, text),
  });
  const made = await loadArchive({ contentDir, base: '/', now: Date.now() });
  const folder = join(contentDir, 'index');
  const indexer = await testIndexer(t);
  await buildIndex(made, { folder, textOf: ({ id }) => made.bodies.get(id), indexer });
  const [{ content } = { content: '' }] = await fragments(folder);
  assert.equal(
    unspaceCharacters(splitWords(content).join(' ')).replace(/^A lamp\.? /, ''),
    'The mayor said: “The lamp is lit” A plan for 2020 one more the last 「租客手冊。」 Year Rents 2019 (40)',
  );
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
