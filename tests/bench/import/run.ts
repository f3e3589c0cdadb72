import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listSources } from '../../../src/import/sources/list-sources.ts';
import { convertSources } from '../../../src/import/pool/convert-sources.ts';
import { type FieldScore, measureFields } from './fields.ts';
import { hasLabels } from './labels.ts';
import { writeDocuments, writeTexts } from './raw-texts.ts';

const GOALS = {
  headline: 95,
  date: 98,
  dateline: 95,
  contacts: 95,
  'first words': 95,
  'last words': 95,
};
const GOAL_OF_ALL = 85;
const DOCUMENTS = 600; // as many as are to be read in a minute

/** What the importer promises, as tables. */
export async function benchImport(contentDir: string, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-import-'));
  try {
    await writeTexts(contentDir, join(folder, 'txt'), count);
    await writeDocuments(contentDir, join(folder, 'docx'), Math.min(count, DOCUMENTS));
    const texts = await measureFolder(join(folder, 'txt'));
    const documents = await measureFolder(join(folder, 'docx'));
    return [
      hasLabels
        ? fieldTable(await measureFields())
        : 'No labelled releases here: fields were not measured.',
      speedTable([
        ['text', texts, 1000],
        ['.docx', documents, DOCUMENTS],
      ]),
      ...[...texts.faults, ...documents.faults].slice(0, 20),
    ].join('\n\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  files: number;
  words: number;
  lost: number;
  faults: string[];
  /** Files a minute, on all cores. */
  speed: number;
}

/**
 * Reads all files of a folder as an import does. One that loses a word, or whose Markdown does not show
 * the words that were read, fails, and is a fault here.
 */
async function measureFolder(folder: string): Promise<Measured> {
  const measured: Measured = { files: 0, words: 0, lost: 0, faults: [], speed: 0 };
  if (!existsSync(folder)) return measured;
  const start = performance.now();
  for await (const { result } of convertSources(listSources([folder], {}, () => undefined))) {
    measured.files++;
    measured.words += result.document?.account.words ?? 0;
    measured.lost += result.document?.account.missing.length ?? 0;
    if (result.failure !== undefined)
      measured.faults.push(`${result.name} ${result.failure.message}`);
  }
  measured.speed = (measured.files / (performance.now() - start)) * 60_000;
  return measured;
}

function fieldTable({ scores, misses }: Awaited<ReturnType<typeof measureFields>>): string {
  const share = (met: number, of: number) =>
    `${((100 * met) / Math.max(1, of)).toFixed(1)} %`.padStart(8);
  const row = ({ field, clear, clearOf, all, allOf }: FieldScore) => {
    const isMet = (100 * clear) / clearOf >= GOALS[field] && (100 * all) / allOf >= GOAL_OF_ALL;
    return `${field.padEnd(12)} ${share(clear, clearOf)} of ${clearOf}  (goal ${GOALS[field]})  ${share(all, allOf)} of ${allOf}  (goal ${GOAL_OF_ALL})  ${isMet ? 'met' : 'MISSED'}`;
  };
  return [
    'Exact fields, of releases that no reader would dispute, and of all:',
    ...scores.map(row),
    ...misses.map(
      ({ file, field, found, label }) => `  ${file}: ${field} is “${found}”, the label “${label}”`,
    ),
  ].join('\n');
}

function speedTable(rows: [string, Measured, number][]): string {
  const line = ([kind, { files, words, lost, faults, speed }, goal]: [string, Measured, number]) =>
    `${kind.padEnd(6)} ${files.toLocaleString('en').padStart(7)} files, ${words.toLocaleString('en')} words, ${lost} lost, ` +
    `${faults.length} failed (goal 0), ${Math.round(speed).toLocaleString('en')} a minute (goal ${goal})`;
  return ['Words kept, text shown as it was read, speed on all cores:', ...rows.map(line)].join(
    '\n',
  );
}
