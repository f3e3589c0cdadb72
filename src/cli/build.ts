import { parseArgs } from 'node:util';
import type { BuiltSite } from '../site-output/build-site.ts';
import { cacheTrouble } from '../cache/cache-trouble.ts';
import {
  fingerprint,
  rememberBuild,
  reportOf,
  siteOfLastBuild,
  upToDateBuild,
} from '../site-output/previous-build.ts';
import { isStrict, readSettings, type Settings } from '../settings.ts';
import { checkFolders } from '../site-output/replace/check-folders.ts';
import { Progress } from './progress.ts';
import { counted, printHeld, printPicturesLeftOut, printProblems } from './report.ts';
import { missingRelease } from './missing-release.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run build [-- --verbose]

Checks the archive in CONTENT_DIR (default: content) and builds the site into OUT_DIR (default: dist).
SITE_URL and BASE_PATH say where it will be published. What has not changed since an earlier build is
reused from CACHE_DIR, which may be deleted at any time.
In CI (CI=true) it refuses to build while the file of a recorded release is missing, or warns with
ALLOW_UNRECORDED=1.
  --verbose   also prints how long each stage took, and how much memory`;

/**
 * Builds the site, if anything has changed; `npm start` does the same before it serves.
 * @param isVerbose whether to print how long each stage took.
 */
export async function buildArchive(settings: Settings, isVerbose = false): Promise<0 | 1> {
  checkFolders(settings);
  const start = performance.now();
  const secondsSince = (when: number) => (performance.now() - when) / 1000;
  const inputs = await fingerprint(settings); // before the build, so that a change during it is noticed
  const before = await upToDateBuild(settings, inputs, Date.now());
  if (before !== undefined) {
    printProblems({ errors: [], warnings: before.warnings });
    if (refusesAbsent(before.absent ?? [])) return 1;
    printHeld(before);
    console.log(
      `Nothing has changed since the last build: ${sizeOf(before.releases, before.pages, settings)}`,
    );
    return 0;
  }
  let lastSite: ReturnType<typeof siteOfLastBuild> | undefined;
  const readLastSite = () => (lastSite ??= siteOfLastBuild(settings));
  const progress = new Progress();
  const onRead = progress.counter('Releases read');
  const { loadArchive } = await import('../load/load-archive.ts');
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    onProgress(done, total) {
      void readLastSite(); // not before the workers have started, which it would delay
      onRead(done, total);
    },
  });
  progress.clear();
  printProblems(archive);
  if (archive.errors.length > 0) {
    console.error(`${counted(archive.errors.length, 'error')}: nothing was built.`);
    return 1;
  }
  const absent = archive.ledger.absent.map(({ release }) => release);
  if (refusesAbsent(absent)) return 1;
  printHeld(archive);
  printPicturesLeftOut(archive);
  const isCacheUsable = warnIfCacheUnusable(settings);
  const reading = secondsSince(start);
  progress.showStep('Bundling the pages');
  const { buildSite } = await import('../site-output/build-site.ts');
  const existing = await readLastSite();
  const built = await buildSite(archive, settings, {
    existing,
    onPage: progress.counter('Pages'),
    onIndexed: progress.counter('Releases in the search index'),
    onIndexWarning(message) {
      progress.clear();
      console.error(`warning: ${message}`);
    },
    onPicture: progress.counter('Share pictures'),
  });
  progress.clear();
  const { held, releases, reusedBodies } = archive;
  const { foreign, listing } = built;
  await rememberBuild(settings, inputs, reportOf(archive, built.pages), foreign, listing).catch(
    () => undefined, // then the next build compares everything
  );
  if (isCacheUsable) warnIfCacheUnusable(settings); // the disk may be full now
  const size = sizeOf(releases.length, built.pages, settings);
  console.log(`${size}, ${secondsSince(start).toFixed(1)} s`);
  console.log(describeMade(reusedBodies, releases.length + held.length, built));
  if (isVerbose) console.log(describeTime(reading, built));
  if (foreign.files.length + foreign.folders.length > 0) console.log(describeForeign(foreign));
  return 0;
}

/** In CI nobody reads warnings: there a missing release would be published as a page that says it is gone. */
function refusesAbsent(absent: readonly string[]): boolean {
  if (absent.length === 0 || !isStrict(process.env)) return false;
  for (const id of absent) console.error(`error: ${missingRelease(id)}`);
  console.error(
    `${counted(absent.length, 'recorded release')} missing: nothing was built. Set ALLOW_UNRECORDED=1 to build without.`,
  );
  return true;
}

/** Warns if the cache cannot be written to; the build goes on without it. @returns whether it can. */
function warnIfCacheUnusable({ cacheDir }: Settings): boolean {
  const trouble = cacheTrouble(cacheDir);
  if (trouble !== undefined) {
    console.error(
      `warning: CACHE_DIR (${cacheDir}) cannot be written to: ${trouble}. Builds work without it but take longer; choose another folder or free up space.`,
    );
  }
  return trouble === undefined;
}

const sizeOf = (releases: number, pages: number, { outDir }: Settings) =>
  `${counted(releases, 'release')}, ${counted(pages, 'page')} in ${outDir}`;

/** Seconds by stage, and peak memory, without Pagefind's own process, whose peak Node does not know. */
function describeTime(reading: number, { seconds }: BuiltSite): string {
  const stages = [
    `reading ${reading.toFixed(1)} s`,
    `pages ${seconds.pages.toFixed(1)} s`,
    `search index ${seconds.index.toFixed(1)} s beside them`,
    `media files ${seconds.files.toFixed(1)} s`,
    `data ${seconds.data.toFixed(1)} s`,
    `checksums ${seconds.checksums.toFixed(1)} s`,
  ];
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const memory = `${megabytes.toLocaleString('en')} MB of memory at most, without the indexer`;
  return `  ${stages.join(', ')}; ${memory}`;
}

/** What made the time: what has changed since an earlier build, or was never built. */
function describeMade(reusedBodies: number, bodies: number, built: BuiltSite): string {
  const share = (reused: number, all: number, what: string) =>
    `${(all - reused).toLocaleString('en')} of ${counted(all, what)}`;
  const parts = [
    share(reusedBodies, bodies, 'text'),
    share(built.reusedPages, built.pages, 'page'),
    share(built.cachedShards, built.shards, 'part') + ' of the search index',
  ];
  return `  made anew: ${parts.join(', ')}; the rest is from the cache`;
}

/** Files listed by name; further ones are only counted. */
const MAX_NAMED = 20;

function describeForeign({ files, folders }: BuiltSite['foreign']): string {
  const all = [...folders.map((path) => `${path}/`), ...files].sort();
  const more = all.length > MAX_NAMED ? `, and ${all.length - MAX_NAMED} more` : '';
  return `  left as they are (no build wrote them): ${all.slice(0, MAX_NAMED).join(', ')}${more}`;
}

if (import.meta.main) {
  await run(async (args) => {
    const { values } = parseArgs({ args, options: { verbose: { type: 'boolean' } } });
    return buildArchive(readSettings(process.env), values.verbose);
  }, USAGE);
}
