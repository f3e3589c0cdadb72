import { parseArgs } from 'node:util';
import { fingerprint, rememberBuild } from '../build/last-build.ts';
import { readSettings, type Settings } from '../build/settings.ts';
import { Progress } from './progress.ts';
import { counted, printEmbargoed, printPicturesLeftOut, printProblems } from './report.ts';
import { run } from './run.ts';

const USAGE = `Usage: npm run build

Checks the archive in CONTENT_DIR (default: content) and builds the site into OUT_DIR (default: dist).
SITE_URL and BASE_PATH say where it will be published.`;

/** Builds the site; `npm start` does the same before it serves. */
export async function buildArchive(settings: Settings): Promise<0 | 1> {
  const start = performance.now();
  const inputs = await fingerprint(settings); // as they are now: a change while it builds counts
  const progress = new Progress();
  const { loadArchive } = await import('../build/load-archive.ts');
  const archive = await loadArchive({
    ...settings,
    now: Date.now(),
    onProgress: progress.counter('Releases read'),
  });
  progress.clear();
  printProblems(archive);
  if (archive.errors.length > 0) {
    console.error(`${counted(archive.errors.length, 'error')}: nothing was built.`);
    return 1;
  }
  printEmbargoed(archive);
  printPicturesLeftOut(archive);
  const { buildSite } = await import('../build/build-site.ts');
  const pages = { count: 0 };
  const onPage = progress.counter('Pages');
  await buildSite(archive, settings, {
    onPage: (done, total) => {
      pages.count = done;
      onPage(done, total);
    },
    onIndexed: progress.counter('Releases in the search index'),
    onPicture: progress.counter('Share pictures'),
  });
  progress.clear();
  await rememberBuild(settings, inputs, archive);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${counted(archive.releases.length, 'release')}, ${counted(pages.count, 'page')} in ${settings.outDir}, ${seconds} s`,
  );
  return 0;
}

if (import.meta.main) {
  await run(async (args) => {
    parseArgs({ args, options: {} });
    return buildArchive(readSettings(process.env));
  }, USAGE);
}
