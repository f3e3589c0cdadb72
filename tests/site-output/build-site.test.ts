import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildSite } from '../../src/site-output/build-site.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { readSettings } from '../../src/settings.ts';
import { readExistingSite } from '../../src/site-output/replace/existing-site.ts';
import { digests, filesIn, filesWith } from '../support/folder-bytes.ts';
import { madeSite, SECRETS } from '../support/made-site.ts';
import { runCommand } from '../support/run-command.ts';
import { attribute, elementsIn } from '../support/statement-rule.ts';
import { writeFiles } from '../support/temp-folder.ts';

const BASE = '/archive/';
const home = await mkdtemp(join(tmpdir(), 'on-the-record-'));
const site = join(home, 'site');
const environment = {
  CONTENT_DIR: join(home, 'content'),
  OUT_DIR: site,
  CACHE_DIR: join(home, 'cache'),
  SITE_URL: 'https://press.example.org',
  BASE_PATH: BASE,
};

before(async () => {
  await writeFiles(environment.CONTENT_DIR, await madeSite());
  const { status, stderr, stdout } = await runCommand('build', [], environment);
  assert.equal(status, 0, stderr);
  assert.match(
    stdout,
    /^53 releases, \d+ pages in .*site, [\d.]+ s\n  made anew: 54 of 54 texts, \d+ of \d+ pages, .*; the rest is from the cache\n/,
  );
  assert.match(stderr, /2017-11-24-qzslugqz is left out until 2999-01-01T00:00:00Z\./);
});
after(() => rm(home, { recursive: true, force: true }));

