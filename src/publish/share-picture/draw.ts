import satori from 'satori';
import sharp from 'sharp';
import { readFonts } from './fonts.ts';
import { HEADLINE, layoutOf, ROOM } from './layout.ts';
import { type SharePicture, SIZE } from './picture.ts';
import { shorten, type Texts, textsOf } from './texts.ts';

/** Sizes of the headline in pixels: the first in which it fits is taken. */
const HEADLINE_SIZES = [96, 84, 74, 66, 58, 50];
const SMALLEST = 42;
/** Letters × size² above which hardly any headline fits: such sizes are not tried, since each try takes time. */
const MAX_AREA = 500_000; // pixels²

/**
 * The same for all pictures: Satori remembers the fonts that it has read by this very list. Several are
 * drawn at once, so one thread each is enough.
 */
const fonts = readFonts();
sharp.concurrency(1);

/** Draws a picture as PNG. The same words give the same bytes, whichever fonts the machine has. */
export async function drawSharePicture(picture: SharePicture): Promise<Buffer> {
  const missing = new Set<string>();
  let svg = await fit(textsOf(picture), missing);
  if (missing.size > 0) {
    const isDrawable = (text: string) => ![...text].some((letter) => missing.has(letter));
    svg = await fit(textsOf(picture, isDrawable), new Set());
  }
  // A few shades of ink and paper: as a palette it takes a third of the bytes.
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 9 })
    .toBuffer();
}

/**
 * Lays texts out with the headline as large as it can be, and cut where even the smallest is too large.
 * @param missing takes up the letters that no font has; then the rest does not matter.
 */
async function fit(texts: Texts, missing: Set<string>): Promise<string> {
  const isPossible = (size: number) => texts.headline.length * size ** 2 <= MAX_AREA;
  for (const size of [...HEADLINE_SIZES.filter(isPossible), SMALLEST]) {
    const { svg, isFitting } = await layOut(texts, size, missing);
    if (isFitting || missing.size > 0) return svg;
  }
  const withHeadline = (headline: string) => layOut({ ...texts, headline }, SMALLEST, missing);
  const fits = async (headline: string) => (await withHeadline(headline)).isFitting;
  return (await withHeadline(await shorten(texts.headline, fits))).svg;
}

/** @param missing takes up the letters that no font has. */
async function layOut(texts: Texts, size: number, missing: Set<string>) {
  const heights = new Map<unknown, number>();
  const svg = await satori(layoutOf(texts, size), {
    ...SIZE,
    fonts,
    loadAdditionalAsset: async (_language, letters) => {
      for (const letter of letters) missing.add(letter);
      return [];
    },
    onNodeDetected: ({ key, height }) => heights.set(key, height),
  });
  return { svg, isFitting: (heights.get(HEADLINE) ?? 0) <= (heights.get(ROOM) ?? 0) };
}
