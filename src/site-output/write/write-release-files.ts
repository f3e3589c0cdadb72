import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Period } from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { CITATION_FORMATS } from '../../publish/citation/citation-files.ts';
import { csvHeader, csvRow } from '../../publish/data/csv.ts';
import { earlierEchoes } from '../../publish/data/echoes.ts';
import { formatRecord, recordOf, type ReleaseRecord } from '../../publish/data/release-record.ts';
import { formatReleaseText, RELEASE_TEXT } from '../../publish/release-text.ts';
import type { Publication, PublishedFile } from '../../publish/publication.ts';
import type { BundleCache } from '../../cache/bundle-cache.ts';
import { projectDigest } from '../../cache/project-digest.ts';
import { releaseDigest } from '../../astro/page-key.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

/** The code that these files depend on. */
export const FILES_CODE = [
  'src/archive',
  'src/publish',
  'src/words',
  'src/astro/page-key.ts',
  'src/site-output/write',
  'package-lock.json',
];

/** What other files need to know of a release's files; cached. */
interface ReleaseFiles extends PublishedFile {
  id: string;
  /** Of the content: see `contentDigest`. */
  digest: string;
  /** The ids that its statements have, had, and would have by their present words. */
  ids: string[];
  /** Of `releases.csv`. */
  row: string;
  /** SHA-256 in hexadecimal, by paths relative to the site's root. */
  files: [path: string, sha256: string][];
}

/** A `release.json`, the digest of the content of its release, and the ids in it. */
export type RecordFile = Pick<ReleaseFiles, 'digest' | 'ids' | 'bytes' | 'sha256'>;

/** The name of a month's notes in their bundle in the cache. */
const NOTES = 'written.json';

/**
 * Writes the data and citations of each release next to its page, and its row in `releases.csv`.
 * @param cache for notes on the files of each month.
 * @returns what other files need to know of each `release.json`, by the release's id.
 */
export async function writeReleaseFiles(
  site: SiteFolder,
  view: SiteView,
  cache: BundleCache,
): Promise<Map<string, RecordFile>> {
  const edition = await projectDigest(FILES_CODE);
  const records = new Map<string, RecordFile>();
  const table = join(site.folder, 'data', 'releases.csv');
  mkdirSync(dirname(table), { recursive: true });
  const csv = openSync(table, 'w');
  try {
    writeSync(csv, csvHeader());
    for (const month of view.months) {
      const written = await writeMonth(site, view, month, { edition, cache });
      for (const { id, digest, ids, bytes, sha256 } of written)
        records.set(id, { digest, ids, bytes, sha256 });
      writeSync(csv, written.map(({ row }) => row).join(''));
    }
  } finally {
    closeSync(csv);
  }
  return records;
}

/** Writes the files of a month's releases, unless nothing that they depend on has changed. */
async function writeMonth(
  site: SiteFolder,
  view: SiteView,
  { releases }: Period,
  { edition, cache }: { edition: string; cache: BundleCache },
): Promise<ReleaseFiles[]> {
  const { publication } = view;
  const shown = releases.map((release) => [
    releaseDigest(release, view),
    publication.connect(release).correctedBy.map(({ id }) => id),
    earlierEchoes(publication, release),
  ]);
  const about = [edition, publication.addressOf('/'), publication.archive.site, shown];
  const key = hash('sha256', JSON.stringify(about));
  const bundle = await cache.open(key);
  const notes = bundle?.get(NOTES)?.toString();
  bundle?.close();
  const cached = notes === undefined ? undefined : (JSON.parse(notes) as ReleaseFiles[]);
  const isReusable = ({ files }: ReleaseFiles) =>
    files.every(([path, sha256]) => site.reuseIfSame(path, sha256));
  if (cached?.every(isReusable)) return cached;
  const written = releases.map((release) => writeRelease(site, publication, release));
  if (cached === undefined) {
    const bytes = Buffer.from(JSON.stringify(written));
    // The build can go on without a cache.
    await cache.write(key, new Map([[NOTES, bytes]])).catch(() => undefined);
  }
  return written;
}

function writeRelease(site: SiteFolder, publication: Publication, release: Release): ReleaseFiles {
  const record = recordOf(publication, release);
  const bytes = Buffer.from(formatRecord(record));
  const files: ReleaseFiles['files'] = [];
  const write = (file: string, content: string | Buffer) => {
    const [path, sha256] = [besideRelease(release, file), hash('sha256', content)];
    site.write(path, content, sha256);
    files.push([path, sha256]);
    return sha256;
  };
  const sha256 = write('release.json', bytes);
  for (const { file, format } of CITATION_FORMATS) write(file, format(record.csl));
  write(RELEASE_TEXT, formatReleaseText(publication, release));
  const data = publication.addressOf(`${release.path}release.json`);
  const row = csvRow(record, { data, sha256 });
  const [{ id }, { digest }, ids] = [release, record, idsOf(record)];
  return { id, digest, ids, row, bytes: bytes.length, sha256, files };
}

function idsOf({ statements, removed }: ReleaseRecord): string[] {
  const own = statements.flatMap(({ id, digest = [], former = [] }) => [id, digest, former].flat());
  return [...own, ...removed];
}

/** A file next to a release's page, by its path relative to the site's root. */
export const besideRelease = ({ path }: Release, file: string) => path.slice(1) + file;
