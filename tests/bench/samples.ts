import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { listContent } from '../../src/archive/content-folder.ts';
import { readRelease } from '../../src/archive/release.ts';
import { bodyRenderer } from '../../src/markdown/render-body.ts';
import type { Statement } from '../../src/markdown/rehype-statements.ts';

const UNPACK = join('..', 'shared', 'corpus', 'unpack');

/** A release as benchmarks need it. */
export interface Sample {
  id: string;
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
  if (!existsSync(UNPACK)) return contentDir;
  const folder = join(cacheDir, 'bench', String(count));
  if (!existsSync(folder)) await promisify(execFile)('python3', [UNPACK, String(count), folder]);
  return folder;
}

/** The statements of the releases of a content folder, spread over all of it. */
export async function readSamples(contentDir: string, count: number): Promise<Sample[]> {
  const { releases } = await listContent(contentDir);
  const render = bodyRenderer({ base: '/', media: new Map() });
  const step = Math.max(1, Math.floor(releases.length / count));
  const samples: Sample[] = [];
  for (const path of releases.filter((_, n) => n % step === 0)) {
    const { body } = readRelease(await readFile(join(contentDir, path)), path);
    if (body === undefined) continue;
    const { statements } = render({ ...body, file: path });
    if (statements.length > 0) samples.push({ id: basename(path, '.md'), statements });
    if (samples.length === count) break;
  }
  return samples;
}
