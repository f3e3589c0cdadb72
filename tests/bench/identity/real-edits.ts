import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { align } from '../../../src/archive/ledger/align.ts';
import { homesOf, recordedLine } from './recorded-line.ts';

/** Edits of public posts, and where a careful reader found that a link led astray. */
const FILE = join('..', 'shared', 'edits', 'real-edits.jsonl');

interface RealEdit {
  old: string[];
  new: string[];
  judged: { old: number; opened: number; verdict: string }[];
}

export interface RealEditsReport {
  pairs: number;
  /** Links to statements whose words changed. */
  changed: number;
  /** Links that lead where a reader said that they must not. */
  wrong: number;
  /** Links to a marker though their words are in the text, whole and in order. */
  markerOfPresent: number;
  /** Links to a marker though a statement has most of their words, and few others. */
  markerOfAlike: number;
}

/** So much of the words of both must be shared for a marker to be a loss. */
const ALIKE = 0.75;

/** @returns undefined where there are no real edits on this computer. */
export async function measureRealEdits(): Promise<RealEditsReport | undefined> {
  if (!existsSync(FILE)) return undefined;
  const edits = (await readFile(FILE, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RealEdit);
  const report = { changed: 0, wrong: 0, markerOfPresent: 0, markerOfAlike: 0 };
  for (const [n, edit] of edits.entries()) addTo(report, edit, `2026-01-05-edit-${n}`);
  return { pairs: edits.length, ...report };
}

function addTo(report: Omit<RealEditsReport, 'pairs'>, edit: RealEdit, release: string) {
  const { statements } = recordedLine(undefined, release, edit.old);
  const homes = homesOf(align(statements, edit.new));
  for (const [n, { id }] of statements.entries()) {
    const home = homes.get(id);
    const words = edit.old[n] ?? '';
    if (home !== undefined && edit.new[home] !== words) report.changed++;
    const isAstray = ({ old, opened }: RealEdit['judged'][number]) => old === n && opened === home;
    if (edit.judged.some((one) => one.verdict === 'wrong' && isAstray(one))) report.wrong++;
    if (home !== undefined || wordsIn(words).length < 3) continue;
    if (edit.new.some((text) => ` ${text} `.includes(` ${words} `))) report.markerOfPresent++;
    else if (edit.new.some((text) => shareOf(words, text) >= ALIKE)) report.markerOfAlike++;
  }
}

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of words that two texts have in common, in any order; from 0 to 1. */
function shareOf(a: string, b: string): number {
  const [ours, theirs] = [wordsIn(a), wordsIn(b)];
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ours) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return (2 * shared) / Math.max(1, ours.length + theirs.length);
}
