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
  await picture().withMetadata({ orientation: 6 }).toFile(join(home, 'media/turned.jpg'));
  await writeFiles(home, {
    'media/box.svg': svg('viewBox="0 0 120 80"'),
    'media/points.svg': svg('width="120pt" height="90pt"'),
    'media/huge.svg': svg('width="90000" height="90000"'),
  });
  const all = [
    ...names,
    ...['turned.jpg', 'box.svg', 'points.svg', 'huge.svg'].map((name) => `media/${name}`),
  ];
  const found = await measureMedia(home, all);
  const sizes = Object.fromEntries([...found].map(([path, { size }]) => [path, size]));
  for (const name of names) {
    assert.deepEqual(sizes[name.slice('media/'.length)], { width: 64, height: 40 }, name);
  }
  assert.deepEqual(sizes['turned.jpg'], { width: 40, height: 64 });
  assert.deepEqual(sizes['box.svg'], { width: 120, height: 80 });
  assert.deepEqual(sizes['points.svg'], { width: 160, height: 120 });
  assert.deepEqual(sizes['huge.svg'], { width: 90_000, height: 90_000 });
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
