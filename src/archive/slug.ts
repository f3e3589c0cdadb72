/** What the name of a release, an office or a caucus looks like in a path. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Bytes that a file system takes for a name. Pages lie in folders that are called by their slugs. */
export const MAX_NAME_BYTES = 255;

/** Letters that Unicode doesn't take apart into a base letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i',
}; // prettier-ignore

/**
 * Makes a name into a part of a path: `Nhập cư` becomes `nhap-cu`. Letters of scripts other than
 * Latin stay, so that a topic in Chinese has a page as well. Written here and not left to a library:
 * addresses must stay the same when a dependency gets a new version.
 * @returns the slug; empty if the name has neither letters nor digits.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKD') // first, since ™ becomes TM
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’ʼʻ]/g, '')
    .replace(/[đðøłßæœþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}

/** A name made from a slug, where no file gives the real one: `rural-health` becomes `Rural Health`. */
export const nameFromSlug = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.replace(/^./u, (letter) => letter.toUpperCase()))
    .join(' ');
