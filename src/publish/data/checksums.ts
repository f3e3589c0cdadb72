/** The list of all files of a site with their digests, below its root. */
export const CHECKSUMS = 'data/sha256sums.txt';

/** A file of a site, by its path below the root. */
export interface Checksum {
  path: string;
  /** In hexadecimal digits. */
  sha256: string;
}

/** A line as `sha256sum` writes and reads it: `sha256sum --check data/sha256sums.txt`. */
export function checksumLine({ path, sha256 }: Checksum): string {
  const isOdd = /[\\\n\r]/.test(path); // GNU escapes these, and says so by a \ before the line
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${isOdd ? '\\' : ''}${sha256}  ${isOdd ? escaped : path}\n`;
}

const LINE = /^(\\?)([0-9a-f]{64}) {2}(.+)$/s; // s: names may have line ends of Unicode
const ESCAPES: Record<string, string> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };

/** Reads one line, without its end; undefined where it is none. */
export function parseChecksum(line: string): Checksum | undefined {
  const [, odd, sha256, path] = LINE.exec(line) ?? [];
  if (sha256 === undefined || path === undefined) return undefined;
  if (!odd) return { path, sha256 };
  return { path: path.replace(/\\[\\nr]/g, (code) => ESCAPES[code] ?? code), sha256 };
}
