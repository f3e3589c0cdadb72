import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { Problem } from './problem.ts';
import { isHousekeeping, strayAtTop, strayFile } from './stray-files.ts';

/** The files of an archive. Paths are below the content folder, with `/`, sorted by code point. */
export interface ContentFiles {
  releases: string[];
  offices: string[];
  caucuses: string[];
  media: string[];
  /** The archive's own pages, and what its own face is made of. */
  pages: string[];
  face: string[];
  /** The statements as recorded, a file a year. */
  ledger: string[];
  /** Earlier wordings of statements, a file a year. */
  history: string[];
  /** Whether there is a folder: without one, any slug is valid. */
  hasOffices: boolean;
  hasCaucuses: boolean;
  errors: Problem[];
  warnings: Problem[];
}

/** Names that lead to no file (Node reads bytes that are not UTF-8 as U+FFFD), or spoil a report. */
const isUnusable = (name: string) => /[\p{Cc}\u2028\u2029\ufffd]/u.test(name);

/** There is no archive to read: the content folder, or `releases` in it, isn't there. */
export class MissingFolder extends Error {
  override name = 'MissingFolder';
  /** The same, for those who read problems. */
  readonly problem: Problem;

  constructor(folder: string, advice: string) {
    super(`There is no folder ${folder}. ${advice}`);
    const hint = advice.replace(/\.$/, '').replace(/^./, (letter) => letter.toLowerCase());
    this.problem = { file: folder, line: 1, field: 'file', message: 'is missing', hint };
  }
}

/**
 * Lists what a content folder holds.
 * @param folder as given, so that problems name files as the person would.
 * @throws {MissingFolder}
 */
export async function listContent(folder: string): Promise<ContentFiles> {
  const root = await realpath(folder).catch(() => {
    throw new MissingFolder(folder, 'Set CONTENT_DIR to the folder of the archive.');
  });
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const report = (list: Problem[], path: string, message: string, hint: string) =>
    list.push({ file: join(folder, path), line: 1, field: 'file', message, hint });

  /** @param onHidden called for what is hidden by a name that begins with a dot, or ends with ~. */
  async function walk(
    below: string,
    onHidden: (path: string) => void = () => undefined,
  ): Promise<string[] | undefined> {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(
      ({ code }: NodeJS.ErrnoException) => {
        if (code !== 'ENOENT') {
          report(errors, below, `cannot be opened (${code})`, 'make it a folder that can be read');
        }
        return undefined;
      },
    );
    if (entries === undefined) return undefined;
    const isHidden = ({ name }: Dirent) => name.startsWith('.') || name.endsWith('~');
    for (const entry of entries.filter(isHidden)) onHidden(`${below}/${entry.name}`);
    const found = await Promise.all(
      entries
        .filter((entry) => !isHidden(entry))
        .map((entry) => visit(`${below}/${entry.name}`, entry, onHidden)),
    );
    return found.flat();
  }

  async function visit(
    path: string,
    entry: Dirent,
    onHidden: (path: string) => void,
  ): Promise<string[]> {
    if (isUnusable(entry.name)) {
      const message = 'has a name with a line break, or with bytes that are not UTF-8';
      report(errors, path, message, 'give it a name of letters, digits and hyphens');
      return [];
    }
    if (entry.isDirectory()) return (await walk(path, onHidden)) ?? [];
    if (entry.isFile()) return [path];
    if (!entry.isSymbolicLink()) {
      report(errors, path, 'is neither a file nor a folder', 'move it out of the archive');
      return [];
    }
    const target = await realpath(join(root, path)).catch(() => undefined);
    // What lies there is published: a link from there to a source or a text would publish that.
    const published = ['media', 'site'].find((folder) => path.startsWith(`${folder}/`));
    const home = published ? await realpath(join(root, published)) : root;
    const way = target === undefined ? '..' : relative(home, target);
    if (target === undefined || isAbsolute(way) || way.split(sep)[0] === '..') {
      const out = published ? `out of ${published}/` : 'out of the archive';
      const where = target === undefined ? 'nowhere' : out;
      report(errors, path, `is a link that leads ${where}`, 'put the file itself in its place');
    } else if ((await stat(target)).isDirectory()) {
      report(errors, path, 'is a link to a folder', 'put the folder itself in its place');
    } else {
      return [path];
    }
    return [];
  }

  /** The files with this ending; every other is reported, but for those of systems and editors. */
  async function list(folder: string, ending: '.md' | '.yaml' | '.jsonl', hint: string) {
    const what = folder === 'pages' ? 'page' : 'release';
    const strays: string[] = [];
    const all = await walk(folder, (path) => strays.push(path));
    const files = (all ?? []).filter((path) => path.endsWith(ending)).sort();
    strays.push(...(all ?? []).filter((path) => !path.endsWith(ending)));
    for (const path of strays.sort()) {
      const name = basename(path);
      if (isHousekeeping(name)) continue;
      const stray = strayFile(name, ending, hint, what);
      report(warnings, path, stray.message, stray.hint);
    }
    return { there: all !== undefined, files };
  }

  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    const stray = strayAtTop(entry.name, entry.isDirectory());
    if (stray !== undefined) report(warnings, entry.name, stray.message, stray.hint);
  }

  const releases = await list('releases', '.md', 'write the release as Markdown in a file *.md');
  if (!releases.there) {
    throw new MissingFolder(join(folder, 'releases'), 'Put the releases there, a file each.');
  }
  const offices = await list('offices', '.yaml', 'an office is described in a file *.yaml');
  const caucuses = await list('caucuses', '.yaml', 'a caucus is described in a file *.yaml');
  const pages = await list(
    'pages',
    '.md',
    'write its words as Markdown in a file *.md here, or put it under media/ and link to it',
  );
  const ledger = await list('ledger', '.jsonl', 'the ledger has a file *.jsonl for each year');
  const history = await list('history', '.jsonl', 'it has a file *.jsonl for each year');
  return {
    releases: releases.files,
    offices: offices.files,
    caucuses: caucuses.files,
    media: ((await walk('media')) ?? []).sort(),
    pages: pages.files,
    face: ((await walk('site')) ?? []).sort(),
    ledger: ledger.files,
    history: history.files,
    hasOffices: offices.there,
    hasCaucuses: caucuses.there,
    errors,
    warnings,
  };
}
