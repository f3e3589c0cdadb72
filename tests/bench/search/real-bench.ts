import type { Page } from 'playwright-core';
import type { RealQuery } from './real-queries.ts';
import { idOf, search } from './bench.ts';

/** How the queries of a kind were answered. */
export interface RealRow {
  kind: string;
  asked: number;
  /** The count is within 5 % of grep's, or one release from it. */
  counted: number;
  /** The first release is one that grep finds; or there is none, as there should be. */
  rightFirst: number;
  /** An unknown word was answered with releases, and nothing was said. */
  silent: number;
  /** What went wrong, for people. */
  faults: string[];
}

const TOLERANCE = 0.05;

/** Asks all queries, and compares the answers with grep's. */
export async function measureRealQueries(
  page: Page,
  queries: readonly RealQuery[],
): Promise<RealRow[]> {
  const rows = new Map<string, RealRow>();
  for (const { kind, q, right, unknown } of queries) {
    const empty = { kind, asked: 0, counted: 0, rightFirst: 0, silent: 0, faults: [] };
    const row: RealRow = rows.get(kind) ?? empty;
    rows.set(kind, row);
    const { count, firsts, said } = await search(page, q);
    const [first] = firsts;
    const isCounted = Math.abs(count - right.size) <= Math.max(1, TOLERANCE * right.size);
    const isRight = first === undefined ? right.size === 0 : right.has(idOf(first.url));
    const isSilent = count > 0 && unknown.some((word) => !said.includes(word));
    row.asked++;
    row.counted += Number(isCounted && !(right.size === 0 && count > 0));
    row.rightFirst += Number(isRight);
    row.silent += Number(isSilent);
    if (!isCounted || !isRight || isSilent) row.faults.push(`${q}: ${count}, grep ${right.size}`);
  }
  return [...rows.values()];
}

/** A table for people, and beneath it the queries that were not answered as grep answers them. */
export function realTable(rows: readonly RealRow[]): string {
  const sum = (of: (row: RealRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const total: RealRow = {
    kind: 'all',
    asked: sum(({ asked }) => asked),
    counted: sum(({ counted }) => counted),
    rightFirst: sum(({ rightFirst }) => rightFirst),
    silent: sum(({ silent }) => silent),
    faults: [],
  };
  const lines = [...rows, total].map(({ kind, asked, counted, rightFirst, silent }) => [
    kind,
    String(asked),
    percent(counted, asked),
    percent(rightFirst, asked),
    String(silent),
  ]);
  const table = [['real queries', 'asked', 'count', 'right first', 'silent'], ...lines]
    .map(([kind = '', ...cells]) =>
      [kind.padEnd(30), ...cells.map((cell) => cell.padStart(12))].join(''),
    )
    .join('\n');
  const faults = rows.flatMap(({ kind, faults }) => faults.map((fault) => `  ${kind}: ${fault}`));
  return faults.length === 0 ? table : `${table}\n\nNot as grep:\n${faults.join('\n')}`;
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
