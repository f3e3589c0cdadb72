import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDesk } from '../load/content-index.ts';
import { readSettings, UsageError } from '../settings.ts';
import type { ImportResult, Status } from '../import/ports.ts';
import { asContract } from '../import/report/import-result.ts';
import { Report } from '../import/report/report.ts';
import { runImport } from '../import/run-import.ts';
import { listFiles } from '../import/sources/list-sources.ts';
import { importArchive } from './import-archive.ts';
import { asTyped, OPTIONS, readColumns, readFieldOptions } from './import-options.ts';
import { personAt } from './import-questions.ts';
import { Progress } from './progress.ts';
import { printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

export const USAGE = `Usage: npm run import -- FILE... [OPTION...]

Turns releases into files under CONTENT_DIR/releases (default: content). A FILE is .txt, .html, .docx,
.eml, .md or .pdf; a folder or a .zip of these; an export of WordPress (.xml); a table (.csv, .jsonl).
  --office OFFICE        whose they are, by its file's name or its own; again for joint releases
  --caucus CAUCUS        again for several
  --date YYYY-MM-DD      the day of issue, where the text and the file's name tell none or another
  --contact-name NAME    the press contact of releases that print none; with
  --contact-phone PHONE, --contact-email EMAIL, --contact-title TITLE
  --columns LIST         what the columns of a table are called: title=Headline,body=Text,date=Day
  --accept-guesses       takes what is not certain; else it is asked for, or is an error
  --keep-source          keeps each source under sources/, which is not published
  --publish-source       publishes each source with its release: names it, and puts it under media/
  --update               changes releases that are there to what their sources say now; shows how
  --allow-duplicates     writes a release although its words are there already
  --dry-run              shows what it would do, and writes nothing
  --json                 prints one object a source on stdout
  --report FILE          the report, with a page alsoLeftOut it (default: import-report.jsonl); sources in
                         it that were imported are not imported again`;

const WORDS: Record<Status, string> = {
  written: 'Written',
  updated: 'Updated',
  unchanged: 'As it was',
  ready: 'Would be written',
  duplicate: 'There already',
  'done before': 'Imported before',
  failed: 'Not imported',
};

export async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError('Name at least one file or folder to import.');
  const columns = readColumns(values.columns);
  const { contentDir } = readSettings(process.env);
  await mkdir(join(contentDir, 'releases')).catch(() => undefined); // git keeps no empty folder
  const { desk, errors } = await openDesk(contentDir);
  if (errors.length > 0) {
    printProblems({ errors, warnings: [] });
    return 1;
  }
  const report = await Report.open(asTyped(values.report, process.env));
  const archive = await importArchive(contentDir, desk, report);
  const dryRun = values['dry-run'];
  const terminal = !dryRun && !values.json && Terminal.isThere() ? new Terminal() : undefined;
  const paths = positionals.map((path) => asTyped(path, process.env));
  const total = (await listFiles(paths)).length;
  const progress = new Progress();
  const say = values.json ? console.error : console.log; // stdout is for the objects alone
  const aside = new Map<string, string[]>();
  const counts = new Map<Status, number>();
  let [done, hasFault] = [0, false];
  const results = runImport(
    paths,
    {
      contentDir,
      fieldOptions: readFieldOptions(values, desk, Date.now()),
      columns,
      dryRun,
      acceptGuesses: values['accept-guesses'],
      keepSource: values['keep-source'],
      publishSource: values['publish-source'],
      update: values.update,
      allowDuplicates: values['allow-duplicates'],
    },
    archive,
    {
      person: terminal && personAt(terminal, desk),
      onSkipped: (name, kind) => void aside.set(kind, [...(aside.get(kind) ?? []), name]),
      onDiff: (_, diff) => say(diff),
      onBegin: (file, wrote) => report.begin(file, wrote),
    },
  );
  try {
    for await (const result of results) {
      counts.set(result.status, (counts.get(result.status) ?? 0) + 1);
      hasFault ||= isFault(result, dryRun);
      if (!dryRun) await report.add(result);
      if (process.stderr.isTTY) progress.clear(); // so that lines and counter do not mix
      if (values.json) console.log(JSON.stringify(asContract(result)));
      else tell(result);
      progress.counter('Sources read')(++done, Math.max(done, total));
    }
  } finally {
    terminal?.close();
    progress.clear();
  }
  for (const [kind, names] of aside)
    say(`Left aside, ${kind}: ${names.length.toLocaleString('en')}, as ${names[0]}`);
  say(
    [...counts]
      .map(([status, count]) => `${WORDS[status]}: ${count.toLocaleString('en')}`)
      .join(' · '),
  );
  if (!dryRun) say(`Report: ${await report.close()}`);
  return hasFault ? 1 : 0;
}

/** A dry run tells what would be asked for; only what cannot be imported at all is a fault of it. */
const isFault = ({ status, body }: ImportResult, dryRun: boolean) =>
  status === 'failed' && (!dryRun || body === null);

function tell({ file, status, release, warnings, problems }: ImportResult) {
  if (status === 'written' || status === 'updated')
    console.log(`${WORDS[status]}: ${release} from ${file}`);
  else if (status !== 'failed') console.log(`${WORDS[status]}: ${file}`);
  for (const warning of warnings) console.error(`warning: ${file}: ${warning}`);
  printProblems({ errors: problems, warnings: [] });
}

if (import.meta.main) await run(main, USAGE);
