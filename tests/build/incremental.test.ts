import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { editedArchive } from '../support/edited-archive.ts';
import { digests } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { type Files, writeFiles } from '../support/temp-folder.ts';

// Each test changes the archive, or the code, a little more, and builds it twice: from what is kept of
// the builds before, and in another folder from nothing. Not a byte may differ.

const home = await mkdtemp(join(tmpdir(), 'on-the-record-'));
const project = join(home, 'project');
const content = join(project, 'content');
/** A release that no other names, and that shows a picture. */
const TIDES = join('releases', '2019', '2019-03-02-tide-gauge.md');

before(async () => {
  await copyProject(project);
  await cp(await editedArchive(), content, { recursive: true });
  await writeFiles(content, {
    [TIDES]: madeRelease(
      { date: '2019-03-02', office: 'senator-sample', topics: '[Tides]' },
      '![Tides](/media/2019/sample-point-tide-gauge-chart.png)',
    ),
  });
});
after(() => rm(home, { recursive: true, force: true }));

/** The project's code in another place, with the same packages. */
async function copyProject(place: string) {
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(name, join(place, name), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(place, 'node_modules'));
}

interface Built {
  ended: Ended;
  files: Record<string, string>;
  /** Texts and pages that were made anew. */
  made: { texts: number; pages: number };
}

/** Builds with what is kept under a name, in a folder of the same name. */
async function build(name: string, more: Record<string, string> = {}, from = project) {
  const site = join(home, `site-${name}`);
  const ended = await runCommand(
    'build',
    [],
    { CONTENT_DIR: 'content', OUT_DIR: site, CACHE_DIR: join(home, `cache-${name}`), ...more },
    from,
  );
  assert.equal(ended.status, 0, ended.stderr);
  const counts = /from the cache: (\d+) of (\d+) texts?, (\d+) of (\d+) pages?/.exec(ended.stdout);
  const [texts = 0, allTexts = 0, pages = 0, allPages = 0] = (counts ?? []).slice(1).map(Number);
  const made = { texts: allTexts - texts, pages: allPages - pages };
  return { ended, files: await digests(site), made } satisfies Built;
}

let cleanBuilds = 0;

/** Builds from what is kept, and from nothing, and compares the sites. */
async function bothBuilds(more: Record<string, string> = {}): Promise<Built> {
  const name = `clean-${++cleanBuilds}`;
  const [kept, clean] = await Promise.all([build('kept', more), build(name, more)]);
  assert.ok(clean.made.pages > 100);
  assert.deepEqual(kept.files, clean.files);
  for (const what of ['site', 'cache'])
    await rm(join(home, `${what}-${name}`), { recursive: true });
  return kept;
}

/** Edits a file of the project. */
async function edit(file: string, change: (text: string) => string) {
  const text = await readFile(join(project, file), 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text, file);
  await writeFile(join(project, file), changed);
}

const write = (files: Files) => writeFiles(content, files);

/** Pages that have no key, and are rendered in every build: the front page, lists of shelves and so on. */
const ALWAYS = 9;

test('the first build makes everything', async () => {
  const { made } = await bothBuilds();
  assert.ok(made.texts > 30 && made.pages > 100);
});

test('where nothing has changed nothing is built, and the same is told', async () => {
  const { ended, files } = await build('kept');
  const again = await build('kept');
  assert.match(again.ended.stdout, /^Nothing has changed since the last build: \d+ releases, /);
  assert.equal(again.ended.stderr, ended.stderr);
  assert.deepEqual(again.files, files);
});

test('a site that someone has changed is built again', async () => {
  const { files } = await build('kept');
  await writeFile(join(home, 'site-kept', 'about', 'index.html'), 'Not ours.');
  const { files: mended, made } = await build('kept');
  assert.deepEqual(mended, files);
  assert.deepEqual(made, { texts: 0, pages: ALWAYS });
});

test('one new release: it is rendered, and the pages that name it', async () => {
  await write({
    'releases/2019/2019-03-03-new.md': madeRelease({
      date: '2019-03-03',
      office: 'senator-sample',
    }),
  });
  const { made, files } = await bothBuilds();
  assert.equal(made.texts, 1);
  assert.ok(files['releases/2019/03/03/new/index.html']);
  assert.ok(made.pages < 30, `${made.pages} pages`);
});

test('one edited release', async () => {
  await edit(join('content', TIDES), (text) => `${text}\nMore words.\n`);
  const { made } = await bothBuilds();
  assert.equal(made.texts, 1);
  assert.ok(made.pages < 30, `${made.pages} pages`);
});

test('an office with another name', async () => {
  await edit('content/offices/senator-sample.yaml', (text) =>
    text.replace(/^name: .*$/m, 'name: The Office of Another Name'),
  );
  const { made } = await bothBuilds();
  assert.equal(made.texts, 0);
});

