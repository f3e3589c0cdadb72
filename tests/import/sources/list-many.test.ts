import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPORT, listMany, TABLE } from '../../../src/import/sources/list-many.ts';

test('tables and exports are recognized by their endings, in any case', () => {
  for (const name of ['a.csv', 'A.TSV', 'a.jsonl', 'a.ndjson', 'a.JSON']) assert.match(name, TABLE);
  assert.match('a.XML', EXPORT);
  for (const name of ['a.csv.txt', 'csv', 'a.xml.html']) {
    assert.doesNotMatch(name, TABLE);
    assert.doesNotMatch(name, EXPORT);
  }
});

test('what is listed survives the way to another process, faults with their hints too', async () => {
  const bytes = Buffer.from('{"body": "One.", "mood": "calm"}\nnot JSON\n');
  const listed = await listMany({ bytes, name: 'a.jsonl', columns: {} });
  const [, failed] = listed.sources;
  assert.deepEqual(failed, {
    name: 'a.jsonl: line 2',
    failure: {
      message: 'is not a JSON object',
      hint: 'write each release as one object on a line of its own',
    },
  });
  assert.deepEqual(
    listed.skipped.map(([what]) => what),
    ['a.jsonl: mood'],
  );
  assert.deepEqual(structuredClone(listed), listed);
});

test('an export is read as one', async () => {
  const xml = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Lanterns</title>
<wp:status>publish</wp:status></item><item><title>Not yet</title><wp:status>draft</wp:status></item></channel></rss>`;
  const { sources, skipped } = await listMany({
    bytes: Buffer.from(xml),
    name: 'a.xml',
    columns: {},
  });
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['a.xml: Lanterns'],
  );
  assert.deepEqual(skipped, [['a.xml: Not yet', ['unpublished post', 'unpublished posts']]]);
});
