import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { releasePath } from '../archive/release.ts';
import { isUnprintable } from '../archive/source-text.ts';
import { replaceFiles } from '../files/replace-files.ts';
import type { LedgerEntry } from '../archive/ledger/entry.ts';
import type { Recording } from '../archive/ledger/record-entry.ts';
import { copyLedger } from '../load/ledger-copy.ts';
import { loadArchive, type LoadedArchive } from '../load/load-archive.ts';
import { plannedFiles, planRecording, type RecordingPlan } from '../load/record-ledger.ts';
import { readSettings, UsageError } from '../settings.ts';
import { missingRelease } from './missing-release.ts';
import { Progress } from './progress.ts';
import { describeRecording } from './record-report.ts';
import { counted, printHeld, printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

const USAGE = `Usage: npm run record [-- OPTION...]

Records the present statements in the ledger of CONTENT_DIR (default: content), so that links to them
last from now on, whatever is edited later.
  --dry-run              shows what it would do, and writes nothing
  --json                 prints one object a release that changes on stdout
  --aliases              adds the former address of a renamed release to its aliases
  --gone REASON [ID...]  says that recorded releases whose files are not there (all, or those of these
                         ids) were taken out of the archive; their addresses then give the reason`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  aliases: { type: 'boolean' },
  gone: { type: 'string' },
} as const;

async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const reason = values.gone?.trim();
  if (reason === '') throw new UsageError('--gone needs a reason, which readers will see');
  if (isUnprintable(reason ?? '')) {
    throw new UsageError(
      '--gone has a character that no page can show: write the reason without it',
    );
  }
  if (reason === undefined && positionals.length > 0) {
    throw new UsageError(`${positionals.join(' ')}: put release ids after --gone "the reason"`);
  }
  const { contentDir, base, cacheDir } = readSettings(process.env);
  const progress = new Progress();
  const archive = await loadArchive({
    contentDir,
    base,
    cacheDir,
    now: Date.now(),
    onProgress: progress.counter('Releases read'),
  });
  progress.clear();
  if (archive.errors.length > 0) {
    printProblems({ errors: archive.errors, warnings: [] });
    console.error(`${counted(archive.errors.length, 'error')}: nothing was recorded.`);
    return 1;
  }
  printHeld(archive);
  const entries = goneEntries(archive, reason, positionals);
  const plan = planRecording(archive, { entries, reason: reason ?? '' }, archive.today);
  for (const recording of plan.recordings) {
    if (values.json) console.log(JSON.stringify(asContract(recording)));
    else console.log(await describeRecording(recording, archive));
  }

  const refusals = refusalsOf(archive, entries, positionals);
  if (!(await mayAddAliases(plan, archive, values))) refusals.push(...aliasesToAdd(plan, archive));
  if (refusals.length > 0) {
    console.error([...refusals, 'Nothing was written.'].join('\n'));
    return 1;
  }
  const fileOf = (id: string) => relative(contentDir, archive.byId.get(id)?.file ?? '');
  const files = await plannedFiles(contentDir, plan, fileOf);
  const say = values.json ? console.error : console.log; // stdout is for the objects alone
  const list = [...files.keys()].map((path) => join(contentDir, path)).join(', ');
  if (files.size === 0) {
    say('The ledger is up to date: nothing to record.');
  } else if (values['dry-run']) {
    say(`Nothing was written (--dry-run). Without it: ${list}`);
  } else {
    await replaceFiles(contentDir, files);
    await copyLedger(contentDir, cacheDir);
    say(`Recorded ${counted(plan.recordings.length, 'release')} in ${list}`);
  }
  return 0;
}

/** The absent releases that the reason is given for. */
function goneEntries(
  { ledger }: LoadedArchive,
  reason: string | undefined,
  ids: string[],
): LedgerEntry[] {
  if (reason === undefined) return [];
  const absent = new Map(ledger.absent.map((entry) => [entry.release, entry]));
  const unknown = ids.filter((id) => !absent.has(id));
  if (unknown.length > 0) {
    const hint = 'give the ids of recorded releases whose files are not there any more';
    throw new UsageError(`${unknown.join(' ')}: not missing from the archive; ${hint}`);
  }
  if (absent.size === 0)
    console.error('No recorded release is missing: --gone has nothing to say.');
  return ids.length > 0
    ? ledger.absent.filter(({ release }) => ids.includes(release))
    : ledger.absent;
}

/** What stops a recording, since links would be lost with it; with ids given, the others wait. */
function refusalsOf(
  { ledger }: LoadedArchive,
  gone: readonly LedgerEntry[],
  ids: string[],
): string[] {
  if (ids.length > 0) return [];
  return ledger.absent
    .filter((entry) => !gone.includes(entry))
    .map(({ release }) => `error: ${missingRelease(release)}`);
}

/** Whether addresses may be added to frontmatter: by the option, or as the person at the terminal says. */
async function mayAddAliases(
  { aliases }: RecordingPlan,
  { byId }: LoadedArchive,
  options: { aliases?: boolean; json?: boolean; 'dry-run'?: boolean },
): Promise<boolean> {
  if (aliases.length === 0 || options.aliases) return true;
  if (options.json || options['dry-run'] || !Terminal.isThere()) return false;
  const terminal = new Terminal();
  try {
    for (const { from, to } of aliases) {
      const file = byId.get(to)?.file ?? to;
      const answer = await terminal.ask(`Add ${releasePath(from)} to the aliases of ${file}?`, {
        empty: 'yes',
        check: (text) => (/^(?:y|yes|n|no)$/i.test(text) ? undefined : 'Answer yes or no.'),
      });
      if (/^n/i.test(answer)) return false;
    }
    return true;
  } finally {
    terminal.close();
  }
}

function aliasesToAdd({ aliases }: RecordingPlan, { byId }: LoadedArchive): string[] {
  return aliases.map(
    ({ from, to }) =>
      `error: ${from} is now ${to}; so that its links still lead there, add ${releasePath(from)} to ` +
      `aliases in ${byId.get(to)?.file ?? to}, or have it added: npm run record -- --aliases`,
  );
}

/** The contract's object, in which restored statements are in `kept`. */
function asContract({ restored, ...recording }: Recording): Omit<Recording, 'restored'> {
  return { ...recording, kept: [...recording.kept, ...restored] };
}

await run(main, USAGE);
