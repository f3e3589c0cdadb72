import { EARLIER_FILE, type NumberedWording } from '../../quotation/earlier-file.ts';
import { encodeShards } from '../../quotation/id-table.ts';
import type { SiteView } from '../../astro/site-view.ts';
import type { SiteFolder } from './site-folder.ts';
import type { RecordFile } from './write-release-files.ts';

/**
 * Writes the table by which browsers find whole statements that are quoted, and what statements said before. Releases are numbered as in the search
 * index, from the oldest on.
 * @param records of all releases, by their ids.
 */
export function writeIdTable(
  site: SiteFolder,
  { archive }: SiteView,
  records: ReadonlyMap<string, RecordFile>,
): void {
  const oldestFirst = archive.releases.toReversed();
  const ids = oldestFirst.map(({ id }) => records.get(id)?.ids ?? []);
  for (const [file, bytes] of encodeShards(ids)) site.write(`quote/${file}`, bytes);
  const earlier = oldestFirst.flatMap(({ id }, release): NumberedWording[] =>
    (archive.earlier.get(id) ?? []).map(({ statement, text, until }) => {
      return { release, statement, text, until };
    }),
  );
  if (earlier.length > 0) site.write(`quote/${EARLIER_FILE}`, JSON.stringify(earlier));
}
