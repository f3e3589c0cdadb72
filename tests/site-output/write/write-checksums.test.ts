import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHECKSUMS, parseChecksum } from '../../../src/publish/data/checksums.ts';
import { SiteFolder } from '../../../src/site-output/write/site-folder.ts';
import { writeChecksums } from '../../../src/site-output/write/write-checksums.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('all files are listed with their digests in order, but for the list itself', async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 2000 }, (_, n) => [`a/${String(n).padStart(4, '0')}.txt`, `${n}`]),
  );
  const folder = await tempFolder(t, { 'z é.txt': 'last', ...files, [CHECKSUMS]: 'an old list' });
  await writeChecksums(new SiteFolder(folder));
  const lines = (await readFile(join(folder, CHECKSUMS), 'utf8')).trimEnd().split('\n');
  assert.deepEqual(
    lines.map(parseChecksum),
    Object.entries({ ...files, 'z é.txt': 'last' }).map(([path, text]) => ({
      path,
      sha256: hash('sha256', text),
    })),
  );
});

test('files of the existing site are listed with the digests that it has for them', async (t) => {
  const folder = await tempFolder(t, { 'new/a.txt': 'new', 'old/b.txt': 'unchanged' });
  const digests = new Map([['b.txt', hash('sha256', 'unchanged')]]);
  const existing = { folder: join(folder, 'old'), digests, edition: '' };
  const site = new SiteFolder(join(folder, 'new'), existing);
  site.write('b.txt', 'unchanged');
  await writeChecksums(site);
  const lines = (await readFile(join(folder, 'new', CHECKSUMS), 'utf8')).trimEnd().split('\n');
  assert.deepEqual(lines.map(parseChecksum), [
    { path: 'a.txt', sha256: hash('sha256', 'new') },
    { path: 'b.txt', sha256: hash('sha256', 'unchanged') },
  ]);
});
