import { archiveDigest } from '../../publish/data/content-digest.ts';
import { datasetOf } from '../../publish/data/dataset.ts';
import {
  formatCitationFile,
  formatDataPackage,
  formatDcat,
} from '../../publish/data/dataset-files.ts';
import { formatJson } from '../../publish/data/format-json.ts';
import { type BulkFile, MANIFEST, manifestOf } from '../../publish/data/manifest.ts';
import { recordJsonSchema, SCHEMA_PATH } from '../../publish/data/release-record.ts';
import { YEARLY_FILES } from '../../publish/data/yearly-files.ts';
import { digestFile } from '../../publish/file-digest.ts';
import type { PublishedFile } from '../../publish/publication.ts';
import type { BundleCache } from '../../cache/bundle-cache.ts';
import { projectDigest } from '../../cache/project-digest.ts';
import { gzipYear } from './gzip-year.ts';
import { tabulateYear } from './tabulate-year.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SiteView } from '../../astro/site-view.ts';
import {
  besideRelease,
  FILES_CODE,
  type RecordFile,
  writeReleaseFiles,
} from './write-release-files.ts';

/**
 * Writes the data of each release next to its page, and of all releases into `data/`.
 * @param cache for gzipped years, and for notes on the files of each month.
 * @returns the size, digest and ids of each `release.json`, by the release's id.
 */
export async function writeBulkData(
  site: SiteFolder,
  view: SiteView,
  cache: BundleCache,
): Promise<Map<string, RecordFile>> {
  const { publication, years } = view;
  const { releases } = publication.archive;
  const edition = await projectDigest(FILES_CODE);
  const records = await writeReleaseFiles(site, view, cache);
  const files: Omit<BulkFile, keyof PublishedFile>[] = [
    { name: 'releases.csv', mediaType: 'text/csv', count: releases.length },
  ];
  for (const { key, releases: ofYear } of years) {
    const add = (kind: keyof typeof YEARLY_FILES, bytes: Uint8Array | string, count: number) => {
      const { nameOf, mediaType } = YEARLY_FILES[kind];
      site.write(`data/${nameOf(key)}`, bytes);
      files.push({ name: nameOf(key), mediaType, count });
    };
    const year = {
      files: ofYear.map((release) => site.fileOf(besideRelease(release, 'release.json'))),
      sha256: ofYear.map(({ id }) => records.get(id)?.sha256 ?? ''),
    };
    add('releases', await gzipYear(year, cache), ofYear.length);
    const { csv, parquet, count } = await tabulateYear(year, edition, cache);
    add('statements', csv, count);
    add('parquet', parquet, count);
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
  const digest = archiveDigest([...records].map(([id, file]) => [id, file.digest] as const));
  const dataset = datasetOf(publication);
  const tables = measured.filter(({ name }) => !name.endsWith('.schema.json'));
  site.write('data/datapackage.json', formatDataPackage(dataset, tables));
  site.write('data/dcat.jsonld', formatDcat(dataset, tables, digest));
  site.write('data/CITATION.cff', formatCitationFile(dataset, digest));
  site.write(MANIFEST, formatJson(manifestOf(publication, measured, digest)));
  return records;
}
