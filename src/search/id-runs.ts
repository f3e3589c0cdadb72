/*
 * The ids of the index's pages as a text. A page is named by its shard and its number there
 * (`9b92ec7d.0017`), and newer ones have higher numbers: so most ids are the previous one with a
 * lower number. Written out they would be two thirds of the table of releases.
 */

const NUMBERED = /^(?<stem>.*\.)(?<number>[0-7]+)$/;
/** A small base makes longer ids, but consecutive ones compress to fewer bytes. */
const BASE = 8;
const PLACES = 4; // at least: as many as the numbers of a shard have

/** @param stem of the shard. */
export const numberedId = (stem: string, number: number) =>
  `${stem}.${number.toString(BASE).padStart(PLACES, '0')}`;

/** Writes ids in their order as runs, the first of each and how many there are: `9b92ec7d.0017*13`. */
export function encodeIds(ids: readonly string[]): string {
  const runs: { first: string; length: number }[] = [];
  let next: ParsedId | undefined; // what would lengthen the last run
  for (const id of ids) {
    const [last, parsed] = [runs.at(-1), parse(id)];
    if (last !== undefined && next?.series === parsed.series && next.number === parsed.number)
      last.length++;
    else runs.push({ first: id, length: 1 });
    next = { ...parsed, number: parsed.number - 1 };
  }
  return runs.map(({ first, length }) => `${first}*${length}`).join(' ');
}

/** Finds the places of ids in what `encodeIds` has written. */
export class IdPlaces {
  readonly length: number;
  readonly #runs = new Map<string, { highest: number; length: number; place: number }[]>();

  constructor(text: string) {
    let place = 0;
    for (const run of text === '' ? [] : text.split(' ')) {
      const [first = '', length = '1'] = run.split('*');
      const { series, number } = parse(first);
      const known = this.#runs.get(series) ?? [];
      known.push({ highest: number, length: Number(length), place });
      this.#runs.set(series, known);
      place += Number(length);
    }
    this.length = place;
  }

  /** @returns undefined if the id is not there. */
  placeOf(id: string): number | undefined {
    const { series, number } = parse(id);
    for (const { highest, length, place } of this.#runs.get(series) ?? []) {
      const down = highest - number;
      if (down >= 0 && down < length) return place + down;
    }
    return undefined;
  }
}

interface ParsedId {
  /** The same for all ids that differ by their number alone. */
  series: string;
  number: number;
}

function parse(id: string): ParsedId {
  const { stem, number } = NUMBERED.exec(id)?.groups ?? {};
  if (stem === undefined || number === undefined) return { series: id, number: 0 };
  return { series: `${stem}*${number.length}`, number: parseInt(number, BASE) };
}
