import { parseJson } from '../../archive/parse-json.ts';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { CHECKSUMS, parseChecksum } from '../data/checksums.ts';
import { HOST_FILES } from '../../archive/hosts.ts';
import { archiveDigest } from '../data/content-digest.ts';
import { MANIFEST } from '../data/manifest.ts';
import type { Copy, MovedTo } from './copies.ts';
import { FormerPages } from './former-pages.ts';
import { wrongPage } from './page-statements.ts';
import { recordDigest, wrongStatements } from './statements.ts';

/** How a copy differs from the checksums that were published with the site. */
export interface CopyReport {
  /** How many files and statements were checked. */
  files: number;
  statements: number;
  /** Paths of files below the root of the site, sorted. */
  missing: string[];
  changed: string[];
  added: string[];
  /** Other problems, each with its file. */
  problems: { path: string; message: string }[];
}

const isOfEditor = (path: string) => path.startsWith('admin/');

const RECORD = /^releases\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\/release\.json$/;
/** The id of the release whose data has this path. */
const idOf = (path: string) => (RECORD.exec(path) ?? []).slice(1).join('-');

/**
 * Compares a copy with its own checksums and manifest, each statement's id with its words, and each release's
 * page, parsed as browsers do, with its statements.
 * @throws {Error} if it has no list of checksums, or cannot be read.
 */
export async function verifyCopy(
  copy: Copy,
  onProgress?: (done: number, total: number) => void,
): Promise<CopyReport> {
  const list = await copy.read(CHECKSUMS);
  if (list === undefined) {
    throw new Error(`There is no ${CHECKSUMS}: this is not the root of a site, or not all of it.`);
  }
  const found: CopyReport = {
    files: 0,
    statements: 0,
    missing: [],
    changed: [],
    added: [],
    problems: [],
  };
  const sums = readSums(list.toString(), found);
  const isListed = copy.list !== undefined;
  const listed = copy.list?.();
  // A copy that was made by following links is without the editor, and has all of the archive.
  const hasEditor = listed?.some(isOfEditor) ?? true;
  // Servers do not serve the files that configure them.
  const paths = [...sums.keys()].filter(
    (path) => (isListed || !HOST_FILES.includes(path)) && (hasEditor || !isOfEditor(path)),
  );
  const former = new FormerPages(sums);
  const isKnown = new Set(paths);
  const pageOf = (path: string) => path.replace(/release\.json$/, 'index.html');
  // A release's page is read with the record beside it, once.
  const pages = new Set(paths.filter((path) => RECORD.test(path)).map(pageOf));
  /** Whether a file is as it was published. */
  const isUnchanged = (path: string, digest: string | MovedTo | undefined): boolean => {
    if (digest === undefined) found.missing.push(path);
    else if (typeof digest === 'object') former.add(path, digest.movedTo);
    else if (digest !== sums.get(path)) found.changed.push(path);
    found.files++; // counted where nobody listens, too
    onProgress?.(found.files, paths.length);
    return digest === sums.get(path);
  };
  const readFile = async (path: string) => {
    const bytes = await copy.read(path);
    const digest = bytes ? hash('sha256', bytes) : await copy.digest(path); // it may lead elsewhere
    return { bytes, isWhole: isUnchanged(path, digest) };
  };
  /** Of the content of releases, by their ids. */
  const digests = new Map<string, string>();
  const report = (path: string, problems: readonly string[]) =>
    found.problems.push(...problems.map((message) => ({ path, message })));
  const checkRelease = async (path: string) => {
    const { bytes: record, isWhole } = await readFile(path);
    if (record) {
      former.learn(path, record.toString());
      const { count, problems } = wrongStatements(record.toString());
      found.statements += count;
      const { id, digest, problems: others } = recordDigest(record.toString());
      // By its own id, which a path does not have where a name is written in another way there.
      if (id !== undefined && digest !== undefined) digests.set(id, digest);
      report(path, [...problems, ...others]);
    }
    if (!isKnown.has(pageOf(path))) return;
    const page = await readFile(pageOf(path));
    if (isWhole && page.isWhole && record && page.bytes) {
      report(pageOf(path), wrongPage(page.bytes.toString(), record.toString()));
    }
  };
  const check = async (path: string) => {
    if (RECORD.test(path)) await checkRelease(path);
    else if (!pages.has(path)) isUnchanged(path, await copy.digest(path));
  };
  const waiting = paths.values();
  const work = async () => {
    for (const path of waiting) await check(path);
  };
  await Promise.all(Array.from({ length: copy.atOnce }, work));
  found.changed.push(...former.wrong());
  found.added = (listed ?? []).filter((path) => path !== CHECKSUMS && !sums.has(path));
  await checkManifest(copy, { sums, digests }, found);
  for (const some of [found.missing, found.changed]) some.sort();
  found.problems.sort((a, b) => (a.path < b.path ? -1 : 1));
  return found;
}

function readSums(text: string, found: CopyReport): Map<string, string> {
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

/** Checks that the manifest describes these very files: the list of checksums might have been remade. */
async function checkManifest(
  copy: Copy,
  { sums, digests }: Record<'sums' | 'digests', ReadonlyMap<string, string>>,
  found: CopyReport,
) {
  const report = (message: string) => found.problems.push({ path: MANIFEST, message });
  const bytes = await copy.read(MANIFEST);
  if (bytes === undefined) return; // reported as missing, or never published
  const read = manifest.safeParse(parseJson(bytes.toString()));
  if (!read.success) {
    report('cannot be read');
    return;
  }
  for (const { name, sha256 } of read.data.files) {
    if (sums.get(`data/${name}`) !== sha256) report(`has another SHA-256 for data/${name}`);
  }
  // In a copy from before records had digests, that of the archive was made of those of the files.
  const paths = [...sums].filter(([path]) => RECORD.test(path));
  const former = paths.map(([path, sha256]) => [idOf(path), sha256] as const);
  if (read.data.digest !== archiveDigest(digests.size > 0 ? digests : former))
    report('has a digest of the archive that its releases do not have');
}
