import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableSource } from '../read/document.ts';
import { kindOf } from '../read/read-source.ts';
import { EXPORT, type Listed, listMany, type ManyTask, TABLE } from './list-many.ts';
import { readWhole } from '../read/read-whole.ts';
import { mboxItems } from './mbox.ts';
import { foreignDocument, lockFile } from './other-files.ts';
import type { OnSkipped, FailedItem, SkippedKind, SourceItem } from './source-item.ts';
import type { ColumnMap } from './table.ts';
import { WorkFolder } from './work-folder.ts';
import { ZIP, zipItems } from './zip-items.ts';

const MBOX = /(?:\.mbo?x|(?:^|[/\\])mbox)$/i;
/** Folders that a program shows as one file. */
const PACKAGE = /\.pages$/i;
const KNOWN =
  'documents of word processors, .txt, .html, .mht, .md, .pdf, mails (.eml, .msg, .mbox), .zip, tables (.csv, .jsonl) and exports (.xml, .json) are';
const OTHER_KIND: SkippedKind = ['file of another kind', 'files of other kinds'];

/** Lists the sources in a file with many releases; a worker process may do it. */
type ListMany = (task: ManyTask) => Promise<Listed>;

interface ListOptions {
  columns: ColumnMap;
  onSkipped: OnSkipped;
  list: ListMany;
  folder: WorkFolder;
}

type Source = SourceItem | FailedItem;

/**
 * Lists the sources in files, folders, zip archives, mailboxes, exports and tables.
 * @param onSkipped called for what cannot be imported and need not be: pictures in folders, drafts in exports.
 * @param folder takes the pictures that zip archives have beside texts.
 */
export async function* listSources(
  paths: readonly string[],
  columns: ColumnMap,
  onSkipped: OnSkipped,
  list: ListMany = listMany,
  folder = new WorkFolder(),
): AsyncGenerator<Source> {
  const options: ListOptions = { columns, onSkipped, list, folder };
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      yield { name: path, failure: new UnreadableSource('does not exist', 'check its name') };
    } else if (found.isDirectory() && !PACKAGE.test(path)) {
      const files = await filesBelow(path);
      if (!files.some(isImported)) {
        yield {
          name: path,
          failure: new UnreadableSource('contains no file that can be imported', KNOWN),
        };
      }
      for (const file of files) yield* fromFile(file, options, true);
    } else yield* fromFile(path, options, false);
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
  lockFile(name) === undefined &&
  (kindOf(name) !== undefined ||
    [TABLE, EXPORT, ZIP, MBOX].some((kind) => kind.test(name)) ||
    foreignDocument(name) !== undefined);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(({ name }) => (!name.startsWith('.') || lockFile(name)) && name !== '__MACOSX')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = names.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !PACKAGE.test(path)) return filesBelow(path);
    return entry.isFile() || entry.isDirectory() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

/** @param isFound whether it was found in a folder: what nobody asked for is skipped. */
async function* fromFile(
  path: string,
  { columns, folder, onSkipped, list }: ListOptions,
  isFound: boolean,
): AsyncGenerator<Source> {
  const fromMany = async (bytes: Uint8Array, name: string): Promise<Source[]> => {
    const { sources, skipped } = await list({ bytes, name, columns });
    for (const [what, kind] of skipped) onSkipped(what, kind);
    return sources;
  };
  /** The sources in a file, on the disk or in an archive. */
  async function* sourcesIn(
    name: string,
    own: Pick<SourceItem, 'path' | 'bytes'>,
    isOptional: boolean,
  ): AsyncGenerator<Source> {
    const lock = lockFile(name);
    const kind = kindOf(name);
    try {
      if (lock !== undefined) onSkipped(name, lock);
      else if (ZIP.test(name)) {
        throw new UnreadableSource('is a zip archive inside another', 'unpack the outer one first');
      } else if (TABLE.test(name) || EXPORT.test(name))
        yield* await fromMany(own.bytes ?? (await readWhole(path)), name);
      else if (MBOX.test(name)) yield* mboxItems(own.bytes ?? path, name);
      else if (kind !== undefined) yield { name, kind, ...own };
      else if (foreignDocument(name) === undefined && isOptional) onSkipped(name, OTHER_KIND);
      else {
        const { message, hint } = foreignDocument(name) ?? { message: 'is of a kind that cannot be imported', hint: KNOWN }; // prettier-ignore
        yield { name, failure: new UnreadableSource(message, hint) };
      }
    } catch (failure) {
      if (!(failure instanceof UnreadableSource)) throw failure;
      yield { name, failure };
    }
  }
  try {
    if (PACKAGE.test(path) && (await stat(path)).isDirectory()) {
      throw new UnreadableSource(
        'is a folder, as old versions of Pages save their documents',
        'open it in Pages, and use File → Export To → Word',
      );
    }
    if (!ZIP.test(path) || lockFile(path)) yield* sourcesIn(path, { path }, isFound);
    else
      for await (const { name, ...own } of zipItems(path, folder, isImported))
        yield* sourcesIn(`${path}: ${name}`, own, true);
  } catch (failure) {
    if (!(failure instanceof UnreadableSource)) throw failure;
    yield { name: path, failure };
  }
}
