import type { Measured, Row } from './run.ts';
import { align, MB } from './table.ts';

const FAR = 1_000_000; // releases

/** What is reported of a cold build: its unit, and its value in it. */
const MEASURES: [name: string, valueOf: (row: Row) => number | undefined][] = [
  ['seconds', ({ both }) => both.seconds],
  ['MB of memory', ({ both }) => both.all && both.all / MB],
  ['MB of site', ({ bytes }) => bytes / MB],
];

/**
 * How cold builds grow with the number of releases: a straight line (a fixed part and one for each
 * release) through all sizes, and between the two largest the power of the number that fits.
 */
export function growthTable(sizes: readonly Measured[]): string {
  const heads = [
    'Cold builds',
    ...sizes.map(({ releases }) => releases.toLocaleString('en')),
    'fixed',
    'each 1,000',
    'power',
    FAR.toLocaleString('en'),
  ];
  const builders = new Map(
    sizes.flatMap(({ rows }) => rows.map(({ key, builder }) => [key, builder] as const)),
  );
  const lines = [...builders].flatMap(([key, builder]) => [
    [builder],
    ...MEASURES.flatMap(([name, valueOf]) => {
      const points = sizes.flatMap(({ releases, rows }): Point[] => {
        const row = rows.find((row) => row.key === key && row.change === 'cold');
        const value = row && valueOf(row);
        return value === undefined ? [] : [{ releases, value }];
      });
      const at = ({ releases }: Measured) => points.find((point) => point.releases === releases);
      const values = sizes.map((size) => number(at(size)?.value));
      const { fixed, each } = fitLine(points);
      const grown = [fixed, 1000 * each, power(points), fixed + FAR * each].map(number);
      const line = [`  ${name}`, ...values, ...grown];
      if (name !== 'seconds') return [line];
      const milliseconds = sizes.map((size) => {
        const value = at(size)?.value;
        return number(value && (1000 * value) / size.releases);
      });
      return [line, ['  milliseconds a release', ...milliseconds, '', '', '', '']];
    }),
  ]);
  return `
What grows how: a line through all sizes, and the power of the number between the two largest.
${align([heads, ...lines])}`;
}

export interface Point {
  releases: number;
  value: number;
}

/**
 * The line that fits best when each point's error counts in parts of its value: a small size weighs as
 * much as a large one. Its fixed part is not below 0.
 */
export function fitLine(points: readonly Point[]): { fixed: number; each: number } {
  const sum = (term: (point: Point) => number) =>
    points.reduce((total, point) => total + term(point) / point.value ** 2, 0);
  const [one, x, y] = [sum(() => 1), sum((p) => p.releases), sum((p) => p.value)];
  const [xx, xy] = [sum((p) => p.releases ** 2), sum((p) => p.releases * p.value)];
  const fixed = points.length < 2 ? 0 : (xx * y - x * xy) / (one * xx - x * x);
  return fixed > 0 ? { fixed, each: (xy - x * fixed) / xx } : { fixed: 0, each: xy / xx };
}

/** The p of n^p between the two largest sizes: 1 grows with the number, 2 with its square. */
export function power(points: readonly Point[]): number | undefined {
  const [b, a] = points.toSorted((one, other) => other.releases - one.releases);
  if (a === undefined || b === undefined) return undefined;
  return Math.log(b.value / a.value) / Math.log(b.releases / a.releases);
}

/** Three digits, as far as they say something. */
function number(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
