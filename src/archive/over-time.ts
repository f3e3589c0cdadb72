/** Rows of a table that can still be read; the other offices share a row. */
const MAX_OFFICES = 10;

/** Something that was issued: when, as the place of its time in a row of times, and by which offices. */
interface Issued<Office> {
  time: number;
  offices: Iterable<Office>;
}

/** How many releases there are of each time, in the order of the times. */
export interface OverTime<Office> {
  /** Of the offices that have most, these first. A joint release counts for each of its offices. */
  offices: { office: Office; counts: number[] }[];
  /** Of all further offices together, and how many these are. */
  others: { offices: number; counts: number[] } | undefined;
  /** Of all offices together. */
  all: number[];
}

/**
 * Counts releases by time and office.
 * @param times how many times there are; what is of none of them is not counted.
 */
export function countOverTime<Office>(
  releases: readonly Issued<Office>[],
  times: number,
): OverTime<Office> {
  const zeros = () => Array.from({ length: times }, () => 0);
  const all = zeros();
  const byOffice = new Map<Office, number[]>();
  const counted = releases.filter(({ time }) => time >= 0 && time < times);
  for (const { time, offices } of counted) {
    addOne(all, time);
    for (const office of new Set(offices)) {
      const counts = byOffice.get(office) ?? zeros();
      byOffice.set(office, counts);
      addOne(counts, time);
    }
  }
  // Offices with the same number stay in the order of their first releases.
  const ordered = [...byOffice]
    .map(([office, counts]) => ({ office, counts, sum: sumOf(counts) }))
    .sort((a, b) => b.sum - a.sum);
  const isOne = ordered.length === MAX_OFFICES + 1; // whose name needs no more room than “1 other office”
  const shown = ordered.slice(0, isOne ? undefined : MAX_OFFICES);
  const offices = shown.map(({ office, counts }) => ({ office, counts }));
  if (shown.length === ordered.length) return { offices, others: undefined, all };
  const named = new Set(offices.map(({ office }) => office));
  const others = zeros();
  for (const { time, offices } of counted) {
    if ([...offices].some((office) => !named.has(office))) addOne(others, time);
  }
  return { offices, others: { offices: ordered.length - shown.length, counts: others }, all };
}

/**
 * How strongly a cell of the table is tinted, so that it can be read as a chart: 0 for none, 3 for the highest.
 * @param highest of all cells of offices.
 */
export const tintOf = (count: number, highest: number): number =>
  count === 0 ? 0 : Math.ceil((count / highest) * 3);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function addOne(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}
