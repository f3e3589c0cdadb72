import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of the ledger that git has, and the content folder no longer has in the same words. */
export interface FormerLine {
  release: string;
  /** Its file, below the content folder. */
  path: string;
  /** The ids of its statements. */
  ids: string[];
  /** The commit in which it was replaced or deleted; undefined where that is not committed. */
  commit: string | undefined;
  /** The copy in the cache that has it, where git has none. */
  copy?: string;
}

/** What was found out about the commits up to this one. */
interface Examined {
  head: string;
  lines: FormerLine[];
}

const GIT_ID = /^[0-9a-f]{40,64}$/;
/** Marks the line with a commit's id in the log; no line of a diff begins so. */
const MARK = '\u0001';
const DIFF = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames'];

/**
 * Every line that the ledger once had and that a commit, or a change that is not committed, took away or
 * replaced: a reverted commit, a lost line, a deleted file. Where the folder is in no repository, none.
 * @param cacheDir where it is remembered which commits were looked through.
 */
export async function formerLines(contentDir: string, cacheDir?: string): Promise<FormerLine[]> {
  const [head] = await gitLines(contentDir, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head === undefined || !GIT_ID.test(head)) return [];
  const file = cacheDir && (await cacheFile(contentDir, cacheDir));
  const known = file === undefined ? undefined : await readExamined(file);
  const before = known && (await isAncestor(contentDir, known.head, head)) ? known : undefined;
  const lines = before?.head === head ? before.lines : await examine(contentDir, head, before);
  if (file !== undefined && known?.head !== head) await remember(file, { head, lines });
  const diff = ['diff', ...DIFF, '--relative', 'HEAD', '--', 'ledger'];
  return [...lines, ...readDiff(await gitLines(contentDir, diff))];
}

async function examine(contentDir: string, head: string, before: Examined | undefined) {
  const range = before ? `${before.head}..${head}` : head;
  const log = ['log', '-m', '--patch', '--diff-filter=MD', `--format=${MARK}%H`, ...DIFF];
  const text = await gitLines(contentDir, [...log, '--relative', range, '--', 'ledger']);
  return withoutRepeats([...(before?.lines ?? []), ...readDiff(text)]);
}

/** Of lines with the same ids only the last that was taken away: git lists commits newest first. */
function withoutRepeats(lines: readonly FormerLine[]): FormerLine[] {
  const seen = new Set<string>();
  return lines.filter(({ release, ids }) => {
    const key = JSON.stringify([release, ids]);
    return !seen.has(key) && seen.add(key);
  });
}

function readDiff(lines: readonly string[]): FormerLine[] {
  const found: FormerLine[] = [];
  let [commit, path]: [string | undefined, string] = [undefined, ''];
  for (const line of lines) {
    if (line.startsWith(MARK)) commit = line.slice(1);
    else if (line.startsWith('--- a/')) path = line.slice('--- a/'.length).trimEnd();
    else if (line.startsWith('-{')) {
      const former = formerLine(line.slice(1), path);
      if (former !== undefined) found.push({ ...former, commit });
    }
  }
  return found;
}

/** What a line of the ledger says that was in this file; undefined where it is none. */
export function formerLine(line: string, path: string): FormerLine | undefined {
  const release = /"release":"([^"\\]+)"/.exec(line)?.[1];
  const ids = [...line.matchAll(/"id":"(s-[^"]+)"/g)].map(([, id = '']) => id);
  return release === undefined ? undefined : { release, path, ids, commit: undefined };
}

const isAncestor = async (contentDir: string, old: string, head: string) =>
  old === head ||
  (await gitLines(contentDir, ['merge-base', old, head]).then(([base]) => base === old));

/** The file of a folder's examined commits: archives may share a cache. */
async function cacheFile(contentDir: string, cacheDir: string): Promise<string> {
  return join(cacheDir, 'ledger-history', `${await historyName(contentDir)}.json`);
}

/** The name under which the cache remembers the history of a content folder. */
export async function historyName(contentDir: string): Promise<string> {
  const folder = await realpath(contentDir).catch(() => contentDir);
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}

async function readExamined(file: string): Promise<Examined | undefined> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as Partial<Examined>;
    const isWhole = GIT_ID.test(read.head ?? '') && Array.isArray(read.lines);
    return isWhole ? (read as Examined) : undefined;
  } catch {
    return undefined; // not there, or damaged: all commits are looked through again
  }
}

async function remember(file: string, examined: Examined): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(examined));
  } catch {
    // A cache that cannot be written to costs time and nothing else; builds warn of it.
  }
}

/** What git prints, line by line; nothing where it fails, or is not installed. */
export async function gitLines(contentDir: string, args: readonly string[]): Promise<string[]> {
  const git = spawn('git', ['-C', contentDir, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<boolean>((resolve) => {
    git.on('error', () => resolve(false));
    git.on('close', (status) => resolve(status === 0));
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: git.stdout, crlfDelay: Infinity })) {
    // Of a diff only these are of use: a large file that was added need not be held in memory.
    if (!line.startsWith('+')) lines.push(line);
  }
  return (await ended) ? lines : [];
}
