import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gatherPictures } from '../../../src/import/read/pictures.ts';
import { readSource } from '../../../src/import/read/read-source.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { madeDocument } from './made-document.ts';

const FILES = {
  'letters/chart.png': 'A chart',
  'letters/a b.jpg': 'Spaces',
  'letters/below/photo.webp': 'A photo',
  'letters/notes.txt': 'Not a picture',
  'letters/out.png': { link: '../secret.png' },
  'secret.png': 'secret',
};

async function gather(t: TestContext, addresses: string[], alt = '') {
  const folder = await tempFolder(t, FILES);
  const pictures = addresses.map((address) => ({ address, alt }));
  const path = join(folder, 'letters', 'one.html');
  const { files, alsoLeftOut, warnings } = await gatherPictures(madeDocument({ pictures }), path);
  return {
    files: files.map((file) => [file.name, String(file.bytes), file.alt]),
    leftOut: alsoLeftOut ?? [],
    warnings,
  };
}

test('pictures in the folder of a text or below come with it, with their alternative text', async (t) => {
  const addresses = ['chart.png', 'a%20b.jpg', './below/photo.webp?size=2#x'];
  assert.deepEqual(await gather(t, addresses, 'In words'), {
    files: [
      ['chart.png', 'A chart', 'In words'],
      ['a b.jpg', 'Spaces', 'In words'],
      ['photo.webp', 'A photo', 'In words'],
    ],
    leftOut: [],
    warnings: [],
  });
});

test('embedded pictures get the ending of their type', async (t) => {
  const of = (type: string) => `data:image/${type};base64,${Buffer.from(type).toString('base64')}`;
  const { files } = await gather(t, [of('png'), of('JPEG'), of('svg-xml')]);
  assert.deepEqual(files, [
    ['picture.png', 'png', undefined],
    ['picture.jpg', 'JPEG', undefined],
    ['picture.svg', 'svg-xml', undefined],
  ]);
});

test('a picture that a text shows twice comes once', async (t) => {
  const { files } = await gather(t, ['chart.png', 'chart.png']);
  assert.equal(files.length, 1);
});

test('pictures of other sites and places are left out, with what to do', async (t) => {
  const elsewhere = ['https://example.org/a.png', '//example.org/b.png'];
  const beside = ['/chart.png', '../secret.png', 'out.png', 'notes.txt', 'no.png', '%zz.png'];
  const { files, leftOut, warnings } = await gather(t, [...elsewhere, ...beside], 'In words');
  assert.deepEqual(files, []);
  assert.deepEqual(
    leftOut.map(({ text }) => text),
    [...elsewhere, ...beside].map((address) => `In words (${address})`),
  );
  const reasons = leftOut.map(
    ({ reason }) => /^a picture (?:from another site|that is not in)/.exec(reason)?.[0],
  );
  assert.deepEqual(reasons, [
    ...elsewhere.map(() => 'a picture from another site'),
    ...beside.map(() => 'a picture that is not in'),
  ]);
  assert.equal(warnings[0], `Skipped a picture: In words (${elsewhere[0]})`);
});

test('of an embedded picture that cannot be read, not all of its address is reported', async (t) => {
  const { files, leftOut } = await gather(t, ['data:image/png,%89PNG']);
  assert.deepEqual([files, leftOut.map(({ text }) => text)], [[], ['embedded in the text']]);
});

test('a text without a file of its own has embedded pictures alone', async () => {
  const pictures = ['chart.png', 'data:image/gif;base64,R0lG'].map((address) => ({
    address,
    alt: '',
  }));
  const { files, alsoLeftOut } = await gatherPictures(madeDocument({ pictures }), undefined);
  assert.deepEqual([files.length, alsoLeftOut?.length], [1, 1]);
});

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
