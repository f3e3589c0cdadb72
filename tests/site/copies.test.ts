import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { HOST_FILES } from '../../src/archive/hosts.ts';
import { copyRecipes } from '../../src/publish/data/copy-recipes.ts';
import { parseChecksum } from '../../src/publish/data/checksums.ts';
import { SearchPage } from '../browser/pages/search-page.ts';
import { launchBrowser } from '../support/browser.ts';
import { filesIn } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

/*
 * Each recipe of `/data/`, to the letter but for the address, from a server at its root and below a path: what the
 * copy lacks of `sha256sums.txt`, and whether its search finds what the site's does.
 */

/** Former addresses with all that names of files can have; the last are more than Windows has. */
const FORMER = [
  'old%20page',
  '100%25',
  'a%23b',
  'a+b&c',
  'a;b',
  'nh%E1%BA%ADp',
  "it's",
  '%25C3%25A9',
];
const NOT_ON_WINDOWS = ['a%3Fb', 'all*', '%22a%22', '(x)[y]^+.%7Bz%7D|'];

const archive = () =>
  sharedArchive({
    'site.yaml': 'title: The Lamp Archive\nlanguage: en\n',
    'offices/north.yaml': 'name: Office of the North\n',
    'media/letter no. 1 (50%) é #2.pdf': '%PDF-1.4\n',
    'releases/2017/2017-11-22-lamps.md': madeRelease(
      {
        title: 'Lamps for Everyone',
        attachments: '{ file: "letter no. 1 (50%) é #2.pdf", title: A letter }',
        aliases: JSON.stringify([...FORMER, ...NOT_ON_WINDOWS].map((name) => `/news/${name}/`)),
      },
      'A lantern burns beside the harbor.',
    ),
    'releases/2018/2018-01-02-bells.md': madeRelease(
      { title: 'Bells at Noon', date: '2018-01-02' },
      'A bell rings at noon.',
    ),
  });

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const isHere = (program: string) => spawnSync(program, ['--version']).status === 0;
const shell = (code: string, folder: string) =>
  promisify(execFile)('bash', ['-c', code], { cwd: folder }).catch((cause: unknown) => {
    return cause as { stdout: string; stderr: string };
  });

/** What is to be in a copy: what hosts read is not handed out. */
async function listedFiles(site: string) {
  const sums = await readFile(join(site, 'data', 'sha256sums.txt'), 'utf8');
  return sums
    .split('\n')
    .flatMap((line) => parseChecksum(line) ?? [])
    .filter(({ path }) => !HOST_FILES.includes(path));
}

/** What the search of a copy says, opened in a browser from a server. */
async function searchIn(copy: string, base: string): Promise<string> {
  const server = await serve(copy, base);
  const context = await browser.newContext({ baseURL: server.url });
  try {
    const search = await SearchPage.open(await context.newPage(), '?q=lantern');
    return `${await search.status.innerText()}: ${(await search.titles()).join()}`;
  } finally {
    await context.close();
    await server.close();
  }
}

for (const base of ['/', '/press/archive/']) {
  for (const { program, way } of copyRecipes(SITE_URL + base)) {
    // HTTrack takes 40 seconds, since it asks for four files a second: below a path it has all there is to it.
    if (program === 'HTTrack' && base === '/') continue;
    const skip = !isHere(program.toLowerCase()) && `${program} is not installed`;
    const name = `${program}, ${way}, from ${base}`;
    if (way === 'asWarc') {
      test(`${name}: the web archive has every file of the site`, { skip }, async (t) => {
        const { site, server, run } = await published(base);
        t.after(() => server.close());
        const folder = await tempFolder(t);
        await run('asWarc', program, folder);
        const saved = readWarc(await readFile(join(folder, 'copy.warc.gz')));
        const missing = (await listedFiles(site)).filter(({ path, sha256 }) => {
          const address = server.url + path.replace(/(^|\/)index\.html$/, '$1');
          return (
            saved.get(plain(encodeURI(address).replaceAll('#', '%23').replaceAll('?', '%3F'))) !==
            sha256
          );
        });
        assert.deepEqual(missing, []);
      });
      continue;
    }
    test(`${name}: the copy is complete, and its search finds`, { skip }, async (t) => {
      const { site, server, run } = await published(base);
      t.after(() => server.close());
      const folder = await tempFolder(t);
      const { stdout, stderr } = await run(way, program, folder);
      const copy = (await filesIn(folder)).find((path) => path.endsWith('data/sha256sums.txt'));
      assert.ok(copy, stderr);
      const root = join(folder, dirname(dirname(copy)));
      const copied = new Set(await filesIn(root));
      const listed = (await listedFiles(site)).map(({ path }) => path);
      const missing = listed.filter((path) => !copied.has(path));
      const isForWindows = program === 'HTTrack';
      assert.equal(
        missing.length,
        isForWindows ? NOT_ON_WINDOWS.length : 0,
        JSON.stringify(missing),
      );
      if (isForWindows) assert.ok(missing.every((path) => /["*:<>?|\\]/.test(path)));
      else assert.match(stdout, /complete\n$/);
      assert.equal(await searchIn(root, base), '1 release found: Lamps for Everyone');
    });
  }
}

/** Serves a site, and runs a recipe of it as its page has it. */
async function published(base: string) {
  const site = await builtSite({ content: await archive(), base });
  const server = await serve(site, base);
  const run = (way: string, program: string, folder: string) => {
    const recipe = copyRecipes(server.url).find(
      (one) => one.way === way && one.program === program,
    );
    return shell(recipe?.code ?? '', folder);
  };
  return { site, server, run };
}

/** The SHA-256 of each answer in a WARC file, by its address. */
function readWarc(bytes: Buffer): Map<string, string> {
  const warc = gunzipSync(bytes);
  const answers = new Map<string, string>();
  for (let start = 0; start < warc.length;) {
    const [head, body] = cutHead(warc.subarray(start));
    const field = (name: string) => new RegExp(`^${name}: <?([^\r>]*)`, 'm').exec(head)?.[1] ?? '';
    const length = Number(field('Content-Length'));
    if (field('WARC-Type') === 'response') {
      const [, content] = cutHead(body.subarray(0, length));
      const sha256 = createHash('sha256').update(content).digest('hex');
      answers.set(plain(field('WARC-Target-URI')), sha256);
    }
    start += head.length + 4 + length + 4;
  }
  return answers;
}

/** An address in one spelling: programs encode more or less of it. */
const plain = (address: string) => decodeURIComponent(address);

/** Parts a head from what is below its empty line. */
function cutHead(bytes: Buffer): [head: string, rest: Buffer] {
  const end = bytes.indexOf('\r\n\r\n');
  return [bytes.subarray(0, end).toString('latin1'), bytes.subarray(end + 4)];
}
