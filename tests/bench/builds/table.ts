import { counted } from '../../../src/cli/report.ts';
import { CHANGES } from './content.ts';
import type { Measured, Row } from './run.ts';

export const MB = 1e6;

/**
 * Lines with aligned columns: the first to the left, the others to the right.
 * @param rows cells; a row of one cell is a line of its own, however long.
 */
export function align(rows: readonly (readonly string[])[]): string {
  const table = rows.filter((row) => row.length > 1);
  const widths = (table[0] ?? []).map((_, n) =>
    Math.max(...table.map((row) => row[n]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row.length === 1
        ? row[0]
        : row
            .map((cell, n) =>
              n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0),
            )
            .join('  '),
    )
    .join('\n');
}

/** What builds of one size cost, by what had changed. */
export function sizeTable({ releases, content, rows, leftOut }: Measured): string {
  const compared = comparedWith(rows);
  const lines = CHANGES.flatMap((change) => {
    const some = rows.filter((row) => row.change === change);
    const one = some.find(({ key }) => key === compared?.key)?.both.seconds;
    return some.length === 0 ? [] : [[change], ...some.map((row) => lineOf(row, one))];
  });
  const ratios = compared ? ` Ratios are to ${compared.builder}.` : '';
  const title = `${counted(releases, 'release')}, ${megabytes(content)} MB.`;
  const table = align([HEADS, ...lines, ...leftOut.map((line) => [line])]);
  return `\n${title} Seconds; MB of memory: the largest process, all.${ratios}\n${table}`;
}

const HEADS = [
  '',
  'build',
  'index',
  'both',
  'ratio',
  'CPU',
  'largest',
  'all',
  'files',
  'MB of site',
];

function lineOf({ builder, build, index, both, files, bytes }: Row, one: number | undefined) {
  return [
    `  ${builder}`,
    index ? seconds(build.seconds) : '',
    seconds(index?.seconds),
    seconds(both.seconds),
    one === undefined ? '' : (both.seconds / one).toFixed(2),
    seconds(both.cpu),
    megabytes(both.largest),
    megabytes(both.all),
    files.toLocaleString('en'),
    megabytes(bytes),
  ];
}

/** Whom the others are compared with: Hugo, or where it isn't there the quickest peer. */
function comparedWith(rows: readonly Row[]): Row | undefined {
  const peers = rows.filter(({ key, change }) => key !== 'ours' && change === 'cold');
  const [quickest] = peers.toSorted((a, b) => a.both.seconds - b.both.seconds);
  return peers.find(({ key }) => key === 'hugo') ?? quickest;
}

const seconds = (value: number | undefined) => value?.toFixed(1) ?? '';
const megabytes = (bytes: number | undefined) =>
  bytes === undefined ? '' : Math.round(bytes / MB).toLocaleString('en');
