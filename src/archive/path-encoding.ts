/**
 * A path has two forms: decoded, as its file is called on the disk, and percent-encoded, as it is in
 * an address. Other forms of the same path (`%7e` for `~`) become the one or the other here.
 */

/** What the path of an address may have as it is, apart from letters, digits and `/`. RFC 3986 §3.3 */
const SUB_DELIMITERS = /%(?:3A|40|24|26|2B|2C|3B|3D)/g; // : @ $ & + , ; =
/** A path that is its own address, as nearly all are: a large archive asks for a million. */
const UNCHANGED = /^[\w\-.!~*'():@$&+,;=/]*$/;

/**
 * The address of a path, from a name with any characters: `/media/50% off?.pdf`.
 * @throws {URIError} if it has half of a surrogate pair, which no field or file name can have.
 */
export function encodePath(path: string): string {
  if (UNCHANGED.test(path)) return path;
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(SUB_DELIMITERS, decodeURIComponent))
    .join('/');
}

/**
 * The path in an address. A `%` without two digits after it is literal, as in browsers.
 * @returns undefined if what is encoded is not UTF-8.
 */
export function decodePath(address: string): string | undefined {
  try {
    return decodeURIComponent(address.replace(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    return undefined; // the only way that JavaScript has to say no
  }
}

/**
 * The same for all paths that are one file on some disk: those of macOS and Windows take no heed of
 * capital letters, and macOS none of how an accent is composed.
 */
export const pathKey = (path: string) => path.normalize('NFC').toLowerCase().normalize('NFC');
