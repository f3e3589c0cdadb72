import assert from 'node:assert/strict';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { digests } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { runCommand } from '../support/run-command.ts';
import { builtSite } from '../support/site.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SITE = 'title: Sample Senate Press\n';
const EDITOR = 'editor: { backend: gitlab, repository: sample-senate/press/archive }\n';
const archiveWith = (site: string) =>
  sharedArchive({
    'site.yaml': site,
    'offices/north.yaml': 'name: Office of the North\n',
    'releases/2024-03-05-bridge.md': madeRelease({ date: '2024-03-05' }, 'It opened.'),
  });

/** What says of every file, or for every file, what it is: it has to know of the editor. */
const OF_ALL_FILES = ['_headers', '.htaccess', 'http.nginx.conf', 'data/sha256sums.txt'];

test('the editor adds files below /admin/, and changes no other page by a byte', async () => {
  const without = await digests(await builtSite({ content: await archiveWith(SITE) }));
  const site = await builtSite({ content: await archiveWith(SITE + EDITOR) });
  const all = await digests(site);
  const added = Object.keys(all).filter((path) => !(path in without));
  assert.ok(added.length > 5 && added.every((path) => path.startsWith('admin/')), String(added));
  const changed = Object.keys(without).filter((path) => all[path] !== without[path]);
  assert.deepEqual(changed.sort(), OF_ALL_FILES.toSorted());
  assert.deepEqual(
    Object.keys(without).filter((path) => path.startsWith('admin')),
    [],
  );
});

test('only the headers below /admin/ leave the policy to the page there', async () => {
  const site = await builtSite({ content: await archiveWith(SITE + EDITOR), base: '/press/' });
  const own = "frame-ancestors 'none'";
  const textOf = (name: string) => readFile(join(site, name), 'utf8');
  assert.match(
    await textOf('_headers'),
    /^\/press\/admin\/\*\n {2}! Content-Security-Policy\n {2}Content-Security-Policy: frame-ancestors 'none'$/m,
  );
  assert.ok(
    (await textOf('.htaccess')).includes(
      `Content-Security-Policy "${own}" "expr=%{REQUEST_URI} =~ m#^/press/admin/#"`,
    ),
  );
  assert.ok((await textOf('http.nginx.conf')).includes(`"~^/press/admin/" "${own}";`));
});

test('a copy that was made by following links is whole without the editor', async (t) => {
  const folder = await tempFolder(t);
  await cp(await builtSite({ content: await archiveWith(SITE + EDITOR) }), folder, {
    recursive: true,
  });
  const whole = await runCommand('verify', [folder], {});
  assert.equal(whole.status, 0, whole.stderr);
  await rm(join(folder, 'admin/setup.json'));
  assert.match((await runCommand('verify', [folder], {})).stderr, /admin\/setup\.json/);
  await rm(join(folder, 'admin'), { recursive: true });
  const copy = await runCommand('verify', [folder], {});
  assert.equal(copy.status, 0, copy.stderr + copy.stdout);
});

test('what the editor loads comes from the archive itself', async () => {
  const site = await builtSite({ content: await archiveWith(SITE + EDITOR) });
  const program = await readFile(join(site, 'admin/start.js'), 'utf8');
  assert.ok(!/url\(["']?https?:/.test(program), 'a font or a picture of another site');
  const page = await readFile(join(site, 'admin/index.html'), 'utf8');
  assert.deepEqual(
    [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address),
    ['start.js'],
  );
  for (const file of ['sitemap.xml', 'sitemap-index.xml', 'resourcelist.xml', 'index.html']) {
    const text = await readFile(join(site, file), 'utf8').catch(() => '');
    assert.ok(!text.includes('/admin/'), file);
  }
});
