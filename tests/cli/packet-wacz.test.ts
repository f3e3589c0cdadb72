import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { zipEntries } from '../../src/import/read/zip.ts';
import { parseChecksum } from '../../src/publish/data/checksums.ts';
import { launchBrowser } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const FOUNDING = 'releases/2017/11/22/kalra-denounces-actions-of-federal-immigration-officials/';

let site = '';
/** The SHA-256 of each file of the site, by its address. */
let sums = new Map<string, string>();
before(async () => {
  site = await builtSite();
  const list = await readFile(join(site, 'data/sha256sums.txt'), 'utf8');
  sums = new Map(
    list.split('\n').flatMap((line) => {
      const sum = parseChecksum(line);
      if (sum === undefined) return [];
      const path = sum.path.split('/').map(encodeURIComponent).join('/');
      return [[`${SITE_URL}/${path.replace(/(?<=^|\/)index\.html$/, '')}`, sum.sha256]];
    }),
  );
});

const packet = (args: string[], folder = site) =>
  runCommand('packet', args, { OUT_DIR: folder, CONTENT_DIR: join(folder, 'is not read') });

/** The files of a web archive by their paths. */
async function opened(wacz: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { name, read } of zipEntries(wacz)) files.set(name, await read());
  return files;
}

test('a web archive has the pages and files of a year at their addresses, byte for byte', async (t) => {
  const wacz = join(await tempFolder(t), 'year.wacz');
  const { status, stdout, stderr } = await packet(['2017', '--wacz', wacz]);
  assert.equal(status, 0, stderr);
  const files = await opened(wacz);
  const text = (path: string) => files.get(path)?.toString() ?? '';
  const warc = files.get('archive/data.warc.gz') ?? Buffer.of();
  const lines = text('indexes/index.cdx').split('\n').slice(0, -1);
  assert.deepEqual(lines, lines.toSorted());
  const archived = new Map<string, string>();
  for (const line of lines) {
    const found = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>;
    const [offset, length] = [Number(found['offset']), Number(found['length'])];
    const record = gunzipSync(warc.subarray(offset, offset + length));
    const end = record.indexOf('\r\n\r\n');
    const head = record.subarray(0, end).toString();
    assert.match(head, /^WARC\/1\.1\r\n/);
    assert.match(head, /^WARC-Type: resource\r$/m);
    assert.ok(head.includes(`WARC-Target-URI: ${found['url']}\r\n`));
    const content = record.subarray(end + 4, -4); // two line ends follow
    archived.set(found['url'] ?? '', hash('sha256', content));
  }
  for (const [url, sha256] of archived) assert.equal(sha256, sums.get(url), url);
  const all = [...sums.keys()];
  const expected = all.filter((url) => /\/releases\/2017\/|\/assets\/|\/data\/.*-2017\./.test(url));
  assert.ok(expected.length > 60);
  assert.deepEqual(
    expected.filter((url) => !archived.has(url)),
    [],
  );
  const others = [...archived.keys()].filter((url) => /\/(?:index\.html)?$/.test(url));
  assert.ok(others.every((url) => url.startsWith(`${SITE_URL}/releases/2017/`)));
  assert.match(stdout, new RegExp(`: ${others.length} pages of 2017, ${archived.size} files,`));
  const [, first = '{}', ...pages] = text('pages/pages.jsonl').split('\n');
  assert.equal((JSON.parse(first) as { url: string }).url, `${SITE_URL}/releases/2017/`);
  assert.equal(pages.length, others.length); // less the first, more what is after the last line end
  const digest = JSON.parse(text('datapackage-digest.json')) as { hash: string };
  assert.equal(digest.hash, `sha256:${hash('sha256', text('datapackage.json'))}`);
});

test('media that the pages of the year show are in it', async (t) => {
  const wacz = join(await tempFolder(t), 'year.wacz');
  assert.equal((await packet(['2019', '--wacz', wacz])).status, 0);
  const index = (await opened(wacz)).get('indexes/index.cdx')?.toString() ?? '';
  const shown = (
    await readFile(
      join(site, 'releases/2019/05/14/ten-years-of-tide-gauge-readings/index.html'),
      'utf8',
    )
  ).matchAll(/(?:src|href)="(\/media\/[^"]+)"/g);
  const media = [...new Set([...shown].map(([, path]) => path))];
  assert.ok(media.length > 1);
  for (const path of media) assert.ok(index.includes(`"${SITE_URL}${path}"`), path);
});

