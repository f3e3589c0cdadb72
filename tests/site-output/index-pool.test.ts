import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startIndexers } from '../../src/site-output/index-pool.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { buildIndex } from '../../src/search/index/build-index.ts';
import { digests } from '../support/folder-bytes.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('threads build the same index as one alone, report each release, and cache the shards', async (t) => {
  const archive = await loadArchive({ contentDir: 'content', base: '/', now: Date.now() });
  const place = await tempFolder(t);
  const build = async (name: string, releases: number, cache: string) => {
    const folder = join(place, name);
    const indexer = startIndexers(releases, join(place, cache), join(place, 'overflow'));
    const reported: number[] = [];
    const built = await buildIndex(archive, {
      folder,
      textOf: ({ id }) => archive.bodies.get(id),
      shardSizes: { max: 12, newest: 3 },
      indexer,
      onProgress: (done) => reported.push(done),
    }).finally(() => indexer.close());
    return { ...built, reported: reported.at(-1), files: await digests(folder) };
  };
  const MANY = 10_000;
  const threads = await build('threads', MANY, 'cache');
  assert.ok(threads.shards > 2);
  assert.equal(threads.cachedShards, 0);
  assert.equal(threads.reported, archive.releases.length);
  const again = await build('again', MANY, 'cache');
  assert.equal(again.cachedShards, again.shards);
  assert.deepEqual(again.files, threads.files);
  const alone = await build('alone', archive.releases.length, 'other');
  assert.deepEqual(alone.files, threads.files);
});
