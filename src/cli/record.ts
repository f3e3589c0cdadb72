import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { releasePath } from '../archive/release.ts';
import { replaceFiles } from '../files/replace-files.ts';
import type { LedgerEntry } from '../archive/ledger/entry.ts';
import type { Recording } from '../archive/ledger/record-entry.ts';
import { copyLedger } from '../load/ledger-copy.ts';
import { loadArchive, type LoadedArchive } from '../load/load-archive.ts';
import { plannedFiles, planRecording, type RecordingPlan } from '../load/record-ledger.ts';
import { planWordings, wordingFiles } from '../load/record-wordings.ts';
import { type WordsBefore, wordsBefore } from '../load/words-before.ts';
import { readSettings, UsageError } from '../settings.ts';
import { missingRelease } from './missing-release.ts';
import { Progress } from './progress.ts';
import { describeRecording } from './record-report.ts';
import {
  FORGOTTEN,
  missingWords,
  readForgetting,
  readReason,
  recordingOfForgotten,
} from './record-words.ts';
import { counted, printHeld, printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

export const USAGE = `Usage: npm run record [-- OPTION...]

Records the present statements in the ledger of CONTENT_DIR (default: content), so that links to them
last from now on, whatever is edited later.
  --dry-run              shows what it would do, and writes nothing
  --json                 prints one object a release that changes on stdout
  --aliases              adds the former address of a renamed release to its aliases
  --gone REASON [ID...]  says that recorded releases whose files are not there (all, or those of these
                         ids) were taken out of the archive; their addresses then give the reason
With history: words in site.yaml, the words that a statement had before an edit are published, too:
  --forget ID REASON     takes the earlier words of a statement out again, or does not take them in: ID
                         is its release, # and its id, or its address; readers see the reason
  --without-words        records edits though their earlier words are not to be found`;

const NO_WORDS: WordsBefore = new Map();

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  aliases: { type: 'boolean' },
  gone: { type: 'string' },
  forget: { type: 'string' },
  'without-words': { type: 'boolean' },
} as const;

export async function main(args: string[]): Promise<0 | 1> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (values.gone !== undefined && values.forget !== undefined) {
    throw new UsageError('--gone and --forget have a reason each: give one of them at a time');
  }
  const reason = values.gone === undefined ? undefined : readReason('--gone', values.gone);
  const forget =
    values.forget === undefined ? undefined : readForgetting(values.forget, positionals);
  const ids = forget ? [] : positionals;
  if (reason === undefined && ids.length > 0) {
    throw new UsageError(`${ids.join(' ')}: put release ids after --gone "the reason"`);
  }
  const { contentDir, base, cacheDir, outDir } = readSettings(process.env);
  const progress = new Progress();
  const archive = await loadArchive({
    contentDir,
    base,
    cacheDir,
    now: Date.now(),
    allowsLostWords: forget !== undefined,
    onProgress: progress.counter('Releases read'),
  });
  progress.clear();
  if (archive.errors.length > 0) {
    printProblems({ errors: archive.errors, warnings: [] });
    console.error(`${counted(archive.errors.length, 'error')}: nothing was recorded.`);
    return 1;
  }
  printHeld(archive);
  const entries = goneEntries(archive, reason, ids);
  const plan = planRecording(archive, { entries, reason: reason ?? '' }, archive.today);
  const publishesWords = archive.site.history === 'words';
  const words = publishesWords || !values.json ? await wordsBefore(archive, outDir) : NO_WORDS;
  if (forget !== undefined) plan.recordings.push(...recordingOfForgotten(archive, plan, forget));
  const wordings =
    publishesWords && planWordings(archive, plan, words, { forget, on: archive.today });
  for (const recording of plan.recordings) {
    if (values.json) console.log(JSON.stringify(asContract(recording)));
    else console.log(describeRecording(recording, archive, words.get(recording.release)));
  }
  if (forget && !values.json) console.log(`  forgotten ${forget.statement}`);

  const refusals = refusalsOf(archive, entries, ids);
  if (!(await mayAddAliases(plan, archive, values))) refusals.push(...aliasesToAdd(plan, archive));
  if (wordings && !values['without-words']) refusals.push(...missingWords(wordings.missing));
  if (refusals.length > 0) {
    console.error([...refusals, 'Nothing was written.'].join('\n'));
    return 1;
  }
  const fileOf = (id: string) => relative(contentDir, archive.byId.get(id)?.file ?? '');
  const files = await plannedFiles(contentDir, plan, fileOf);
  if (wordings) {
    const changed = await wordingFiles(contentDir, wordings, archive.ledger.moves);
    for (const [path, text] of changed) files.set(path, text);
  }
  const say = values.json ? console.error : console.log; // stdout is for the objects alone
  const list = [...files.keys()].map((path) => join(contentDir, path)).join(', ');
  if (files.size === 0) {
    say('The ledger is up to date: nothing to record.');
  } else if (values['dry-run']) {
    say(`Nothing was written (--dry-run). Without it: ${list}`);
  } else {
    await replaceFiles(contentDir, files);
    await copyLedger(contentDir, cacheDir);
    const count = plan.recordings.length;
    say(count > 0 ? `Recorded ${counted(count, 'release')} in ${list}` : `Put in order: ${list}`);
    if (forget !== undefined) say(FORGOTTEN);
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

if (import.meta.main) await run(main, USAGE);
