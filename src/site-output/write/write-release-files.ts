import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Period } from '../../archive/browse.ts';
import type { Release } from '../../archive/release.ts';
import { CITATION_FORMATS } from '../../publish/citation/citation-files.ts';
import { csvHeader, csvRow } from '../../publish/data/csv.ts';
import { formatRecord, recordOf } from '../../publish/data/release-record.ts';
import type { Publication, PublishedFile } from '../../publish/publication.ts';
import type { PackCache } from '../../cache/bundle-cache.ts';
import { projectDigest } from '../../cache/project-digest.ts';
import { releaseDigest } from '../../astro/page-key.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';

/** What makes these files. */
export const FILES_CODE = [
  'src/archive',
  'src/publish',
  'src/words',
  'src/astro/page-key.ts',
  'src/site-output/write',
  'package-lock.json',
];

/** What is kept of a release: what is told of its files elsewhere, and their digests. */
interface Written extends PublishedFile {
  id: string;
  /** In `releases.csv`. */
  row: string;
  /** In hexadecimal digits, by the paths below the site's root. */
  files: [path: string, sha256: string][];
}

/** The name in the cache of what is kept of a month. */
const WRITTEN = 'written.json';

/**
 * Writes the data of each release and its citations beside its page, and a row for it in `releases.csv`.
 * @param cache keeps what is told of the files of each month.
 * @returns the size and digest of each `release.json`, by the release's id.
 */
export async function writeReleaseFiles(
  site: SiteFolder,
  view: SiteView,
  cache: PackCache,
): Promise<Map<string, PublishedFile>> {
  const edition = await projectDigest(FILES_CODE);
  const records = new Map<string, PublishedFile>();
  const table = join(site.folder, 'data', 'releases.csv');
  mkdirSync(dirname(table), { recursive: true });
  const csv = openSync(table, 'w');
  try {
    writeSync(csv, csvHeader());
    for (const month of view.months) {
      const written = await writeMonth(site, view, month, { edition, cache });
      for (const { id, bytes, sha256 } of written) records.set(id, { bytes, sha256 });
      writeSync(csv, written.map(({ row }) => row).join(''));
    }
  } finally {
    closeSync(csv);
  }
  return records;
}

/** Writes the files of a month's releases, unless all of them stand as they were made of the same. */
async function writeMonth(
  site: SiteFolder,
  view: SiteView,
  { releases }: Period,
  { edition, cache }: { edition: string; cache: PackCache },
): Promise<Written[]> {
  const { publication } = view;
  const shown = releases.map((release) => [
    releaseDigest(release, view),
    publication.connect(release).correctedBy.map(({ id }) => id),
  ]);
  const about = [edition, publication.addressOf('/'), publication.archive.site, shown];
  const key = hash('sha256', JSON.stringify(about));
  const pack = await cache.open(key);
  const kept = pack?.get(WRITTEN)?.toString();
  pack?.close();
  const before = kept === undefined ? undefined : (JSON.parse(kept) as Written[]);
  const stands = ({ files }: Written) =>
    files.every(([path, sha256]) => site.keepSame(path, sha256));
  if (before?.every(stands)) return before;
  const written = releases.map((release) => writeRelease(site, publication, release));
  if (before === undefined) {
    const notes = Buffer.from(JSON.stringify(written));
    // A cache that takes nothing is no reason to fail.
    await cache.write(key, new Map([[WRITTEN, notes]])).catch(() => undefined);
  }
  return written;
}

function writeRelease(site: SiteFolder, publication: Publication, release: Release): Written {
  const record = recordOf(publication, release);
  const bytes = Buffer.from(formatRecord(record));
  const files: Written['files'] = [];
  const write = (file: string, content: string | Buffer) => {
    const [path, sha256] = [besideRelease(release, file), hash('sha256', content)];
    site.write(path, content, sha256);
    files.push([path, sha256]);
    return sha256;
  };
  const sha256 = write('release.json', bytes);
  for (const { file, format } of CITATION_FORMATS) write(file, format(record.csl));
  const data = publication.addressOf(`${release.path}release.json`);
  const row = csvRow(record, { data, sha256 });
  return { id: release.id, row, bytes: bytes.length, sha256, files };
}

/** A file beside a release's page, by its path below the site's root. */
export const besideRelease = ({ path }: Release, file: string) => path.slice(1) + file;
