import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { readSettings } from '../../../src/settings.ts';
import { rememberBuild } from '../../../src/site-output/previous-build.ts';
import { digests } from '../../support/folder-bytes.ts';
import { madeRelease } from '../../support/made-release.ts';
import { type Ended, runCommand } from '../../support/run-command.ts';
import { sharedFolder } from '../../support/shared-folder.ts';
import { type Files, writeFiles } from '../../support/temp-folder.ts';

/** The text of a chart, to be changed. */
export const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');

/** An archive in which every release is recorded, with something of everything that has pages. */
const RECORDED: Files = {
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
/** What was not recorded, and so may be deleted without a trace. */
const UNRECORDED: Files = {
  'releases/2019-03-03-draft.md': madeRelease({ date: '2019-03-03', office: 'south' }),
};
export const TEXTS = 11;

/** While a release is under embargo and all offices are open; and later. */
const BEFORE = '2026-02-01T12:00:00Z';
export const AFTER = '2026-03-02T12:00:00Z';

/** Pages of which there is one of a kind: they have no key, and are made in every build. */
export const ALWAYS = [
  ...['', '404', 'about', 'collection', 'data', 'data/files', 'feeds', 'quote', 'search'],
  ...['rss.xml', 'feed.json', 'corrections.xml', 'robots.txt', 'opensearch.xml'],
];

export interface Built extends Ended {
  /** Digests of the site's files. */
  files: Record<string, string>;
  /** Texts and pages that were made anew. */
  texts: string[];
  pages: string[];
}

interface Place {
  project: string;
  site: string;
  cache: string;
}

/** What is in the folder of an archive and all copies of it. */
const placeIn = (home: string): Place => ({
  project: join(home, 'project'),
  site: join(home, 'site'),
  cache: join(home, 'cache'),
});

/** How the first build of the archive ended, and another right after it. */
export interface FirstBuilds {
  first: Built;
  again: Built;
}

/** The archive, its site, its cache and how these were built; made once for all test files. */
async function builtArchive(): Promise<string> {
  const code = createHash('sha256').update(JSON.stringify([RECORDED, UNRECORDED, process.version]));
  for (const folder of ['src', 'public']) code.update(JSON.stringify(await digests(folder)));
  code.update(await readFile('package-lock.json'));
  return sharedFolder(`incremental-${code.digest('hex').slice(0, 16)}`, async (home) => {
    // Not in the shared folder: Node runs no TypeScript below node_modules.
    const workshop = await mkdtemp(join(tmpdir(), 'on-the-record-'));
    try {
      const { project } = placeIn(workshop);
      const content = join(project, 'content');
      await copyProject(project);
      await writeFiles(content, RECORDED);
      const recorded = await runCommand('record', [], { CONTENT_DIR: 'content' }, project);
      assert.equal(recorded.status, 0, recorded.stderr);
      await writeFiles(content, UNRECORDED);
      const place = { ...placeIn(home), project };
      const first = await build(place);
      const builds: FirstBuilds = { first, again: await build(place) };
      await cp(content, join(home, 'content'), { recursive: true });
      await writeFile(join(home, 'builds.json'), JSON.stringify(builds));
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  });
}

export async function firstBuilds(): Promise<FirstBuilds> {
  const text = await readFile(join(await builtArchive(), 'builds.json'), 'utf8');
  return JSON.parse(text) as FirstBuilds;
}

/** The project's code in another place, with the same packages. */
async function copyProject(place: string) {
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(name, join(place, name), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(place, 'node_modules'));
}

interface BuildOptions {
  /** The time at which it is built, as ISO 8601. */
  clock?: string;
  environment?: Record<string, string>;
}

async function build(
  { project, site, cache }: Place,
  { clock = BEFORE, environment = {} }: BuildOptions = {},
): Promise<Built> {
  const ahead = Date.parse(clock) - Date.now();
  const setClock = `const now = Date.now; Date.now = () => now() + ${ahead};`;
  const ended = await runCommand(
    'build',
    [],
    {
      CONTENT_DIR: 'content',
      OUT_DIR: site,
      CACHE_DIR: cache,
      NODE_DEBUG: 'on-the-record',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(setClock)}`,
      NODE_V8_COVERAGE: '', // a copy of the code is run, which nobody measures
      ...environment,
    },
    project,
  );
  assert.equal(ended.status, 0, ended.stderr);
  const made = (what: string) => {
    const lines = ended.stderr.matchAll(new RegExp(`^ON-THE-RECORD \\d+: ${what} (.*)$`, 'gm'));
    const paths = [...lines].map(([, path = '']) => path.replace(/^releases\/(.*)\.md$|^\//, '$1'));
    return [...new Set(paths)].sort();
  };
  return { ...ended, files: await digests(site), texts: made('text'), pages: made('page') };
}

/** A copy of the archive, the code, the site and the cache, which a test may change. */
export class Copy {
  readonly #home: string;
  readonly place: Place;

  private constructor(home: string) {
    this.#home = home;
    this.place = placeIn(home);
  }

  static async of(t: TestContext): Promise<Copy> {
    const home = await mkdtemp(join(tmpdir(), 'on-the-record-'));
    t.after(() => rm(home, { recursive: true, force: true }));
    const copy = new Copy(home);
    const { project, site, cache } = copy.place;
    const built = await builtArchive();
    await copyProject(project);
    await cp(join(built, 'content'), copy.content, { recursive: true });
    await cp(join(built, 'site'), site, { recursive: true });
    await cp(join(built, 'cache'), cache, { recursive: true });
    await copy.#remember();
    return copy;
  }

  /** So that a build takes the copied site for that of its last build, whose files have other inodes. */
  async #remember() {
    const { site, cache } = this.place;
    const file = join(cache, 'last-build.json');
    const { report, foreign } = JSON.parse(await readFile(file, 'utf8')) as {
      report: Parameters<typeof rememberBuild>[2];
      foreign: Parameters<typeof rememberBuild>[3];
    };
    const settings = readSettings({ OUT_DIR: site, CACHE_DIR: cache });
    await rememberBuild(settings, 'made elsewhere', report, foreign);
  }

  get content(): string {
    return join(this.place.project, 'content');
  }

  /** Edits a file of the project. */
  async edit(file: string, change: (text: string) => string): Promise<void> {
    const path = join(this.place.project, file);
    const text = await readFile(path, 'utf8');
    const changed = change(text);
    assert.notEqual(changed, text, file);
    await writeFile(path, changed);
  }

  editRelease(id: string, change: (text: string) => string): Promise<void> {
    return this.edit(`content/releases/${id}.md`, change);
  }

  /** A file of the built site. */
  read(file: string): Promise<string> {
    return readFile(join(this.place.site, file), 'utf8');
  }

  /** Builds from what is cached. */
  build(options?: BuildOptions): Promise<Built> {
    return build(this.place, options);
  }

  /** Builds the archive as it was before all changes, with the same cache, in a folder beside it. */
  async buildUnchanged(): Promise<Built> {
    const project = join(this.#home, 'unchanged');
    await copyProject(project);
    await cp(join(await builtArchive(), 'content'), join(project, 'content'), { recursive: true });
    return build({ ...this.place, project, site: join(this.#home, 'site-unchanged') });
  }

  /**
   * Builds from what is cached, and from nothing in another folder, time zone and locale. Not a byte may
   * differ.
   */
  async bothBuilds({ environment = {}, ...options }: BuildOptions = {}): Promise<Built> {
    const elsewhere = placeIn(join(this.#home, 'elsewhere', 'a-copy'));
    await cp(this.place.project, elsewhere.project, { recursive: true, verbatimSymlinks: true });
    const there = { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };
    const [cached, clean] = await Promise.all([
      this.build({ environment, ...options }),
      build(elsewhere, { environment: { ...there, ...environment }, ...options }),
    ]);
    assert.ok(clean.pages.length > 60 && clean.texts.length >= TEXTS - 1, 'something was cached');
    assert.deepEqual(cached.files, clean.files);
    return cached;
  }
}

/** Checks what was made anew: these, and the pages that always are. */
export function assertMade(built: Built, texts: readonly string[], pages: readonly string[]): void {
  assert.deepEqual(built.texts, [...texts].sort());
  assert.deepEqual(built.pages, [...new Set([...ALWAYS, ...pages])].sort());
}

export const pagesIn = ({ stdout }: Built): number => Number(/, (\d+) pages in /.exec(stdout)?.[1]);
