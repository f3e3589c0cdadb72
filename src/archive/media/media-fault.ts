import { HEAD_BYTES, markupIn } from './active-content.ts';
import { endingOf, type MediaFault, nameFault } from './media-names.ts';

export type { MediaFault } from './media-names.ts';

/** Bytes of an SVG that is looked through: a drawing has less, and a map that has more is better a picture. */
const MAX_SVG = 8 * 1024 * 1024;

/**
 * Why a file may not be published: because a browser might run it, or because nobody knows what it is.
 * Undefined for what is only shown, played or saved.
 * @param path with `/`, for its name.
 * @param read gives its first bytes, as many as are asked for.
 */
export async function mediaFault(
  path: string,
  read: (most: number) => Uint8Array | Promise<Uint8Array>,
): Promise<MediaFault | undefined> {
  const fault = nameFault(path);
  if (fault?.isActive) return fault;
  if (endingOf(path) === 'svg') return svgFault(await read(MAX_SVG + 1));
  const markup = markupIn(await read(HEAD_BYTES));
  if (markup === undefined) return fault;
  const message = `is ${markup} inside, whatever its name says`;
  const hint = 'open it, and save it as PDF or its words as plain text (.txt)';
  return { message, hint, isActive: true };
}

async function svgFault(bytes: Uint8Array): Promise<MediaFault | undefined> {
  const tooLarge = `is larger than ${MAX_SVG / 1024 / 1024} MB, too large to be checked`;
  const { activeInSvg } = await import('./inspect-svg.ts'); // brings along a browser's tree, slowly
  const found = bytes.length > MAX_SVG ? tooLarge : activeInSvg(bytes);
  if (found === undefined) return undefined;
  const hint =
    'export it as “plain SVG” without scripts, links to other files and embedded pages, or save it as .png';
  return { message: found, hint, isActive: true };
}
