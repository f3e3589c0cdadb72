import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Copy } from './built-archive.ts';

test('an office gets another file name, and its releases have the former one', async (t) => {
  const copy = await Copy.of(t);
  const fileOf = (slug: string) => join(copy.content, 'offices', `${slug}.yaml`);
  await rename(fileOf('south'), fileOf('south-side'));
  await copy.edit('content/offices/south-side.yaml', (text) => `${text}aliases: [south]\n`);
  const { files, stderr } = await copy.bothBuilds();
  for (const feed of ['rss.xml', 'feed.json']) {
    assert.equal(files[`offices/south/${feed}`], files[`offices/south-side/${feed}`], feed);
  }
  assert.ok(files['offices/south/index.html'] && files['offices/south-side/index.html']);
  assert.notEqual(files['offices/south/index.html'], files['offices/south-side/index.html']);
  assert.equal(stderr.match(/is south, a former name of south-side/g)?.length, 1);
});
