import { type Day, yearOf } from '../../archive/day.ts';
import type { FacetName, FacetNames } from '../catalogue.ts';
import { decodeTable, type NumberLists, type ReleaseTable } from '../release-table.ts';
import { filterReleases, type FilterTable, NO_FILTER, type Tally } from './filter-releases.ts';
import type { IndexFiles } from './index-files.ts';
import type { Facet } from './query-state.ts';
import type { Match } from './rank-releases.ts';
import { yieldToBrowser } from './yield-to-browser.ts';

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
  #totals: Promise<Tally> | undefined;

  constructor({ days, dayOf, values }: ReleaseTable, names: FacetNames) {
    const years = [...new Set(days.map(yearOf))];
    const yearOfDay = days.map((day) => years.indexOf(yearOf(day)));
    this.length = dayOf.length;
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

  /** Fetches the table. */
  static async load(files: Pick<IndexFiles, 'catalogue' | 'text' | 'names'>): Promise<ReleaseRows> {
    const [text, names] = await Promise.all([
      files.text(files.catalogue.table, 'low'),
      files.names(),
    ]);
    const columns = decodeTable(text);
    await yieldToBrowser();
    return new ReleaseRows(columns, names);
  }

  /** Whether a release has one of some values of a facet. @param page its number in the index. */
  hasOneOf(facet: Facet, page: number, places: ReadonlySet<number>): boolean {
    const { numbers, starts } = this.values[facet];
    const row = this.length - 1 - page;
    return numbers.subarray(starts[row], starts[row + 1]).some((place) => places.has(place));
  }

  /** The places of releases that were found: the index has the oldest first, the table the newest. */
  placesOf(results: readonly Pick<Match, 'page'>[]): Int32Array {
    return Int32Array.from(results, ({ page }) => this.length - 1 - page);
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
