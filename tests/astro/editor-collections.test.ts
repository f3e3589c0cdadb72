import assert from 'node:assert/strict';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  editorCollectionsWriter,
  writeEditorCollections,
} from '../../src/astro/editor-collections.ts';
import { eventually } from '../browser/eventually.ts';
import { openEditor } from '../support/language-server.ts';
import { madeRelease } from '../support/made-release.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const archive = {
  'content/offices/north-side.yaml': 'name: North\n',
  'content/caucuses/coast.yaml': 'name: Coast\n',
  'content/releases/2017/2017-11-22-a.md': madeRelease(),
};

test("in an editor, Astro's extension completes and checks the fields of a release", async (t) => {
  const folder = await tempFolder(t, { 'My Archive é%20/': '' });
  const project = join(folder, 'My Archive é%20'); // an address with all that is escaped in one
  await writeFiles(project, {
    ...archive,
    'content/releases/2017/2017-11-22-fine.md': '',
    'content/releases/2017/2017-11-22-wrong.md': '',
  });
  await writeEditorCollections(join(project, 'content'), join(project, '.astro'));
  const editor = await openEditor(project);
  t.after(() => editor.close());
  const releases = join(project, 'content/releases/2017');
  const file = join(releases, '2017-11-22-a.md');
  const lines = [
    '---',
    'title: 1.10',
    'date: 2017-11-22',
    'office: ',
    'caucus:',
    '  - ',
    'contact:',
    '  name: C',
    '  phone: 9165550123',
    '  ',
    'sub',
    '---',
  ];
  editor.open(file, `${lines.join('\n')}\n\nWords.\n`);
  const offeredAt = (line: number) =>
    editor.complete(file, { line, character: lines[line]?.length ?? 0 });

  const fields = await offeredAt(10);
  for (const field of ['subtitle', 'topics', 'embargo', 'withdrawn']) {
    assert.ok(fields.includes(field), `${field} is not among ${fields.join(', ')}`);
  }
  assert.ok(!fields.includes('title'), 'what is there already need not be offered');
  assert.ok((await offeredAt(3)).includes('north-side'));
  assert.ok((await offeredAt(5)).includes('coast'));
  assert.ok((await offeredAt(9)).includes('email'));

  // What is text to us may look like a number, and an office goes by its name too.
  const contact = '{ name: C, phone: 9165550123 }';
  const fine = madeRelease({ title: '1.10', office: 'North Side', contact, topics: '[2018]' });
  editor.open(join(releases, '2017-11-22-fine.md'), fine);
  assert.deepEqual(await editor.diagnose(join(releases, '2017-11-22-fine.md')), []);
  const wrong = madeRelease({ subtilte: 'Words' });
  editor.open(join(releases, '2017-11-22-wrong.md'), wrong);
  const faults = await editor.diagnose(join(releases, '2017-11-22-wrong.md'));
  assert.match(faults.join('\n'), /subtilte is not allowed/);
});

test('what editors read follows the files as they come and go', async (t) => {
  const project = await tempFolder(t, archive);
  const [content, astroDir] = [join(project, 'content'), join(project, '.astro')];
  const manifest = join(astroDir, 'collections/collections.json');
  const causes: unknown[] = [];
  const tell = editorCollectionsWriter(content, astroDir, (cause) => causes.push(cause));
  const names = async () => {
    const { entries } = JSON.parse(await readFile(manifest, 'utf8')) as { entries: object };
    return Object.keys(entries).map((address) => address.split('/').at(-1));
  };
  tell();
  await eventually(async () => assert.deepEqual(await names(), ['2017-11-22-a.md']));
  await writeFiles(project, { 'content/releases/2017-11-23-b.md': madeRelease() });
  for (let n = 0; n < 3; n++) tell();
  await eventually(async () =>
    assert.deepEqual(await names(), ['2017-11-23-b.md', '2017-11-22-a.md']),
  );

  const { mtimeMs } = await stat(manifest);
  await writeEditorCollections(content, astroDir);
  assert.equal((await stat(manifest)).mtimeMs, mtimeMs, 'the same is not written again');
  assert.deepEqual(causes, []);

  await rm(content, { recursive: true });
  tell();
  await eventually(async () => assert.match(String(causes[0]), /There is no folder/));
});
