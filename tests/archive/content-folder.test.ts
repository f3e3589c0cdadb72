import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { listContent, MissingFolder } from '../../src/archive/content-folder.ts';
import type { Problem } from '../../src/archive/problem.ts';
import { tempFolder } from '../support/temp-folder.ts';

const reported = (folder: string, problems: Problem[]) =>
  problems.map(({ file, field, message, hint }) => {
    return `${file.replace(folder, '')}: ${field} ${message}; ${hint}`;
  });

test('the files of an archive are found whichever folders they lie in, in a fixed order', async (t) => {
  const folder = await tempFolder(t, {
    'releases/2018/b/2018-01-01-z.md': 'A',
    'releases/2017-01-01-b.md': 'A',
    'releases/2017-01-01-B.md': 'A',
    'releases/2017/2017-01-01-a.md': 'A',
    'offices/north.yaml': 'A',
    'caucuses/api.yaml': 'A',
    'media/2017/letter.pdf': 'A',
    'media/a.b': 'A',
    'pages/privacy.md': 'A',
    'site/deep/seal.svg': 'A',
    'site/home.md': 'A',
    'ledger/2017.jsonl': 'A',
    'ledger/.gitattributes': 'A',
    'history/2017.jsonl': 'A',
    'history/.gitattributes': 'A',
  });
  assert.deepEqual(await listContent(folder), {
    releases: [
      'releases/2017-01-01-B.md',
      'releases/2017-01-01-b.md',
      'releases/2017/2017-01-01-a.md',
      'releases/2018/b/2018-01-01-z.md',
    ],
    offices: ['offices/north.yaml'],
    caucuses: ['caucuses/api.yaml'],
    media: ['media/2017/letter.pdf', 'media/a.b'],
    pages: ['pages/privacy.md'],
    face: ['site/deep/seal.svg', 'site/home.md'],
    ledger: ['ledger/2017.jsonl'],
    history: ['history/2017.jsonl'],
    hasOffices: true,
    hasCaucuses: true,
    errors: [],
    warnings: [],
  });
});

test('an archive needs releases alone; a folder without files is there all the same', async (t) => {
  const folder = await tempFolder(t, { 'releases/': '', 'offices/': '' });
  const { hasOffices, hasCaucuses, releases, media, errors } = await listContent(folder);
  assert.deepEqual([hasOffices, hasCaucuses], [true, false]);
  assert.deepEqual([releases, media, errors], [[], [], []]);
});

test('without the folder, or without releases in it, there is no archive', async (t) => {
  const folder = await tempFolder(t, { 'offices/': '' });
  await assert.rejects(listContent(join(folder, 'nope')), (error: MissingFolder) => {
    assert.ok(error instanceof MissingFolder);
    assert.match(
      error.message,
      /^There is no folder .*nope\. Set CONTENT_DIR to the folder of the/,
    );
    return true;
  });
  await assert.rejects(listContent(folder), ({ problem }: MissingFolder) => {
    assert.deepEqual(problem, {
      file: join(folder, 'releases'),
      line: 1,
      field: 'file',
      message: 'is missing',
      hint: 'put the releases there, a file each',
    });
    return true;
  });
});

test('a stray file is reported, but not what systems and editors leave behind', async (t) => {
  const folder = await tempFolder(t, {
    'releases/notes.txt': 'A',
    'releases/2017-01-01-a.MD': 'A',
    'releases/.DS_Store': 'A',
    'releases/.git/config': 'A',
    'releases/2017-01-01-a.md~': 'A',
    'releases/2017-01-01-a.md.bak': 'A',
    'releases/2017-01-01-a': 'A',
    'releases/.2017-01-01-a.md': 'A',
    'Office/north.yaml': 'A',
    '2017-01-01-top.md': 'A',
    'README.md': 'A',
    '.git/config': 'A',
    'offices/north.yml': 'A',
    'caucuses/README.md': 'A',
    'media/.hidden': 'A',
  });
  const { releases, media, errors, warnings } = await listContent(folder);
  assert.deepEqual([releases, media, errors], [[], [], []]);
  const elsewhere = 'put it elsewhere and run npm run import with it';
  const release = `write the release as Markdown in a file *.md, or ${elsewhere}`;
  const name = 'delete it, or give it the name that it is to have, with .md at its end';
  assert.deepEqual(reported(folder, warnings).sort(byFile), [
    '/Office: file is ignored: no folder of an archive; did you mean offices/?',
    '/2017-01-01-top.md: file is ignored: not under releases/; move it to releases/',
    `/releases/.2017-01-01-a.md: file is ignored: its name begins with a dot; ${name}`,
    '/releases/2017-01-01-a: file is ignored: not an .md file; if it is a release, rename it to 2017-01-01-a.md',
    '/releases/2017-01-01-a.MD: file is ignored: not an .md file; if it is a release, rename it to 2017-01-01-a.md',
    `/releases/2017-01-01-a.md.bak: file is ignored: it looks like a copy; ${name}`,
    `/releases/2017-01-01-a.md~: file is ignored: it looks like a copy; ${name}`,
    `/releases/notes.txt: file is ignored: not an .md file; ${release}`,
    '/offices/north.yml: file is ignored: not a .yaml file; rename it to north.yaml',
    '/caucuses/README.md: file is ignored: not a .yaml file; a caucus is described in a file *.yaml',
  ]);
});

