import { type Day, yearOf } from '../../archive/day.ts';
import type { FacetName, FacetNames, SearchCatalogue } from '../catalogue.ts';
import { decodeTable, type NumberLists, type ReleaseTable } from '../release-table.ts';
import { narrow, NOTHING, type Tally } from './narrow.ts';
import type { PagefindResult } from '../pagefind-format/browser.ts';
import type { Facet } from './query-state.ts';
import { inSlices, pause } from './slices.ts';

/** The place of a release that the table does not have: that was indexed after the table was fetched. */
const NO_ROW = -1;

/** The table of all releases of the archive, newest first, in which a release is a place. */
export class ReleaseRows {
  readonly length: number;
  readonly days: readonly Day[];
  /** Of each release the place of its day. */
  readonly dayOf: Uint32Array;
  /** Of each release the places of its values in the lists of names. */
  readonly values: Record<Facet, NumberLists>;
  /** The names of each facet's values. */
  readonly names: Record<Facet, readonly FacetName[]>;
  readonly #ids: ReleaseTable['ids'];
  #totals: Promise<Tally> | undefined;

  constructor({ ids, days, dayOf, values }: ReleaseTable, names: FacetNames) {
    const years = [...new Set(days.map(yearOf))];
    const yearOfDay = days.map((day) => years.indexOf(yearOf(day)));
    this.length = ids.length;
    this.#ids = ids;
    this.days = days;
    this.dayOf = dayOf;
    this.values = {
      ...values,
      year: {
        numbers: dayOf.map((place) => yearOfDay[place] ?? 0),
        starts: Uint32Array.from({ length: ids.length + 1 }, (_, place) => place),
      },
    };
    this.names = { ...names, year: years.map((year) => [year, year]) };
  }

  /** @param folder the address of the index, with a `/` at its end. */
  static async load(folder: string, { table, names }: SearchCatalogue): Promise<ReleaseRows> {
    const [text, list] = await Promise.all([unpack(folder + table), unpack(folder + names)]);
    const columns = decodeTable(text);
    await pause();
    return new ReleaseRows(columns, JSON.parse(list) as FacetNames);
  }

  /** The places of releases that were found. */
  async placesOf(results: readonly PagefindResult[], signal?: AbortSignal): Promise<Int32Array> {
    const places = new Int32Array(results.length);
    const find = (n: number) => {
      places[n] = this.#ids.placeOf(results[n]?.id ?? '') ?? NO_ROW;
    };
    await inSlices(results.length, find, signal);
    return places;
  }

  /** How many releases of the whole archive there are of each value and in each month. */
  totals(): Promise<Tally> {
    this.#totals ??= narrow(
      this,
      Int32Array.from({ length: this.length }, (_, n) => n),
      NOTHING,
    );
    return this.#totals;
  }

  /** What a value of a facet is called on the page. */
  nameOf(facet: Facet, value: string): string {
    return this.names[facet].find(([slug]) => slug === value)?.[1] ?? value;
  }
}

/** The text of a packed file. */
export async function unpack(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${response.status} for ${address}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
