import { parseArgs } from 'node:util';
import { releasePath } from '../archive/release.ts';
import { MissingFolder } from '../archive/content-folder.ts';
import type { LoadedArchive } from '../load/load-archive.ts';
import { readSettings, type Settings } from '../settings.ts';
import { Progress } from './progress.ts';
import { suggestBills } from '../load/suggest-bills.ts';
import { counted, printAccess, printBillSuggestions, printHeld, printProblems } from './report.ts';
import { run } from './run.ts';

export const USAGE = `Usage: npm run check [-- OPTION...]

Checks the archive in CONTENT_DIR (default: content) without building it.
  --json      prints { releases, errors, warnings } on stdout
  --access    also lists what may keep people from reading: pictures without words, links that say nothing,
              tables without heads, headings that skip, capitals, untagged PDF, recordings without a
              transcript; with --json as { access: { counts, warnings, archived } } beside the rest
  --suggest   also lists bills that releases name, as lines to copy into their frontmatter; with --json
              as { suggestions } beside the rest
  --verbose   also prints how many texts were read anew, and how long it took`;

const NOT_BEGUN =
  'No statement is recorded yet. When the releases are published, run `npm run record`: from then on\n' +
  'links to their statements last, whatever is edited.';

export async function main(args: string[]): Promise<0 | 1> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      suggest: { type: 'boolean' },
      access: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  const settings = readSettings(process.env);
  const start = performance.now();
  const progress = new Progress();
  const { loadArchive } = await import('../load/load-archive.ts'); // slow to start: only if needed
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    skipsTexts: true,
    onProgress: progress.counter('Checked'),
  }).catch((cause: unknown) => {
    if (!values.json || !(cause instanceof MissingFolder)) throw cause;
    return {
      releases: [],
      held: [],
      reusedBodies: 0,
      ledger: undefined,
      errors: [cause.problem],
      warnings: [],
    };
  });
  progress.clear();
  const { releases, held, ledger, errors, warnings } = archive;
  const count = releases.length + held.length;
  const suggest = count > 0 ? suggestBills : () => [];
  const suggestions = values.suggest ? await suggest(settings.contentDir) : undefined;
  const access = values.access && count > 0 ? await reportAccess(settings, archive) : undefined;
  if (values.json) {
    console.log(
      JSON.stringify({ releases: count, errors, warnings, suggestions, access }, null, 2),
    );
  } else {
    printProblems({ errors, warnings: [...warnings, ...(access?.warnings ?? [])] });
    printHeld(archive);
    const [first] = held;
    if (first !== undefined) {
      const address = `http://localhost:${settings.port}${settings.base}${releasePath(first.id).slice(1)}`;
      console.error(`\`npm run dev -- --all\` shows what is left out too, such as ${address}`);
    }
    if (suggestions !== undefined) printBillSuggestions(suggestions);
    const mayBegin = errors.length === 0 && releases.length > 0;
    if (mayBegin && ledger?.isBegun === false) console.log(NOT_BEGUN);
    if (access !== undefined) printAccess(access);
    const warned = warnings.length + (access?.warnings.length ?? 0);
    console.log(
      `${counted(count, 'release')}, ${counted(errors.length, 'error')}, ${counted(warned, 'warning')}`,
    );
    if (values.verbose) {
      const anew = Math.max(0, count - archive.reusedBodies);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const texts = `${anew.toLocaleString('en')} of ${counted(count, 'text')}`;
      console.log(`  read anew: ${texts}; the rest is from the cache; ${seconds} s`);
    }
  }
  return errors.length === 0 ? 0 : 1;
}

async function reportAccess(
  { contentDir }: Settings,
  archive: Pick<LoadedArchive, 'releases' | 'errors'>,
) {
  const { accessReport } = await import('../load/access-report.ts'); // slow to start, as above
  return accessReport(contentDir, archive);
}

if (import.meta.main) await run(main, USAGE);
