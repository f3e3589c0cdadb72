import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual as isSame } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { replaceFiles } from '../../files/replace-files.ts';
import { writeNewFile } from '../../files/write-new-file.ts';
import type { Outcome } from '../ports.ts';
import { asList } from '../resolve/raw-fields.ts';
import type { ImportedFile } from './imported-files.ts';
import { mergeMedia } from './merge-media.ts';
import { mergeRelease } from './merge-release.ts';
import { partsOf, releaseText, type Version } from './release-file.ts';

/**
 * Writes a release and what belongs to it, all or nothing, and never over anything.
 * @returns whether it was written; false if its file was there.
 */
export async function storeNew(
  contentDir: string,
  path: string,
  text: string,
  media: readonly ImportedFile[],
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
  now: Version & { media: readonly ImportedFile[] },
  last: Outcome | undefined,
): Promise<Change> {
  const file = join(contentDir, path);
  const old = await readFile(file, 'utf8');
  const there = partsOf(old);
  const { fields, markdown, notes } = mergeRelease(there, now, last);
  const read = (name: string) => readIfThere(join(contentDir, name));
  const media = await mergeMedia(asList(there.fields['attachments']), now.media, last, read);
  const attachments = isSame(media.attachments, asList(there.fields['attachments']))
    ? there.fields['attachments']
    : media.attachments;
  if (asList(attachments).length > 0) fields['attachments'] = attachments;
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
