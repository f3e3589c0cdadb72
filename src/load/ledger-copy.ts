import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { readIfExists } from '../files/read-if-exists.ts';
import { formerLine, gitLines, type FormerLine, historyName } from './ledger-history.ts';

/** Where git knows nothing of the ledger's past: a copy of it, as the last command found it whole. */
export interface LedgerCopy {
  /** Lines that the ledger no longer has in the same words. */
  lines: FormerLine[];
  /** Makes the ledger as it is now the copy. A cache that cannot be written to costs nothing else. */
  keep: () => Promise<void>;
}

const FILE = /^\d{4}\.jsonl$/;

/**
 * Compares files of the ledger with their copy in the cache, as far as git does not have them: the folder is in no
 * repository, or in one whose history is cut short, or they were never committed. Undefined without a cache.
 * @param files those of the ledger that exist, below the content folder.
 */
export async function compareWithCopy(
  contentDir: string,
  cacheDir: string | undefined,
  files: readonly string[],
): Promise<LedgerCopy | undefined> {
  if (cacheDir === undefined) return undefined;
  const [isShallow] = await gitLines(contentDir, ['rev-parse', '--is-shallow-repository']);
  const inGit = isShallow === 'false' ? await committedFiles(contentDir) : new Set();
  const folder = join(cacheDir, 'ledger-history', await historyName(contentDir));
  const copies = (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name));
  const present = files.map((file) => file.slice('ledger/'.length));
  const names = [...new Set([...copies, ...present])].filter((name) => !inGit.has(name));
  const lines: FormerLine[] = [];
  const changed = new Map<string, Buffer>();
  for (const name of names) {
    const copy = join(folder, name);
    const [before, now] = [
      await readIfExists(copy),
      await readIfExists(join(contentDir, 'ledger', name)),
    ];
    if (before !== undefined && now?.equals(before)) continue;
    if (now !== undefined) changed.set(copy, now);
    const written = new Set(now?.toString('utf8').split('\n'));
    for (const line of before?.toString('utf8').split('\n') ?? []) {
      const former = written.has(line) ? undefined : formerLine(line, `ledger/${name}`);
      if (former) lines.push({ ...former, copy });
    }
  }
  return {
    lines,
    async keep() {
      if (changed.size === 0) return;
      try {
        makeFolder(folder);
        for (const [copy, now] of changed) await writeFile(copy, now);
      } catch {
        // Then a loss is found by a later command, or by git.
      }
    },
  };
}

/** Copies the ledger as `record` has just written it, so that a line is missed even if no command has seen it. */
export async function copyLedger(contentDir: string, cacheDir: string | undefined): Promise<void> {
  const names = await readdir(join(contentDir, 'ledger')).catch(() => []);
  const files = names.filter((name) => FILE.test(name)).map((name) => `ledger/${name}`);
  const copied = await compareWithCopy(contentDir, cacheDir, files);
  await copied?.keep();
}

/** The names of the files of the ledger that the last commit has. */
async function committedFiles(contentDir: string): Promise<Set<string>> {
  const paths = await gitLines(contentDir, ['ls-tree', '--name-only', 'HEAD', 'ledger/']);
  return new Set(paths.map((path) => path.slice('ledger/'.length)));
}
