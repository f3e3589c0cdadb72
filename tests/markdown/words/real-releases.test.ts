import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { splitRelease } from '../../../src/archive/split-release.ts';
import { CORPUS_COUNT, corpusFolder, withoutCorpus } from '../../support/corpus.ts';
import { renderMarkdown } from '../../support/markdown.ts';

test('no word of real releases is said to be lost', { skip: withoutCorpus }, async () => {
  const folder = await corpusFolder();
  let count = 0;
  for await (const file of glob('releases/**/*.md', { cwd: folder })) {
    const parts = splitRelease(await readFile(join(folder, file), 'utf8'));
    assert.ok(!('missing' in parts), file);
    assert.deepEqual(renderMarkdown(parts.body).hidden.problems, [], file);
    count++;
  }
  assert.equal(count, CORPUS_COUNT);
});
