import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedChange } from '../ledger/entry.ts';
import { endFault, linesOf } from '../ledger/ledger-lines.ts';
import type { Problem } from '../problem.ts';
import { type EarlierWording, parseWording, wordingsPath } from './earlier-wording.ts';

/** The earlier wordings of an archive, and what is wrong with their files. */
export interface Wordings {
  /** By release id, oldest first. */
  byRelease: Map<string, EarlierWording[]>;
  errors: Problem[];
  warnings: Problem[];
}

/** The changes of a release that the ledger has, as far as they concern earlier words. */
type Worded = ReadonlyMap<string, readonly RecordedChange[]>;

/**
 * Reads the earlier wordings, and compares them with what the ledger says of them: none is missing, and none is
 * there that was taken out.
 * @param folder the content folder; `paths` are below it.
 * @param worded by release id.
 * @param allowsLost whether words may be missing.
 */
export async function readWordings(
  folder: string,
  paths: readonly string[],
  worded: Worded,
  allowsLost = false,
): Promise<Wordings> {
  const read: Wordings = { byRelease: new Map(), errors: [], warnings: [] };
  for (const path of paths) await readYear(folder, path, worded, read);
  for (const wordings of read.byRelease.values()) {
    wordings.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  }
  if (read.errors.length === 0 && !allowsLost) {
    read.errors.push(...lostWordings(folder, worded, read.byRelease));
  }
  return read;
}

async function readYear(folder: string, path: string, worded: Worded, read: Wordings) {
  const file = join(folder, path);
  const bytes = await readFile(file);
  const seen = new Set<string>();
  const problem = (line: number, message: string, hint: string): Problem => {
    return { file, line, field: 'history', message, hint };
  };
  let last = 0;
  for (const { start, end, line } of linesOf(bytes)) {
    last = line;
    const text = bytes.toString('utf8', start, end);
    const wording = parseWording(text);
    if ('message' in wording) {
      read.errors.push(problem(line, wording.message, wording.hint));
      continue;
    }
    const { release, statement } = wording;
    const own = wordingsPath(release);
    if (path !== own) {
      const hint = `move the line to ${join(folder, own)}, or delete it if it is there already`;
      read.errors.push(problem(line, `has words of ${release}, which belong elsewhere`, hint));
    } else if (isForgotten(wording, worded.get(release) ?? [])) {
      const message = `has words of ${release}#${statement} that were taken out`;
      const hint = 'they are not published; run `npm run record`, which deletes the line';
      read.warnings.push(problem(line, message, hint));
    } else if (!seen.has(text)) {
      // A merge may leave a line twice.
      seen.add(text);
      read.byRelease.set(release, [...(read.byRelease.get(release) ?? []), wording]);
    }
  }
  const fault = endFault(bytes, last);
  if (fault) read.errors.push(problem(fault.line, fault.message, fault.hint));
}

/** Whether the ledger says that these words were taken out; a merge with an older version brings them back. */
export function isForgotten(
  { statement, until }: Pick<EarlierWording, 'statement' | 'until'>,
  changes: readonly RecordedChange[],
): boolean {
  return changes.some(({ on, forgotten = [] }) => until <= on && forgotten.includes(statement));
}

/** What the ledger says was recorded, and no file has. */
function lostWordings(folder: string, worded: Worded, byRelease: Wordings['byRelease']): Problem[] {
  const problems: Problem[] = [];
  for (const [release, changes] of worded) {
    const there = new Set(
      byRelease.get(release)?.map(({ statement, until }) => `${statement} ${until}`),
    );
    const lost = changes.flatMap(({ on, words = [] }) =>
      words.filter(
        (statement) =>
          !there.has(`${statement} ${on}`) && !isForgotten({ statement, until: on }, changes),
      ),
    );
    const path = wordingsPath(release);
    for (const statement of new Set(lost)) {
      const name = `${release}#${statement}`;
      problems.push({
        file: join(folder, path),
        line: 1,
        field: 'history',
        message: `has lost earlier words of ${name}`,
        hint:
          `add the line again that \`git -C ${folder} log -p -S ${statement} -- ${path}\` shows, or say why ` +
          `it is gone: npm run record -- --forget ${name} "the reason"`,
      });
    }
  }
  return problems;
}
