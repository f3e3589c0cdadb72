import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readSettings, UsageError } from '../../../src/settings.ts';
import { checkFolders } from '../../../src/site-output/replace/check-folders.ts';
import { filesIn } from '../../support/folder-bytes.ts';
import { type Files, tempFolder } from '../../support/temp-folder.ts';

/** The message of the check; undefined if a build may use the folders. */
function refusal(environment: Record<string, string>): string | undefined {
  try {
    checkFolders(readSettings(environment));
    return undefined;
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
}

const SITE: Files = {
  'site/data/sha256sums.txt': '',
  'site/data/manifest.json': '{"schemaVersion":1,"digest":"sha256:","checksums":"","files":[]}',
  'site/index.html': 'A page',
};

/** An archive, and folders that a build could be pointed at by mistake. */
async function place(t: TestContext, files: Files = {}) {
  const home = await tempFolder(t, {
    'archive/releases/a.md': 'A release',
    'empty/': '',
    ...files,
  });
  const contentDir = join(home, 'archive');
  const outputTo = (path: string) =>
    refusal({ CONTENT_DIR: contentDir, OUT_DIR: resolve(home, path) });
  return { home, contentDir, outputTo };
}

test('a folder that is missing, empty, or has an earlier site may be written to', async (t) => {
  const { outputTo } = await place(t, SITE);
  for (const path of ['missing', 'missing/below/it', 'empty', 'site']) {
    assert.equal(outputTo(path), undefined, path);
  }
  assert.equal(refusal({}), undefined, 'the defaults');
  assert.equal(
    refusal({ OUT_DIR: 'node_modules/.cache/a', CACHE_DIR: 'node_modules/.cache/b' }),
    undefined,
  );
});

test('entries that a system creates in an empty folder are ignored', async (t) => {
  const { outputTo } = await place(t, { 'disk/lost+found/': '', 'seen/.DS_Store': '' });
  assert.equal(outputTo('disk'), undefined);
  assert.equal(outputTo('seen'), undefined);
});

test('a folder with files that no build wrote is refused, whatever they are', async (t) => {
  const kinds: Record<string, Files> = {
    'a home folder': { 'x/.bashrc': '', 'x/Documents/letter.txt': 'Dear' },
    'a checkout': { 'x/.git/HEAD': 'ref', 'x/CNAME': 'press.example.org' },
    'another site': { 'x/index.html': 'Hello' },
    'a site with a manifest of its own': { 'x/data/manifest.json': '{"files":[]}' },
    'half of a site': { 'x/data/manifest.json': SITE['site/data/manifest.json'] ?? '' },
    'a list of checksums alone': { 'x/data/sha256sums.txt': '' },
    'one hidden file': { 'x/.keep': '' },
    'an empty folder in it': { 'x/y/': '' },
    'a link that leads nowhere': { 'x/y': { link: 'nowhere' } },
  };
  for (const [kind, files] of Object.entries(kinds)) {
    const { home, outputTo } = await place(t, files);
    const before = await filesIn(home);
    assert.match(
      outputTo('x') ?? kind,
      /it contains files that no build wrote \(.*choose an empty or new folder/,
    );
    assert.deepEqual(await filesIn(home), before, kind);
  }
});

test('the message lists some of the files', async (t) => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => [`x/${name}`, '']);
  const { home, outputTo } = await place(t, Object.fromEntries(names) as Files);
  assert.equal(
    outputTo('x'),
    `OUT_DIR cannot be ${join(home, 'x')}: it contains files that no build wrote (a, b, c, and 2 more); choose an empty or new folder, or move these files away first`,
  );
});

test('a file, a link to one, a device and a socket are refused', async (t) => {
  const { home, outputTo } = await place(t, { 'a.txt': 'words', link: { link: 'a.txt' } });
  assert.match(outputTo('a.txt') ?? '', /it is a file, not a folder/);
  assert.match(outputTo('link') ?? '', /it is a file, not a folder/);
  if (process.platform === 'win32') return;
  assert.match(outputTo('/dev/null') ?? '', /it is a device, not a folder/);
  const server = createServer().listen(join(home, 'socket'));
  await once(server, 'listening');
  assert.match(outputTo('socket') ?? '', /it is a socket, not a folder/);
  server.close();
});

