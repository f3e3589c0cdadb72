import { lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Settings, UsageError } from '../../settings.ts';
import { CHECKSUMS } from '../../publish/data/checksums.ts';
import { MANIFEST } from '../../publish/data/manifest.ts';
import { mountPoints } from './mount-points.ts';
import { fileAbove, isIn, realPath } from './real-path.ts';
import { STAGING } from './update-in-place.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
/** Folders of the program, whose files a site could replace, and whose next version could delete the site. */
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
/** What a system creates in a folder or disk that is otherwise empty. */
const SYSTEM_ENTRIES = ['lost+found', '.DS_Store'];
/** Files that a message lists. */
const MAX_NAMED = 3;

type Folders = Pick<Settings, 'contentDir' | 'outDir' | 'cacheDir'>;

/**
 * Makes sure that a build can write into OUT_DIR and CACHE_DIR without replacing or deleting anything that
 * no build wrote. Paths are compared with all links resolved.
 * @returns the real path of OUT_DIR, which need not exist.
 * @throws {UsageError} that says what is wrong and what to do.
 */
export function checkFolders({ contentDir, outDir, cacheDir }: Folders): string {
  const content = resolveFolder('CONTENT_DIR', contentDir);
  const out = resolveFolder('OUT_DIR', outDir);
  const cache = resolveFolder('CACHE_DIR', cacheDir);
  const refuseOutput = (reason: string) =>
    refuse(
      'OUT_DIR',
      outDir,
      `${reason}; choose a folder for the site alone, such as OUT_DIR=dist`,
    );
  const refuseCache = (reason: string) =>
    refuse('CACHE_DIR', cacheDir, `${reason}; choose another folder`);

  if (cache === content) refuseCache('it is CONTENT_DIR');
  if (out === content) refuseOutput('it is CONTENT_DIR');
  if (cache === out) refuseCache('it is OUT_DIR');
  if (isIn(content, out)) refuseOutput(`it contains CONTENT_DIR (${contentDir})`);
  if (isIn(out, content)) refuseOutput(`it is inside CONTENT_DIR (${contentDir})`);
  const project = realPath(PROJECT);
  if (isIn(project, out)) refuseOutput('it contains the program itself');
  if (isIn(join(project, 'node_modules'), out)) refuseOutput('it contains packages of the program');
  const inside = PROGRAM.find((name) => isIn(out, realPath(join(project, name))));
  if (inside !== undefined) refuseOutput(`it is inside the program, in ${inside}`);
  for (const home of [homedir(), userInfo().homedir]) {
    if (isIn(realPath(home), out)) refuseOutput('it is your home folder, or contains it');
  }
  if (isIn(cache, out)) refuseCache(`it is inside OUT_DIR (${outDir})`);
  const [fileOverOutput, fileOverCache] = [fileAbove(out), fileAbove(cache)];
  if (fileOverOutput !== undefined) refuseOutput(`${fileOverOutput} is not a folder`);
  if (fileOverCache !== undefined) refuseCache(`${fileOverCache} is not a folder`);

  const state = statSync(out, { throwIfNoEntry: false });
  if (state === undefined) return out;
  if (!state.isDirectory()) refuseOutput(`it is ${kindOf(state)}, not a folder`);
  const mounted = mountPoints().find((point) => point !== out && isIn(point, out));
  if (mounted !== undefined) refuseOutput(`another disk is mounted in it, at ${mounted}`);
  const foreign = isEarlierSite(out) ? [] : entriesOf(out);
  if (foreign.length === 0) return out;
  const names = foreign.slice(0, MAX_NAMED).join(', ');
  const more = foreign.length > MAX_NAMED ? `, and ${foreign.length - MAX_NAMED} more` : '';
  const hint = 'choose an empty or new folder, or move these files away first';
  return refuse(
    'OUT_DIR',
    outDir,
    `it contains files that no build wrote (${names}${more}); ${hint}`,
  );
}

function resolveFolder(name: string, value: string): string {
  try {
    return realPath(value);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return refuse(name, value, code === 'ELOOP' ? 'its links form a loop' : message);
  }
}

function refuse(name: string, value: string, reason: string): never {
  throw new UsageError(`${name} cannot be ${value}: ${reason}`);
}

/** Whether a folder has a site that a build wrote, recognized by its manifest and list of checksums. */
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
    return false; // missing, or not JSON
  }
}

const entriesOf = (folder: string) =>
  readdirSync(folder).filter((name) => name !== STAGING && !SYSTEM_ENTRIES.includes(name));

function kindOf(state: Stats): string {
  if (state.isFile()) return 'a file';
  if (state.isBlockDevice() || state.isCharacterDevice()) return 'a device';
  return state.isSocket() ? 'a socket' : 'a pipe';
}
