import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableSource } from '../read/document.ts';
import { kindOf } from '../read/read-source.ts';
import { EXPORT, type Listed, listMany, type ManyTask, TABLE } from './list-many.ts';
import { readWhole } from '../read/read-whole.ts';
import type { OnSkipped, FailedItem, SkippedKind, SourceItem } from './source-item.ts';
import type { ColumnMap } from './table.ts';
import { zipEntries } from '../read/zip.ts';

const ZIP = /\.zip$/i;
/** Documents of kinds that no library reads well enough. */
const FOREIGN = /\.(?:doc|rtf|odt|pages|wpd|wps|msg)$/i;
const KNOWN = '.txt, .html, .docx, .eml, .md, .pdf, .zip, .xml of WordPress, .csv and .jsonl are';
const OTHER_KIND: SkippedKind = ['file of another kind', 'files of other kinds'];
const SAVE_AS = 'open it in Word or LibreOffice, save it as .docx, and import that';

/** Lists the sources in a file with many releases; a worker process may do it. */
type ListMany = (task: ManyTask) => Promise<Listed>;

/**
 * Lists the sources in files, folders, zip archives, exports and tables.
 * @param onSkipped called for what cannot be imported: pictures in folders, drafts in exports.
 */
export async function* listSources(
  paths: readonly string[],
  columns: ColumnMap,
  onSkipped: OnSkipped,
  list: ListMany = listMany,
): AsyncGenerator<SourceItem | FailedItem> {
  const fromMany = async (bytes: Uint8Array, name: string) => {
    try {
      const { sources, skipped } = await list({ bytes, name, columns });
      for (const [what, kind] of skipped) onSkipped(what, kind);
      return sources;
    } catch (failure) {
      if (!(failure instanceof UnreadableSource)) throw failure;
      return [{ name, failure }];
    }
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      yield { name: path, failure: new UnreadableSource('does not exist', 'check its name') };
    } else if (found.isDirectory()) {
      const files = await filesBelow(path);
      if (!files.some(isImported)) {
        yield {
          name: path,
          failure: new UnreadableSource('contains no file that can be imported', KNOWN),
        };
      }
      for (const file of files) {
        if (isImported(file)) yield* fromFile(file, fromMany, onSkipped);
        else onSkipped(file, OTHER_KIND);
      }
    } else yield* fromFile(path, fromMany, onSkipped);
  }
}

/** The files among the paths and in folders, without looking into archives and tables. */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const lists = paths.map(async (path) => {
    const found = await stat(path).catch(() => undefined);
    return found?.isDirectory() ? (await filesBelow(path)).filter(isImported) : [path];
  });
  return (await Promise.all(lists)).flat();
}

const isImported = (name: string) =>
  kindOf(name) !== undefined ||
  TABLE.test(name) ||
  EXPORT.test(name) ||
  ZIP.test(name) ||
  FOREIGN.test(name);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$') && name !== '__MACOSX')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = names.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

type FromMany = (bytes: Uint8Array, name: string) => Promise<(SourceItem | FailedItem)[]>;

async function* fromFile(
  path: string,
  fromMany: FromMany,
  onSkipped: OnSkipped,
): AsyncGenerator<SourceItem | FailedItem> {
  try {
    if (ZIP.test(path)) yield* fromZip(path, fromMany, onSkipped);
    else if (TABLE.test(path) || EXPORT.test(path))
      yield* await fromMany(await readWhole(path), path);
    else yield fromOne(path, path, undefined);
  } catch (failure) {
    if (!(failure instanceof UnreadableSource)) throw failure;
    yield { name: path, failure };
  }
}

function fromOne(
  name: string,
  path: string | undefined,
  bytes: Uint8Array | undefined,
): SourceItem | FailedItem {
  const kind = kindOf(name);
  if (kind !== undefined) return { name, kind, path, bytes };
  const failure = FOREIGN.test(name)
    ? new UnreadableSource('is of a kind that cannot be imported', SAVE_AS)
    : new UnreadableSource('is of a kind that cannot be imported', KNOWN);
  return { name, failure };
}

async function* fromZip(
  path: string,
  fromMany: FromMany,
  onSkipped: OnSkipped,
): AsyncGenerator<SourceItem | FailedItem> {
  for await (const entry of zipEntries(path)) {
    const name = `${path}: ${entry.name}`;
    const base = entry.name.split('/').at(-1) ?? '';
    if (base.startsWith('.') || entry.name.startsWith('__MACOSX/')) continue;
    if (!isImported(entry.name)) {
      onSkipped(name, OTHER_KIND);
      continue;
    }
    if (ZIP.test(entry.name)) {
      yield {
        name,
        failure: new UnreadableSource(
          'is a zip archive inside another',
          'unpack the outer one first',
        ),
      };
    } else if (TABLE.test(entry.name) || EXPORT.test(entry.name))
      yield* await fromMany(await entry.read(), name);
    else yield fromOne(name, undefined, FOREIGN.test(name) ? undefined : await entry.read());
  }
}
