import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadArchive } from '../src/load/load-archive.ts';
import { CORPUS_COUNT as COUNT, corpusFolder, withoutCorpus as skip } from './support/corpus.ts';
import { statementsIn } from './support/statement-rule.ts';

test(
  'a thousand real releases are read without an error, and every statement can be cited',
  { skip },
  async () => {
    const contentDir = await corpusFolder();
    const archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
    assert.deepEqual([archive.errors, archive.warnings], [[], []]);
    assert.equal(archive.releases.length, COUNT);

    let statements = 0;
    for (const [id, { html }] of archive.bodies) {
      const found = statementsIn(html);
      assert.ok(found.length > 0, `${id} has no statement`);
      for (const { id: given, recomputed } of found) assert.equal(given, recomputed, id);
      statements += found.length;
    }
    assert.ok(statements > COUNT, 'there are too few statements for so many releases');
  },
);
