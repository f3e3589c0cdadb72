import { parseArgs } from 'node:util';
import { years } from '../archive/browse.ts';
import { readSettings, UsageError } from '../settings.ts';
import { asTyped } from './as-typed.ts';
import { Progress } from './progress.ts';
import { counted, printHeld, printProblems } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run packet -- YEAR [DIR]

Writes the published releases of a year as a BagIt bag (RFC 8493) for the records officer: their files, the media
they show, offices, caucuses, the ledger and the archive's own pages and look (pages/, site/) as they are in
CONTENT_DIR, the same as data, and the SHA-256 of each.
  DIR   the folder to write, which must not exist (default: packet-YEAR)`;

async function main(args: string[]): Promise<0 | 1> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [year, folder = `packet-${year}`, ...more] = positionals;
  if (year === undefined || more.length > 0) throw new UsageError('Name one year, as in 2017.');
  if (!/^\d{4}$/.test(year)) {
    throw new UsageError(`${year} is no year. Write four digits, as in 2017.`);
  }
  if (folder === '') throw new UsageError('Name the folder to write, or leave it out.');
  const target = asTyped(folder, process.env);
  const settings = readSettings(process.env);
  const progress = new Progress();
  const { loadArchive } = await import('../load/load-archive.ts'); // slow to start: only if needed
  const { publicationOf } = await import('../load/open-publication.ts');
  const { BagExists, writeBag } = await import('../packet/bag.ts');
  const { yearFiles } = await import('../packet/year-files.ts');
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    onProgress: progress.counter('Read'),
  }).finally(() => progress.clear());
  printProblems(archive);
  if (archive.errors.length > 0) return 1;
  printHeld(archive);
  const publication = publicationOf(archive, settings);
  const { releases, files } = yearFiles(archive, publication, settings.contentDir, year);
  if (releases === 0) {
    const known = years(archive.releases).toReversed();
    console.error(
      known.length === 0
        ? 'The archive has no published release.'
        : `The archive has no published release of ${year}; its years are ${known.join(', ')}.`,
    );
    return 1;
  }
  const { site, today } = archive;
  const written = await writeBag(target, files, {
    'Source-Organization': site.publisher ?? site.title,
    'External-Description': `Press releases of ${year} from ${site.title}`,
    'External-Identifier': publication.addressOf(`/releases/${year}/`),
    'Bagging-Date': today,
  }).catch((cause: unknown) => {
    if (!(cause instanceof BagExists)) throw cause;
    return undefined;
  });
  if (written === undefined) {
    console.error(`${target} exists; name another folder after the year, or move it away.`);
    return 1;
  }
  console.log(
    `${target}: ${counted(releases, 'release')} of ${year}, ${counted(written.files, 'file')}, ${counted(written.bytes, 'byte')}`,
  );
  return 0;
}

await run(main, USAGE);
