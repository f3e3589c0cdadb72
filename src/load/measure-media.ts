import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureSize } from '../markdown/rehype-links.ts';

/** A file under `media/`. */
export interface MediaFile {
  bytes: number;
  /** In CSS pixels, as a browser shows it; undefined if it is not a picture that can be read. */
  size: PictureSize | undefined;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

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

/** The size of a picture that is turned as its EXIF data say; of an animation, that of a frame. */
async function pictureSize(file: string): Promise<PictureSize> {
  const { default: sharp } = await import('sharp'); // slow to load, and few archives have pictures
  // A size alone is no danger, and vector graphics may be of any.
  const { format, autoOrient } = await sharp(file, { limitInputPixels: false }).metadata();
  const scale = format === 'svg' && (await hasUnits(file)) ? 96 / 72 : 1;
  return {
    width: Math.round(autoOrient.width * scale),
    height: Math.round(autoOrient.height * scale),
  };
}

/** Bytes in which the first tag of an SVG picture is. */
const FIRST_TAG = 4096;
const WITH_UNIT =
  /<svg\b[^>]*\s(?:width|height)\s*=\s*["']\s*[\d.]+(?:mm|cm|in|pt|pc|r?em|ex|ch)\b/i;

/** Whether an SVG picture is measured in units, of which librsvg has 72 dots to an inch and CSS has 96. */
async function hasUnits(file: string): Promise<boolean> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(FIRST_TAG), 0, FIRST_TAG, 0);
    return WITH_UNIT.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await opened.close();
  }
}
