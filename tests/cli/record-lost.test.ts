import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { statementId } from '../../src/archive/statement-id.ts';
import { commitAll, git } from '../support/git.ts';
import { boats, choir, lamp, well } from '../support/paragraphs.ts';
import {
  fileOf,
  ledgerEntries,
  recordedArchive,
  releasesOf,
  type Texts,
} from '../support/recorded-archive.ts';
import { runHere } from '../support/run-here.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const texts: Texts = {
  '2019-03-01-lamp': [lamp, well],
  '2019-03-02-choir': [choir],
  '2020-01-05-boats': [boats, lamp],
};

/** A repository in which all is recorded and committed; the content folder is in it. */
async function committed(t: TestContext) {
  const home = await tempFolder(t);
  const folder = join(home, 'content');
  await mkdir(folder);
  await writeFiles(folder, { 'site.yaml': 'title: Lamps\n', ...recordedArchive(texts) });
  await git(home, 'init', '--quiet');
  await commitAll(home, 'Record all');
  const run = (command: string, ...args: string[]) =>
    runHere(command, args, {
      CONTENT_DIR: folder,
      CACHE_DIR: join(home, 'cache'),
      OUT_DIR: join(home, 'site'),
    });
  return { home, folder, run };
}

const errorsOf = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('error:'));

/** Fails unless the three commands refuse; @returns the errors, which are the same. */
async function refusals(run: Awaited<ReturnType<typeof committed>>['run']): Promise<string[]> {
  const [checked, built, recorded] = [await run('check'), await run('build'), await run('record')];
  const errors = errorsOf(checked.stderr);
  assert.ok(errors.length > 0, checked.stderr);
  for (const ended of [checked, built, recorded]) {
    assert.equal(ended.status, 1);
    assert.deepEqual(errorsOf(ended.stderr), errors);
  }
  return errors;
}

/** Runs what the error says, as a person would in a terminal. */
async function restore(home: string, error: string) {
  const command =
    /restore it: ((?:git|cat|mkdir) .*?)(?:; then .*)?$/.exec(error)?.[1] ?? assert.fail(error);
  await promisify(execFile)('sh', ['-c', command], { cwd: home });
}

test('a reverted recording is an error until its line is back, and then leaves a page that says why', async (t) => {
  const { home, folder, run } = await committed(t);
  await writeFiles(folder, releasesOf({ '2020-02-02-well': [well] }));
  assert.equal((await run('record')).status, 0);
  await commitAll(home, 'Record the well');
  await git(home, 'revert', '--no-edit', 'HEAD');

  const errors = await refusals(run);
  assert.equal(errors.length, 1);
  assert.match(errors[0] ?? '', /2020\.jsonl:1: ledger has lost a statement of 2020-02-02-well/);
  await restore(home, errors[0] ?? '');
  const waiting = await run('record');
  assert.match(waiting.stderr, /2020-02-02-well is recorded, but its file is not there/);
  const said = await run('record', '--gone', 'Sent too early.', '2020-02-02-well');
  assert.equal(said.status, 0, said.stderr);
  const entry = (await ledgerEntries(folder)).get('2020-02-02-well');
  assert.deepEqual(entry?.gone?.reason, 'Sent too early.');
  assert.equal((await run('check')).status, 0);
});

test('a reverted paragraph leaves a marker once its line is back', async (t) => {
  const { home, folder, run } = await committed(t);
  await writeFiles(folder, releasesOf({ '2019-03-02-choir': [choir, boats] }));
  assert.equal((await run('record')).status, 0);
  await commitAll(home, 'Record the boats');
  await git(home, 'revert', '--no-edit', 'HEAD');
  const errors = await refusals(run);
  assert.equal(errors.length, 1, errors.join('\n'));
  await restore(home, errors[0] ?? '');
  const recorded = await run('record');
  assert.equal(recorded.status, 0, recorded.stderr);
  const entry = (await ledgerEntries(folder)).get('2019-03-02-choir');
  const removed = entry?.statements.find(({ id }) => id === statementId(boats));
  assert.ok(removed?.removed, 'what was reverted is removed, not forgotten');
});

test('a lost line is no first recording, whether the loss is committed or not', async (t) => {
  for (const isCommitted of [false, true]) {
    const { home, folder, run } = await committed(t);
    const file = join(folder, 'ledger/2019.jsonl');
    const before = await readFile(file, 'utf8');
    const lines = before.split('\n');
    await writeFile(file, `${lines[0]}\n`);
    if (isCommitted) await commitAll(home, 'Lose a line');
    const errors = await refusals(run);
    assert.match(errors.join('\n'), /has lost a statement of 2019-03-02-choir/);
    assert.equal(await readFile(file, 'utf8'), `${lines[0]}\n`, 'nothing is written');
    for (const error of errors) await restore(home, error);
    assert.equal(await readFile(file, 'utf8'), before);
    assert.equal((await run('check')).status, 0);
  }
});

test('a deleted ledger is an error with the command that restores it', async (t) => {
  for (const isCommitted of [false, true]) {
    const { home, folder, run } = await committed(t);
    const before = await ledgerEntries(folder);
    await rm(join(folder, 'ledger'), { recursive: true });
    if (isCommitted) await commitAll(home, 'Delete the ledger');
    const errors = await refusals(run);
    for (const error of errors) await restore(home, error);
    assert.deepEqual(await ledgerEntries(folder), before);
    assert.equal((await run('check')).status, 0);
  }
});

