import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LedgerIndex } from '../archive/ledger/ledger-files.ts';
import { readLines } from '../archive/ledger/ledger-lines.ts';
import type { Problem } from '../archive/problem.ts';
import { releasePath } from '../archive/release.ts';
import { compareWithCopy } from './ledger-copy.ts';
import { type FormerLine, formerLines, gitLines } from './ledger-history.ts';

/** A former line, and those of its statements that no line has any more. */
interface LostLine extends FormerLine {
  missing: readonly string[];
}

/** Releases that are named in one message. */
const NAMED = 3;

export interface LostLinesOptions {
  contentDir: string;
  cacheDir?: string | undefined;
  index: LedgerIndex;
  /** The files of the ledger that exist, below the content folder. */
  files: readonly string[];
  /** The releases that exist. */
  releases: readonly { id: string; aliases: readonly string[] }[];
}

/**
 * Reports statements that were recorded and of which the ledger knows nothing any more, whatever took them
 * away: their links would lead nowhere, and nothing would say so. Each error has the command that restores them.
 */
export async function lostLines(options: LostLinesOptions): Promise<Problem[]> {
  const { contentDir, cacheDir, files } = options;
  const copied = await compareWithCopy(contentDir, cacheDir, files);
  const former = [...(await formerLines(contentDir, cacheDir)), ...(copied?.lines ?? [])];
  const lost = former.flatMap((line) => missingIn(line, options) ?? []);
  if (lost.length === 0 || (await isOtherArchive(lost, options))) {
    await copied?.keep();
    return [];
  }
  // The newest version of a line has all ids that an older one had, or is a merge's other side.
  const first = new Map<string, LostLine>();
  for (const line of lost.toSorted((a, b) => Number(!!a.commit) - Number(!!b.commit))) {
    const before = first.get(line.release);
    if (
      !before ||
      (before.missing.length < line.missing.length && !!before.commit === !!line.commit)
    ) {
      first.set(line.release, line);
    }
  }
  const all = [...first.values()];
  const committed = all.filter(({ commit }) => commit !== undefined);
  const others = all.filter(({ commit }) => commit === undefined);
  const isWhole = files.length === 0 && others.length > 0 && others.every(({ copy }) => !copy);
  const reported = isWhole ? committed : [...others, ...committed];
  const groups = Map.groupBy(
    reported,
    ({ path, commit, copy }) => `${path} ${commit ?? copy ?? ''}`,
  );
  // What git restores as a whole is there when the lines of older commits are added.
  const back = new Set(isWhole ? reported.map(({ path }) => path) : files);
  const releases = new Set(options.releases.map(({ id }) => id));
  const problems = isWhole
    ? [
        wholeLedger(
          contentDir,
          others.map(({ release }) => release),
        ),
      ]
    : [];
  for (const lines of groups.values()) {
    problems.push(await problemOf(lines, { contentDir, files: back, releases }));
    for (const { path } of lines) back.add(path);
  }
  return problems;
}

/** What no line has any more of a former one; undefined where nothing is lost. */
function missingIn(line: FormerLine, { index, releases }: LostLinesOptions): LostLine | undefined {
  const path = releasePath(line.release);
  const own = index.places.get(line.release);
  const moved = releases.find(({ aliases }) => aliases.includes(path));
  const places = own ?? (moved && index.places.get(moved.id));
  if (places === undefined) return { ...line, missing: line.ids };
  const text = readLines(places).join('\n');
  const missing = line.ids.filter((id) => !text.includes(`"id":"${id}"`));
  return missing.length > 0 ? { ...line, missing } : undefined;
}

/**
 * Whether another archive has been begun in the folder: nothing of what was recorded is left, and `site.yaml`
 * is another one.
 */
