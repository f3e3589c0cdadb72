/** A share of a hundred, to two places. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;

/** Rows in columns, the first to the left, the others to the right. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, n) =>
    Math.max(...cells.map((row) => row[n]?.length ?? 0)),
  );
  const pad = (cell: string, n: number) =>
    n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0);
  return cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