/** The targets of `href`, `src` and similar attributes of a page. */
async function addressesOn(page: string): Promise<string[]> {
  const elements = elementsIn(await readFile(join(site, page), 'utf8'));
  const refreshed = elements
    .filter((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    .map((element) => attribute(element, 'content')?.replace(/^.*url=/i, ''));
  const named = elements.flatMap((element) =>
    ['href', 'src', 'action', 'data-index'].map((name) => attribute(element, name)),
  );
  return [...refreshed, ...named].filter((address) => address !== undefined);
}

const pages = async () => (await filesIn(site)).filter((path) => path.endsWith('.html'));

/** The addresses of the contract. */
const CONTRACT = {
  '': 'the front page',
  'releases/': 'all releases, newest first',
  'releases/page/2/': 'the next fifty',
  'releases/2017/': 'a year',
  'releases/2017/11/': 'a month',
  'releases/2017/11/22/': 'a day',
  'releases/2017/11/22/a/': 'a release',
  'offices/': 'all offices',
  'offices/north/': 'an office',
  'offices/north/page/2/': 'its next fifty',
  'offices/south/': 'an office with one joint release',
  'caucuses/': 'all caucuses',
  'caucuses/api/': 'a caucus',
  'topics/': 'all topics',
  'topics/lanterns/': 'a topic',
  'topics/nhap-cu/': 'a topic in Vietnamese',
  'topics/移民/': 'a topic in Chinese',
  'bills/': 'all bills',
  'speakers/': 'all speakers',
  'speakers/sam-sample/': 'a speaker',
  'search/': 'the search',
  'about/': 'what the archive promises',
  'quote/': 'the check of quotations',
  'quote/ids/all.bin': 'the releases of each id',
  '404.html': 'not found',
  'news/a/': 'a former address',
  'old/press.aspx/': 'a former address that looked like a file',
  'media/2017/letter.pdf': 'an attachment',
  'media/2017/chart.png': 'a picture',
  'pagefind/catalogue.json': 'what the search must know of it',
  'opensearch.xml': 'how a browser can search it',
  'sitemap-index.xml': 'the index of sitemaps',
  'sitemap-1.xml': 'a sitemap',
  'robots.txt': 'rules for robots',
  'capabilitylist.xml': 'the ResourceSync lists',
  'feeds/': 'the list of feeds',
  'rss.xml': 'the newest releases as RSS',
  'feed.json': 'the same as JSON Feed',
  'corrections.xml': 'corrections and withdrawals alone',
  'offices/north/rss.xml': 'the feed of an office',
  'offices/north/feed.json': 'the same as JSON Feed',
  'caucuses/api/rss.xml': 'the feed of a caucus',
  'topics/lanterns/rss.xml': 'the feed of a topic',
  'topics/移民/feed.json': 'the feed of a topic in Chinese',
  'speakers/sam-sample/rss.xml': 'the feed of a speaker',
  'data/': 'what there is as data',
  'data/manifest.json': 'the list of bulk data',
  'data/releases.csv': 'a table of all releases',
  'data/releases-2017.jsonl.gz': 'the releases of a year',
  'data/release.schema.json': 'the form of a record',
  'data/sha256sums.txt': 'the digest of every file',
  'releases/2017/11/22/a/release.json': 'a release as data',
  'releases/2017/11/22/a/release.csl.json': 'how to cite it, as CSL-JSON',
  'releases/2017/11/22/a/release.bib': 'the same as BibTeX',
  'releases/2017/11/22/a/release.ris': 'the same as RIS',
  'releases/2017/11/22/a/release.txt': 'its text for newsrooms',
};
const fileAt = (path: string) =>
  join(site, path === '' || path.endsWith('/') ? `${path}index.html` : path);

test('every address of the contract exists', async (t) => {
  for (const [path, what] of Object.entries(CONTRACT)) {
    await t.test(`${what}: /${path}`, () => assert.ok(existsSync(fileAt(path))));
  }
});

test('an attachment has its credit and its rights, on the page and for programs', async () => {
  const page = await readFile(join(site, 'releases/2017/11/22/a/index.html'), 'utf8');
  assert.match(page, /<p[^>]* data-credit[^>]*>\s*By Sam Sample · Free to print\s*<\/p>/);
  assert.match(page, /"creditText":"By Sam Sample","copyrightNotice":"Free to print"/);
});

test('every address on every page is below the base, whole, or leads out of the site', async () => {
  const wrong = [];
  for (const page of await pages()) {
    const isBelow = /^(?:#|\/archive\/|https:\/\/press\.example\.org\/archive\/)/;
    // Names of vocabularies, which are never requested.
    const isOutside =
      /^(?:https?:\/\/example\.org\/|mailto:|tel:|https:\/\/schema\.org\/|http:\/\/purl\.org\/dc\/)/;
    const addresses = await addressesOn(page);
    const bad = addresses.filter((address) => !isBelow.test(address) && !isOutside.test(address));
    wrong.push(...bad.map((address) => `${page}: ${address}`));
  }
  assert.deepEqual(wrong, []);
});

test('every link within the site has a target', async () => {
  const dead = new Set<string>();
  for (const page of await pages()) {
    for (const address of await addressesOn(page)) {
      const path = /^(?:https:\/\/press\.example\.org)?\/archive\/([^?#]*)/.exec(address)?.[1];
      // The search finds its files below pagefind/ itself.
      if (path === undefined || path === 'pagefind/') continue;
      if (!existsSync(fileAt(decodeURI(path)))) dead.add(`${page}: ${address}`);
    }
  }
  assert.deepEqual(
    [...dead].filter((address) => !address.endsWith('/releases/2017/11/24/x/')), // as issued
    [],
  );
});

test('stylesheets and scripts refer to nothing at the root of the host', async () => {
  const files = (await filesIn(join(site, 'assets'))).filter((path) => /\.(?:css|js)$/.test(path));
  assert.ok(files.length > 0);
  for (const file of files) {
    const text = await readFile(join(site, 'assets', file), 'utf8');
    const roots = text.match(/url\(["']?\/(?!archive\/)[^)]*\)|["'`]\/assets\//g);
    assert.deepEqual(roots, null, file);
  }
});

test('no file, compressed or not, contains anything of a release under embargo', async () => {
  assert.deepEqual(await filesWith(site, Object.values(SECRETS)), []);
  const secretDay = join(site, 'releases', '2017', '11', '24', 'index.html');
  assert.ok(!existsSync(secretDay));
});

test('words of other releases are found in the same way, in the search index too', async () => {
  const files = await filesWith(site, ['lantern number 7 is']);
  assert.ok(files.some((path) => path.endsWith('.html')));
  assert.ok(files.some((path) => path.endsWith('.pf_fragment')));
});

test('a file that only a release under embargo refers to is not published', async () => {
  assert.deepEqual(await filesIn(join(site, 'media')), ['2017/chart.png', '2017/letter.pdf']);
});

test('nothing is left beside the site', async () => {
  assert.deepEqual((await readdir(home)).sort(), ['cache', 'content', 'site']);
});

test('an error in the archive leaves the existing site unchanged', async () => {
  const old = await digests(site);
  const broken = join(environment.CONTENT_DIR, 'releases', 'broken.md');
  await writeFiles(environment.CONTENT_DIR, { 'releases/broken.md': 'No fields.' });
  const { status, stdout, stderr } = await runCommand('build', [], environment);
  await rm(broken);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^error: .*broken\.md:1: frontmatter is missing; /m);
  assert.match(stderr, /\n2 errors: nothing was built\.\n$/);
  assert.deepEqual(await digests(site), old);
});

test('a build that fails half-way leaves the existing site unchanged, and nothing beside it', async () => {
  const old = await digests(site);
  const settings = readSettings(environment);
  const archive = await loadArchive({ ...settings, now: Date.now() });
  const gone = new Map([['gone.pdf', { bytes: 1, size: undefined }]]); // after it had been read
  await assert.rejects(buildSite({ ...archive, media: gone }, settings), /gone\.pdf/);
  assert.deepEqual(await digests(site), old);
  assert.deepEqual((await readdir(home)).sort(), ['cache', 'content', 'site']);
});

test('a site that another build has changed in the meantime is written as a whole', async () => {
  const before = await digests(site);
  const existing = readExistingSite(site);
  await writeFile(join(site, 'about', 'index.html'), 'of the other build');
  await rm(join(site, 'feed.json'));
  const settings = readSettings(environment);
  const archive = await loadArchive({ ...settings, now: Date.now() });
  const earlier = { ...existing, edition: 'an earlier one' };
  const { listing } = await buildSite(archive, settings, { existing: earlier });
  assert.equal(listing, undefined);
  assert.deepEqual(await digests(site), before);
  // The same if it deleted a file that is needed.
  await rm(join(site, 'data', 'releases-2017.jsonl.gz'));
  await buildSite(archive, settings, { existing: earlier });
  assert.deepEqual(await digests(site), before);
});
