import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/*
 * A pack is many files in one, since a cache of a hundred thousand small ones would be slow to carry.
 * First a line with the SHA-256 of all that follows, then a line of JSON with the names and lengths in
 * bytes, then the files' bytes one after the other.
 */

type Entry = [name: string, length: number];

/**
 * Reads a pack.
 * @returns the files by name; undefined if there is none, or if it is damaged or cut short.
 */
export async function readPack(file: string): Promise<Map<string, Buffer> | undefined> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  const first = bytes?.indexOf('\n') ?? -1;
  if (bytes === undefined || first < 0) return undefined;
  const rest = bytes.subarray(first + 1);
  if (bytes.subarray(0, first).toString() !== digestOf([rest])) return undefined;
  let start = rest.indexOf('\n') + 1;
  const entries = JSON.parse(rest.subarray(0, start).toString()) as Entry[];
  return new Map(
    entries.map(([name, length]) => [name, rest.subarray(start, (start += length))] as const),
  );
}

/** Writes a pack. Whoever reads it meanwhile reads the whole old or the whole new one. */
export async function writePack(
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const entries = [...files].map(([name, { length }]): Entry => [name, length]);
  const parts = [Buffer.from(`${JSON.stringify(entries)}\n`), ...files.values()];
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.new`;
  try {
    await writeFile(temporary, [Buffer.from(`${digestOf(parts)}\n`), ...parts]);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

function digestOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