test('a file that is no page is reported with what belongs there', async (t) => {
  const folder = await tempFolder(t, {
    'releases/2017-01-01-a.md': 'A',
    'pages/contact.markdown': 'A',
    'pages/privacy.docx': 'A',
    'pages/map.pdf': 'A',
  });
  const { pages, warnings } = await listContent(folder);
  assert.deepEqual(pages, []);
  const hint =
    'write its words as Markdown in a file *.md here, or put it under media/ and link to it';
  assert.deepEqual(reported(folder, warnings).sort(byFile), [
    '/pages/contact.markdown: file is ignored: not an .md file; if it is a page, rename it to contact.md',
    `/pages/map.pdf: file is ignored: not an .md file; ${hint}`,
    `/pages/privacy.docx: file is ignored: not an .md file; ${hint}`,
  ]);
});

test('a link to a file inside the archive is as good as the file', async (t) => {
  const folder = await tempFolder(t, {
    'releases/2017-01-01-a.md': 'A',
    'media/new.pdf': 'A',
    'media/old.pdf': { link: 'new.pdf' },
    'media/..dots': { link: '../media/new.pdf' },
  });
  const { media, errors } = await listContent(folder);
  assert.deepEqual([media, errors], [['media/new.pdf', 'media/old.pdf'], []]);
});

test('a link that leads elsewhere is an error, wherever it lies', async (t) => {
  const outside = await tempFolder(t, { 'secret.md': 'A', 'folder/a.md': 'A' });
  const folder = await tempFolder(t, {
    'releases/2017/2017-01-01-a.md': { link: join(outside, 'secret.md') },
    'releases/2017/2017-01-01-b.md': { link: 'nowhere.md' },
    'releases/2017/c': { link: join(outside, 'folder') },
    'releases/2017/d': { link: '.' },
    'releases/2017/e': { link: '../../..' },
    'media/loop': { link: 'loop' },
  });
  const { releases, media, errors } = await listContent(folder);
  assert.deepEqual([releases, media], [[], []]);
  const file = 'put the file itself in its place';
  const sorted = reported(folder, errors).sort();
  assert.deepEqual(sorted, [
    `/media/loop: file is a link that leads nowhere; ${file}`,
    `/releases/2017/2017-01-01-a.md: file is a link that leads out of the archive; ${file}`,
    `/releases/2017/2017-01-01-b.md: file is a link that leads nowhere; ${file}`,
    `/releases/2017/c: file is a link that leads out of the archive; ${file}`,
    '/releases/2017/d: file is a link to a folder; put the folder itself in its place',
    `/releases/2017/e: file is a link that leads out of the archive; ${file}`,
  ]);
});

test('a link under media/ leads to a file under media/, since that is published', async (t) => {
  const folder = await tempFolder(t, {
    'releases/2017-01-01-a.md': 'A',
    'sources/mail.eml': 'A',
    'media/mail.txt': { link: '../sources/mail.eml' },
    'media/a.txt': { link: '../releases/2017-01-01-a.md' },
    'media/2017/b.pdf': { link: '../c.pdf' },
    'media/c.pdf': 'A',
  });
  const { media, errors } = await listContent(folder);
  assert.deepEqual(media, ['media/2017/b.pdf', 'media/c.pdf']);
  const what = 'file is a link that leads out of media/; put the file itself in its place';
  assert.deepEqual(reported(folder, errors).sort(), [
    `/media/a.txt: ${what}`,
    `/media/mail.txt: ${what}`,
  ]);
});

test('the folder itself may be a link', async (t) => {
  const real = await tempFolder(t, { 'releases/2017-01-01-a.md': 'A' });
  const folder = await tempFolder(t, { content: { link: real } });
  const { releases, errors } = await listContent(join(folder, 'content'));
  assert.deepEqual([releases, errors], [['releases/2017-01-01-a.md'], []]);
});

test('what is neither a file nor a folder is an error', { skip: isWindows() }, async (t) => {
  const folder = await tempFolder(t, { 'releases/': '' });
  execFileSync('mkfifo', [join(folder, 'releases', 'pipe.md')]);
  const { errors } = await listContent(folder);
  assert.deepEqual(reported(folder, errors), [
    '/releases/pipe.md: file is neither a file nor a folder; move it out of the archive',
  ]);
});

test('a file in the place of a folder is reported', async (t) => {
  const folder = await tempFolder(t, { 'releases/': '', offices: 'A' });
  const { errors } = await listContent(folder);
  assert.deepEqual(reported(folder, errors), [
    '/offices: file cannot be opened (ENOTDIR); make it a folder that can be read',
  ]);
});

const byFile = (a: string, b: string) => rank(a) - rank(b);
const rank = (line: string) =>
  ['/Office', '/2017', '/releases', '/offices', '/caucuses'].findIndex((start) =>
    line.startsWith(start),
  );

function isWindows() {
  return process.platform === 'win32';
}
