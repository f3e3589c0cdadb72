import { parseArgs } from 'node:util';
import { years } from '../archive/browse.ts';
import { readSettings, type Settings, UsageError } from '../settings.ts';
import { asTyped } from './as-typed.ts';
import { Progress } from './progress.ts';
import { counted, printHeld, printProblems } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run packet -- YEAR [DIR]
       npm run packet -- YEAR --wacz [FILE]

Writes the published releases of a year as a BagIt bag (RFC 8493) for the records officer: their files, the media
they show, offices, caucuses, the ledger and the archive's own pages and look (pages/, site/) as they are in
CONTENT_DIR, the same as data, and the SHA-256 of each.
  DIR   the folder to write, which must not exist (default: packet-YEAR)

With --wacz, writes the pages and files of the year as they are in the built site in OUT_DIR, with their addresses, as a
web archive (WACZ), which programs such as ReplayWeb.page show.
  FILE  the file to write, which must not exist (default: packet-YEAR.wacz)`;

async function main(args: string[]): Promise<0 | 1> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { wacz: { type: 'boolean', default: false } },
  });
  const preset = `packet-${positionals[0]}${values.wacz ? '.wacz' : ''}`;
  const [year, name = preset, ...more] = positionals;
  if (year === undefined || more.length > 0) throw new UsageError('Name one year, as in 2017.');
  if (!/^\d{4}$/.test(year)) {
    throw new UsageError(`${year} is no year. Write four digits, as in 2017.`);
  }
  if (name === '') throw new UsageError('Name what to write, or leave it out.');
  const target = asTyped(name, process.env);
  const settings = readSettings(process.env);
  return values.wacz ? archiveWeb(settings, year, target) : bag(settings, year, target);
}

/** Writes the bag of a year. */
async function bag(settings: Settings, year: string, target: string): Promise<0 | 1> {
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

/** Writes the web archive of a year. */
async function archiveWeb({ outDir }: Settings, year: string, target: string): Promise<0 | 1> {
  const { publishedYear, UnusableCopy } = await import('../packet/published-year.ts');
  const { WebArchiveExists, writeWebArchive } = await import('../packet/web-archive.ts');
  try {
    const found = await publishedYear(outDir, year);
    const { pages, bytes } = await writeWebArchive(target, found, new Date());
    console.log(
      `${target}: ${counted(pages, 'page')} of ${year}, ${counted(found.files.length, 'file')}, ${counted(bytes, 'byte')}`,
    );
    return 0;
  } catch (cause) {
    if (cause instanceof WebArchiveExists) {
      console.error(`${target} exists; name another file after --wacz, or move it away.`);
    } else if (cause instanceof UnusableCopy) {
      console.error(cause.message);
    } else throw cause;
    return 1;
  }
}

await run(main, USAGE);
