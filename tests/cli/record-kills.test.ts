import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { releasePath } from '../../src/archive/release.ts';
import { finishReplacing } from '../../src/files/replace-files.ts';
import {
  middaySite,
  recordedArchive,
  releasesOf,
  type Texts,
} from '../support/recorded-archive.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';

const { site } = middaySite();
/** Earlier words are recorded too, which the site that was built before has. */
const SITE = { 'site.yaml': `${site['site.yaml']}history: words\n` };
/** What the command writes. */
const WRITTEN = ['ledger', 'history'];
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

/** An archive that is recorded and built, and of which then every release was edited. */
async function editedArchive(t: TestContext): Promise<{ folder: string; out: string }> {
  const before = textsWith('red');
  const folder = await tempFolder(t, { ...SITE, ...recordedArchive(before) });
  const published = Object.entries(before).map(([id, texts]) => {
    const record = { statements: texts.map((text) => ({ text })) };
    return [join(releasePath(id), 'release.json'), JSON.stringify(record)];
  });
  const out = await tempFolder(t, Object.fromEntries(published) as Files);
  await writeFiles(folder, releasesOf(textsWith('blue')));
  return { folder, out };
}

/** What the files of the ledger and of earlier words hold, by their paths. */
async function writtenFiles(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const part of WRITTEN) {
    const names = await readdir(join(folder, part)).catch(() => []); // no words before the first run
    for (const name of names.sort()) {
      files[`${part}/${name}`] = await readFile(join(folder, part, name), 'utf8');
    }
  }
  return files;
}

/**
 * Starts the command as the launcher does, so that the signal meets the process itself; with --json,
 * since it then asks git for nothing, release by release.
 */
function startRecord(folder: string, out: string) {
  const child = spawn(process.execPath, ['src/cli/record.ts', '--json'], {
    env: { ...process.env, CONTENT_DIR: folder, OUT_DIR: out },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') };
}

/** When to kill: so many milliseconds after the start, or after something of this name has come. */
interface Moment {
  after: number;
  of?: RegExp;
}

async function recordAndKill(
  folder: string,
  out: string,
  { after, of: name }: Moment,
): Promise<void> {
  const seen = new AbortController();
  const watcher = watch(folder, (_, file) => {
    if (name?.test(file ?? '')) seen.abort();
  });
  const { child, ended } = startRecord(folder, out);
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

test('a run that is killed leaves ledger and earlier words as they were, or both as they should be', async (t) => {
  const { folder, out } = await editedArchive(t);
  const old = join(await tempFolder(t), 'ledger');
  await cp(join(folder, 'ledger'), old, { recursive: true });
  const before = await writtenFiles(folder);
  const start = performance.now();
  await startRecord(folder, out).ended;
  const whole = performance.now() - start;
  const after = await writtenFiles(folder);
  for (const year of YEARS) {
    assert.notEqual(after[`ledger/${year}.jsonl`], before[`ledger/${year}.jsonl`]);
    // Of each release two statements were edited.
    const lines = after[`history/${year}.jsonl`]?.match(/\bred\b.*\n/g);
    assert.equal(lines?.length, 16, JSON.stringify(after[`history/${year}.jsonl`]));
  }

  const moments: Moment[] = [
    ...[0.1, 0.8, 1].map((share) => ({ after: share * whole })),
    ...[0, 1, 2, 4, 8].map((ms) => ({ after: ms, of: /^\.replacing-/ })),
    ...[0, 1, 2, 8].map((ms) => ({ after: ms, of: /^\.replacing\.json$/ })),
  ];
  const found = { old: 0, new: 0, drafts: 0, journals: 0 };
  for (const [n, moment] of moments.entries()) {
    for (const part of WRITTEN) await rm(join(folder, part), { recursive: true, force: true });
    await cp(old, join(folder, 'ledger'), { recursive: true });
    await recordAndKill(folder, out, moment);
    const left = (await readdir(folder)).filter((name) => name.startsWith('.replacing'));
    if (left.some((name) => name.endsWith('.json'))) found.journals++;
    else if (left.length > 0) found.drafts++;
    await finishReplacing(folder);
    const now = await writtenFiles(folder);
    const isNew = now['ledger/2017.jsonl'] === after['ledger/2017.jsonl'];
    found[isNew ? 'new' : 'old']++;
    assert.deepEqual(now, isNew ? after : before, JSON.stringify(moment));
    if (n % 6 === 5) {
      const { status, stderr } = await runCommand('record', ['--json'], {
        CONTENT_DIR: folder,
        OUT_DIR: out,
      });
      assert.equal(status, 0, stderr);
      assert.deepEqual(await writtenFiles(folder), after);
    }
    for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
  }
  t.diagnostic(JSON.stringify(found));
});
