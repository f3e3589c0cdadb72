/** Builds the site with an earlier commit and with the code as it is, and lists every file that differs. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { corpusFolder, withoutCorpus } from '../support/corpus.ts';
import { filesIn } from '../support/folder-bytes.ts';

const USAGE = `Usage: npm run trial -- same-site COMMIT [--real] [--keep FOLDER]

Builds the sample archive at COMMIT and as the project is now. Names of assets, which tell what is in
them, count as the same; so do the lists of checksums and the search index, which follow from the pages.
  --real         builds 1,000 real releases instead, where there are any
  --keep FOLDER  leaves both sites there, to be compared further`;

const { values, positionals } = parseArgs({
  options: {
    real: { type: 'boolean' },
    keep: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
  allowPositionals: true,
});
const [commit] = positionals;
if (values.help || commit === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
if (values.real && withoutCorpus) {
  console.error(withoutCorpus);
  process.exit(1);
}

const run = promisify(execFile);
const SETTINGS = { SITE_URL: 'https://press.example.org', ASTRO_TELEMETRY_DISABLED: '1' };

/** Builds a content folder with the project in a folder. */
async function build(project: string, contentDir: string, outDir: string, cacheDir: string) {
  const env = { ...process.env, ...SETTINGS };
  Object.assign(env, { CONTENT_DIR: contentDir, OUT_DIR: outDir, CACHE_DIR: cacheDir });
  await run('npm', ['run', 'build'], { cwd: project, env, maxBuffer: 2 ** 26 });
}

/** Follows from other files: the list of checksums, the bulk data's list, the search index. */
const FOLLOWS = /^(?:data\/sha256sums\.txt|pagefind\/.*|data\/manifest\.json)$/;
const ASSET = /\bassets\/([\w@.[\]-]+?)[._-][\w-]{8}(\.\w+)/g;

const TEXTS = new Set(['.html', '.xml', '.json', '.txt', '.css', '.js', '']);

/** The bytes of each file of a site that counts, with assets called by what they are. */
async function contents(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await filesIn(folder)) {
    if (FOLLOWS.test(path)) continue;
    const isText = TEXTS.has(extname(path));
    const bytes = await readFile(join(folder, path), isText ? 'utf8' : 'latin1');
    found.set(
      path.replace(ASSET, 'assets/$1$2'),
      isText ? bytes.replace(ASSET, 'assets/$1$2') : bytes,
    );
  }
  return found;
}

const home =
  values.keep === undefined ? await mkdtemp(join(tmpdir(), 'same-site-')) : resolve(values.keep);
const earlier = await mkdtemp(join(tmpdir(), 'earlier-'));
try {
  const archive = await run('git', ['archive', '--format=tar', commit], {
    encoding: 'buffer',
    maxBuffer: 2 ** 28,
  });
  await writeFile(`${earlier}.tar`, archive.stdout);
  await run('tar', ['-xf', `${earlier}.tar`, '-C', earlier]);
  const content = join(home, 'content');
  await cp(values.real ? await corpusFolder() : 'content', content, { recursive: true });
  console.log(`Building with ${commit} …`);
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: earlier });
  await build(earlier, content, join(home, 'before'), join(home, 'cache-before'));
  console.log('Building with the project as it is …');
  await build('.', content, join(home, 'after'), join(home, 'cache-after'));
  const before = await contents(join(home, 'before'));
  const after = await contents(join(home, 'after'));
  const kinds = new Map<string, string[]>();
  const note = (kind: string, path: string) => kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  let same = 0;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (!after.has(path)) note('only before', path);
    else if (!before.has(path)) note('only after', path);
    else if (before.get(path) !== after.get(path)) note('differs', path);
    else same++;
  }
  console.log(`${same} files are the same`);
  for (const [kind, paths] of kinds) {
    console.log(`\n${kind}: ${paths.length}`);
    for (const path of paths.sort().slice(0, 40)) console.log(`  ${path}`);
    if (paths.length > 40) console.log(`  … and ${paths.length - 40} more`);
  }
  process.exitCode = kinds.size === 0 ? 0 : 1;
} finally {
  await rm(earlier, { recursive: true, force: true });
  await rm(`${earlier}.tar`, { force: true });
  if (values.keep === undefined) await rm(home, { recursive: true, force: true });
}
