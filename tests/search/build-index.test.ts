import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadArchive } from '../../src/build/load-archive.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { releaseDocument } from '../../src/search/index/release-document.ts';

const archive = await loadArchive({ contentDir: 'content', base: '/', now: Date.now() });
const founding = archive.releases.find(({ office }) => office.includes('ash-kalra'));
assert.ok(founding);
const htmlOf = ({ id }: { id: string }) => archive.bodies.get(id)?.html ?? '';

/** Every fragment of an index, as Pagefind's browser code reads it. */
async function fragments(folder: string) {
  const names = await readdir(join(folder, 'fragment'));
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, 'fragment', name));
      const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
      return JSON.parse(text.replace(/^pagefind_dcd/, '')) as {
        url: string;
        content: string;
        filters: Record<string, string[]>;
        anchors: { id: string; title?: string; text: string }[];
      };
    }),
  );
}

test('a release is indexed under its address, with its statements and its filters', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildIndex(archive, { folder, htmlOf });
  const all = await fragments(folder);
  assert.equal(all.length, archive.releases.length);
  const found = all.find(({ url }) => url === founding.path);
  assert.ok(found);
  assert.deepEqual(found.filters, {
    year: ['2017'],
    day: ['2017-11-22'],
    office: ['ash-kalra'],
    caucus: ['api'],
    topic: ['immigration'],
    speaker: ['ash-kalra'],
  });
  const statements = found.anchors.filter(({ title }) => title !== undefined);
  const ids = [...htmlOf(founding).matchAll(/id="(s-[^"]+)"/g)].map(([, id]) => id);
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

test('a small shard size gives several indexes, which the catalogue names', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-index-'));
  t.after(() => rm(folder, { recursive: true }));
  await buildIndex(archive, { folder, htmlOf, shardSize: 12 });
  const catalogue = JSON.parse(await readFile(join(folder, 'catalogue.json'), 'utf8')) as {
    shards: string[];
    names: Record<string, Record<string, string>>;
  };
  assert.ok(catalogue.shards.length >= 2);
  assert.equal(catalogue.names['office']?.['ash-kalra'], 'Office of Assembly Member Ash Kalra');
  const shards = await Promise.all(
    [folder, ...catalogue.shards.map((shard) => join(folder, shard))].map(fragments),
  );
  const urls = shards.flat().map(({ url }) => url);
  assert.deepEqual(urls.sort(), archive.releases.map(({ path }) => path).sort());
});

test('footnote marks are no words of the index', () => {
  const html =
    '<p id="s-aaaaaaaa" data-statement="">Ten<sup><a href="#user-content-fn-1" data-footnote-ref="">1</a></sup></p>';
  assert.match(releaseDocument(archive, founding, html), /<sup data-pagefind-ignore>/);
});
