import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Period } from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { drawingEdition } from '../../publish/share-picture/edition.ts';
import {
  hasSharePictures,
  PICTURE,
  type SharePicture,
  sharePictureOf,
} from '../../publish/share-picture/picture.ts';
import type { BundleCache } from '../../cache/bundle-cache.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

/** One more than cores: a month is laid out here while others are rasterized in other threads. */
const MONTHS_AT_ONCE = availableParallelism() + 1;

/**
 * Writes the share picture of each release next to its page, if the archive has them.
 * @param cache for the pictures of each month, so that only pictures with changed words are drawn.
 */
export async function writeSharePictures(
  site: SiteFolder,
  { publication, months }: Pick<SiteView, 'publication' | 'months'>,
  cache: BundleCache,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { archive } = publication;
  if (!hasSharePictures(archive)) return;
  const edition = hash('sha256', JSON.stringify([drawingEdition(), archive.site.title]));
  const queue = months.values();
  let done = 0;
  const work = async () => {
    for (const month of queue) {
      const pictures = await picturesOf(month, `${month.key}-${edition}`, cache, (release) =>
        sharePictureOf(publication, release),
      );
      for (const [path, bytes] of pictures) site.write(`${path.slice(1)}${PICTURE}`, bytes);
      onProgress?.((done += pictures.size), archive.releases.length);
    }
  };
  await Promise.all(Array.from({ length: MONTHS_AT_ONCE }, work));
}

/** The pictures of a month by the paths of their releases; in the cache they are keyed by their contents. */
async function picturesOf(
  { releases }: Period,
  key: string,
  cache: BundleCache,
  contentsOf: (release: Release) => SharePicture,
): Promise<Map<string, Uint8Array>> {
  const cached = await cache.open(key);
  const pictures = new Map<string, Uint8Array>();
  const used = new Map<string, Uint8Array>();
  let hasNew = false;
  for (const release of releases) {
    const contents = contentsOf(release);
    const name = hash('sha256', JSON.stringify(contents));
    const existing = used.get(name) ?? cached?.get(name);
    const bytes = existing ?? (await draw(contents));
    hasNew ||= existing === undefined;
    used.set(name, bytes);
    pictures.set(release.path, bytes);
  }
  cached?.close();
  if (hasNew || cached?.size !== used.size) await cache.write(key, used);
  return pictures;
}

/** Loads the renderer only if a picture is not cached. */
async function draw(picture: SharePicture): Promise<Uint8Array> {
  const { drawSharePicture } = await import('../../publish/share-picture/draw.ts');
  return drawSharePicture(picture);
}
