import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openContentIndex } from '../load/content-index.ts';
import { readSettings, UsageError } from '../settings.ts';
import type { ImportResult, Status } from '../import/ports.ts';
import { asContract } from '../import/report/import-result.ts';
import { Report } from '../import/report/report.ts';
import { runImport } from '../import/run-import.ts';
import { listFiles } from '../import/sources/list-sources.ts';
import { importArchive } from './import-archive.ts';
import { asTyped } from './as-typed.ts';
import { IMPORT_OPTIONS, readColumns, readFieldOptions } from './import-options.ts';
import { personAt } from './import-questions.ts';
import { Progress } from './progress.ts';
import { printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

export const USAGE = `Usage: npm run import -- FILE... [OPTION...]

Turns releases into files under CONTENT_DIR/releases (default: content). A FILE is .docx, .pdf, .html,
.mht, .txt, .md or a mail (.eml, .msg); with LibreOffice installed also .doc, .rtf, .odt, .wpd, .wps or
.pages; a folder or a .zip of these; a mailbox (.mbox); a table (.csv, .jsonl); an export of WordPress,
Squarespace, Drupal or Wix (.xml, .json, .csv).
  --office OFFICE        the office, by its file's name or its own; repeat for joint releases
  --caucus CAUCUS        repeat for several
  --date YYYY-MM-DD      the day of issue of releases that give none for certain
  --override-date YYYY-MM-DD   the day of issue of all, whatever they print
  --contact-name NAME    the press contact of releases without one; with
  --contact-phone PHONE, --contact-email EMAIL, --contact-title TITLE
  --columns LIST         the names of a table's columns: title=Headline,body=Text,date=Day
  --accept-guesses       accepts what is not certain; otherwise it is asked for, or is an error
  --keep-source          copies each source to sources/, which is not published
  --publish-source       publishes each source with its release: copies it to media/ and lists it
  --update               changes existing releases to what their sources say now; shows how
  --allow-duplicates     writes a release even if the archive has the same words
  --dry-run              shows what it would do, and writes nothing
  --json                 prints one object for each source on stdout
  --report FILE          the report, with a page beside it (default: import-report.jsonl); sources that it
                         lists as imported are not imported again`;

const LABELS: Record<Status, string> = {
  written: 'Written',
  updated: 'Updated',
  unchanged: 'Unchanged',
  ready: 'Would be written',
  duplicate: 'Already in the archive',
  'done before': 'Imported before',
  failed: 'Not imported',
};

export async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args,
    options: IMPORT_OPTIONS,
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('Give at least one file or folder to import.');
  const columns = readColumns(values.columns);
  const { contentDir } = readSettings(process.env);
  await mkdir(join(contentDir, 'releases')).catch(() => undefined); // git keeps no empty folder
  const { index, errors } = await openContentIndex(contentDir);
  if (errors.length > 0) {
    printProblems({ errors, warnings: [] });
    return 1;
  }
  const report = await Report.open(asTyped(values.report, process.env));
  const archive = await importArchive(contentDir, index, report);
  const dryRun = values['dry-run'];
  const terminal = !dryRun && !values.json && Terminal.isThere() ? new Terminal() : undefined;
  const paths = positionals.map((path) => asTyped(path, process.env));
  const total = (await listFiles(paths)).length;
  const progress = new Progress();
  const say = values.json ? console.error : console.log; // stdout has only the objects
  const skipped = new Map<string, { one: string; names: string[] }>();
  const counts = new Map<Status, number>();
  let [done, hasFailure] = [0, false];
  const results = runImport(
    paths,
    {
      contentDir,
      fieldOptions: readFieldOptions(values, index, Date.now()),
      columns,
      timeZone: index.timeZone,
      dryRun,
      acceptGuesses: values['accept-guesses'],
      keepSource: values['keep-source'],
      publishSource: values['publish-source'],
      update: values.update,
      allowDuplicates: values['allow-duplicates'],
    },
    archive,
    {
      person: terminal && personAt(terminal, index),
      onSkipped(name, kind) {
        const [one, several] = kind;
        report.skip(name, kind);
        if (!skipped.has(several)) skipped.set(several, { one, names: [] });
        skipped.get(several)?.names.push(name);
      },
      onDiff: (_, diff) => say(diff),
      onBegin: (file, wrote) => report.begin(file, wrote),
    },
  );
  try {
    for await (const result of results) {
      counts.set(result.status, (counts.get(result.status) ?? 0) + 1);
      hasFailure ||= isFailure(result, dryRun);
      if (!dryRun) await report.add(result);
      if (process.stderr.isTTY) progress.clear(); // so that lines and counter do not mix
      if (values.json) console.log(JSON.stringify(asContract(result)));
      else print(result);
      progress.counter('Sources read')(++done, Math.max(done, total));
    }
  } finally {
    terminal?.close();
    progress.clear();
  }
  for (const [several, { one, names }] of skipped) {
    const count = `${names.length.toLocaleString('en')} ${names.length === 1 ? one : several}`;
    say(`Skipped ${count}${names.length === 1 ? ':' : ', for example'} ${names[0]}`);
  }
  say(
    [...counts]
      .map(([status, count]) => `${LABELS[status]}: ${count.toLocaleString('en')}`)
      .join(' · '),
  );
  if (!dryRun) say(`Report: ${await report.close()}`);
  return hasFailure ? 1 : 0;
}

/** A dry run reports what would be asked for; it fails only for what cannot be imported at all. */
const isFailure = ({ status, body }: ImportResult, dryRun: boolean) =>
  status === 'failed' && (!dryRun || body === null);

function print({ file, status, release, warnings, problems }: ImportResult) {
  if (status === 'written' || status === 'updated')
    console.log(`${LABELS[status]}: ${release} from ${file}`);
  else if (status !== 'failed') console.log(`${LABELS[status]}: ${file}`);
  for (const warning of warnings) console.error(`warning: ${file}: ${warning}`);
  printProblems({ errors: problems, warnings: [] });
}

if (import.meta.main) await run(main, USAGE);