test('a topic is added', async () => {
  await edit(join('content', TIDES), (text) => text.replace('[Tides]', '[Tides, Gauges]'));
  const { made, files } = await bothBuilds();
  assert.equal(made.texts, 1);
  assert.ok(files['topics/gauges/index.html']);
});

test('a release is corrected and withdrawn', async () => {
  await edit(join('content', TIDES), (text) =>
    text.replace(
      'topics:',
      'corrections: { date: 2019-03-04, note: A word. }\nwithdrawn: { date: 2019-03-05, reason: A slip. }\ntopics:',
    ),
  );
  await bothBuilds();
});

test('a release is removed: its page goes, and its topic’s', async () => {
  await rm(join(content, 'releases/2019/2019-03-03-new.md'));
  const { files, made } = await bothBuilds();
  assert.equal(files['releases/2019/03/03/new/index.html'], undefined);
  assert.equal(made.texts, 0);
});

test('a release gets another name', async () => {
  const text = await readFile(join(content, TIDES), 'utf8');
  await rm(join(content, TIDES));
  await write({ 'releases/2019/2019-03-02-tides.md': text });
  await bothBuilds();
});

test('a picture gets another size, an attachment other bytes', async () => {
  const file = join(content, 'media', '2019', 'sample-point-tide-gauge-chart.png');
  const picture = await readFile(file);
  picture.writeUInt32BE(picture.readUInt32BE(16) + 1, 16); // its width
  await writeFile(file, picture);
  const { made } = await bothBuilds();
  assert.ok(made.texts > 0);
});

test('the site gets another title: all pages change, no text does', async () => {
  await edit('content/site.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another title'));
  const { made } = await bothBuilds();
  assert.equal(made.texts, 0);
  assert.ok(made.pages > 100);
});

test('the site is published elsewhere', async () => {
  await bothBuilds({ SITE_URL: 'https://press.example.org', BASE_PATH: '/archive/' });
});

test('a component changes: the pages that use it, and no others', async () => {
  await build('kept'); // at the root again
  await edit('src/components/Neighbours.astro', (text) =>
    text.replace('From the same office', 'Of the same office'),
  );
  const { made, files } = await bothBuilds();
  assert.equal(made.texts, 0);
  const releases = Object.keys(files).filter((file) =>
    /^releases\/\d+\/\d+\/\d+\/[^/]+\/index\.html$/.test(file),
  );
  assert.ok(made.pages <= releases.length + ALWAYS, `${made.pages} pages`);
});

test('a stylesheet, a script of the browser and a module change', async () => {
  await edit('src/styles/base.css', (text) => `${text}\nmain { outline: 0 }\n`);
  await bothBuilds();
  await edit('src/search/ui/slash-key.ts', (text) => `${text}\nconsole.debug('changed');\n`);
  await bothBuilds();
  await edit('src/archive/day.ts', (text) => text.replaceAll("'long'", "'short'"));
  await bothBuilds();
});

test('what is damaged, cut short or taken away is made again', async () => {
  const { files } = await build('kept');
  for (const folder of ['bodies', 'pages', 'index']) {
    const place = join(home, 'cache-kept', folder);
    for (const [n, name] of (await readdir(place)).sort().entries()) {
      const file = join(place, name);
      const bytes = await readFile(file);
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
      if (n % 3 === 0) await writeFile(file, bytes);
      if (n % 3 === 1) await writeFile(file, bytes.subarray(0, bytes.length / 2));
      if (n % 9 === 2) await rm(file);
    }
  }
  await writeFile(join(home, 'cache-kept', 'last-build.json'), '{');
  const { files: again, made } = await build('kept');
  assert.deepEqual(again, files);
  assert.ok(made.texts > 0 && made.pages > ALWAYS);
});

test('two builds at once, of the same cache and of different archives, are both right', async () => {
  const other = join(home, 'other');
  await cp(content, other, { recursive: true });
  await writeFiles(other, { 'site.yaml': 'title: The other\n' });
  const [one, two] = await Promise.all([
    build('kept'),
    build('kept', { CONTENT_DIR: other, OUT_DIR: join(home, 'site-other') }),
  ]);
  assert.equal(two.ended.status, 0);
  const others = await digests(join(home, 'site-other'));
  await rm(join(home, 'cache-kept'), { recursive: true });
  const clean = await build('other', { CONTENT_DIR: other });
  assert.deepEqual(others, clean.files);
  assert.deepEqual((await build('kept')).files, one.files);
});

test('another folder, time zone and locale give the same bytes', async () => {
  const elsewhere = join(home, 'else', 'where');
  await cp(project, elsewhere, { recursive: true, verbatimSymlinks: true });
  const { files } = await build('kept');
  for (const more of [
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LC_ALL: 'C', LANG: 'C' },
  ]) {
    const { files: others } = await build(`in-${more.LANG}`, more, elsewhere);
    assert.deepEqual(others, files);
  }
});
