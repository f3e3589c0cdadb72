import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LibreOfficeRun, RunEnd } from './libreoffice-worker.ts';

/** What LibreOffice writes: a Word document, or the text alone. */
const OUTPUTS = {
  docx: 'docx:MS Word 2007 XML',
  txt: 'txt:Text (encoded):UTF8,LF',
} as const;

export type OfficeOutput = keyof typeof OUTPUTS;

/** Settings of a new profile: run no macros nor copy them, and load nothing that a document refers to. */
const SETTINGS = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Writer/Filter/Import/VBA', 'Load', 'false'],
  ['/org.openoffice.Office.Writer/Filter/Import/VBA', 'Executable', 'false'],
  ['/org.openoffice.Office.Writer/Filter/Import/VBA', 'Save', 'false'],
  ['/org.openoffice.Setup/Office', 'FirstStartWizardCompleted', 'true'],
] as const;

/** Milliseconds for one file, and for LibreOffice to start. */
const TIME_LIMIT = 120_000;

/** Why there is no output for a file. */
export type NoOutput = 'refused' | 'crashed' | 'stuck';

interface Batch {
  program: string;
  /** Its name for LibreOffice's import filter. */
  filter: string;
  /** A folder for this batch alone. */
  folder: string;
  output: OfficeOutput;
  timeLimit?: number | undefined;
}

/**
 * Converts files with one run of LibreOffice, in a profile of its own. What comes of it is seen from the files
 * alone, since LibreOffice ends with 0 in any case. After a crash it is started again for the rest; the file
 * that it crashed at is tried once more, alone.
 * @param files their paths by the names that their outputs are to have.
 * @returns for each name the path of the output, or why there is none.
 */
export async function runLibreOffice(
  files: ReadonlyMap<string, string>,
  batch: Batch,
): Promise<Map<string, { path: string } | NoOutput>> {
  const results = new Map<string, { path: string } | NoOutput>();
  let pending = [...files.keys()];
  const alone: string[] = [];
  const convert = async (names: readonly string[]) => {
    const end = await runOnce(names.map((name) => files.get(name) ?? ''), batch); // prettier-ignore
    for (const name of names) {
      const path = join(batch.folder, batch.output, `${name}.${batch.output}`);
      if (await isWhole(path, batch.output)) results.set(name, { path });
    }
    return end;
  };
  while (pending.length > 0) {
    const end = await convert(pending);
    const missing = pending.filter((name) => !results.has(name));
    const [culprit, ...rest] = missing;
    if (end === 'ended' || culprit === undefined) {
      for (const name of missing) results.set(name, 'refused');
      break;
    }
    if (pending.length > 1) alone.push(culprit);
    else results.set(culprit, end);
    pending = rest;
  }
  for (const name of alone) {
    const end = await convert([name]);
    if (!results.has(name)) results.set(name, end === 'ended' ? 'refused' : end);
  }
  return results;
}

async function runOnce(paths: readonly string[], batch: Batch): Promise<RunEnd> {
  const out = join(batch.folder, batch.output);
  await mkdir(out, { recursive: true });
  const profile = await mkdtemp(join(batch.folder, 'profile-'));
  await mkdir(join(profile, 'user'));
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settingsFile());
  try {
    return await guarded({
      program: batch.program,
      args: [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
        `--infilter=${batch.filter}`,
        ...['--convert-to', OUTPUTS[batch.output], '--outdir', out],
        ...paths,
      ],
      out,
      temporary: profile,
      limit: batch.timeLimit ?? TIME_LIMIT,
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function guarded(run: LibreOfficeRun): Promise<RunEnd> {
  const worker = fileURLToPath(new URL('./libreoffice-worker.ts', import.meta.url));
  const child = fork(worker, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    child.once('message', (end: RunEnd) => resolve(end));
    child.once('exit', () => resolve('crashed')).once('error', () => resolve('crashed'));
    child.send(run, () => undefined); // if that fails, the process has ended, and "exit" follows
  });
}

const settingsFile = () => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${SETTINGS.map(
  ([path, name, value]) =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
).join('\n')}
</oor:items>
`;

/** Whether an output was finished: the directory of a zip archive is at its end. */
async function isWhole(path: string, output: OfficeOutput): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || output === 'txt') return bytes !== undefined;
  return bytes.subarray(-65_536).includes('PK\x05\x06', 0, 'latin1');
}
