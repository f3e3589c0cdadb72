import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycles, importsOf, sourceFiles } from './imports.ts';

test('imports are found in modules and in Astro components', async () => {
  const files = await sourceFiles();
  assert.ok(files.length > 300, `${files.length} files`);
  const page = importsOf('src/pages/search.astro').map(({ to }) => to);
  assert.ok(page.includes('src/layouts/Page.astro'));
  assert.ok(page.includes('src/search/ui/release-search.ts'));
  for (const { from, to } of files.flatMap(importsOf)) {
    assert.ok(files.includes(to), `${from} imports ${to}`);
  }
});

test('no files import one another in a circle, types included', async () => {
  assert.deepEqual(cycles(await sourceFiles()), []);
});
