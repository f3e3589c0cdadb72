import type { Unit } from './units.ts';

/**
 * The texts of lines, a column after another where each line has as many, else as they come: people beside
 * one another have their titles and numbers below them.
 */
export function byColumns(units: readonly Pick<Unit, 'line' | 'text'>[]): string[] {
  const rows = [...Map.groupBy(units, ({ line }) => line).values()];
  const columns = rows[0]?.length ?? 0;
  const isGrid = columns > 1 && rows.length > 1 && rows.every((row) => row.length === columns);
  if (!isGrid) return units.map(({ text }) => text);
  return Array.from({ length: columns }, (_, n) => rows.map((row) => row[n]?.text ?? '')).flat();
}
