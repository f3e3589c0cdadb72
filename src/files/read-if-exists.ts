import { readFile } from 'node:fs/promises';

/** Reads a file; undefined if it does not exist. */
export function readIfExists(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
}
