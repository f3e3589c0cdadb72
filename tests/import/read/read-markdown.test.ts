import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';

test('Markdown without frontmatter stays as it is', async () => {
  const body =
    'SAMPLETON – Senator Sam Sample *today* opened nine lighthouses, and __all__ may climb them.\n\n* one\n* two';
  const { fields, markdown } = await convertDocument(
    Buffer.from(`# Nine Lighthouses Open\n\n${body}\n`),
    'md',
  );
  assert.equal(fields.title, 'Nine Lighthouses Open');
  assert.equal(markdown, `${body}\n`);
});

test('frontmatter of other systems gives the fields, and all of the text is body', async () => {
  const { fields, metadata, markdown } = await convertDocument(
    Buffer.from(
      '---\ntitle: Nine Lighthouses Open\ndate: 2018-05-03T10:00:00-07:00\ntags: [Coast]\n---\n\nMay 4 is the day of the first visit.\n',
    ),
    'md',
  );
  assert.deepEqual([fields.title, fields.date], ['Nine Lighthouses Open', '2018-05-03']);
  assert.deepEqual(metadata?.topics, ['Coast']);
  assert.equal(markdown, 'May 4 is the day of the first visit.\n');
});
