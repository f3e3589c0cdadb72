import { latest } from '../../archive/instant.ts';
import type { Publication, PublishedFile } from '../publication.ts';
import { CHECKSUMS } from './checksums.ts';
import { SCHEMA_PATH, SCHEMA_VERSION } from './release-record.ts';

/** Says what bulk data there is; below the root of the site. */
export const MANIFEST = 'data/manifest.json';

/** A file of bulk data. */
export interface BulkFile extends PublishedFile {
  /** Below `/data/`. */
  name: string;
  mediaType: string;
  /** How many records it holds. */
  count: number;
}

/**
 * `/data/manifest.json`: the bulk files, with digests to check a copy.
 * @param digest of the whole archive: see `archiveDigest`.
 */
export function manifestOf(
  { archive, addressOf, updatedOn }: Publication,
  files: readonly BulkFile[],
  digest: string,
) {
  const { title, publisher, license } = archive.site;
  return {
    title,
    publisher: publisher ?? title,
    url: addressOf('/'),
    license: license ?? null,
    schemaVersion: SCHEMA_VERSION,
    schema: addressOf(SCHEMA_PATH),
    count: archive.releases.length,
    modified: latest(archive.releases.map(updatedOn)) ?? null,
    digest,
    checksums: addressOf(`/${CHECKSUMS}`),
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
