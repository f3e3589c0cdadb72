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
import type { PackCache } from '../../cache/bundle-cache.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

/** One more than there are cores: a month is laid out while pixels of others are set on other threads. */
const MONTHS_AT_ONCE = availableParallelism() + 1;

/**
 * Writes the picture of each release beside its page, where the archive has them.
 * @param cache keeps the pictures of each month, so that those are drawn alone whose words changed.
 */
export async function writeSharePictures(
  site: SiteFolder,
  { publication, months }: Pick<SiteView, 'publication' | 'months'>,
  cache: PackCache,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { archive } = publication;
  if (!hasSharePictures(archive)) return;
  const edition = hash('sha256', JSON.stringify([drawingEdition(), archive.site.title]));
  const waiting = months.values();
  let done = 0;
  const work = async () => {
    for (const month of waiting) {
      const pictures = await picturesOf(month, `${month.key}-${edition}`, cache, (release) =>
        sharePictureOf(publication, release),
      );
      for (const [path, bytes] of pictures) site.write(`${path.slice(1)}${PICTURE}`, bytes);
      onProgress?.((done += pictures.size), archive.releases.length);
    }
  };
  await Promise.all(Array.from({ length: MONTHS_AT_ONCE }, work));
}

/** The pictures of a month by the paths of the releases; the cache has those by what is on them. */
async function picturesOf(
  { releases }: Period,
  key: string,
  cache: PackCache,
  wordsOf: (release: Release) => SharePicture,
): Promise<Map<string, Uint8Array>> {
  const kept = await cache.open(key);
  const pictures = new Map<string, Uint8Array>();
  const used = new Map<string, Uint8Array>();
  let hasNew = false;
  for (const release of releases) {
    const words = wordsOf(release);
    const name = hash('sha256', JSON.stringify(words));
    const before = used.get(name) ?? kept?.get(name);
    const bytes = before ?? (await draw(words));
    hasNew ||= before === undefined;
    used.set(name, bytes);
    pictures.set(release.path, bytes);
  }
  kept?.close();
  if (hasNew || kept?.size !== used.size) await cache.write(key, used);
  return pictures;
}

/** What draws is loaded for the first picture that the cache does not have. */
async function draw(picture: SharePicture): Promise<Uint8Array> {
  const { drawSharePicture } = await import('../../publish/share-picture/draw.ts');
  return drawSharePicture(picture);
}
