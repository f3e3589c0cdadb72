import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureSize } from '../markdown/rehype-links.ts';
import { svgSize } from './svg-size.ts';

/** A file under `media/`. */
export interface MediaFile {
  bytes: number;
  /** In CSS pixels, as a browser shows it; undefined if it is not a picture, or has no size of its own. */
  size: PictureSize | undefined;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const SVG = /\.svg$/i;
/** sharp's names of what browsers show; both look at the content, not at the name. AVIF is a kind of heif. */
const SHOWN: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'heif']);

/**
 * Measures the files under `media/`.
 * @param paths below the content folder.
 * @returns by path below `media/`.
 */
export async function measureMedia(
  contentDir: string,
  paths: readonly string[],
): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>();
  for (const path of paths) {
    const file = join(contentDir, path);
    const { size: bytes } = await stat(file);
    const size = PICTURE.test(path) ? await pictureSize(file).catch(() => undefined) : undefined;
    media.set(path.replace(/^media\//, ''), { bytes, size });
  }
  return media;
}

/**
 * The size of a picture that is turned as a browser turns it; of an animation, that of a frame.
 * @throws {Error} if it cannot be read.
 */
export async function pictureSize(file: string): Promise<PictureSize | undefined> {
  if (SVG.test(file)) return svgSize(await readFile(file, 'utf8'));
  const { default: sharp } = await import('sharp'); // slow to load, and few archives have pictures
  // A size alone is no danger, however large the picture.
  const metadata = await sharp(file, { limitInputPixels: false }).metadata();
  const { format, width, height, autoOrient } = metadata;
  if (!SHOWN.has(format) || (format === 'heif' && metadata.compression !== 'av1')) return undefined;
  // Chromium ignores the orientation that EXIF data in WebP ask for.
  return format === 'webp' ? { width, height } : autoOrient;
}
