import { readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isDeepStrictEqual as isSame } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { Attachment } from '../../archive/frontmatter.ts';
import { replaceFiles } from '../../files/replace-files.ts';
import { writeNewFile } from '../../files/write-new-file.ts';
import { yearOf } from '../../archive/day.ts';
import { slugFromTitle } from '../../archive/new-release.ts';
import type { SourceFile } from '../read/document.ts';
import { listOf, mergeMedia } from './merge-media.ts';
import { mergeRelease, type Version } from './merge-release.ts';
import { partsOf, releaseText } from './release-file.ts';
import type { Wrote } from './outcome.ts';

/** A file that goes to `media/` with a release, and how the release names it; or a source that is kept. */
export interface MediaFile {
  /** Below the content folder. */
  path: string;
  bytes: Uint8Array;
  /** Undefined where the text itself shows it, and for what is not published. */
  attachment: Attachment | undefined;
}

/** Names what came with a source after the release it belongs to. */
export function mediaOf(
  id: string,
  files: readonly SourceFile[],
  source: SourceFile | undefined,
): MediaFile[] {
  const taken = new Set<string>();
  return [...files, ...(source ? [source] : [])].map(
    ({ name, bytes, alt, title, place, isShown }) => {
      const file = place ?? freePath(id, name, taken);
      taken.add(file);
      const attachment = { file, title: title ?? alt ?? name, ...(alt !== undefined && { alt }) };
      return { path: join('media', file), bytes, attachment: isShown ? undefined : attachment };
    },
  );
}

/** A source as it is kept: under `sources/`, which no build reads. */
export function keptSource(id: string, { name, bytes }: SourceFile): MediaFile {
  const path = join('sources', freePath(id, name, new Set()));
  return { path, bytes, attachment: undefined };
}

function freePath(id: string, name: string, taken: ReadonlySet<string>): string {
  const extension = extname(name)
    .toLowerCase()
    .replace(/[^.a-z0-9]/g, '');
  const words = slugFromTitle(name.slice(0, name.length - extname(name).length)) || 'file';
  const path = `${yearOf(id)}/${id}-${words}`;
  let file = `${path}${extension}`;
  for (let n = 2; taken.has(file); n++) file = `${path}-${n}${extension}`;
  return file;
}

/**
 * Writes a release and what belongs to it, all or nothing, and never over anything.
 * @returns whether it was written; false if its file was there.
 */
export async function storeNew(
  contentDir: string,
  path: string,
  text: string,
  media: readonly MediaFile[],
): Promise<boolean> {
  const written: string[] = [];
  try {
    for (const { path: name, bytes } of media) {
      const file = join(contentDir, name);
      if (await writeNewFile(file, bytes)) written.push(file);
      // The same bytes are there where a run was killed between these files and their release.
      else if (!Buffer.from(bytes).equals(await readFile(file)))
        throw new Error(`${file} is there already`);
    }
    // Last: without the release nobody asks for its files.
    if (await writeNewFile(join(contentDir, path), text)) return true;
    await removeAll(written);
    return false;
  } catch (cause) {
    await removeAll(written);
    throw cause;
  }
}

const removeAll = (files: readonly string[]) =>
  Promise.all(files.map((file) => rm(file, { force: true })));

/** How a release that is there would change. */
export interface Change {
  text: string;
  /** As `diff -u` prints it; empty if its words stay as they are. */
  diff: string;
  /** What changes under `media/`, by path. */
  files: ReadonlyMap<string, Uint8Array>;
  notes: string[];
}

/**
 * Compares a release that is there with what its source says now.
 * @param last what the source said when it was imported last.
 */
export async function changeOf(
  contentDir: string,
  path: string,
  now: Version & { media: readonly MediaFile[] },
  last: Wrote | undefined,
): Promise<Change> {
  const file = join(contentDir, path);
  const old = await readFile(file, 'utf8');
  const there = partsOf(old);
  const { fields, markdown, notes } = mergeRelease(there, now, last);
  const read = (name: string) => readIfThere(join(contentDir, name));
  const media = await mergeMedia(listOf(there.fields['attachments']), now.media, last, read);
  const attachments = isSame(media.attachments, listOf(there.fields['attachments']))
    ? there.fields['attachments']
    : media.attachments;
  if (listOf(attachments).length > 0) fields['attachments'] = attachments;
  // What does not change stays as it was typed.
  const isKept = isSame(fields, { ...there.fields });
  const body = markdown === there.markdown.trim() ? there.markdown : `\n${markdown}\n`;
  const text = isKept ? `${there.head}${body}` : releaseText(fields, body.replace(/^\n/, ''));
  const diff =
    old === text ? '' : createTwoFilesPatch(file, file, old, text, 'now', 'from the source');
  return { text, diff, files: media.files, notes: [...notes, ...media.notes] };
}

export const storeChange = (contentDir: string, path: string, { text, files }: Change) =>
  replaceFiles(contentDir, new Map<string, string | Uint8Array>([[path, text], ...files]));

const readIfThere = (file: string) =>
  readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
