import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Day } from './day.ts';
import { type Release, readRelease } from './release.ts';
import { slugify } from './slug.ts';

/** Bytes of a file in which its frontmatter ends, but for the odd one. */
const HEAD = 8192;

/**
 * Reads releases newest first, by their files' names, and only as many as are asked for. A file that
 * doesn't hold a release is skipped. It reads synchronously: whoever takes one file after the
 * other waits 0.04 ms for each in this way, and 1 ms with promises.
 * @param folder the content folder.
 * @param paths of releases, below it.
 * @param until leaves out what was issued later.
 * @param offices leaves out, before they are taken apart, most releases that name none of these slugs.
 */
export function* newestReleases(
  folder: string,
  paths: readonly string[],
  { until, offices = [''] }: { until: Day; offices?: readonly string[] | undefined },
): Generator<Release, undefined> {
  const days = paths
    .map((path) => ({ path, id: basename(path, '.md') }))
    .filter(({ id }) => id.slice(0, until.length) <= until)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  for (const { path } of days) {
    const bytes = readFileSync(join(folder, path));
    const names = slugify(frontmatterOf(bytes));
    if (!offices.some((office) => names.includes(office))) continue;
    const { release } = readRelease(bytes, join(folder, path));
    if (release !== undefined) yield release;
  }
}

function frontmatterOf(bytes: Buffer): string {
  const head = bytes.toString('utf8', 0, HEAD).trimStart();
  const end = head.indexOf('\n---', 4);
  return end === -1 ? head : head.slice(0, end);
}
