/** Imports a folder with files of twenty kinds, killed twice and continued: nothing is lost, nothing comes twice. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findLibreOffice } from '../../src/import/office/find-libreoffice.ts';
import { madeBy, NEEDS_LIBREOFFICE, textOf } from './mixed-batch/made-files.ts';

const USAGE = `Usage: npm run trial -- mixed-batch [--files N] [--keep]

  --files N  files of all kinds together (default: 1000)
  --keep     does not delete the folder with files, archive and report`;

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '1000' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}

const home = await mkdtemp(join(tmpdir(), 'on-the-record-mixed-'));
const [sources, content, temporary] = [join(home, 'in'), join(home, 'content'), join(home, 'tmp')];
const program = findLibreOffice();
await prepare();
const expected = await makeSources(Number(values.files));
console.log(
  `${expected.files} files of ${expected.kinds} kinds with ${expected.releases} releases`,
);
const start = performance.now();
for (const share of [0.3, 0.65]) await importUntil(Math.round(expected.releases * share));
const { status, output } = await importUntil();
const minutes = (performance.now() - start) / 60_000;
const faults = await findFaults(status, output);
console.log(
  `${minutes.toFixed(1)} minutes, ${Math.round(expected.releases / minutes)} releases a minute`,
);
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? 'Nothing lost, nothing twice.' : `Faults: ${faults.length}`);
if (values.keep) console.log(home);
else await rm(home, { recursive: true, force: true });
process.exit(faults.length === 0 ? 0 : 1);

async function prepare() {
  for (const folder of [sources, join(content, 'releases'), join(content, 'offices'), temporary])
    await mkdir(folder, { recursive: true });
  const site =
    'title: Samples\ndescription: Made up\npublisher: Samples\nlanguage: en\ntimezone: UTC\n';
  await writeFile(join(content, 'site.yaml'), site);
  const office = 'name: Office of Senator Sample\nmember: Sam Sample\n';
  await writeFile(join(content, 'offices', 'senator-sample.yaml'), office);
}

/** Writes the files, those that only LibreOffice makes with one run of it for each kind. */
async function makeSources(files: number) {
  let releases = 0;
  const kinds = Object.entries(madeBy);
  const office = program === undefined ? [] : NEEDS_LIBREOFFICE;
  if (program === undefined) console.log(`Without LibreOffice no ${NEEDS_LIBREOFFICE.join(', ')}`);
  const all = kinds.length + office.length;
  for (let n = 0; n < files; n++) {
    const [ending, make] = kinds[n % all] ?? [];
    if (ending === undefined || make === undefined) {
      const folder = join(home, office[(n % all) - kinds.length] ?? '');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${n}.fodt`), (await madeBy.fodt([releases++])) as string);
      continue;
    }
    const count = /csv|json|xml|mbox|zip/.test(ending) ? 3 : 1;
    const numbers = Array.from({ length: count }, () => releases++);
    await writeFile(join(sources, `${n}.${ending}`), await make(numbers));
  }
  for (const ending of office) {
    const paths = await Array.fromAsync(glob(join(home, ending, '*.fodt')));
    const profile = `-env:UserInstallation=file://${join(home, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', ending, '--outdir', sources, ...paths];
    if (paths.length > 0) spawnSync(program ?? '', args, { stdio: 'ignore' });
  }
  return { files: (await readdir(sources)).length, kinds: all, releases };
}

/** Imports; kills the import when the archive has so many releases. */
async function importUntil(count = Infinity) {
  const args = ['src/cli/import.ts', sources, '--office', 'senator-sample', '--accept-guesses'];
  const report = ['--report', join(home, 'report.jsonl')];
  const child = spawn(process.execPath, [...args, ...report], {
    env: { ...process.env, CONTENT_DIR: content, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  while (
    child.exitCode === null &&
    child.signalCode === null &&
    (await releaseFiles()).length < count
  )
    await Promise.race([pause(100), ended]);
  if (child.exitCode === null && count < Infinity) {
    child.kill('SIGKILL');
    console.log(`Killed with ${(await releaseFiles()).length} releases`);
  }
  const [status] = await ended;
  return { status, output };
}

function releaseFiles(): Promise<string[]> {
  return Array.fromAsync(glob(join(content, 'releases/**/*.md')));
}

async function findFaults(status: number | null, output: string): Promise<string[]> {
  const faults = status === 0 ? [] : [`The import ended with ${status}:\n${output.slice(-3000)}`];
  const texts = await Promise.all((await releaseFiles()).map((file) => readFile(file, 'utf8')));
  for (let n = 0; n < expected.releases; n++) {
    const { mark, last } = textOf(n);
    const own = texts.filter((text) => text.includes(mark));
    if (own.length !== 1) faults.push(`Release ${n} is there ${own.length} times`);
    else if (!own[0]?.includes(last)) faults.push(`Release ${n} has not its last words`);
  }
  if (texts.length !== expected.releases) faults.push(`${texts.length} releases`);
  const left = await readdir(temporary);
  if (left.length > 0) faults.push(`Temporary files are left: ${left.join(', ')}`);
  const running = await Array.fromAsync(glob('/proc/[0-9]*/cmdline'), (file) =>
    readFile(file, 'utf8').catch(() => ''),
  );
  if (running.some((line) => line.includes(temporary))) faults.push('LibreOffice is still running');
  return faults;
}
