import { releasePath } from '../../archive/release.ts';
import { issuedAt, startOf } from '../../archive/instant.ts';
import { mediaTypeOf } from '../media-type.ts';
import type { Publication, PublishedFile } from '../publication.ts';
import type { SitemapEntry } from './xml-list.ts';

/** The data of a release, by the release's id. */
export type Records = ReadonlyMap<string, PublishedFile>;

const describe = ({ bytes, sha256 }: PublishedFile, type: string) => ({
  hash: `sha-256:${sha256}`,
  length: bytes,
  type,
});

/** What a copy of the archive is made of: the data of each release, and the files that belong to it. */
export async function resources(
  { archive, addressOf, fileOf, updatedOn }: Publication,
  records: Records,
): Promise<SitemapEntry[]> {
  const { releases, site } = archive;
  const files = new Set(
    releases.flatMap(({ attachments = [] }) => attachments.map(({ file }) => file)),
  );
  const media = [...files].sort().map(async (file): Promise<SitemapEntry> => {
    return {
      loc: addressOf(`/media/${file}`),
      md: describe(await fileOf(file), mediaTypeOf(file)),
    };
  });
  return [
    ...releases.flatMap((release): SitemapEntry[] => {
      const record = records.get(release.id);
      if (record === undefined) return [];
      return [
        {
          loc: addressOf(`${release.path}release.json`),
          lastmod: startOf(updatedOn(release), site.timezone).rfc3339,
          md: describe(record, 'application/json'),
          ln: { rel: 'describes', href: addressOf(release.path) },
        },
      ];
    }),
    ...(await Promise.all(media)),
  ];
}

/** What happened to the releases in the archive, oldest first: one that was added late was created late. Only files that exist now have a digest. */
export function changes(
  { archive, addressOf, inArchiveOn, gone }: Publication,
  records: Records,
): SitemapEntry[] {
  const { releases, site } = archive;
  const entry = (path: string, datetime: string, change: string, file?: PublishedFile) => ({
    loc: addressOf(`${path}release.json`),
    lastmod: datetime,
    md: { change, datetime, ...(file && describe(file, 'application/json')) },
  });
  const at = (day: string) => startOf(day, site.timezone).rfc3339;
  const all = [
    ...releases.flatMap((release) => {
      const [added, ...later] = inArchiveOn(release);
      const record = records.get(release.id);
      const created = added > release.date ? at(added) : issuedAt(release, site.timezone).rfc3339;
      return [
        entry(release.path, created, 'created', later.length === 0 ? record : undefined),
        ...later.map((day, n) =>
          entry(release.path, at(day), 'updated', n === later.length - 1 ? record : undefined),
        ),
      ];
    }),
    ...gone.map(({ id, on }) => entry(releasePath(id), at(on), 'deleted')),
  ];
  const times = new Map<object, number>(all.map((one) => [one, Date.parse(one.lastmod)]));
  const timeOf = (one: object) => times.get(one) ?? 0;
  return all.sort((a, b) => timeOf(a) - timeOf(b));
}
