import { align } from '../../../src/archive/ledger/align.ts';
import { type KeyCase, madeKeyCases } from './made-keys.ts';
import { homesOf, recordedLine } from './recorded-line.ts';
import type { Random } from './random.ts';

export interface KeyRow {
  kind: string;
  cases: number;
  links: number;
  /** Cases in which a link leads to a statement with another key. */
  wrong: number;
  /** Links that lead to a marker though a statement has their key. */
  marker: number;
}

/** Changes the numbers, dates and places by which statements are told apart, and follows their links. */
export function measureKeys(count: number, random: Random): KeyRow[] {
  const rows = new Map<string, KeyRow>();
  for (const one of madeKeyCases(count, random)) {
    const row = rows.get(one.kind) ?? { kind: one.kind, cases: 0, links: 0, wrong: 0, marker: 0 };
    rows.set(one.kind, row);
    row.cases++;
    const found = judgeKeys(one);
    row.links += found.length;
    row.marker += found.filter((verdict) => verdict === 'marker').length;
    if (found.includes('wrong')) row.wrong++;
  }
  return [...rows.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

function judgeKeys({ before, after, keysBefore, keysAfter }: KeyCase) {
  const { statements } = recordedLine(undefined, '2026-01-05-keys', before);
  const homes = homesOf(align(statements, after));
  return statements.map(({ id }, n): 'right' | 'marker' | 'wrong' => {
    const [key, home] = [keysBefore[n], homes.get(id)];
    if (home === undefined) return keysAfter.includes(key) ? 'marker' : 'right';
    return keysAfter[home] === key ? 'right' : 'wrong';
  });
}
