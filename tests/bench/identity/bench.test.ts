import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSamples } from '../samples.ts';
import { identityTable, measureIdentity } from './bench.ts';

test('in the sample archive no edit leads a link to another statement', async () => {
  const samples = await readSamples('content', 34);
  assert.equal(samples.length, 34);
  const rows = measureIdentity(samples, 1);
  const table = identityTable(rows);
  for (const { kind, links, verdicts } of rows) {
    assert.ok(links > 0, kind);
    // Of two releases that tell the same story one's paragraph may pass for the other's, edited.
    const most = kind === 'three at once' ? 1 : 0;
    assert.ok(verdicts.wrong <= most, `${kind}\n${table}`);
    assert.ok(verdicts.right / links > 0.95, `${kind}\n${table}`);
  }
});
