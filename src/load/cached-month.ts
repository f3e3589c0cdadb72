import { hash } from 'node:crypto';
import { statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Bundle, writeBundle } from '../cache/bundle.ts';
import type { BodyOptions } from '../markdown/render-body.ts';
import type { LazyTexts, TextPlace } from './lazy-texts.ts';
import type { ProcessedBatch, ReleaseNotes, Task } from './release-batch.ts';

/*
 * To read every release of an archive, look it up and hand it over costs more than all else that a check does. So
 * there is, beside the bundle with the releases of a month, a file with what is known of all of them together. It
 * is found by the names, sizes and times of their files, and serves as long as none has changed.
 */

/** A cached release without its text: valid as long as the sizes of its pictures are the same. */
export interface CachedRelease {
  notes: ReleaseNotes;
  lengths: TextPlace['lengths'];
  media: [path: string, size: string][];
}

interface MonthRelease extends CachedRelease {
  /** The name of its text in the bundle, and that text's SHA-256. */
  text: string;
  sha256: string | undefined;
}

/** A time so near, in milliseconds, may be that of two versions of a file: then its bytes decide. */
const TOO_NEW = 2000;

/**
 * A digest of all by which it is known whether releases have changed, without reading them; undefined where that
 * is not certain, since a file was changed just now.
 * @param code of all else that they depend on.
 * @param now in milliseconds since 1970.
 */
export function stampOf(
  tasks: readonly Task[],
  { contentDir, code, now }: { contentDir: string; code: string; now: number },
): string | undefined {
  const parts: unknown[] = [code];
  for (const { path, places = [] } of tasks) {
    // Synchronously: of many small files that takes a third of the time.
    const found = statSync(`${contentDir}/${path}`, { throwIfNoEntry: false });
    if (found === undefined || found.ctimeMs > now - TOO_NEW) return undefined;
    // ctime changes even if an editor restores mtime.
    const { size, mtimeMs, ctimeMs, ino } = found;
    parts.push([path, size, mtimeMs, ctimeMs, ino, ...places.map(({ digest }) => digest)]);
  }
  return hash('sha256', JSON.stringify(parts), 'base64url');
}

/** The file with what is known of a month, beside its bundle. */
const fileOf = (bundle: string) => join(bundle, '..', `${basename(bundle, '.bundle')}.month`);

/** Caches what is known of a month. A folder that cannot be written to costs time and nothing else. */
export async function cacheMonth(bundle: string, stamp: string, releases: MonthRelease[]) {
  const files = new Map([[stamp, serialize(releases)]]);
  await writeBundle(fileOf(bundle), files).catch(() => undefined);
}

/**
 * A month of which no file has changed since it was cached; undefined if any has, or if the cache is damaged.
 * @param sizes of all pictures.
 * @param skipsTexts whether nobody reads texts: then they may be damaged.
 */
export function cachedMonth(
  bundle: string,
  stamp: string,
  sizes: BodyOptions['media'],
  skipsTexts: boolean,
): ProcessedBatch | undefined {
  const cached = Bundle.open(fileOf(bundle));
  const bytes = cached?.get(stamp);
  cached?.close();
  if (bytes === undefined) return undefined;
  const found = deserialize(bytes) as MonthRelease[];
  if (!found.every(({ media }) => isValid(media, sizes))) return undefined;
  const texts = textsInBundle(bundle, found, skipsTexts);
  if (texts === undefined) return undefined;
  markAsUsed(bundle);
  const releases = found.map(({ notes, lengths }, n) => {
    const start = texts.starts[n] ?? 0;
    return { notes, text: notes.body && { start, lengths } };
  });
  return { releases, reused: releases.length, texts: texts.texts };
}

/** So that `prune` deletes other files before these. */
function markAsUsed(bundle: string) {
  const now = new Date();
  try {
    for (const file of [bundle, fileOf(bundle)]) utimesSync(file, now, now);
  } catch {
    // a read-only cache
  }
}

/** Whether the pictures of a release have the sizes that they had. */
export const isValid = (media: CachedRelease['media'], sizes: BodyOptions['media']) =>
  media.every(([path, size]) => sizes.has(path) && sizeIn(sizes, path) === size);

/** A picture's size as it is compared. */
export const sizeIn = (sizes: BodyOptions['media'], path: string) =>
  JSON.stringify(sizes.get(path) ?? null);

/**
 * The texts in a bundle; undefined if any is missing, or is another: the same key may have another text if the size
 * of a picture has changed.
 * @param isChecked whether they were compared with their digests before, or need not be.
 */
export function textsInBundle(
  file: string,
  releases: readonly Pick<MonthRelease, 'text' | 'sha256'>[],
  isChecked: boolean,
): { texts: LazyTexts; starts: number[] } | undefined {
  const bundle = Bundle.open(file);
  const isSame = ({ text, sha256 }: (typeof releases)[number]) => bundle?.digestOf(text) === sha256;
  const names = releases.map(({ text }) => text);
  if (bundle && releases.every(isSame) && (isChecked || bundle.areWhole(names))) {
    const starts = releases.map(({ text }) => bundle.placeOf(text)?.start ?? 0);
    const handle = bundle.handOver();
    if (handle !== undefined) return { texts: { handle }, starts };
  }
  bundle?.close();
  return undefined;
}