async function isOtherArchive(
  lost: readonly FormerLine[],
  { contentDir, index, releases }: LostLinesOptions,
): Promise<boolean> {
  const present = new Set(releases.map(({ id }) => id));
  const isLeft = ({ release }: FormerLine) => index.places.has(release) || present.has(release);
  if (lost.some(isLeft)) return false;
  const [commit] = lost.map((line) => line.commit);
  const revision = commit === undefined ? 'HEAD' : `${commit}^`;
  const before = await gitLines(contentDir, ['show', `${revision}:./site.yaml`]);
  const now = await readFile(join(contentDir, 'site.yaml'), 'utf8').catch(() => '');
  return before.join('\n').trimEnd() !== now.replace(/\r\n/g, '\n').trimEnd();
}

function wholeLedger(contentDir: string, releases: string[]): Problem {
  return {
    file: join(contentDir, 'ledger'),
    line: 1,
    field: 'ledger',
    message: `is missing, though git has it: links to the statements of ${named(releases)} would lead nowhere`,
    hint: `restore it: ${git(contentDir)} checkout HEAD -- ledger`,
  };
}

interface Place {
  contentDir: string;
  /** The files of the ledger that exist, or will when what was reported before is restored. */
  files: ReadonlySet<string>;
  releases: ReadonlySet<string>;
}

async function problemOf(lines: LostLine[], place: Place): Promise<Problem> {
  const { contentDir, files, releases } = place;
  const [{ path }] = lines as [LostLine];
  const file = join(contentDir, path);
  const sum = lines.reduce((all, { missing }) => all + missing.length, 0);
  const count = sum === 1 ? 'a statement' : sum === 0 ? 'the line' : `${sum} statements`;
  const names = named(lines.map(({ release }) => release));
  const message = `has lost ${count} of ${names}: the links would lead nowhere`;
  const restore = await restoring(lines, contentDir, files.has(path));
  const isGone = lines.some((line) => !releases.has(line.release));
  const then = isGone
    ? 'then put the release back, or say why it is gone: npm run record -- --gone "the reason"'
    : 'then run `npm run record`';
  return { file, line: 1, field: 'ledger', message, hint: `restore it: ${restore}; ${then}` };
}

/** The command that restores lines: the whole file where there is none, otherwise those behind the others. */
async function restoring(lines: LostLine[], contentDir: string, hasFile: boolean) {
  const [{ path, commit, copy, release }] = lines as [LostLine];
  const file = quoted(join(contentDir, path));
  const revision = commit === undefined ? 'HEAD' : await parentWith(contentDir, commit, lines);
  if (!hasFile) {
    const folder = quoted(dirname(join(contentDir, path)));
    return copy
      ? `mkdir -p ${folder} && cp ${quoted(copy)} ${file}`
      : `${git(contentDir)} checkout ${revision} -- ${path}`;
  }
  const show = copy ? `cat ${quoted(copy)}` : `${git(contentDir)} show ${revision}:./${path}`;
  const some = lines.length === 1 ? ` | grep -F '"release":"${release}"'` : '';
  return `${show}${some} >> ${file}`;
}

/** The parent of a commit that has these lines: a merge has several. */
async function parentWith(contentDir: string, commit: string, lines: FormerLine[]) {
  const [{ path, release }] = lines as [FormerLine];
  for (const parent of [`${commit}^`, `${commit}^2`]) {
    const text = await gitLines(contentDir, ['show', `${parent}:./${path}`]);
    if (text.some((line) => line.includes(`"release":"${release}"`))) return short(parent);
  }
  return short(`${commit}^`);
}

/** A revision with as many characters of the commit's id as people write. */
const short = (revision: string) => revision.slice(0, 12) + revision.slice(revision.indexOf('^'));

const named = (releases: readonly string[]) =>
  releases.slice(0, NAMED).join(', ') +
  (releases.length > NAMED ? ` and ${releases.length - NAMED} more` : '');

const git = (contentDir: string) => `git -C ${quoted(contentDir)}`;

/** As a shell takes it. */
const quoted = (path: string) =>
  /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
