import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Settings, UsageError } from '../../settings.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { MANIFEST } from '../../publish/data/manifest.ts';
import { mountPoints } from './mount-points.ts';
import { isIn, realPath } from './real-path.ts';
import { STAGING } from './update-in-place.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
/** Folders of the program: a site among its files would be lost with the next version, or take their place. */
const PROGRAM = [
  '.ci',
  '.config',
  '.git',
  '.github',
  '.vscode',
  'content',
  'findings',
  'public',
  'src',
  'tests',
];
/** What a system puts into a folder or a disk that is otherwise empty. */
const SYSTEM_ENTRIES = ['lost+found', '.DS_Store'];
/** Entries that a message names. */
const MAX_NAMED = 3;

type Folders = Pick<Settings, 'contentDir' | 'outDir' | 'cacheDir'>;

/**
 * Makes sure that a build can write into OUT_DIR and CACHE_DIR without replacing or deleting anything that
 * no build made. Paths are compared as they really are, all links followed.
 * @returns the real path of OUT_DIR, which need not exist.
 * @throws {UsageError} that says what stands against it and what to do.
 */
export function checkFolders({ contentDir, outDir, cacheDir }: Folders): string {
  const content = resolveFolder('CONTENT_DIR', contentDir);
  const out = resolveFolder('OUT_DIR', outDir);
  const cache = resolveFolder('CACHE_DIR', cacheDir);
  const refuseOutput = (reason: string) =>
    refuse('OUT_DIR', outDir, `${reason}; name a folder for the site alone, as in OUT_DIR=dist`);
  const refuseCache = (reason: string) =>
    refuse('CACHE_DIR', cacheDir, `${reason}; name another folder`);

  if (cache === content) refuseCache('it is CONTENT_DIR');
  if (out === content) refuseOutput('it is CONTENT_DIR');
  if (cache === out) refuseCache('it is OUT_DIR');
  if (isIn(content, out)) refuseOutput(`it holds CONTENT_DIR (${contentDir})`);
  if (isIn(out, content)) refuseOutput(`it lies in CONTENT_DIR (${contentDir})`);
  const project = realPath(PROJECT);
  if (isIn(project, out)) refuseOutput('it holds the program itself');
  if (isIn(join(project, 'node_modules'), out)) refuseOutput('it holds packages of the program');
  const inside = PROGRAM.find((name) => isIn(out, realPath(join(project, name))));
  if (inside !== undefined) refuseOutput(`it lies in the program, in ${inside}`);
  for (const home of [homedir(), userInfo().homedir]) {
    if (isIn(realPath(home), out)) refuseOutput('it is your home folder, or holds it');
  }
  if (isIn(cache, out)) refuseCache(`it lies in OUT_DIR (${outDir})`);

  const state = statSync(out, { throwIfNoEntry: false });
  if (state === undefined) return out;
  if (!state.isDirectory()) refuseOutput(`it is ${kindOf(state)} and not a folder`);
  const mounted = mountPoints().find((point) => point !== out && isIn(point, out));
  if (mounted !== undefined) refuseOutput(`another disk is mounted in it, at ${mounted}`);
  const foreign = isEarlierSite(out) ? [] : entriesOf(out);
  if (foreign.length === 0) return out;
  const names = foreign.slice(0, MAX_NAMED).join(', ');
  const more = foreign.length > MAX_NAMED ? `, and ${foreign.length - MAX_NAMED} more` : '';
  const hint = 'name an empty or a new folder, or move these away first';
  return refuse('OUT_DIR', outDir, `it holds what no build wrote (${names}${more}); ${hint}`);
}

function resolveFolder(name: string, value: string): string {
  try {
    return realPath(value);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return refuse(name, value, code === 'ELOOP' ? 'its links lead in a circle' : message);
  }
}

function refuse(name: string, value: string, reason: string): never {
  throw new UsageError(`${name} cannot be ${value}: ${reason}`);
}

/** Whether a folder holds a site that a build wrote: it has the two files by which copies are checked. */
function isEarlierSite(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    return (
      lstatSync(join(folder, CHECKSUMS)).isFile() &&
      typeof manifest === 'object' &&
      manifest !== null &&
      ['schemaVersion', 'digest', 'checksums', 'files'].every((name) => name in manifest)
    );
  } catch {
    return false; // no such file, or one of something else
  }
}

const entriesOf = (folder: string) =>
  readdirSync(folder).filter((name) => name !== STAGING && !SYSTEM_ENTRIES.includes(name));

function kindOf(state: Stats): string {
  if (state.isFile()) return 'a file';
  if (state.isBlockDevice() || state.isCharacterDevice()) return 'a device';
  return state.isSocket() ? 'a socket' : 'a pipe';
}
