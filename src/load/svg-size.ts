import { XMLParser } from 'fast-xml-parser';
import type { PictureSize } from '../markdown/rehype-links.ts';

/** CSS pixels in a unit. Units that depend on a font or a screen are missing. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};
/** What CSS gives a picture that says nothing of its size, in pixels. */
const DEFAULT: PictureSize = { width: 300, height: 150 };
/** Pixels; browsers count no further than 2 ** 25. */
const MAX_LENGTH = 2 ** 24;

const NUMBER = String.raw`[+-]?(?:\d+|\d*\.\d+)(?:e[+-]?\d+)?`;
const LENGTH = new RegExp(`^(${NUMBER})([a-z]*)$`, 'i');
const COMMA = String.raw`(?:\s+|\s*,\s*)`;
const BOX = new RegExp(`^${[NUMBER, NUMBER, `(${NUMBER})`, `(${NUMBER})`].join(COMMA)}$`, 'i');
const NAMESPACE = 'http://www.w3.org/2000/svg';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  htmlEntities: true, // character references too
  stopNodes: ['svg'], // only the first tag matters
});

/**
 * The size in which a browser shows a picture in SVG: by the lengths of its `<svg>`, or by one of them and
 * the ratio of its `viewBox`. Libraries that draw SVG return the size of what they would draw instead.
 * @returns in CSS pixels; undefined if the page decides, as for a `viewBox` without lengths, or if the
 * file does not say, as for lengths in `em`.
 * @throws {Error} if it is not XML.
 * @see https://svgwg.org/svg2-draft/coords.html#SizingSVGInCSS
 */
export function svgSize(xml: string): PictureSize | undefined {
  const { svg } = parser.parse(xml) as { svg?: Record<string, string> };
  if (svg?.['xmlns'] !== NAMESPACE) return undefined;
  const width = lengthOf(svg['width']);
  const height = lengthOf(svg['height']);
  if (width === undefined || height === undefined) return undefined;
  if (width !== 'auto' && height !== 'auto') return rounded(width, height);
  if (svg['viewBox'] === undefined)
    return rounded(
      width === 'auto' ? DEFAULT.width : width,
      height === 'auto' ? DEFAULT.height : height,
    );
  const ratio = ratioOf(svg['viewBox'], svg['preserveAspectRatio']);
  if (ratio === undefined) return undefined;
  if (width !== 'auto') return rounded(width, width / ratio);
  return height === 'auto' ? undefined : rounded(height * ratio, height);
}

/** A length in CSS pixels; `auto` if the picture has none of its own; undefined if it cannot be known. */
function lengthOf(written = 'auto'): number | 'auto' | undefined {
  const value = written.trim();
  if (value === 'auto' || /^[\d.]+%$/.test(value)) return 'auto';
  const [, number, unit = ''] = LENGTH.exec(value) ?? [];
  const pixels = Number(number) * (UNITS[unit.toLowerCase()] ?? NaN);
  return pixels > 0 && pixels < MAX_LENGTH ? pixels : undefined;
}

/** Width by height of a `viewBox`; undefined if the picture is stretched, or the box is not valid. */
function ratioOf(viewBox: string, preserveAspectRatio = ''): number | undefined {
  const [width = 0, height = 0] = (BOX.exec(viewBox.trim()) ?? []).slice(1).map(Number);
  const isBox = width > 0 && height > 0;
  return isBox && !/\bnone\b/i.test(preserveAspectRatio) ? width / height : undefined;
}

/** Whole pixels, as browsers report them; undefined if nothing would be left of one side. */
function rounded(width: number, height: number): PictureSize | undefined {
  const size = { width: Math.round(width), height: Math.round(height) };
  return size.width > 0 && size.height > 0 && Math.max(width, height) < MAX_LENGTH
    ? size
    : undefined;
}
