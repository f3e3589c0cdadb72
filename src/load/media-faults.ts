import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type MediaFault, mediaFault } from '../archive/media/media-fault.ts';
import type { Problem } from '../archive/problem.ts';

/**
 * The files that may not be published, and why.
 * @param folder in which they are: `media/` itself, or another whose files are published.
 * @param paths below it.
 */
export async function mediaFaults(
  folder: string,
  paths: Iterable<string>,
): Promise<Map<string, MediaFault>> {
  const faults = new Map<string, MediaFault>();
  for (const path of paths) {
    const fault = await mediaFault(path, (most) => firstBytes(join(folder, path), most));
    if (fault !== undefined) faults.set(path, fault);
  }
  return faults;
}

/**
 * Reports these files. One that no release refers to is not published: it is reported only if it is
 * active, since the next release may refer to it, and the preview shows it.
 */
export const mediaProblems = (
  contentDir: string,
  faults: ReadonlyMap<string, MediaFault>,
  named: ReadonlySet<string>,
): Problem[] =>
  [...faults]
    .filter(([path, { isActive }]) => isActive || named.has(path))
    .map(([path, { message, hint }]) => {
      const file = join(contentDir, 'media', path);
      return { file, line: 1, field: 'file', message, hint };
    });

/** Synchronously: of ten thousand files that takes a fraction of the time. */
function firstBytes(file: string, most: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(most, fstatSync(descriptor).size));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
