import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** bagit-python, by whichever interpreter has it: `BAGIT_PYTHON` names another. */
const PYTHON = process.env['BAGIT_PYTHON'] ?? 'python3';
const whyNoBagit =
  spawnSync(PYTHON, ['-c', 'import bagit']).status !== 0 &&
  `bagit-python is not installed for ${PYTHON}: pip install bagit, or name one that has it in BAGIT_PYTHON`;

/** An archive with releases of two years, one of them held back, and media that only one year shows. */
async function archive(t: TestContext) {
  const home = await tempFolder(t, {
    'content/site.yaml': 'title: Sample Record\npublisher: Sample Clerk\nfavicon: icon.svg\n',
    'content/site/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    'content/site/unused.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/site/home.md': 'A record of samples, [as planned](media/welcome.pdf).\n',
    'content/media/welcome.pdf': '%PDF-1.7\nwelcome\n',
    'content/pages/privacy.md': '---\ntitle: Privacy\n---\n\nNothing is kept.\n',
    'content/pages/later.md': '---\ntitle: Later\ndraft: true\n---\n\nNot yet.\n',
    'content/offices/lantern.yaml': 'name: Office of the Lantern\n',
    'content/offices/bell.yaml': 'name: Office of the Bell\n',
    'content/media/plan 100%.pdf': '%PDF-1.7\n',
    'content/media/other.pdf': '%PDF-1.7\nother\n',
    'content/releases/2019/2019-03-02-lanterns.md': madeRelease({
      date: '2019-03-02',
      office: 'lantern',
      attachments: '[{ file: plan 100%.pdf, title: Plan }]',
    }),
    'content/releases/2019/2019-03-04-held.md': madeRelease({
      date: '2019-03-04',
      office: 'lantern',
      draft: 'true',
    }),
    'content/releases/2020/2020-01-01-bells.md': madeRelease({
      date: '2020-01-01',
      office: 'bell',
      attachments: '[{ file: other.pdf, title: Other }]',
    }),
  });
  const bag = join(home, 'bag');
  const variables = { CONTENT_DIR: join(home, 'content'), CACHE_DIR: join(home, 'cache') };
  assert.equal((await runCommand('record', [], variables)).status, 0);
  return { home, bag, packet: (...args: string[]) => runCommand('packet', args, variables) };
}

test('a packet has what was published in its year, byte for byte, and nothing else', async (t) => {
  const { home, bag, packet } = await archive(t);
  const { status, stdout, stderr } = await packet('2019', bag);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /1 release of 2019, 11 files/);
  const manifest = await readFile(join(bag, 'manifest-sha256.txt'), 'utf8');
  assert.deepEqual(
    manifest.split('\n').map((line) => line.slice(66)),
    [
      'data/data/release.schema.json',
      'data/data/releases-2019.jsonl',
      'data/ledger/2019.jsonl',
      'data/media/plan 100%25.pdf',
      'data/media/welcome.pdf',
      'data/offices/lantern.yaml',
      'data/pages/privacy.md',
      'data/releases/2019/2019-03-02-lanterns.md',
      'data/site.yaml',
      'data/site/home.md',
      'data/site/icon.svg',
      '',
    ],
  );
  const file = 'releases/2019/2019-03-02-lanterns.md';
  assert.deepEqual(
    await readFile(join(bag, 'data', file)),
    await readFile(join(home, 'content', file)),
  );
  const record = await readFile(join(bag, 'data/data/releases-2019.jsonl'), 'utf8');
  assert.equal((JSON.parse(record) as { id: string }).id, '2019-03-02-lanterns');
  assert.match(
    await readFile(join(bag, 'bag-info.txt'), 'utf8'),
    /^Source-Organization: Sample Clerk\n/,
  );
});

test('a packet is never written over anything', async (t) => {
  const { home, bag, packet } = await archive(t);
  await writeFile(bag, 'mine');
  const { status, stderr } = await packet('2019', bag);
  assert.equal(status, 1);
  assert.match(stderr, /bag exists; name another folder/);
  assert.equal(await readFile(bag, 'utf8'), 'mine');
  assert.deepEqual((await readdir(home)).sort(), ['bag', 'cache', 'content']);
});

test('a year without releases is reported with those that have some; other words are wrong usage', async (t) => {
  const { home, bag, packet } = await archive(t);
  const { status, stderr } = await packet('1999', bag);
  assert.equal(status, 1);
  assert.match(stderr, /no published release of 1999; its years are 2019, 2020/);
  assert.equal((await packet()).status, 2);
  assert.equal((await packet('twenty')).status, 2);
  assert.equal((await packet('2019', bag, 'more')).status, 2);
  assert.equal((await readdir(home)).includes('bag'), false);
});

test(
  'bagit-python finds a packet valid, and a changed one not',
  { skip: whyNoBagit },
  async (t) => {
    const { bag, packet } = await archive(t);
    // bagit-python 1.9 does not decode %25, which RFC 8493 asks for: a year without such a name.
    assert.equal((await packet('2020', bag)).status, 0);
    execFileSync(PYTHON, ['-m', 'bagit', '--validate', bag], { stdio: 'ignore' });
    await writeFile(join(bag, 'data/media/other.pdf'), '%PDF-1.7\nOther\n');
    assert.notEqual(spawnSync(PYTHON, ['-m', 'bagit', '--validate', bag]).status, 0);
  },
);
