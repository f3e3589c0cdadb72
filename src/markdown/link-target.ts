import { decodePath } from '../archive/path-encoding.ts';

/** Where a link leads, as a browser reads its address. */
export type LinkTarget =
  /** A page or a file of this site: its path and what follows, percent-encoded. */
  | { kind: 'site'; path: string; rest: string }
  /** Another site; `href` is the whole address, without what browsers take out of it. */
  | { kind: 'web'; href: string }
  /** An address of another kind, such as `mailto:`. */
  | { kind: 'other' }
  | { kind: 'none' };

/** In place of wherever the archive is published: no real site has this name (RFC 2606). */
const HERE = 'https://archive.invalid/';
/** What URL parsers take out of an address: tabs and line ends anywhere, spaces and controls around it. */
function withoutIgnored(written: string): string {
  const address = written.replace(/[\t\n\r]/g, '');
  let [start, end] = [0, address.length];
  while (start < end && address.charCodeAt(start) <= 0x20) start++;
  while (end > start && address.charCodeAt(end - 1) <= 0x20) end--;
  return address.slice(start, end);
}

/**
 * Reads an address by the URL Standard, so that nothing is taken for a page of this site that a browser
 * looks for elsewhere: it ignores tabs, and `\` is `/` to it.
 * @see https://url.spec.whatwg.org/#url-parsing
 */
export function linkTarget(written: string): LinkTarget {
  const address = withoutIgnored(written);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^https?$/.test(scheme)) return { kind: 'other' };
  const slashed = address.replace(/^[^?#]*/, (path) => path.replaceAll('\\', '/'));
  if (scheme !== undefined || slashed.startsWith('//')) {
    // Without the two slashes browsers take it for a path here or for a host, by how they came here.
    const isWhole = /^(?:https?:)?\/\/[^/]/i.test(slashed) && URL.canParse(slashed, HERE);
    const whole = slashed.replace(/^\/\//, 'https://'); // feeds and mails have no scheme to add
    return isWhole ? { kind: 'web', href: whole } : { kind: 'none' };
  }
  if (!/^\/|^media\//.test(slashed) || !URL.canParse(slashed, HERE)) return { kind: 'none' };
  const { pathname, search, hash } = new URL(slashed, HERE);
  // No page has such a name. Markdown encodes what browsers would take out, or take for a `/`.
  const isOdd = /^\/\/|[\p{Cc}\\]/u.test(decodePath(pathname) ?? '');
  return isOdd ? { kind: 'none' } : { kind: 'site', path: pathname, rest: search + hash };
}