test('what is recorded again, renamed or restored by hand is not lost', async (t) => {
  const { home, folder, run } = await committed(t);
  await writeFiles(folder, releasesOf({ '2019-03-01-lamp': [lamp.replace('eleven', 'twelve')] }));
  await rm(join(folder, fileOf('2020-01-05-boats')));
  const renamed = releasesOf({ '2020-01-06-boats': texts['2020-01-05-boats'] ?? [] });
  await writeFiles(folder, renamed);
  const recorded = await run('record', '--aliases');
  assert.equal(recorded.status, 0, recorded.stderr);
  await commitAll(home, 'Record what changed');
  const checked = await run('check');
  assert.deepEqual([checked.status, errorsOf(checked.stderr)], [0, []]);
  await appendFile(join(folder, 'site.yaml'), 'description: Lamps and wells\n');
  assert.equal((await run('check')).status, 0);
});

test('another archive in the place of one, with a site.yaml of its own, has lost nothing', async (t) => {
  const { folder, run } = await committed(t);
  await rm(join(folder, 'ledger'), { recursive: true });
  await rm(join(folder, 'releases'), { recursive: true });
  await writeFiles(folder, {
    'site.yaml': 'title: Another archive\n',
    ...releasesOf({ '2021-01-01-first': [well] }),
  });
  const checked = await run('check');
  assert.deepEqual([checked.status, errorsOf(checked.stderr)], [0, []]);
});

const linesOf = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n').sort();

test('where there is no git a lost line is found by the copy in the cache', async (t) => {
  const { home, folder, run } = await committed(t);
  await rm(join(home, '.git'), { recursive: true });
  const file = join(folder, 'ledger', '2019.jsonl');
  const whole = await linesOf(file);
  assert.equal((await run('check')).status, 0);

  await writeFile(file, `${whole.slice(1).join('\n')}\n`);
  const [line = '', ...others] = await refusals(run);
  assert.deepEqual(others, []);
  assert.match(line, /has lost 2 statements of 2019-03-01-lamp/);
  await restore(home, line);
  assert.equal((await run('record')).status, 0);
  assert.deepEqual(await linesOf(file), whole);

  await rm(join(folder, 'ledger'), { recursive: true });
  const errors = await refusals(run);
  assert.equal(errors.length, 2, 'one a file');
  for (const error of errors) await restore(home, error);
  assert.deepEqual(await linesOf(file), whole);
  assert.equal((await run('check')).status, 0);
});

test('a line lost in commits that a shallow clone lacks is found by the copy in the cache', async (t) => {
  const { home, folder } = await committed(t);
  const clone = join(home, 'clone');
  await git(home, 'clone', '--quiet', '--depth', '1', `file://${home}`, clone);
  const run = (command: string) =>
    runHere(command, [], {
      CONTENT_DIR: join(clone, 'content'),
      CACHE_DIR: join(home, 'cache'),
      OUT_DIR: join(home, 'site'),
    });
  assert.equal((await run('check')).status, 0);
  const file = join('ledger', '2019.jsonl');
  const whole = await linesOf(join(folder, file));
  await writeFile(join(folder, file), `${whole.slice(1).join('\n')}\n`);
  await commitAll(home, 'Lose a line');
  await git(clone, 'fetch', '--quiet', '--depth', '1');
  await git(clone, 'reset', '--quiet', '--hard', 'FETCH_HEAD');
  const [error = '', ...others] = await refusals(run);
  assert.deepEqual(others, []);
  await restore(clone, error);
  assert.deepEqual(await linesOf(join(clone, 'content', file)), whole);
  assert.equal((await run('check')).status, 0);
});

test('in a repository to which the ledger was never committed a lost line is found by the copy', async (t) => {
  const { home, folder, run } = await committed(t);
  await rm(join(home, '.git'), { recursive: true });
  await git(home, 'init', '--quiet');
  await writeFiles(home, { '.gitignore': 'content/ledger\n' });
  await commitAll(home, 'Publish');
  assert.equal((await run('check')).status, 0);
  const file = join(folder, 'ledger', '2019.jsonl');
  const whole = await linesOf(file);
  await writeFile(file, `${whole.slice(1).join('\n')}\n`);
  const [error = '', ...others] = await refusals(run);
  assert.deepEqual(others, []);
  await restore(home, error);
  assert.equal((await run('record')).status, 0);
  assert.deepEqual(await linesOf(file), whole);
});

test('a line that is lost before any other command has seen it is found by the copy that record made', async (t) => {
  const { home, folder, run } = await committed(t);
  await rm(join(home, '.git'), { recursive: true });
  const file = join(folder, 'ledger', '2021.jsonl');
  await writeFiles(folder, releasesOf({ '2021-01-01-well': [well] }));
  assert.equal((await run('record')).status, 0);
  const whole = await linesOf(file);
  await rm(file);
  const [error = '', ...others] = await refusals(run);
  assert.deepEqual(others, []);
  assert.match(error, /has lost a statement of 2021-01-01-well/);
  await restore(home, error);
  assert.deepEqual(await linesOf(file), whole);
  assert.equal((await run('check')).status, 0);
});
