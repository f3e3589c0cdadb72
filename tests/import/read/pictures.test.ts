import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gatherPictures } from '../../../src/import/read/pictures.ts';
import { readSource } from '../../../src/import/read/read-source.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('pictures in the folder of a text are found by encoded names and by names with a % in them', async (t) => {
  const home = await tempFolder(t, {
    'tide gauge.png': 'a',
    'café.png': 'b',
    '50% off.png': 'c',
    'text.html': '',
  });
  const addresses = ['tide%20gauge.png', 'caf%C3%A9.png', '50% off.png', '%FF.png', 'none.png'];
  const images = addresses.map((address) => `<img src="${address}" alt="A gauge">`).join('');
  const html = `<h1>Gauges measured</h1><p>Words of a release.</p><p>${images}</p>`;
  const path = join(home, 'text.html');
  const found = await gatherPictures(await readSource(Buffer.from(html), 'html'), path);
  assert.deepEqual(
    found.files.map(({ name }) => name),
    ['tide gauge.png', 'café.png', '50% off.png'],
  );
  assert.equal(found.alsoLeftOut?.length, 2);
});
