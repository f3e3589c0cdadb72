import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipEntries } from '../read/zip.ts';
import type { SourceItem } from './source-item.ts';
import type { WorkFolder } from './work-folder.ts';

export const ZIP = /\.zip$/i;
/** Texts that refer to pictures beside them, as in what Google Docs saves as “Web page (.html, zipped)”. */
const PAGE = /\.(?:html?|xhtml|md|markdown)$/i;
/** Pictures, and what releases of another archive have under `media/`. */
const BESIDE = /\.(?:png|jpe?g|gif|webp|avif|svg)$|(?:^|\/)media\//i;

/** A file of a zip archive: its bytes, and the path that it would have were the archive unpacked. */
type ZipItem = Pick<SourceItem, 'name' | 'path' | 'bytes'>;

/**
 * The files of a zip archive. Only pictures beside texts are unpacked, so that their reader finds them.
 * @param isImported whether to read a file of this name.
 */
export async function* zipItems(
  path: string,
  folder: WorkFolder,
  isImported: (name: string) => boolean,
): AsyncGenerator<ZipItem> {
  const unpacked = await unpackPictures(path, folder);
  for await (const entry of zipEntries(path)) {
    const { name } = entry;
    const base = name.split('/').at(-1) ?? '';
    if ((base.startsWith('.') && !base.startsWith('.~lock.')) || name.startsWith('__MACOSX/')) continue; // prettier-ignore
    yield {
      name,
      bytes: isImported(name) ? await entry.read() : undefined,
      path: unpacked !== undefined && PAGE.test(name) ? join(unpacked, name) : undefined,
    };
  }
}

async function unpackPictures(path: string, folder: WorkFolder): Promise<string | undefined> {
  const names: string[] = [];
  for await (const { name } of zipEntries(path)) names.push(name);
  if (!names.some((name) => PAGE.test(name)) || !names.some((name) => BESIDE.test(name))) return undefined; // prettier-ignore
  const unpacked = await folder.newFolder();
  for await (const entry of zipEntries(path)) {
    if (!BESIDE.test(entry.name) || entry.name.startsWith('__MACOSX/')) continue;
    const file = join(unpacked, entry.name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await entry.read());
  }
  return unpacked;
}
