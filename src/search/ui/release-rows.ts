import type { FacetNames, SearchCatalogue } from '../catalogue.ts';
import { decodeTable, type ReleaseRow } from '../release-table.ts';
import type { PagefindResult } from './pagefind-types.ts';

/** The table of all releases of the archive. */
export class ReleaseRows {
  /** Newest first. */
  readonly all: readonly ReleaseRow[];
  readonly names: FacetNames;
  readonly #byId: Map<string, ReleaseRow[]>;
  readonly #places: Map<ReleaseRow, number>;

  constructor(all: readonly ReleaseRow[], names: FacetNames) {
    this.all = all;
    this.names = names;
    this.#byId = Map.groupBy(all, ({ id }) => id);
    this.#places = new Map(all.map((row, place) => [row, place]));
  }

  /** @param folder the address of the index, with a `/` at its end. */
  static async load(folder: string, { shards, names }: SearchCatalogue): Promise<ReleaseRows> {
    const [texts, list] = await Promise.all([
      Promise.all(shards.map(({ table }) => unpack(folder + table))),
      unpack(folder + names),
    ]);
    return new ReleaseRows(texts.flatMap(decodeTable), JSON.parse(list) as FacetNames);
  }

  /** The row of a release that was found. */
  async of({ id, data }: PagefindResult): Promise<ReleaseRow | undefined> {
    const rows = this.#byId.get(id) ?? [];
    if (rows.length < 2) return rows[0];
    // Ids are made for one index each: releases of two may have the same, but not the same day.
    const day = (await data()).meta['date'];
    return rows.find((row) => row.day === day);
  }

  /** Orders releases by date; those of a day stand as they do in the archive. */
  compare(a: ReleaseRow, b: ReleaseRow): number {
    return (this.#places.get(a) ?? 0) - (this.#places.get(b) ?? 0);
  }
}

/** The text of a packed file. */
export async function unpack(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`${response.status} for ${address}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}
