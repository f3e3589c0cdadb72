import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { measureMedia } from '../../src/load/measure-media.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const svg = (attributes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`;

test('pictures of every kind have the size in which a browser shows them', async (t) => {
  const home = await tempFolder(t);
  const picture = () =>
    sharp({ create: { width: 64, height: 40, channels: 3, background: '#c33' } });
  const names = ['a.png', 'a.jpg', 'a.gif', 'a.webp', 'a.avif'].map((name) => `media/${name}`);
  await mkdir(dirname(join(home, names[0] ?? '')));
  for (const name of names) await picture().toFile(join(home, name));
  for (const name of ['turned.jpg', 'turned.webp'])
    await picture()
      .withMetadata({ orientation: 6 })
      .toFile(join(home, 'media', name));
  await writeFiles(home, {
    'media/box.svg': svg('width="120" viewBox="0 0 12 8"'),
    'media/fitted.svg': svg('viewBox="0 0 120 80"'),
    'media/points.svg': svg('width="120pt" height="90pt"'),
    'media/huge.svg': svg('width="90000" height="90000"'),
  });
  const all = [
    ...names,
    ...['turned.jpg', 'turned.webp', 'box.svg', 'fitted.svg', 'points.svg', 'huge.svg'].map(
      (name) => `media/${name}`,
    ),
  ];
  const found = await measureMedia(home, all);
  const sizes = Object.fromEntries([...found].map(([path, { size }]) => [path, size]));
  for (const name of names) {
    assert.deepEqual(sizes[name.slice('media/'.length)], { width: 64, height: 40 }, name);
  }
  assert.deepEqual(sizes['turned.jpg'], { width: 40, height: 64 });
  assert.deepEqual(sizes['turned.webp'], { width: 64, height: 40 }, 'Chromium does not turn it');
  assert.equal(sizes['fitted.svg'], undefined, 'a browser fits it into the page');
  assert.deepEqual(sizes['box.svg'], { width: 120, height: 80 });
  assert.deepEqual(sizes['points.svg'], { width: 160, height: 120 });
  assert.deepEqual(sizes['huge.svg'], { width: 90_000, height: 90_000 });
});

test('what browsers show under no such name has no size', async (t) => {
  const home = await tempFolder(t, { 'media/drawn.png': svg('width="12" height="8"') });
  const picture = sharp({ create: { width: 6, height: 4, channels: 3, background: '#c33' } });
  await writeFiles(home, {
    'media/scan.jpg': await picture.tiff().toBuffer(),
    'media/photo.svg': await picture.png().toBuffer(),
    'media/photo.gif': await picture.jpeg().toBuffer(),
  });
  const paths = ['drawn.png', 'scan.jpg', 'photo.svg', 'photo.gif'].map((name) => `media/${name}`);
  const found = await measureMedia(home, paths);
  assert.deepEqual(
    [...found.values()].map(({ size }) => size),
    [undefined, undefined, undefined, { width: 6, height: 4 }],
  );
});

test('what only looks like a picture, or is none, has bytes and no size', async (t) => {
  const home = await tempFolder(t, { 'media/2017/a.png': 'No picture.', 'media/b.pdf': '%PDF-' });
  const found = await measureMedia(home, ['media/2017/a.png', 'media/b.pdf']);
  assert.deepEqual(
    [...found],
    [
      ['2017/a.png', { bytes: 11, size: undefined }],
      ['b.pdf', { bytes: 5, size: undefined }],
    ],
  );
});
