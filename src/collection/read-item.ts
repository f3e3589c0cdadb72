import type { CollectedItem } from '../export/collection-address.ts';
import type { CitedStatement } from '../export/cited-list.ts';
import type { ReleaseRecord } from '../publish/data/release-record.ts';

/** A release as far as its data can be read; `gone` where it is no longer in the archive. */
export type FetchedRelease = { record: ReleaseRecord; url: string } | 'gone';

/** What has become of a collected item. */
export type ItemState =
  | { kind: 'whole'; record: ReleaseRecord; url: string }
  | {
      kind: 'statement';
      record: ReleaseRecord;
      url: string;
      statement: CitedStatement;
      /** Whether its words were edited since its id was made. */
      isEdited: boolean;
    }
  | { kind: 'removed' | 'unknown' | 'gone'; url: string };

/**
 * Reads the data of a release, at its present address where it has moved.
 * @param url the address that was collected.
 * @throws {Error} if a file could not be loaded.
 */
export async function fetchRelease(url: string): Promise<FetchedRelease> {
  const response = await fetch(`${url}release.json`);
  if (response.ok)
    return {
      record: (await response.json()) as ReleaseRecord,
      url: response.url.replace(/release\.json$/, ''),
    };
  if (response.status !== 404) throw new Error(`${url}release.json: ${response.status}`);
  // A former address has a page, which leads to the present one; so has a release that was taken out.
  const page = await fetch(url);
  if (!page.ok && page.status !== 404 && page.status !== 410)
    throw new Error(`${url}: ${page.status}`);
  const html = new DOMParser().parseFromString(await page.text(), 'text/html');
  const href = html.querySelector('a[data-moved-to]')?.getAttribute('href');
  if (!href) return 'gone';
  const present = new URL(href, url).href;
  return present === url ? 'gone' : fetchRelease(present);
}

/** What has become of an item, by the data of its release. @param url the address that was collected. */
export function stateOf(
  { statement: id }: CollectedItem,
  release: FetchedRelease,
  url: string,
): ItemState {
  const address = id === undefined ? url : `${url}#${id}`;
  if (release === 'gone') return { kind: 'gone', url: address };
  const { record } = release;
  if (id === undefined) return { kind: 'whole', record, url: release.url };
  const found = record.statements.find((one) => one.id === id || one.former?.includes(id) === true);
  if (found === undefined) {
    return {
      kind: record.removed.includes(id) ? 'removed' : 'unknown',
      url: `${release.url}#${id}`,
    };
  }
  const statement = { id: found.id, text: found.text };
  const isEdited = found.digest !== undefined || found.id !== id;
  return { kind: 'statement', record, url: `${release.url}#${found.id}`, statement, isEdited };
}
