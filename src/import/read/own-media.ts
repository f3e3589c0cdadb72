import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { LeftOut, SourceDocument, SourceFile } from './document.ts';
import { readWhole } from './read-whole.ts';

/**
 * Adds the files that a release of another archive has under `media/`, which is beside the folder
 * `releases/` of that archive. Their paths do not change; a missing one is reported.
 * @param path of the release; undefined if it is not a file of its own.
 */
export async function gatherMedia(
  document: SourceDocument,
  path: string | undefined,
): Promise<SourceDocument> {
  const { media = [] } = document;
  if (media.length === 0) return document;
  const folder = path === undefined ? undefined : mediaFolder(path);
  const files: SourceFile[] = [];
  const alsoLeftOut: LeftOut[] = [];
  const warnings: string[] = [];
  for (const one of media) {
    const { file, title, alt } = typeof one === 'string' ? { file: one } : one;
    const bytes = folder === undefined ? undefined : await bytesBelow(folder, file);
    if (bytes !== undefined) {
      const isShown = typeof one === 'string';
      files.push({ name: basename(file), bytes, alt, title, place: file, isShown });
    } else if (typeof one === 'string') {
      warnings.push(`Its text shows media/${file}, which is missing: put the file there.`);
    } else {
      const text = `attachments: ${[file, title, alt].filter(Boolean).join(', ')}`;
      const reason = 'the file is missing: put it under media/ and list it in attachments';
      alsoLeftOut.push({ text, reason });
      warnings.push(`Skipped ${text}: ${reason}`);
    }
  }
  return {
    ...document,
    files: [...document.files, ...files],
    alsoLeftOut: [...(document.alsoLeftOut ?? []), ...alsoLeftOut],
    warnings: [...document.warnings, ...warnings],
  };
}

/** `content/media` for `content/releases/2019/one.md`. */
function mediaFolder(path: string): string | undefined {
  const steps = dirname(resolve(path)).split(sep);
  const place = steps.lastIndexOf('releases');
  return place === -1 ? undefined : join(steps.slice(0, place).join(sep) || sep, 'media');
}

/** Never reads a file from elsewhere on the disk: what is imported is published. */
async function bytesBelow(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, path));
    return /^\.\.|^[/\\]/.test(relative(root, file)) ? undefined : await readWhole(file);
  } catch {
    return undefined; // it does not exist: reported as left out
  }
}
