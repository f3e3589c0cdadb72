import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { finishReplacing } from '../../src/files/replace-files.ts';
import {
  middaySite,
  recordedArchive,
  releasesOf,
  runOn,
  type Texts,
} from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const { site: SITE } = middaySite();
const YEARS = [2012, 2013, 2014, 2015, 2016, 2017];

/** 48 releases over six years, of three statements each: so few that one worker is enough. */
const textsWith = (word: string): Texts =>
  Object.fromEntries(
    Array.from({ length: 48 }, (_, n) => [
      `${YEARS[n % YEARS.length]}-05-01-number-${String(n).padStart(2, '0')}`,
      [
        `The lanterns of this year are numbered, and lantern ${n} is ${word}.`,
        `Nobody under the age of ${n} pays a fee for the ferry between the islands.`,
        `The ${word} bridge was closed in March, after engineers found ${n} cracks in its cables.`,
      ],
    ]),
  );

/** An archive that is recorded, and of which then every release was edited. */
async function editedArchive(t: TestContext): Promise<string> {
  const folder = await tempFolder(t, { ...SITE, ...recordedArchive(textsWith('red')) });
  await writeFiles(folder, releasesOf(textsWith('blue')));
  return folder;
}

/** What the files of the ledger hold, by name. */
async function ledgerFiles(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(folder, 'ledger'))).sort();
  const pairs = names.map(async (name) => {
    return [name, await readFile(join(folder, 'ledger', name), 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/**
 * Starts the command as the launcher does, so that the signal meets the process itself; with --json,
 * since it then asks git for nothing, release by release.
 */
function startRecord(folder: string) {
  const child = spawn(process.execPath, ['src/cli/record.ts', '--json'], {
    env: { ...process.env, CONTENT_DIR: folder },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') };
}

/** When to kill: so many milliseconds after the start, or after something of this name has come. */
interface Moment {
  after: number;
  of?: RegExp;
}

async function recordAndKill(folder: string, { after, of: name }: Moment): Promise<void> {
  const seen = new AbortController();
  const watcher = watch(folder, (_, file) => {
    if (name?.test(file ?? '')) seen.abort();
  });
  const { child, ended } = startRecord(folder);
  try {
    const wait = name ? once(seen.signal, 'abort') : pause(after);
    await Promise.race([wait, ended]);
    if (name) await Promise.race([pause(after), ended]);
  } finally {
    child.kill('SIGKILL');
    watcher.close();
  }
  await ended;
}

test('a run that is killed leaves the ledger as it was, or as it should be', async (t) => {
  const folder = await editedArchive(t);
  const old = join(await tempFolder(t), 'ledger');
  await cp(join(folder, 'ledger'), old, { recursive: true });
  const before = await ledgerFiles(folder);
  const start = performance.now();
  await startRecord(folder).ended;
  const whole = performance.now() - start;
  const after = await ledgerFiles(folder);
  assert.deepEqual(Object.keys(after), Object.keys(before));
  for (const year of YEARS) assert.notEqual(after[`${year}.jsonl`], before[`${year}.jsonl`]);

  const moments: Moment[] = [
    ...[0.1, 0.8, 1].map((share) => ({ after: share * whole })),
    ...[0, 1, 2, 4, 8].map((ms) => ({ after: ms, of: /^\.replacing-/ })),
    ...[0, 1, 2, 8].map((ms) => ({ after: ms, of: /^\.replacing\.json$/ })),
  ];
  const found = { old: 0, new: 0, drafts: 0, journals: 0 };
  for (const [n, moment] of moments.entries()) {
    await rm(join(folder, 'ledger'), { recursive: true });
    await cp(old, join(folder, 'ledger'), { recursive: true });
    await recordAndKill(folder, moment);
    const left = (await readdir(folder)).filter((name) => name.startsWith('.replacing'));
    if (left.some((name) => name.endsWith('.json'))) found.journals++;
    else if (left.length > 0) found.drafts++;
    await finishReplacing(folder);
    const now = await ledgerFiles(folder);
    const isNew = now['2017.jsonl'] === after['2017.jsonl'];
    found[isNew ? 'new' : 'old']++;
    assert.deepEqual(now, isNew ? after : before, JSON.stringify(moment));
    if (n % 6 === 5) {
      const { status, stderr } = await runOn(folder, 'record', '--json');
      assert.equal(status, 0, stderr);
      assert.deepEqual(await ledgerFiles(folder), after);
    }
    for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
  }
  t.diagnostic(JSON.stringify(found));
});
