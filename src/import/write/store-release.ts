import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual as isSame } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { readIfExists } from '../../files/read-if-exists.ts';
import { replaceFiles } from '../../files/replace-files.ts';
import { writeNewFile } from '../../files/write-new-file.ts';
import type { Outcome } from '../ports.ts';
import { asList } from '../resolve/raw-fields.ts';
import type { ImportedFile } from './imported-files.ts';
import { mergeMedia } from './merge-media.ts';
import { mergeRelease } from './merge-release.ts';
import { partsOf, releaseText, type Version } from './release-file.ts';

/**
 * Writes a new release and its files, all or nothing, and overwrites nothing.
 * @returns whether it was written; false if its file existed.
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
      // An interrupted run may have written these files, but not yet their release.
      else if (!Buffer.from(bytes).equals(await readFile(file)))
        throw new Error(`${file} already exists`);
    }
    // Last: nothing refers to the files before the release exists.
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

/** How an existing release would change. */
export interface Change {
  text: string;
  /** As `diff -u` prints it; empty if its file does not change. */
  diff: string;
  /** What changes under `media/`, by path. */
  files: ReadonlyMap<string, Uint8Array>;
  notes: string[];
}

/**
 * Compares an existing release with what its source says now.
 * @param previous what the last import wrote.
 */
export async function changeOf(
  contentDir: string,
  path: string,
  now: Version & { media: readonly ImportedFile[] },
  previous: Outcome | undefined,
): Promise<Change> {
  const file = join(contentDir, path);
  const old = await readFile(file, 'utf8');
  const existing = partsOf(old);
  const { fields, markdown, notes } = mergeRelease(existing, now, previous);
  const read = (name: string) => readIfExists(join(contentDir, name));
  const media = await mergeMedia(asList(existing.fields['attachments']), now.media, previous, read);
  const attachments = isSame(media.attachments, asList(existing.fields['attachments']))
    ? existing.fields['attachments']
    : media.attachments;
  if (asList(attachments).length > 0) fields['attachments'] = attachments;
  // Frontmatter that does not change stays as it was typed.
  const isSameFrontmatter = isSame(fields, { ...existing.fields });
  const body = markdown === existing.markdown.trim() ? existing.markdown : `\n${markdown}\n`;
  const text = isSameFrontmatter
    ? `${existing.head}${body}`
    : releaseText(fields, body.replace(/^\n/, ''));
  const diff =
    old === text ? '' : createTwoFilesPatch(file, file, old, text, 'now', 'from the source');
  return { text, diff, files: media.files, notes: [...notes, ...media.notes] };
}

export const storeChange = (contentDir: string, path: string, { text, files }: Change) =>
  replaceFiles(contentDir, new Map<string, string | Uint8Array>([[path, text], ...files]));
