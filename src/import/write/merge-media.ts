import { hash } from 'node:crypto';
import { isDeepStrictEqual as isSame } from 'node:util';
import type { Attachment } from '../../archive/frontmatter.ts';
import type { Outcome } from '../ports.ts';
import { asList } from '../resolve/raw-fields.ts';
import type { ImportedFile } from './imported-files.ts';

/** The merged attachments of a release, and the files to write under `media/`. */
interface MergedMedia {
  attachments: unknown[];
  /** The files to write, by path below the content folder. */
  files: Map<string, Uint8Array>;
  notes: string[];
}

/**
 * Merges the attachments of an existing release with the files that come with its source now. What a
 * person changed, removed or added stays; no file is deleted.
 * @param existing the release's attachments.
 * @param previous what the previous import wrote.
 * @param read reads a file below the content folder; undefined if it does not exist.
 */
export async function mergeMedia(
  existing: readonly unknown[],
  now: readonly ImportedFile[],
  previous: Outcome | undefined,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<MergedMedia> {
  const merged: MergedMedia = { attachments: [...existing], files: new Map(), notes: [] };
  const before = asList(previous?.fields['attachments']);
  const placeOf = (path: string) => merged.attachments.findIndex((one) => pathOf(one) === path);
  for (const { path, bytes, attachment } of now) {
    const [known, onDisk] = [previous?.media[path], await read(path)];
    const place = placeOf(path);
    if (known !== undefined && place === -1 && attachment !== undefined) continue; // removed by hand
    const next = hash('sha256', bytes);
    if (onDisk === undefined || hash('sha256', onDisk) === known) {
      if (onDisk === undefined || next !== known) merged.files.set(path, bytes);
      if (onDisk !== undefined && next !== known) merged.notes.push(`${path} changed.`);
    } else if (hash('sha256', onDisk) !== next && next !== known) {
      merged.notes.push(
        `${path} was changed by hand and stays; its source now has another version of ${bytes.length.toLocaleString('en')} bytes.`,
      );
    }
    const old = merged.attachments[place];
    if (attachment === undefined) {
      // The text shows now what was listed before.
      const isListed = now.some((one) => one.path === path && one.attachment !== undefined);
      const isImported = place !== -1 && before.some((one) => isSame(one, old));
      if (isImported && !isListed) merged.attachments.splice(place, 1);
      continue;
    }
    if (place === -1) merged.attachments.push(attachment);
    else if (before.some((one) => isSame(one, old))) merged.attachments[place] = attachment;
  }
  for (const [path, known] of Object.entries(previous?.media ?? {})) {
    const place = placeOf(path);
    if (place === -1 || now.some((one) => one.path === path)) continue;
    const onDisk = await read(path);
    const isByHand = !before.some((one) => isSame(one, merged.attachments[place]));
    if (isByHand || (onDisk !== undefined && hash('sha256', onDisk) !== known)) {
      merged.notes.push(`${path} is no longer in its source; it was changed by hand and stays.`);
      continue;
    }
    merged.attachments.splice(place, 1);
    merged.notes.push(
      `${path} is no longer in its source and was removed from attachments; delete it if nothing else refers to it.`,
    );
  }
  return merged;
}

/** The path of an attachment below the content folder. */
function pathOf(attachment: unknown): string | undefined {
  const file = (attachment as Partial<Attachment> | null)?.file;
  return typeof file === 'string' ? `media/${file.replace(/^\/?(?:media\/)?/, '')}` : undefined;
}
