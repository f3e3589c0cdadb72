import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { listContent } from '../../src/archive/content-folder.ts';
import { readRelease } from '../../src/archive/release.ts';
import { bodyRenderer } from '../../src/markdown/render-body.ts';
import type { Statement } from '../../src/markdown/rehype-statements.ts';

const UNPACK = join('..', 'shared', 'corpus', 'unpack');

/** Whether there are real releases on this computer. */
export const hasRealReleases = existsSync(UNPACK);

/** A release as benchmarks need it. */
export interface Sample {
  id: string;
  /** Its first office, by which releases of the same people are known. */
  office: string;
  statements: Statement[];
}

/**
 * A content folder to measure on: real releases where they are on this computer, else the archive
 * itself.
 * @param count how many releases are wanted.
 * @param cacheDir where real ones are laid out.
 */
export async function benchContent(
  count: number,
  { contentDir, cacheDir }: { contentDir: string; cacheDir: string },
): Promise<string> {
  if (!hasRealReleases) return contentDir;
  const folder = join(cacheDir, 'bench', String(count));
  if (!existsSync(folder)) {
    // Under another name until it is whole: what a killed run leaves must not pass for it.
    const begun = `${folder}.begun`;
    await rm(begun, { recursive: true, force: true });
    await unpackReleases(count, begun);
    await rename(begun, folder);
  }
  return folder;
}

/** Lays real releases out as a content folder: the first of always the same order. */
export async function unpackReleases(count: number, folder: string): Promise<void> {
  await promisify(execFile)('python3', [UNPACK, String(count), folder]);
}

/** The statements of the releases of a content folder, spread over all of it. */
export async function readSamples(contentDir: string, count: number): Promise<Sample[]> {
  const { releases } = await listContent(contentDir);
  const render = bodyRenderer({ base: '/', media: new Map() });
  const step = Math.max(1, Math.floor(releases.length / count));
  const samples: Sample[] = [];
  for (const path of releases.filter((_, n) => n % step === 0)) {
    const { body, release } = readRelease(await readFile(join(contentDir, path)), path);
    if (body === undefined) continue;
    const { statements } = render({ ...body, file: path });
    const office = [release?.office ?? ''].flat()[0] ?? '';
    if (statements.length > 0) samples.push({ id: basename(path, '.md'), office, statements });
    if (samples.length === count) break;
  }
  return samples;
}
