import type { Image } from 'mdast';

const PLACED = '/media/attached:';

/**
 * The address of a picture that came with a text, where the text shows it. What its file will be called is
 * known only when its release has an id.
 */
export const placedAddress = (name: string): string => PLACED + name;

/** The name of the file that such an address means; undefined for any other address. */
export const placedName = ({ url }: Pick<Image, 'url'>): string | undefined =>
  url.startsWith(PLACED) ? url.slice(PLACED.length) : undefined;
