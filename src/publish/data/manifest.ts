import type { Publication } from '../publication.ts';
import { SCHEMA_VERSION } from './release-record.ts';

/** A file of bulk data. */
export interface BulkFile {
  /** Below `/data/`. */
  name: string;
  mediaType: string;
  bytes: number;
  /** How many records it holds. */
  count: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/**
 * `/data/manifest.json`: what there is in bulk, and how to know that a copy is whole.
 * @param digest of the whole archive: see `digestSource`.
 */
export function manifestOf(
  { archive, addressOf, modifiedOn }: Publication,
  files: readonly BulkFile[],
  digest: string,
) {
  const { title, publisher, license } = archive.site;
  const days = archive.releases.map(modifiedOn).sort();
  return {
    title,
    publisher: publisher ?? title,
    url: addressOf('/'),
    license: license ?? null,
    schemaVersion: SCHEMA_VERSION,
    schema: addressOf('/data/release.schema.json'),
    count: archive.releases.length,
    modified: days.at(-1) ?? null,
    digest: `sha256:${digest}`,
    checksums: addressOf('/data/sha256sums.txt'),
    files: files.map(({ name, mediaType, bytes, count, sha256 }) => ({
      name,
      url: addressOf(`/data/${name}`),
      mediaType,
      bytes,
      count,
      rows: count, // the same under the name that it has for tables
      sha256,
    })),
  };
}

/** What the digest of an archive is made over: a line `<sha256>  <id>` for each release, sorted by id. */
export const digestSource = (digests: Iterable<readonly [id: string, sha256: string]>): string =>
  [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, sha256]) => `${sha256}  ${id}\n`)
    .join('');
