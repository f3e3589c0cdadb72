import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../archive/day.ts';
import type { LedgerEntry, RecordedChange } from '../archive/ledger/entry.ts';
import { readEntry } from '../archive/ledger/ledger-files.ts';
import { linesOf } from '../archive/ledger/ledger-lines.ts';
import type { Move } from '../archive/ledger/moves.ts';
import {
  compareWordings,
  type EarlierWording,
  formatWording,
  parseWording,
  wordingsPath,
} from '../archive/wordings/earlier-wording.ts';
import type { Superseded } from '../archive/wordings/superseded.ts';
import { isForgotten } from '../archive/wordings/wordings-files.ts';
import { addGitAttributes } from './git-attributes.ts';
import { readIfExists } from '../files/read-if-exists.ts';
import type { LoadedArchive } from './load-archive.ts';
import type { RecordingPlan } from './record-ledger.ts';
import type { WordsBefore } from './words-before.ts';

/** A statement whose earlier words are taken out, and why. */
export interface Forgetting {
  release: string;
  statement: string;
  reason: string;
}

/** Which earlier wordings are added to `history/`, and of which nobody knows the words any more. */
export interface WordingsPlan {
  added: EarlierWording[];
  missing: Superseded[];
  /** What the ledger will say of earlier words, by release id. */
  worded: ReadonlyMap<string, readonly RecordedChange[]>;
}

/**
 * Plans which earlier words are recorded beside what is recorded anyway. The lines of the plan then say of which
 * statements there are such words, and which were taken out.
 * @param words that are known of what the plan takes the place of.
 */
export function planWordings(
  { ledger }: Pick<LoadedArchive, 'ledger'>,
  plan: Pick<RecordingPlan, 'lines' | 'superseded'>,
  words: WordsBefore,
  { forget, on }: { forget?: Forgetting | undefined; on: Day },
): WordingsPlan {
  const added: EarlierWording[] = [];
  const missing: Superseded[] = [];
  for (const one of plan.superseded) {
    const { release, statement, since, until, digest } = one;
    if (release === forget?.release && statement === forget.statement) continue;
    const text = words.get(release)?.get(digest);
    if (text === undefined) missing.push(one);
    else added.push({ release, statement, text, since, until });
  }
  for (const [id, entry] of plan.lines) {
    if (entry !== null) plan.lines.set(id, withWords(entry, added));
  }
  const entry =
    forget &&
    (plan.lines.get(forget.release) ?? readEntry(ledger.places.get(forget.release) ?? []));
  if (entry) plan.lines.set(forget.release, withForgotten(entry, forget, on));
  const worded = new Map(ledger.worded);
  for (const [id, line] of plan.lines) if (line !== null) worded.set(id, line.changes ?? []);
  return { added, missing, worded };
}

function withWords(entry: LedgerEntry, added: readonly EarlierWording[]): LedgerEntry {
  const words = added
    .filter(({ release }) => release === entry.release)
    .map(({ statement }) => statement);
  const last = entry.changes?.at(-1);
  if (words.length === 0 || last === undefined) return entry;
  return { ...entry, changes: [...(entry.changes ?? []).slice(0, -1), { ...last, words }] };
}

function withForgotten(
  entry: LedgerEntry,
  { statement, reason }: Forgetting,
  on: Day,
): LedgerEntry {
  const change: RecordedChange = { on, forgotten: [statement], reason };
  return { ...entry, changes: [...(entry.changes ?? []), change] };
}

/**
 * The files of earlier wordings that change, whole, by their paths below the content folder: with those that are
 * added, without those that were taken out, and under the present names of releases.
 * @param moves releases that are recorded under another name.
 */
export async function wordingFiles(
  contentDir: string,
  { added, worded }: WordingsPlan,
  moves: readonly Move[],
): Promise<Map<string, string | null>> {
  const present = new Map(moves.map(({ from, to }) => [from, to]));
  const before = new Map<string, string>();
  const all: EarlierWording[] = [];
  for (const name of await readdir(join(contentDir, 'history')).catch(() => [])) {
    if (!/^\d{4}\.jsonl$/.test(name)) continue;
    const path = `history/${name}`;
    const bytes = (await readIfExists(join(contentDir, path))) ?? Buffer.alloc(0);
    before.set(path, bytes.toString('utf8'));
    for (const { start, end } of linesOf(bytes)) {
      const wording = parseWording(bytes.toString('utf8', start, end));
      if ('message' in wording) throw new Error(`${path} has changed meanwhile; try again`);
      all.push({ ...wording, release: present.get(wording.release) ?? wording.release });
    }
  }
  all.push(...added); // behind others of the same day, which came before them
  const kept = all.filter((one) => !isForgotten(one, worded.get(one.release) ?? []));
  const years = Map.groupBy(kept.sort(compareWordings), ({ release }) => wordingsPath(release));
  const files = new Map<string, string | null>();
  for (const path of new Set([...before.keys(), ...years.keys()])) {
    const lines = new Set((years.get(path) ?? []).map(formatWording));
    const text = [...lines].map((line) => `${line}\n`).join('');
    if (text !== before.get(path)) files.set(path, text === '' ? null : text);
  }
  if (years.size > 0) await addGitAttributes(files, contentDir, 'history');
  return files;
}