test('a folder below a file is refused, with the name of the file', async (t) => {
  const { home, contentDir, outputTo } = await place(t, {
    'a.txt': 'words',
    link: { link: 'a.txt' },
  });
  const file = join(home, 'a.txt');
  for (const path of ['a.txt/x', 'a.txt/x/y', 'link/x', 'link/x/y']) {
    assert.equal(
      outputTo(path),
      `OUT_DIR cannot be ${join(home, path)}: ${file} is not a folder; choose a folder for the site alone, such as OUT_DIR=dist`,
    );
    assert.equal(
      refusal({ CONTENT_DIR: contentDir, CACHE_DIR: join(home, path) }),
      `CACHE_DIR cannot be ${join(home, path)}: ${file} is not a folder; choose another folder`,
    );
  }
});

test('the root of the disk, the home folder and its parents are refused', async (t) => {
  const { outputTo } = await place(t);
  for (const path of ['/', homedir(), join(homedir(), '..')]) {
    assert.match(
      outputTo(path) ?? path,
      /it (?:contains CONTENT_DIR|contains the program|is your home folder)/,
    );
  }
});

test('the archive is refused from both sides, through links too', async (t) => {
  const { home, contentDir, outputTo } = await place(t, {
    'way-in': { link: 'archive/releases' },
    'way-around': { link: '.' },
    'nowhere-yet': { link: 'archive/dist' },
    'site-in/deep/': '',
  });
  for (const path of ['archive', 'archive/releases', 'archive/dist', 'archive/media/x', 'way-in']) {
    assert.match(outputTo(path) ?? path, /it (?:is|is inside) CONTENT_DIR/);
  }
  for (const path of ['way-in/x', 'way-around/archive', 'nowhere-yet']) {
    assert.match(outputTo(path) ?? path, /it (?:is|is inside) CONTENT_DIR/);
  }
  for (const path of ['.', 'way-around'])
    assert.match(outputTo(path) ?? path, /it contains CONTENT_DIR/);
  const linked = refusal({ CONTENT_DIR: join(home, 'way-around', 'archive'), OUT_DIR: contentDir });
  assert.match(linked ?? '', /it is CONTENT_DIR/);
});

// In a work tree beside the repository `.git` is a file: what is below it is refused like all others.
test('the program is refused, its own sample archive too where another one is built', async (t) => {
  const { outputTo } = await place(t);
  const project = resolve();
  const holds = ['', '..', 'node_modules'];
  const inside = [
    'src',
    'src/pages/x',
    'public',
    'tests/a',
    'content',
    'content/releases',
    '.git',
    '.git/x',
  ];
  for (const path of [...holds, ...inside]) {
    // If the project is in the folder for temporary files, that contains the archive of this test too.
    assert.match(outputTo(join(project, path)) ?? path, /the program|it contains CONTENT_DIR/);
  }
  for (const path of ['dist', 'srcs', 'content-site']) {
    assert.equal(outputTo(join(project, path)), undefined, path);
  }
});

test('the cache is neither the archive nor the site, nor in it', async (t) => {
  const { home } = await place(t, { link: { link: 'archive' } });
  const among = (names: Record<string, string>) =>
    refusal(
      Object.fromEntries(Object.entries(names).map(([name, path]) => [name, join(home, path)])),
    );
  const rest = { CONTENT_DIR: 'archive', OUT_DIR: 'site' };
  assert.match(
    among({ ...rest, CACHE_DIR: 'archive' }) ?? '',
    /CACHE_DIR cannot be .*it is CONTENT_DIR/,
  );
  assert.match(
    among({ ...rest, CACHE_DIR: 'link' }) ?? '',
    /CACHE_DIR cannot be .*it is CONTENT_DIR/,
  );
  assert.match(among({ ...rest, CACHE_DIR: 'site' }) ?? '', /CACHE_DIR cannot be .*it is OUT_DIR/);
  assert.match(
    among({ ...rest, CACHE_DIR: 'site/x' }) ?? '',
    /CACHE_DIR cannot be .*is inside OUT_DIR/,
  );
  assert.equal(among({ ...rest, CACHE_DIR: 'cache' }), undefined);
});

test('paths relative to the project mean the same', async (t) => {
  const { contentDir } = await place(t);
  const message = refusal({ CONTENT_DIR: contentDir, OUT_DIR: relative('', contentDir) });
  assert.match(message ?? '', /it is CONTENT_DIR/);
});

test('a loop of links is refused with a reason', async (t) => {
  const { home } = await place(t, { a: { link: 'b' }, b: { link: 'a' } });
  assert.match(
    refusal({ OUT_DIR: join(home, 'a', 'x') }) ?? '',
    /OUT_DIR cannot be .*its links form a loop/,
  );
});
