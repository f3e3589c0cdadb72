import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { finishReplacing, replaceFiles } from '../../src/files/replace-files.ts';
import { Random } from '../bench/identity/random.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';
import { SETS } from './keep-replacing.ts';

/** All files below a folder with what they hold, what waits for its place as well. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .sort();
  const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
  return Object.fromEntries(await Promise.all(files.map(read)));
}

const replace = (folder: string, files: Record<string, string | null>) =>
  replaceFiles(folder, new Map(Object.entries(files)));

test('files are replaced, made with their folders, and taken away; others stay', async (t) => {
  const folder = await tempFolder(t, { 'a.md': 'old', 'b.md': 'old', 'c.md': 'stays' });
  await replace(folder, {
    'a.md': 'new',
    'b.md': null,
    'ledger/2026.jsonl': '移\n',
    'none.md': null,
  });
  assert.deepEqual(await filesIn(folder), {
    'a.md': 'new',
    'c.md': 'stays',
    'ledger/2026.jsonl': '移\n',
  });
  assert.deepEqual((await readdir(folder)).sort(), ['a.md', 'c.md', 'ledger']);
});

test('to replace nothing, or to finish where nothing was begun, changes nothing', async (t) => {
  const folder = await tempFolder(t, { 'a.md': 'old' });
  await replace(folder, {});
  await finishReplacing(folder);
  await finishReplacing(join(folder, 'not-there'));
  assert.deepEqual(await readdir(folder), ['a.md']);
});

test('a write that fails leaves every file as it was, and nothing beside them', async (t) => {
  const old = { 'a.md': 'old', 'b.md': 'old', 'c.md': 'old', 'folder/d.md': 'old' };
  const folder = await tempFolder(t, old);
  for (const [name, text] of [
    ['b.md/inside.md', 'new'],
    ['folder', 'new'],
    ['folder', null],
  ] as const) {
    await assert.rejects(replace(folder, { 'a.md': 'new', [name]: text, 'c.md': null }));
    assert.deepEqual(await filesIn(folder), old);
    assert.deepEqual((await readdir(folder)).sort(), ['a.md', 'b.md', 'c.md', 'folder']);
  }
});

/** What a run leaves that was killed when its journal was there and so many files were in place. */
function killedAfter(done: number): Files {
  const files = ['a.md', 'b/b.md', 'c.md'];
  const journal = {
    drafts: '.replacing-killed',
    files: [
      ...files.map((file, n) => ({ file, draft: `.replacing-killed/${n}` })),
      { file: 'd.md', draft: null },
    ],
  };
  return {
    ...Object.fromEntries(files.map((file, n) => [file, n < done ? 'new' : 'old'])),
    ...(done > files.length ? {} : { 'd.md': 'old' }),
    ...Object.fromEntries(
      files.flatMap((_, n) => (n < done ? [] : [[`.replacing-killed/${n}`, 'new']])),
    ),
    '.replacing.json': JSON.stringify(journal),
  };
}
const ALL_NEW = { 'a.md': 'new', 'b/b.md': 'new', 'c.md': 'new' };

test('what a killed run began is finished, however many files were in their place', async (t) => {
  for (let done = 0; done <= 4; done++) {
    const folder = await tempFolder(t, killedAfter(done));
    await finishReplacing(folder);
    assert.deepEqual(await filesIn(folder), ALL_NEW, `${done} done`);
    assert.deepEqual((await readdir(folder)).sort(), ['a.md', 'b', 'c.md']);
    await finishReplacing(folder);
    assert.deepEqual(await filesIn(folder), ALL_NEW);
  }
});

test('the next run finishes it first', async (t) => {
  const folder = await tempFolder(t, killedAfter(1));
  await replace(folder, { 'a.md': 'newer', 'e.md': 'newer' });
  assert.deepEqual(await filesIn(folder), { ...ALL_NEW, 'a.md': 'newer', 'e.md': 'newer' });
});

test('several that finish it at once do no harm', async (t) => {
  const folder = await tempFolder(t, killedAfter(1));
  await Promise.all([1, 2, 3, 4].map(() => finishReplacing(folder)));
  assert.deepEqual(await filesIn(folder), ALL_NEW);
});

test('without a journal drafts count for nothing, and go after a day', async (t) => {
  const old = { 'a.md': 'old' };
  const folder = await tempFolder(t, {
    ...old,
    '.replacing-killed/0': 'new',
    '.replacing-now/0': '',
  });
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(join(folder, '.replacing-killed'), longAgo, longAgo);
  await finishReplacing(folder);
  assert.deepEqual(await filesIn(folder), { ...old, '.replacing-now/0': '' });
});

test('a journal that cannot be read is reported, and nothing is touched', async (t) => {
  const files = { ...killedAfter(0), '.replacing.json': '{' };
  const folder = await tempFolder(t, files);
  await assert.rejects(finishReplacing(folder));
  assert.deepEqual(await filesIn(folder), files);
});

const PROGRAM = fileURLToPath(new URL('keep-replacing.ts', import.meta.url));

const [KILLS, AHEAD] = [25, 4];

/** Starts programs that wait to replace files, some ahead, since starting takes longest. */
function* startPrograms(folder: string, cache: string) {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const start = () => spawn(process.execPath, [PROGRAM, folder], { env });
  const started: ReturnType<typeof start>[] = [];
  try {
    for (let n = 0; n < KILLS; n++) {
      while (started.length < Math.min(AHEAD, KILLS - n)) started.push(start());
      yield started[0] ?? assert.fail();
      started.shift();
    }
  } finally {
    // Where the test has failed, those that wait would wait for ever.
    for (const child of started) child.kill('SIGKILL');
  }
}

/** Whether a set of files lies in a folder, whole, and nothing of the other. */
async function holds(folder: string, set: ReadonlyMap<string, string | null>): Promise<boolean> {
  for (const [name, text] of set) {
    const found = await readFile(join(folder, name), 'utf8').catch(() => null);
    if (found !== text) return false;
  }
  return true;
}

test('whenever a run is killed, all files are as they were or all as they should be', async (t) => {
  const [folder, cache] = [await tempFolder(t), await tempFolder(t)];
  const [one, two] = SETS;
  assert.ok(one && two);
  const begun = performance.now();
  await replaceFiles(folder, one);
  const longest = 2 * (performance.now() - begun); // so that kills come before, while and after
  const random = new Random(1);
  const left = { journal: 0, drafts: 0, nothing: 0 };
  let isOne = true;
  for (const child of startPrograms(folder, cache)) {
    child.stdin.write(isOne ? '1' : '0');
    await once(child.stdout, 'data');
    await setTimeout(random.next() * longest);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    assert.deepEqual(await ended, [null, 'SIGKILL'], 'it ran until then');
    const names = await readdir(folder);
    const drafts = names.filter((name) => name.startsWith('.replacing-'));
    left[names.includes('.replacing.json') ? 'journal' : drafts[0] ? 'drafts' : 'nothing']++;
    await finishReplacing(folder);
    isOne = await holds(folder, one);
    assert.ok(isOne || (await holds(folder, two)), 'all files belong to one set');
    for (const name of drafts) await rm(join(folder, name), { recursive: true, force: true });
  }
  t.diagnostic(JSON.stringify(left));
  assert.ok(left.journal + left.drafts > 0, 'some kills came in between');
});
