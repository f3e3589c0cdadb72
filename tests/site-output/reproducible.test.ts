import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { digests } from '../support/folder-bytes.ts';
import { madeSite } from '../support/made-site.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

test('two builds of the same archive give the same bytes, with and without a cache', async (t) => {
  const home = await tempFolder(t);
  await writeFiles(join(home, 'content'), await madeSite());
  const build = async (name: string, cache: string) => {
    const { status, stderr } = await runCommand('build', [], {
      CONTENT_DIR: join(home, 'content'),
      OUT_DIR: join(home, name),
      CACHE_DIR: join(home, cache),
      SITE_URL: 'https://press.example.org',
    });
    assert.equal(status, 0, stderr);
    // Pagefind does not promise this, and the list of checksums includes its files.
    const all = Object.entries(await digests(join(home, name)));
    return Object.fromEntries(
      all.filter(([path]) => !/^(?:pagefind\/|data\/sha256sums\.txt$)/.test(path)),
    );
  };
  const first = await build('first', 'cache');
  assert.ok('data/releases-2017.jsonl.gz' in first && 'changelist.xml' in first);
  assert.ok((await readdir(join(home, 'cache', 'data'))).length >= 2, 'gzipped years are cached');
  assert.deepEqual(await build('second', 'cache'), first);
  assert.deepEqual(await build('third', 'other-cache'), first);
});
