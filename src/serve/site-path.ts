/** The file that a request is for, which may not exist. */
export type ParsedTarget =
  | { file: string[]; isFolder: boolean; query: string }
  /** `400` for an invalid target, `404` for a path that no site can have. */
  | { status: 400 | 404 };

/** Whether a text is an absolute path or an HTTP URL, well encoded and without control characters. */
export function isRequestTarget(target: string): boolean {
  const isUrl = /^https?:\/\//i.test(target) && URL.canParse(target);
  if (!isUrl && !/^\/(?![/\\])/.test(target)) return false;
  return pathIn(target).every((segment) => segment !== undefined && !/[\0-\x1f\x7f]/.test(segment));
}

/** The decoded segments of a path; undefined for one that cannot be decoded. */
const pathIn = (target: string) =>
  (target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] ?? '')
    .slice(1)
    .split('/')
    .map(decode);

/**
 * Parses a request target into segments of a path relative to the site. Segments are decoded after the path
 * is split at `/`, so that `%2f` and `%2e%2e` cannot leave the site.
 * @param target as in the request: `/a/b?c`, or with a scheme and a host before it.
 * @param base where the site is mounted, with a `/` at both ends.
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
export function readTarget(target: string, base: string): ParsedTarget {
  if (!isRequestTarget(target)) return { status: target.startsWith('//') ? 404 : 400 };
  const query = /\?[^#]*/.exec(target)?.[0] ?? '';
  const below = segmentsBelow(pathIn(target) as string[], base);
  if (below === undefined) return { status: 404 };
  const isFolder = below.at(-1) === '';
  const file = isFolder ? below.slice(0, -1) : below;
  if (!file.every(isName)) return { status: 404 };
  return { file, isFolder, query };
}

/** The segments after the base, whose last `/` may be missing. */
function segmentsBelow(segments: readonly string[], base: string): string[] | undefined {
  const above = base.split('/').slice(1, -1);
  if (above.some((segment, n) => segments[n] !== segment)) return undefined;
  return segments.slice(above.length);
}

/**
 * Whether a segment can be the name of a public file: hidden ones are not served, except `.well-known`
 * (RFC 8615), and neither are names with a separator of any system.
 */
const isName = (segment: string, n: number) =>
  segment !== '' &&
  !/[\\/]/.test(segment) &&
  (!segment.startsWith('.') || (n === 0 && segment === '.well-known'));

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // malformed percent-encoding
  }
}
