import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Release } from '../archive/release.ts';
import { CITATION_FORMATS } from '../publish/citation/citation-files.ts';
import { csvHeader, csvRow } from '../publish/data/csv.ts';
import { type BulkFile, digestSource, manifestOf } from '../publish/data/manifest.ts';
import {
  formatRecord,
  recordJsonSchema,
  recordOf,
  SCHEMA_PATH,
} from '../publish/data/release-record.ts';
import { digestFile } from '../publish/file-digest.ts';
import type { Publication, PublishedFile } from '../publish/publication.ts';
import type { PackCache } from './cache/pack-cache.ts';
import { packYear } from './pack-year.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from './site-view.ts';

/**
 * Writes the data of each release beside its page, and all of them below `data/`.
 * @param cache keeps the packed years.
 * @returns the size and digest of each `release.json`, by the release's id.
 */
export async function writeBulkData(
  site: SiteFolder,
  { publication, years }: SiteView,
  cache: PackCache,
): Promise<Map<string, PublishedFile>> {
  const { releases } = publication.archive;
  const records = writeReleases(site, publication);
  const files: Omit<BulkFile, keyof PublishedFile>[] = [
    { name: 'releases.csv', mediaType: 'text/csv', count: releases.length },
  ];
  for (const { key, releases: ofYear } of years) {
    const name = `releases-${key}.jsonl.gz`;
    const year = {
      files: ofYear.map((release) => site.fileOf(beside(release, 'release.json'))),
      digest: hash('sha256', ofYear.map(({ id }) => records.get(id)?.sha256).join('\n')),
    };
    site.write(`data/${name}`, await packYear(year, cache));
    files.push({ name, mediaType: 'application/gzip', count: ofYear.length });
  }
  const schema = recordJsonSchema(publication.addressOf(SCHEMA_PATH));
  site.write(SCHEMA_PATH.slice(1), formatJson(schema));
  files.push({ name: 'release.schema.json', mediaType: 'application/schema+json', count: 1 });

  const measured = await Promise.all(
    files.map(async (file) => ({
      ...file,
      ...(await digestFile(site.fileOf(`data/${file.name}`))),
    })),
  );
  const digests = [...records].map(([id, { sha256 }]) => [id, sha256] as const);
  const digest = hash('sha256', digestSource(digests));
  site.write('data/manifest.json', formatJson(manifestOf(publication, measured, digest)));
  return records;
}

/** Writes the files of each release, and a row for it in `releases.csv`. */
function writeReleases(site: SiteFolder, publication: Publication) {
  const records = new Map<string, PublishedFile>();
  const table = join(site.folder, 'data', 'releases.csv');
  mkdirSync(dirname(table), { recursive: true });
  const csv = openSync(table, 'w');
  try {
    writeSync(csv, csvHeader());
    for (const release of publication.archive.releases) {
      const { row, ...file } = writeRelease(site, publication, release);
      records.set(release.id, file);
      writeSync(csv, row);
    }
  } finally {
    closeSync(csv);
  }
  return records;
}

function writeRelease(site: SiteFolder, publication: Publication, release: Release) {
  const record = recordOf(publication, release);
  const bytes = Buffer.from(formatRecord(record));
  const sha256 = hash('sha256', bytes);
  site.write(beside(release, 'release.json'), bytes);
  for (const { file, format } of CITATION_FORMATS)
    site.write(beside(release, file), format(record.csl));
  const data = publication.addressOf(`${release.path}release.json`);
  return { bytes: bytes.length, sha256, row: csvRow(record, { data, sha256 }) };
}

/** A file beside a release's page, by its path below the site's root. */
const beside = ({ path }: Release, file: string) => path.slice(1) + file;

const formatJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