test('nothing is written over, and nothing is left of what cannot be written', async (t) => {
  const folder = await tempFolder(t, { 'mine.wacz': 'mine' });
  const broken = join(folder, 'site');
  const at = (name: string) => join(folder, name);
  const exists = await packet(['2017', '--wacz', at('mine.wacz')]);
  assert.deepEqual([exists.status, exists.stdout], [1, '']);
  assert.match(exists.stderr, /mine\.wacz exists; name another file after --wacz, or move it away/);
  assert.equal(await readFile(at('mine.wacz'), 'utf8'), 'mine');
  const noYear = await packet(['1850', '--wacz', at('new.wacz')]);
  assert.equal(noYear.status, 1);
  assert.match(noYear.stderr, /has no release of 1850; its years are 2016, 2017,/);
  const noSite = await packet(['2017', '--wacz', at('new.wacz')], at('nowhere'));
  assert.equal(noSite.status, 1);
  assert.match(noSite.stderr, /nowhere has no data\/sha256sums\.txt: it is no built site/);
  await cp(site, broken, { recursive: true });
  await writeFile(join(broken, FOUNDING, 'release.txt'), 'other words');
  const changed = await packet(['2017', '--wacz', at('new.wacz')], broken);
  assert.equal(changed.status, 1);
  assert.match(changed.stderr, /release\.txt is not what the site's list of checksums says/);
  await rm(join(broken, FOUNDING, 'release.txt'));
  const missing = await packet(['2017', '--wacz', at('new.wacz')], broken);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /release\.txt cannot be read/);
  assert.deepEqual((await readdir(folder)).toSorted(), ['mine.wacz', 'site']);
});

const isHere = (program: string) => spawnSync(program, ['--help']).status === 0;

test('warcio and wacz find nothing wrong', async (t) => {
  const [warcio, wacz] = ['WARCIO', 'WACZ'].map((name) => process.env[name] ?? name.toLowerCase());
  if (!isHere(warcio ?? '') || !isHere(wacz ?? ''))
    return t.skip(
      'warcio and wacz are not installed: pip install warcio wacz, or name them in WARCIO and WACZ',
    );
  const folder = await tempFolder(t);
  const file = join(folder, 'year.wacz');
  assert.equal((await packet(['2017', '--wacz', file])).status, 0);
  const warc = join(folder, 'data.warc.gz');
  await writeFile(warc, (await opened(file)).get('archive/data.warc.gz') ?? '');
  execFileSync(warcio ?? '', ['check', warc]);
  execFileSync(wacz ?? '', ['validate', '-f', file], { stdio: 'pipe' });
});

const REPLAY = process.env['REPLAYWEBPAGE'];
test(
  'ReplayWeb.page shows a release of the year as it was published',
  {
    skip: REPLAY
      ? false
      : 'name the folder of the npm package replaywebpage, as in REPLAYWEBPAGE=folder',
  },
  async (t) => {
    const folder = await tempFolder(t, {
      'index.html': `<!doctype html><title>Replay</title><script src="/ui.js"></script>
<replay-web-page source="/year.wacz" url="${SITE_URL}/${FOUNDING}" replayBase="/replay/" embed="replayonly"></replay-web-page>`,
      'replay/index.html': '',
    });
    assert.equal((await packet(['2017', '--wacz', join(folder, 'year.wacz')])).status, 0);
    await copyFile(join(REPLAY ?? '', 'ui.js'), join(folder, 'ui.js'));
    await copyFile(join(REPLAY ?? '', 'sw.js'), join(folder, 'replay', 'sw.js'));
    const server = await serve(folder);
    t.after(() => server.close());
    const browser = await launchBrowser();
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(server.url);
    const release = page.frameLocator('iframe').frameLocator('iframe');
    await release.locator('article[data-release]').waitFor();
    assert.match(await release.locator('h1').innerText(), /Denounces Actions/);
    // Of the navigation: ReplayWeb.page puts a style for the font of all text into each page.
    const nav = release.locator('.masthead nav a').first();
    assert.match(await nav.evaluate((one) => getComputedStyle(one).fontFamily), /Record Sans/);
  },
);
