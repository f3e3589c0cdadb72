import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cachedText } from '../../src/astro/cached-text.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a text is made once of the same, and anew of anything else', async (t) => {
  const folder = await tempFolder(t);
  let made = 0;
  const text = (data: unknown, code = 'src/words/en.ts') =>
    cachedText(folder, { code: [code], data }, () => Promise.resolve(`Text ${++made}`));
  assert.equal(await text({ title: 'Lanterns' }), 'Text 1');
  assert.equal(await text({ title: 'Lanterns' }), 'Text 1');
  assert.equal(await text({ title: 'Piers' }), 'Text 2');
  assert.equal(await text({ title: 'Lanterns' }, 'src/words/es.ts'), 'Text 3');
  assert.equal(await text({ title: 'Lanterns' }), 'Text 1');
});
