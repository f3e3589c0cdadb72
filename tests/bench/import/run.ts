import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listSources } from '../../../src/import/sources/list-sources.ts';
import { convertSources } from '../../../src/import/pool/convert-sources.ts';
import { askedTable, calibrationTable, exactTable, missLines } from './field-tables.ts';
import { measureFields } from './fields.ts';
import { CORPUS, hasLabels, labelledSources } from './labels.ts';
import { writeDocuments, writeTexts } from './raw-texts.ts';

const DOCUMENTS = 600; // as many as are to be read in a minute

/**
 * What the importer promises, as tables.
 * @param labels a folder of folders with labelled releases, each measured as a source of its own.
 */
export async function benchImport(
  contentDir: string,
  count: number,
  labels: string | undefined,
): Promise<string> {
  const fields = await fieldTables(labels);
  const folder = await mkdtemp(join(tmpdir(), 'on-the-record-import-'));
  try {
    await writeTexts(contentDir, join(folder, 'txt'), count);
    await writeDocuments(contentDir, join(folder, 'docx'), Math.min(count, DOCUMENTS));
    const texts = await measureFolder(join(folder, 'txt'));
    const documents = await measureFolder(join(folder, 'docx'));
    return [
      ...fields,
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

async function fieldTables(labels: string | undefined): Promise<string[]> {
  const results = new Map(
    await Promise.all(
      labelledSources(labels).map(
        async (source) => [source.name, await measureFields(source)] as const,
      ),
    ),
  );
  const skipped = [
    ...(hasLabels ? [] : [`${CORPUS.folder} is missing: real releases were not measured.`]),
    ...(labels ? [] : ['Without --labels FOLDER no other releases were measured.']),
  ];
  const [corpus = []] = [results.get(CORPUS.name)];
  return [
    ...skipped,
    ...(hasLabels ? [exactTable(corpus)] : []),
    ...[...results].map(([name, found]) =>
      [askedTable(name, found), ...missLines(found)].join('\n'),
    ),
    calibrationTable(results),
  ];
}

function speedTable(rows: [string, Measured, number][]): string {
  const line = ([kind, { files, words, lost, faults, speed }, goal]: [string, Measured, number]) =>
    `${kind.padEnd(6)} ${files.toLocaleString('en').padStart(7)} files, ${words.toLocaleString('en')} words, ${lost} lost, ` +
    `${faults.length} failed (goal 0), ${Math.round(speed).toLocaleString('en')} a minute (goal ${goal})`;
  return ['Words kept, text shown as it was read, speed on all cores:', ...rows.map(line)].join(
    '\n',
  );
}
