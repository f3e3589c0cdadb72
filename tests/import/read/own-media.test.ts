import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gatherMedia } from '../../../src/import/read/own-media.ts';
import type { Files } from '../../support/temp-folder.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { madeDocument } from './made-document.ts';

type Media = NonNullable<Parameters<typeof gatherMedia>[0]['media']>;

/** What is gathered for a release of an archive with these files; its own words stay as they were. */
async function gather(t: TestContext, media: Media, files: Files = {}, release?: string) {
  const folder = await tempFolder(t, { 'archive/media/2019/chart.png': 'A chart', ...files });
  const path = join(folder, release ?? 'archive/releases/2019/2019-03-02-a.md');
  const before = { files: [{ name: 'x', bytes: Buffer.from('x'), alt: undefined }] };
  const document = madeDocument({ ...before, media, warnings: ['Said before.'] });
  const gathered = await gatherMedia(document, path);
  assert.deepEqual(gathered.files[0], before.files[0]);
  assert.equal(gathered.warnings[0], 'Said before.');
  return {
    files: gathered.files.slice(1).map((file) => ({ ...file, bytes: String(file.bytes) })),
    leftOut: gathered.alsoLeftOut ?? [],
    warnings: gathered.warnings.slice(1),
  };
}

test('pictures and attachments of a release come with it, each at its path', async (t) => {
  const attachment = { file: 'letter.pdf', title: 'A letter', alt: 'Of a page' };
  const { files, leftOut, warnings } = await gather(t, ['2019/chart.png', attachment], {
    'archive/media/letter.pdf': 'Dear',
  });
  assert.deepEqual(files, [
    {
      name: 'chart.png',
      bytes: 'A chart',
      alt: undefined,
      title: undefined,
      place: '2019/chart.png',
      isShown: true,
    },
    {
      name: 'letter.pdf',
      bytes: 'Dear',
      alt: 'Of a page',
      title: 'A letter',
      place: 'letter.pdf',
      isShown: false,
    },
  ]);
  assert.deepEqual([leftOut, warnings], [[], []]);
});

test('what is missing is reported, an attachment with its title as left out', async (t) => {
  const media = ['no.png', { file: 'no.pdf', title: 'A letter' }];
  const { files, leftOut, warnings } = await gather(t, media);
  assert.deepEqual(files, []);
  assert.deepEqual(leftOut, [
    {
      text: 'attachments: no.pdf, A letter',
      reason: 'the file is missing: put it under media/ and list it in attachments',
    },
  ]);
  assert.deepEqual(warnings, [
    'Its text shows media/no.png, which is missing: put the file there.',
    'Skipped attachments: no.pdf, A letter: the file is missing: put it under media/ and list it in attachments',
  ]);
});

test('no file from outside of the media folder is read, by whichever way', async (t) => {
  const outside = {
    'secret.txt': 'secret',
    'archive/secret.txt': 'secret',
    'archive/media/link.txt': { link: '../../secret.txt' },
    'archive/media/folder': { link: '../..' },
  };
  const media = [
    '../secret.txt',
    '../../secret.txt',
    'link.txt',
    'folder/secret.txt',
    '/etc/hosts',
  ];
  const { files, warnings } = await gather(t, media, outside);
  assert.deepEqual([files, warnings.length], [[], media.length]);
});

test('a link inside of the media folder is followed', async (t) => {
  const inside = { 'archive/media/again.png': { link: '2019/chart.png' } };
  const { files } = await gather(t, ['again.png'], inside);
  assert.deepEqual(
    files.map(({ name, bytes }) => [name, bytes]),
    [['again.png', 'A chart']],
  );
});

test('a release without a file of its own, or in no archive, has no media folder', async (t) => {
  const elsewhere = await gather(t, ['2019/chart.png'], {}, 'letters/one.md');
  assert.deepEqual([elsewhere.files, elsewhere.warnings.length], [[], 1]);
  const document = await gatherMedia(madeDocument({ media: ['a.png'] }), undefined);
  assert.deepEqual([document.files, document.warnings.length], [[], 1]);
  const none = madeDocument();
  assert.equal(await gatherMedia(none, undefined), none);
});
