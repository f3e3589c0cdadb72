import { hash } from 'node:crypto';
import { isDeepStrictEqual as isSame } from 'node:util';
import type { Attachment } from '../../archive/frontmatter.ts';
import type { Outcome } from '../ports.ts';
import { asList } from '../resolve/raw-fields.ts';
import type { ImportedFile } from './imported-files.ts';

/** What becomes of the attachments of a release, and of files under `media/`. */
export interface MergedMedia {
  attachments: unknown[];
  /** The files to write, by path below the content folder. */
  files: Map<string, Uint8Array>;
  notes: string[];
}

/**
 * Puts together the attachments of a release that is there and what comes with its source now. What a
 * person changed, took out or added stays; nothing is deleted.
 * @param there as the release names them.
 * @param last what came with the source at the last import.
 * @param read a file below the content folder; undefined if it is not there.
 */
export async function mergeMedia(
  there: readonly unknown[],
  now: readonly ImportedFile[],
  last: Outcome | undefined,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<MergedMedia> {
  const merged: MergedMedia = { attachments: [...there], files: new Map(), notes: [] };
  const before = asList(last?.fields['attachments']);
  const placeOf = (path: string) => merged.attachments.findIndex((one) => pathOf(one) === path);
  for (const { path, bytes, attachment } of now) {
    const [known, onDisk] = [last?.media[path], await read(path)];
    const place = placeOf(path);
    if (known !== undefined && place === -1 && attachment !== undefined) continue; // taken out by hand
    const next = hash('sha256', bytes);
    if (onDisk === undefined || hash('sha256', onDisk) === known) {
      if (onDisk === undefined || next !== known) merged.files.set(path, bytes);
      if (onDisk !== undefined && next !== known) merged.notes.push(`${path} changed.`);
    } else if (hash('sha256', onDisk) !== next && next !== known) {
      merged.notes.push(
        `${path} is not as it was imported and stays; its source has another of ${bytes.length.toLocaleString('en')} bytes now.`,
      );
    }
    const old = merged.attachments[place];
    if (attachment === undefined) continue;
    if (place === -1) merged.attachments.push(attachment);
    else if (before.some((one) => isSame(one, old))) merged.attachments[place] = attachment;
  }
  for (const [path, known] of Object.entries(last?.media ?? {})) {
    const place = placeOf(path);
    if (place === -1 || now.some((one) => one.path === path)) continue;
    const onDisk = await read(path);
    const isByHand = !before.some((one) => isSame(one, merged.attachments[place]));
    if (isByHand || (onDisk !== undefined && hash('sha256', onDisk) !== known)) {
      merged.notes.push(`${path} is not in its source any more; changed by hand, it stays.`);
      continue;
    }
    merged.attachments.splice(place, 1);
    merged.notes.push(
      `${path} is not in its source any more, nor in attachments; delete it if nothing else names it.`,
    );
  }
  return merged;
}

/** The path below the content folder of what a release names. */
function pathOf(attachment: unknown): string | undefined {
  const file = (attachment as Partial<Attachment> | null)?.file;
  return typeof file === 'string' ? `media/${file.replace(/^\/?(?:media\/)?/, '')}` : undefined;
}
