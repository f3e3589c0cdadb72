import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AccessCounts, type AccessKind, countKinds } from '../archive/access-fault.ts';
import { projectDigest } from '../cache/project-digest.ts';
import { openPdfReader } from './pdf-access.ts';
import { ownTextBarriers, releaseBarriers } from './text-barriers.ts';

/** The code that finds barriers: what another version of it has found is not remembered. */
const BARRIER_CODE = [
  ...['src/archive', 'src/markdown', 'src/words', 'src/load/text-barriers.ts'],
  ...['src/load/pdf-access.ts', 'src/load/pdf-worker.ts', 'package-lock.json'],
];

/** The texts that are published, by their files. */
export interface PublishedTexts {
  /** Without those that the law exempts as archived. */
  releases: readonly string[];
  /** Pages of the archive's own, and its texts without fields. */
  own: readonly string[];
}

/**
 * Counts what may keep people from reading texts.
 * @param cacheDir where the counts of each text are remembered, since they take a millisecond a text.
 */
export async function countBarriers(
  { releases, own }: PublishedTexts,
  cacheDir: string | undefined,
): Promise<AccessCounts> {
  const isOwn = new Set(own);
  const counts = await remembered([...releases, ...own], {
    memory: cacheDir && join(cacheDir, 'text-access.json'),
    find: async (file) => {
      const bytes = await readFile(file);
      const find = isOwn.has(file) ? ownTextBarriers : releaseBarriers;
      return countKinds(find(bytes, file)?.faults ?? []);
    },
  });
  const all = counts.flatMap((one) => Object.entries(one) as [AccessKind, number][]);
  const sums: AccessCounts = {};
  for (const [kind, count] of all) sums[kind] = (sums[kind] ?? 0) + count;
  return sums;
}

/**
 * Counts the PDFs that have no tags, or cannot be looked into.
 * @param cacheDir where it is remembered of each document, since looking into one takes a while.
 */
export async function countUntagged(
  files: readonly string[],
  cacheDir: string | undefined,
): Promise<number> {
  await using reader = openPdfReader();
  const found = await remembered(files, {
    memory: cacheDir && join(cacheDir, 'pdf-access.json'),
    find: async (file) => (await reader.access(file))?.isTagged === true,
  });
  return found.filter((isTagged) => !isTagged).length;
}

/** What is found in files, in their order; remembered by their paths, sizes and times. */
async function remembered<T>(
  files: readonly string[],
  { memory, find }: { memory: string | undefined; find: (file: string) => Promise<T> },
): Promise<T[]> {
  if (files.length === 0) return [];
  const code = await projectDigest(BARRIER_CODE);
  const known = memory === undefined ? {} : await readMemory<T>(memory, code);
  const found: Record<string, T> = {};
  for (const file of files) {
    const { size, mtimeMs } = await stat(file);
    const key = JSON.stringify([file, size, mtimeMs]);
    found[key] = known[key] ?? (await find(file));
  }
  if (memory !== undefined && JSON.stringify(found) !== JSON.stringify(known)) {
    await mkdir(dirname(memory), { recursive: true })
      .then(() => writeFile(memory, JSON.stringify({ code, found })))
      .catch(() => undefined); // the next build looks again
  }
  return Object.values(found);
}

async function readMemory<T>(memory: string, code: string): Promise<Record<string, T>> {
  try {
    const read = JSON.parse(await readFile(memory, 'utf8')) as {
      code?: string;
      found?: Record<string, T>;
    } | null;
    return read?.code === code && typeof read.found === 'object' ? read.found : {};
  } catch {
    return {}; // it does not exist, or is damaged
  }
}
