import assert from 'node:assert/strict';
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { digests } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Ended, runCommand } from '../support/run-command.ts';
import { type Files, writeFiles } from '../support/temp-folder.ts';

// Each test changes the archive, or the code, a little more, and builds it twice: from what is kept of
// the builds before, and from nothing, in another folder, time zone and locale. Not a byte may differ,
// and what was made again must be just what is named here.

const home = await mkdtemp(join(tmpdir(), 'on-the-record-'));
const project = join(home, 'project');
const content = join(project, 'content');
const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');

const FILES: Files = {
  'site.yaml': 'title: Made for a test\ntimezone: America/Los_Angeles\n',
  'offices/north.yaml': 'name: Office of the North\n',
  'offices/south.yaml': 'name: Office of the South\n',
  'offices/east.yaml': 'name: Office of the East\ncity: Salem\n',
  'offices/west.yaml': 'name: Office of the West\nclosed: 2026-03-01\n',
  'caucuses/api.yaml': 'name: API\n',
  'media/chart.png': chart,
  'media/letter.pdf': 'A letter.',
  'releases/2016-01-01-east.md': madeRelease({ date: '2016-01-01', office: 'east' }),
  'releases/2017-11-22-a.md': madeRelease({
    date: '2017-11-22',
    caucus: 'api',
    topics: '[Lanterns]',
    related: '2018-01-10-c',
  }),
  'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23' }, '![Tides](/media/chart.png)'),
  'releases/2018-01-10-c.md': madeRelease({
    date: '2018-01-10',
    office: 'south',
    speakers: 'Sam Sample',
  }),
  'releases/2018-05-05-d.md': madeRelease({
    date: '2018-05-05',
    office: 'south',
    attachments: '{ file: letter.pdf, title: A letter }',
  }),
  'releases/2019-03-02-tides.md': madeRelease({ date: '2019-03-02', topics: '[Tides]' }),
  'releases/2019-03-02-wells.md': madeRelease({ date: '2019-03-02', office: 'south' }),
  'releases/2020-06-06-west.md': madeRelease({ date: '2020-06-06', office: 'west' }),
  'releases/2020-06-07-west.md': madeRelease({ date: '2020-06-07', office: 'west' }),
  'releases/2021-04-04-early.md': madeRelease({
    date: '2021-04-04',
    office: 'south',
    embargo: '2026-02-15T09:00:00-08:00',
  }),
};

/** While a release is under embargo and all offices are open; and later. */
const [BEFORE, AFTER] = ['2026-02-01T12:00:00Z', '2026-03-02T12:00:00Z'];
let clock = BEFORE;

/** Pages of which there is one of a kind: they have no key, and are made in every build. */
const ALWAYS = [
  ...['', '404', 'about', 'data', 'feeds', 'search'],
  ...['rss.xml', 'feed.json', 'corrections.xml', 'robots.txt', 'opensearch.xml'],
];

const feeds = (path: string) => [`${path}/rss.xml`, `${path}/feed.json`];
const collection = (path: string) => [path, ...feeds(path)];

/** The lists that a release stands in: by date and on its collections. */
const listsOf = (date: string, ...collections: string[]) => [
  'releases',
  ...[4, 7, 10].map((end) => `releases/${date.slice(0, end).replaceAll('-', '/')}`),
  ...collections.flatMap(collection),
];

before(async () => {
  await copyProject(project);
  await writeFiles(content, FILES);
  const recorded = await runCommand('record', [], { CONTENT_DIR: 'content' }, project);
  assert.equal(recorded.status, 0, recorded.stderr);
});
after(() => rm(home, { recursive: true, force: true }));

/** The project's code in another place, with the same packages. */
async function copyProject(place: string) {
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(name, join(place, name), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(place, 'node_modules'));
}

interface Built extends Ended {
  /** Digests of the site's files. */
  files: Record<string, string>;
  /** Texts and pages that were made anew. */
  texts: string[];
  pages: string[];
}

