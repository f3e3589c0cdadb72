import { type Day, yearOf } from '../../archive/day.ts';
import type { FacetName, FacetNames, SearchCatalogue } from '../catalogue.ts';
import type { IdPlaces } from '../id-runs.ts';
import { decodeTable, type NumberLists, type ReleaseTable, ROW_SORT } from '../release-table.ts';
import { filterReleases, type FilterTable, NO_FILTER, type Tally } from './filter-releases.ts';
import type { Pagefind, PagefindResult } from '../pagefind-format/browser.ts';
import type { Facet } from './query-state.ts';
import { loopYielding, yieldToBrowser } from './yield-to-browser.ts';

/** Instead of a row, for a release that was indexed after the table was fetched. */
const NO_ROW = -1;

/** The row of a release in the table, by Pagefind's id; undefined if it has none. */
type ReleaseIds = Pick<IdPlaces, 'placeOf'>;

/** The table of all releases of the archive, newest first, in which a release is a place. */
export class ReleaseRows implements FilterTable {
  readonly length: number;
  readonly days: readonly Day[];
  /** Of each release the place of its day. */
  readonly dayOf: Uint32Array;
  /** Of each release the places of its values in the lists of names. */
  readonly values: Record<Facet, NumberLists>;
  /** The names of each facet's values. */
  readonly names: Record<Facet, readonly FacetName[]>;
  readonly #ids: ReleaseIds;
  #totals: Promise<Tally> | undefined;

  constructor(
    { days, dayOf, values }: Omit<ReleaseTable, 'ids'>,
    names: FacetNames,
    ids: ReleaseIds,
  ) {
    const years = [...new Set(days.map(yearOf))];
    const yearOfDay = days.map((day) => years.indexOf(yearOf(day)));
    this.length = dayOf.length;
    this.#ids = ids;
    this.days = days;
    this.dayOf = dayOf;
    this.values = {
      ...values,
      year: {
        numbers: dayOf.map((place) => yearOfDay[place] ?? 0),
        starts: Uint32Array.from({ length: dayOf.length + 1 }, (_, place) => place),
      },
    };
    this.names = { ...names, year: years.map((year) => [year, year]) };
  }

  /** @param folder the address of the index, with a `/` at its end. */
  static async load(
    folder: string,
    { table, names }: SearchCatalogue,
    pagefind: Pagefind,
  ): Promise<ReleaseRows> {
    const [text, list] = await Promise.all([unpack(folder + table), unpack(folder + names)]);
    const columns = decodeTable(text);
    await yieldToBrowser();
    const ids = columns.ids ?? (await askForIds(pagefind, columns.dayOf.length));
    return new ReleaseRows(columns, JSON.parse(list) as FacetNames, ids);
  }

  /** The places of releases that were found. */
  async placesOf(results: readonly PagefindResult[], signal?: AbortSignal): Promise<Int32Array> {
    const places = new Int32Array(results.length);
    const find = (n: number) => {
      places[n] = this.#ids.placeOf(results[n]?.id ?? '') ?? NO_ROW;
    };
    await loopYielding(results.length, find, signal);
    return places;
  }

  /** How many of all releases have each value, and are of each month. */
  totals(): Promise<Tally> {
    this.#totals ??= filterReleases(
      this,
      Int32Array.from({ length: this.length }, (_, n) => n),
      NO_FILTER,
    );
    return this.#totals;
  }

  /** What a value of a facet is called on the page. */
  nameOf(facet: Facet, value: string): string {
    return this.names[facet].find(([slug]) => slug === value)?.[1] ?? value;
  }
}

/**
 * Asks Pagefind what it calls the releases, in the order of the table.
 * @throws {Error} if it does not have all of them: then the index is not that of the table.
 */
async function askForIds(pagefind: Pagefind, releases: number): Promise<ReleaseIds> {
  const { results } = await pagefind.search(null, { sort: { [ROW_SORT]: 'asc' } });
  if (results.length !== releases) {
    throw new Error(`The index has ${results.length} releases, and its table ${releases}`);
  }
  const places = new Map(results.map(({ id }, place) => [id, place]));
  return { placeOf: (id) => places.get(id) };
}

/** The text of a compressed file. */
export async function unpack(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${response.status} for ${address}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
