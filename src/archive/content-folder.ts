import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Problem } from './problem.ts';

/** The files of an archive. Paths are below the content folder, with `/`, sorted by code point. */
export interface ContentFiles {
  releases: string[];
  offices: string[];
  caucuses: string[];
  media: string[];
  /** The statements as recorded, a file a year. */
  ledger: string[];
  /** Whether there is a folder: without one, a slug stands for itself. */
  hasOffices: boolean;
  hasCaucuses: boolean;
  errors: Problem[];
  warnings: Problem[];
}

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
  const tell = (list: Problem[], path: string, message: string, hint: string) =>
    list.push({ file: join(folder, path), line: 1, field: 'file', message, hint });

  async function walk(below: string): Promise<string[] | undefined> {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(
      ({ code }: NodeJS.ErrnoException) => {
        if (code !== 'ENOENT') {
          tell(errors, below, `cannot be opened (${code})`, 'make it a folder that can be read');
        }
        return undefined;
      },
    );
    if (entries === undefined) return undefined;
    const found = await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
        .map((entry) => visit(`${below}/${entry.name}`, entry)),
    );
    return found.flat();
  }

  async function visit(path: string, entry: Dirent): Promise<string[]> {
    if (entry.isDirectory()) return (await walk(path)) ?? [];
    if (entry.isFile()) return [path];
    if (!entry.isSymbolicLink()) {
      tell(errors, path, 'is neither a file nor a folder', 'move it out of the archive');
      return [];
    }
    const target = await realpath(join(root, path)).catch(() => undefined);
    // What lies under media/ is published: a link from there to a source or a text would publish that.
    const isMedia = path.startsWith('media/');
    const home = isMedia ? await realpath(join(root, 'media')) : root;
    const way = target === undefined ? '..' : relative(home, target);
    if (target === undefined || isAbsolute(way) || way.split(sep)[0] === '..') {
      const out = isMedia ? 'out of media/' : 'out of the archive';
      const where = target === undefined ? 'nowhere' : out;
      tell(errors, path, `is a link that leads ${where}`, 'put the file itself in its place');
    } else if ((await stat(target)).isDirectory()) {
      tell(errors, path, 'is a link to a folder', 'put the folder itself in its place');
    } else {
      return [path];
    }
    return [];
  }

  /** The files with this ending; a stray file is told of, not passed over in silence. */
  async function list(name: string, ending: string, hint: string) {
    const all = await walk(name);
    const kept = all?.filter((path) => path.endsWith(ending));
    for (const path of all ?? []) {
      if (!path.endsWith(ending))
        tell(warnings, path, `is passed over: it is no ${ending} file`, hint);
    }
    return { there: all !== undefined, files: (kept ?? []).sort() };
  }

  const releases = await list('releases', '.md', 'write the release as Markdown in a file *.md');
  if (!releases.there) {
    throw new MissingFolder(join(folder, 'releases'), 'Put the releases there, a file each.');
  }
  const offices = await list('offices', '.yaml', 'an office is described in a file *.yaml');
  const caucuses = await list('caucuses', '.yaml', 'a caucus is described in a file *.yaml');
  const ledger = await list('ledger', '.jsonl', 'the ledger has a file *.jsonl for each year');
  return {
    releases: releases.files,
    offices: offices.files,
    caucuses: caucuses.files,
    media: ((await walk('media')) ?? []).sort(),
    ledger: ledger.files,
    hasOffices: offices.there,
    hasCaucuses: caucuses.there,
    errors,
    warnings,
  };
}