/** Builds at the time of `clock`, with what is kept under a name, in a folder of the same name. */
async function build(
  name: string,
  more: Record<string, string> = {},
  from = project,
): Promise<Built> {
  const site = join(home, `site-${name}`);
  const ahead = Date.parse(clock) - Date.now();
  const setClock = `const now = Date.now; Date.now = () => now() + ${ahead};`;
  const environment = {
    CONTENT_DIR: 'content',
    OUT_DIR: site,
    CACHE_DIR: join(home, `cache-${name}`),
    NODE_DEBUG: 'on-the-record',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(setClock)}`,
    ...more,
  };
  const ended = await runCommand('build', [], environment, from);
  assert.equal(ended.status, 0, ended.stderr);
  const made = (what: string) => {
    const lines = ended.stderr.matchAll(new RegExp(`^ON-THE-RECORD \\d+: ${what} (.*)$`, 'gm'));
    const paths = [...lines].map(([, path = '']) => path.replace(/^releases\/(.*)\.md$|^\//, '$1'));
    return [...new Set(paths)].sort();
  };
  return { ...ended, files: await digests(site), texts: made('text'), pages: made('page') };
}

let cleanBuilds = 0;

/** Builds from what is kept and from nothing, and compares the sites. */
async function bothBuilds(more: Record<string, string> = {}): Promise<Built> {
  const name = `clean-${++cleanBuilds}`;
  const elsewhere = join(home, name, 'a-copy');
  await cp(project, elsewhere, { recursive: true, verbatimSymlinks: true });
  const there = { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };
  const [kept, clean] = await Promise.all([
    build('kept', more),
    build(name, { ...there, ...more }, elsewhere),
  ]);
  assert.ok(clean.pages.length > 60 && clean.texts.length > 9, 'nothing was kept of it');
  assert.deepEqual(kept.files, clean.files);
  for (const what of [name, `site-${name}`, `cache-${name}`])
    await rm(join(home, what), { recursive: true });
  return kept;
}

/** Checks what was made anew: these, and the pages that always are. */
function assertMade(built: Built, texts: readonly string[], pages: readonly string[]) {
  assert.deepEqual(built.texts, [...texts].sort());
  assert.deepEqual(built.pages, [...new Set([...ALWAYS, ...pages])].sort());
}

/** Edits a file of the project. */
async function edit(file: string, change: (text: string) => string) {
  const text = await readFile(join(project, file), 'utf8');
  const changed = change(text);
  assert.notEqual(changed, text, file);
  await writeFile(join(project, file), changed);
}

const editRelease = (id: string, change: (text: string) => string) =>
  edit(`content/releases/${id}.md`, change);
const withField = (field: string) => (text: string) => text.replace('---\n', `---\n${field}\n`);

/** A release that gets another name, at which it is read once more in each build until it is recorded. */
const MOVED = '2019-03-02-floods';
const FORMER = 'releases/2019/03/02/tides/index.html';
const isReleasePage = (file: string) =>
  /^releases\/\d+\/\d+\/\d+\/[^/]+\/index\.html$/.test(file) && file !== FORMER;

test('where nothing has changed nothing is built, and the same is told', async () => {
  const first = await build('kept');
  assert.equal(first.texts.length, 10);
  const again = await build('kept');
  assert.match(again.stdout, /^Nothing has changed since the last build: 9 releases, /);
  assert.equal(again.stderr, first.stderr.replace(/^ON-THE-RECORD.*\n/gm, ''));
  assert.deepEqual(again.files, first.files);
});

test('releases that are new, edited, corrected, withdrawn, or have another contact', async () => {
  await writeFiles(content, {
    'releases/2019-03-03-new.md': madeRelease({ date: '2019-03-03', office: 'south' }),
  });
  const untouched = await placesOnDisk();
  await editRelease('2018-01-10-c', (text) => `${text}\nMore words.\n`);
  await editRelease('2017-11-23-b', withField('corrections: { date: 2017-12-01, note: A word. }'));
  await editRelease(
    '2020-06-06-west',
    withField('withdrawn: { date: 2020-06-08, reason: A slip. }'),
  );
  await editRelease('2016-01-01-east', (text) => text.replace('916-555-0123', '916-555-0199'));
  assertMade(
    await bothBuilds(),
    ['2019-03-03-new', '2018-01-10-c', '2017-11-23-b', '2020-06-06-west', '2016-01-01-east'],
    [
      'releases/2019/03/03/new',
      'offices', // how many it has
      ...listsOf('2019-03-03', 'offices/south'),
      'releases/2019/03/02/wells', // the one before it of the same office
      'releases/2019/03/02', // the days before and after
      'releases/2020/06/06',
      'releases/2018/01/10/c',
      ...feeds('speakers/sam-sample'), // lists show the same first words
      'releases/2017/11/23/b',
      ...listsOf('2017-11-23', 'offices/north'),
      'releases/2020/06/06/west',
      ...listsOf('2020-06-06', 'offices/west'),
      'releases/2016/01/01/east',
      ...feeds('offices/east'),
    ],
  );
  assert.deepEqual(await placesOnDisk(), untouched, 'files that stay are not written again');
});

test('releases go and move, issuers and files change; two builds at once share what is kept', async () => {
  const earlier = join(home, 'earlier');
  await cp(content, earlier, { recursive: true });
  const { files: before, stdout } = await build('kept'); // nothing has changed yet
  assert.match(stdout, /^Nothing has changed since the last build/);
  await rm(join(content, 'releases/2019-03-03-new.md'));
  await rename(
    join(content, 'releases/2019-03-02-tides.md'),
    join(content, 'releases/2019-03-02-floods.md'),
  );
  await edit('content/offices/west.yaml', (text) => text.replace('of the West', 'by the Sea'));
  await edit('content/offices/east.yaml', (text) => text.replace('Salem', 'Sample City'));
  await edit('content/caucuses/api.yaml', (text) => `${text}description: A caucus.\n`);
  const wider = Buffer.from(chart);
  wider.writeUInt32BE(wider.readUInt32BE(16) + 1, 16);
  await writeFiles(content, { 'media/chart.png': wider, 'media/letter.pdf': 'A LETTER.' });
  const other = {
    CONTENT_DIR: earlier,
    OUT_DIR: join(home, 'site-earlier'),
    CACHE_DIR: join(home, 'cache-kept'),
  };
  const [built, beside] = await Promise.all([bothBuilds(), build('earlier', other)]);
  assert.deepEqual(beside.files, before);
  assert.equal(built.files['releases/2019/03/03/new/index.html'], undefined);
  assert.equal(built.files['releases/2019/03/03/index.html'], undefined);
  assertMade(
    built,
    [MOVED, '2017-11-23-b'],
    [
      ...['releases/2019', 'releases/2019/03', ...collection('offices/south')], // where one was removed
      'offices', // how many that has, and another name
      'releases/2019/03/02/wells', // which came before it, and is of the same day as the next
      'releases/2020/06/06', // the day that came after
      'releases/2019/03/02/floods',
      'releases/2019/03/02/tides', // leads on
      ...listsOf('2019-03-02', 'offices/north', 'topics/tides'),
      'releases/2017/11/23/b', // the one before of the same office, and the picture
      'releases/2020/06/06/west',
      'releases/2020/06/07/west',
      ...listsOf('2020-06-06', 'offices/west'),
      ...listsOf('2020-06-07'),
      'releases/2016/01/01/east',
      ...collection('offices/east'),
      'releases/2017/11/22/a', // of the caucus
      ...[...collection('caucuses/api'), ...feeds('topics/lanterns')],
      'releases/2018/05/05/d', // of the attachment, the digest of which is on this page alone
    ],
  );
});

test('the day comes on which an office closes, and the instant at which an embargo ends', async () => {
  clock = AFTER;
  const built = await bothBuilds();
  assertMade(
    built,
    [MOVED],
    [
      'releases/2020/06/06/west',
      'releases/2020/06/07/west',
      ...collection('offices/west'),
      'releases/2021/04/04/early',
      ...listsOf('2021-04-04', 'offices/south'),
      'offices', // how many it has
      ...['releases/2020', 'releases/2020/06', 'releases/2020/06/07'], // the periods before
      'releases/2019/03/02/wells', // the one before of the same office
    ],
  );
});

test('a component and a module change: the pages that use them, and no others', async () => {
  await edit('src/components/Neighbours.astro', (text) =>
    text.replace('class="neighbours"', 'class="neighbours others"'),
  );
  await edit('src/publish/feeds/rss.ts', (text) => text.replace("'dc:creator'", "'dc:publisher'"));
  const built = await bothBuilds();
  const files = Object.keys(built.files);
  assert.equal(built.texts.length, 10); // rendered again, and the same: their pages are kept
  assertMade(built, built.texts, [
    ...files.filter(isReleasePage).map((file) => file.replace('/index.html', '')),
    ...files.filter((file) => file.endsWith('/rss.xml')),
  ]);
});

test('a stylesheet and a script of the browser change: all pages, which name them', async () => {
  await edit('src/styles/base.css', (text) => `${text}\nmain { outline: 0 }\n`);
  await edit('src/search/ui/slash-key.ts', (text) => `${text}\nconsole.debug('changed');\n`);
  const built = await bothBuilds();
  assert.deepEqual(built.texts, [MOVED]);
  assert.equal(built.pages.length, pagesIn(built));
});

test('what is damaged, cut short or taken away is made again, and what someone wrote into the site', async () => {
  const { files } = await build('kept'); // nothing has changed yet
  for (const folder of ['bodies', 'pages', 'index', 'data']) {
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
  await writeFile(join(home, 'site-kept', 'about', 'index.html'), 'Not ours.');
  const again = await build('kept');
  assert.deepEqual(again.files, files);
  assert.ok(again.texts.length > 1 && again.pages.length > ALWAYS.length);
});

test('the site gets another title and another place', async () => {
  await edit('content/site.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another title'));
  const built = await bothBuilds({ SITE_URL: 'https://press.example.org', BASE_PATH: '/a/' });
  assert.equal(built.texts.length, 10);
  assert.equal(built.pages.length, pagesIn(built));
});

/** What tells whether files have been written, of a release that other releases do not change. */
const placesOnDisk = () =>
  Promise.all(
    ['index.html', 'release.json'].map(async (file) => {
      const { ino, mtimeMs } = await stat(
        join(home, 'site-kept', 'releases/2019/03/02/tides', file),
      );
      return [file, ino, mtimeMs];
    }),
  );

const pagesIn = ({ stdout }: Built) => Number(/, (\d+) pages in /.exec(stdout)?.[1]);
