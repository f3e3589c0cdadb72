import { hash } from 'node:crypto';
import { z } from 'zod';
import { CHECKSUMS, parseChecksum } from '../data/checksums.ts';
import { digestSource } from '../data/manifest.ts';
import { HOST_FILES } from '../redirects/host-files.ts';
import type { Copy } from './copies.ts';
import { parseJson } from './parse-json.ts';
import { wrongStatements } from './statements.ts';

/** How a copy stands to what the site said of itself when it was published. */
export interface Findings {
  /** How many files and statements were looked at. */
  files: number;
  statements: number;
  /** Paths of files below the root of the site, sorted. */
  missing: string[];
  changed: string[];
  added: string[];
  /** What else is wrong, by the file that it is wrong with. */
  problems: { path: string; message: string }[];
}

const MANIFEST = 'data/manifest.json';
const RECORD = /^releases\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\/release\.json$/;

/**
 * Holds a copy against its own checksums and manifest, and each statement's id against its words.
 * @throws {Error} if it has no list of checksums, or cannot be read.
 */
export async function verifyCopy(
  copy: Copy,
  onProgress?: (done: number, total: number) => void,
): Promise<Findings> {
  const list = await copy.read(CHECKSUMS);
  if (list === undefined) {
    throw new Error(`There is no ${CHECKSUMS}: this is not the root of a site, or not all of it.`);
  }
  const found: Findings = {
    files: 0,
    statements: 0,
    missing: [],
    changed: [],
    added: [],
    problems: [],
  };
  const sums = readSums(list.toString(), found);
  const isListed = copy.list !== undefined;
  // Servers keep to themselves what is written for them.
  const paths = [...sums.keys()].filter((path) => isListed || !HOST_FILES.includes(path));
  const check = async (path: string) => {
    const record = RECORD.test(path) ? await copy.read(path) : undefined;
    const digest = record ? hash('sha256', record) : await copy.digest(path);
    if (digest === undefined) found.missing.push(path);
    else if (digest !== sums.get(path)) found.changed.push(path);
    if (record) {
      const { count, problems } = wrongStatements(record.toString());
      found.statements += count;
      found.problems.push(...problems.map((message) => ({ path, message })));
    }
    found.files++;
    onProgress?.(found.files, paths.length);
  };
  const waiting = paths.values();
  const work = async () => {
    for (const path of waiting) await check(path);
  };
  await Promise.all(Array.from({ length: copy.atOnce }, work));
  found.added = (copy.list?.() ?? []).filter((path) => path !== CHECKSUMS && !sums.has(path));
  await checkManifest(copy, sums, found);
  for (const some of [found.missing, found.changed]) some.sort();
  found.problems.sort((a, b) => (a.path < b.path ? -1 : 1));
  return found;
}

function readSums(text: string, found: Findings): Map<string, string> {
  const sums = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.pop() !== '') found.problems.push({ path: CHECKSUMS, message: 'is cut short' });
  for (const [n, line] of lines.entries()) {
    const sum = parseChecksum(line);
    if (sum !== undefined && !sums.has(sum.path)) sums.set(sum.path, sum.sha256);
    else found.problems.push({ path: CHECKSUMS, message: `has line ${n + 1} that cannot be read` });
  }
  return sums;
}

const manifest = z.looseObject({
  digest: z.string(),
  files: z.array(z.looseObject({ name: z.string(), sha256: z.string() })),
});

/** Whether the manifest tells of these very files: the list of checksums might have been made anew. */
async function checkManifest(copy: Copy, sums: ReadonlyMap<string, string>, found: Findings) {
  const tell = (message: string) => found.problems.push({ path: MANIFEST, message });
  const bytes = await copy.read(MANIFEST);
  if (bytes === undefined) return; // told of as missing, or never there
  const read = manifest.safeParse(parseJson(bytes.toString()));
  if (!read.success) {
    tell('cannot be read');
    return;
  }
  for (const { name, sha256 } of read.data.files) {
    if (sums.get(`data/${name}`) !== sha256) tell(`names another SHA-256 for data/${name}`);
  }
  const digests = [...sums].flatMap(([path, sha256]): [string, string][] => {
    const [, ...parts] = RECORD.exec(path) ?? [];
    return parts.length === 0 ? [] : [[parts.join('-'), sha256]];
  });
  if (read.data.digest !== `sha256:${hash('sha256', digestSource(digests))}`)
    tell('names a digest of the archive that its releases do not give');
}
