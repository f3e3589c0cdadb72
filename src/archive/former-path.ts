import { decodePath, encodePath } from './path-encoding.ts';
import { MAX_NAME_BYTES } from './slug.ts';

/** What is wrong with a former address; reads as a sentence after `cannot be "…":`. */
export interface FormerPathFault {
  fault: string;
}

const PATH_BYTES = 1000; // less than they take, with room for the folder that the site lies in
/** Line breaks, tabs, and what no page can show. */
const CONTROL = /[\p{Cc}\u2028\u2029\ufffe\uffff]/u;

/**
 * The one form of a former address, however it was written: percent-encoded as in `/news/caf%C3%A9/`,
 * with a `/` at its end. A query stays, and then so does the end of the path.
 */
export function normalizeFormerPath(written: string): { path: string } | FormerPathFault {
  const [, path = '', query] = /^([^?]*)(\?.+)?$/s.exec(written) ?? [];
  if (CONTROL.test(written)) return { fault: 'it has a line break or another control character' };
  const isPath = path.startsWith('/') && !/[?#\\]|\/\//.test(path);
  const isQuery = query === undefined || /^\?[^?#\\\s]+$/.test(query);
  if (!isPath || !isQuery || written === '/') {
    return { fault: 'that is not a path on this site' };
  }
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  const decoded = parts.map(decodePath);
  if (!isDecoded(decoded)) {
    return { fault: 'what is written with % in it is not UTF-8, so no file can have that name' };
  }
  const fault = partsFault(decoded);
  if (fault !== undefined) return { fault };
  if (query !== undefined) {
    const { search } = new URL(query, 'https://site.example');
    return { path: encodePath(decodePath(path) ?? path) + search };
  }
  // A folder's own address and that of its index.html open the same file.
  const named = decoded.at(-1) === 'index.html' ? decoded.slice(0, -1) : decoded;
  return { path: named.length === 0 ? '/' : `/${named.map(encodePath).join('/')}/` };
}

const isDecoded = (parts: readonly (string | undefined)[]): parts is string[] =>
  !parts.includes(undefined);

function partsFault(parts: readonly string[]): string | undefined {
  const path = parts.join('/');
  if (parts.some((part) => part === '.' || part === '..')) return 'a path has no . or .. in it';
  if (parts.some((part) => part.startsWith('.'))) {
    return 'a part of it begins with a dot, and servers do not hand out such files';
  }
  if (CONTROL.test(path)) return 'it has a line break or another control character';
  if (parts.some((part) => /[/\\]/.test(part))) return 'it has %2F or %5C, which hosts do not open';
  if (parts.slice(0, -1).includes('index.html')) return 'index.html can only be its last part';
  if (Buffer.byteLength(path) > PATH_BYTES) return `it has more than ${PATH_BYTES} bytes`;
  if (parts.some((part) => Buffer.byteLength(part) > MAX_NAME_BYTES)) {
    return `a part of it between two / has more than ${MAX_NAME_BYTES} bytes, more than a file's name can`;
  }
  return undefined;
}

/** Whether a former address can have a page: one with a query is led on by hosts alone. */
export const hasFormerPage = (path: string) => !path.includes('?');

/**
 * How the route of these pages calls one: with `~` for each `%`, and every character encoded that is not
 * a letter a to z, a digit, `.`, `_` or `-`. Astro decodes paths as often as it can, and composes accents.
 */
export function formerParam(path: string): string {
  const plain = (decodePath(path) ?? path).replace(/^\/|\/$/g, '');
  const all = encodeURIComponent(plain)
    .replaceAll('%2F', '/')
    .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~');
  return STATUS_PAGE.test(all) ? all.replace(/^./, (digit) => `~3${digit}`) : all;
}

/** Astro writes pages of these names as `404.html`. */
const STATUS_PAGE = /^(?:404|500)$/;

/** The path, decoded and without the `/` at both ends, that the route calls so. */
export const decodeFormerParam = (param: string) => decodePath(param.replaceAll('~', '%')) ?? param;
