import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openContentIndex } from '../../../src/load/content-index.ts';
import { importArchive } from '../../../src/cli/import-archive.ts';
import { ImportPool } from '../../../src/import/pool/import-pool.ts';
import { Report } from '../../../src/import/report/report.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { type Files, tempFolder, writeFiles } from '../../support/temp-folder.ts';

const SITE =
  'title: Samples\ndescription: Made up\npublisher: Samples\nlanguage: en\ntimezone: UTC\n';
const RELEASE = `May 3, 2018

Contact: Casey Contact, (916) 555-0101

Senator Sample Opens the First of Nine Lighthouses

SAMPLETON – Senator Sam Sample today opened the first of nine lighthouses to all who can climb its stairs.
`;
const STUCK = new URL('./stuck-worker.ts', import.meta.url);

/**
 * Imports files in a dry run. Those that never end have a moment, all others as long as they want: so
 * it does not matter how fast the machine is.
 */
async function importFiles(t: TestContext, files: Files, memoryLimit?: number) {
  const folder = await tempFolder(t, { 'content/site.yaml': SITE, 'content/releases/': '' });
  await writeFiles(join(folder, 'in'), files);
  const contentDir = join(folder, 'content');
  const { index } = await openContentIndex(contentDir);
  const report = await Report.open(join(folder, 'report.jsonl'));
  const pool = new ImportPool({
    worker: STUCK,
    timeLimit: (name) => (/endless|waiting/.test(name) ? 100 : Infinity),
    ...(memoryLimit !== undefined && { memoryLimit }),
  });
  const options = {
    contentDir,
    fieldOptions: { office: [], caucus: [] },
    columns: {},
    timeZone: 'UTC',
    dryRun: true,
    acceptGuesses: true,
    keepSource: false,
    publishSource: false,
    update: false,
    allowDuplicates: true,
  };
  const hooks = {
    person: undefined,
    onSkipped: () => undefined,
    onDiff: () => undefined,
    onBegin: () => Promise.resolve(),
  };
  const archive = await importArchive(contentDir, index, report);
  const read: string[] = [];
  const stopped: Record<string, string> = {};
  for await (const result of runImport([join(folder, 'in')], options, archive, hooks, pool)) {
    await report.add(result);
    const name = result.file.slice(folder.length + 4);
    if (result.body === null) {
      stopped[name] = result.problems.map(({ message, hint }) => `${message}; ${hint}`).join('\n');
    } else read.push(name);
  }
  const page = await readFile(await report.close(), 'utf8');
  const lines = await readFile(join(folder, 'report.jsonl'), 'utf8');
  return { read, stopped, page, lines };
}

test('a file that never ends is stopped, and the others are imported', async (t) => {
  const names = Array.from({ length: 12 }, (_, n) => [`${n}.txt`, RELEASE] as const);
  const { read, stopped, page, lines } = await importFiles(t, {
    ...Object.fromEntries(names),
    '1-endless.txt': RELEASE,
    '2-endless.txt': RELEASE,
    '3-waiting.txt': RELEASE,
  });
  assert.deepEqual(read.sort(), names.map(([name]) => name).sort());
  const message =
    'took longer than 1 second to read and was stopped; copy its text into a .txt file and import that, or write the release with npm run new';
  assert.deepEqual(stopped, {
    '1-endless.txt': message,
    '2-endless.txt': message,
    '3-waiting.txt': message,
  });
  assert.match(page, /1-endless\.txt[^]*took longer than 1 second/);
  assert.match(lines, /1-endless\.txt","bytes":0,"status":"failed".*took longer/);
});

test('a file that ends the thread that reads it fails alone', async (t) => {
  const { read, stopped } = await importFiles(t, {
    '0.txt': RELEASE,
    '1-exit.txt': RELEASE,
    '2-thrown.txt': RELEASE,
    '3.txt': RELEASE,
    '4-exit.txt': RELEASE,
    '5.txt': RELEASE,
  });
  assert.deepEqual(read, ['0.txt', '3.txt', '5.txt']);
  const hint = 'save it again or as another kind of file, or import its text as .txt';
  assert.deepEqual(stopped, {
    '1-exit.txt': `crashed its reader (it ended with 3); ${hint}`,
    '2-thrown.txt': `crashed its reader (a reader broke); ${hint}`,
    '4-exit.txt': `crashed its reader (it ended with 3); ${hint}`,
  });
});

test('a file that takes all the memory fails alone', async (t) => {
  const { read, stopped } = await importFiles(
    t,
    { '0.txt': RELEASE, '1-memory.txt': RELEASE, '2.txt': RELEASE },
    192,
  );
  assert.deepEqual(read, ['0.txt', '2.txt']);
  assert.deepEqual(Object.keys(stopped), ['1-memory.txt']);
  assert.match(stopped['1-memory.txt'] ?? '', /^needs more memory than one file may have; /);
});

test('a table that never ends is stopped, and the file beside it is imported', async (t) => {
  const { read, stopped } = await importFiles(t, {
    '0.txt': RELEASE,
    '1-endless.csv': `title,body\nA Lamp,${RELEASE}`,
    '2.csv': 'title,body\nNine Lamps,Nine lamps shine on the coast of Sampleton tonight.\n',
    '3-exit.jsonl': '{"body":"Nine lamps"}',
  });
  assert.deepEqual(read, ['0.txt', '2.csv: row 2']);
  assert.deepEqual(Object.keys(stopped), ['1-endless.csv', '3-exit.jsonl']);
});

test(
  'what reads a file that never ends ends itself when the import is killed',
  { timeout: 120_000 },
  async (t) => {
    const folder = await tempFolder(t);
    const file = join(folder, 'pid');
    const code = `import { ImportPool } from ${JSON.stringify(new URL('../../../src/import/pool/import-pool.ts', import.meta.url).href)};
    const pool = new ImportPool({ worker: new URL(${JSON.stringify(STUCK.href)}), timeLimit: () => Infinity });
    void pool.convert({ name: 'endless', kind: 'txt', bytes: Buffer.from('words') });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, PID_FILE: file },
      stdio: 'ignore',
    });
    let pid = '';
    while (!pid.endsWith('\n')) {
      await sleep(50);
      pid = await readFile(file, 'utf8').catch(() => '');
    }
    const isAlive = async () => {
      const stat = await readFile(`/proc/${pid.trim()}/stat`, 'utf8').catch(() => '');
      if (/\) Z /.test(stat)) return false; // ended, in a container in which nobody asks how
      try {
        return process.kill(Number(pid), 0);
      } catch {
        return false;
      }
    };
    assert.ok(await isAlive());
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    while (await isAlive()) await sleep(100);
  },
);
