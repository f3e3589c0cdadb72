import assert from 'node:assert/strict';
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  type BuildReport,
  fingerprint,
  rememberBuild,
  reportOf,
  upToDateBuild,
} from '../../src/site-output/previous-build.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';

const isUpToDate = async (settings: Settings, now: number) =>
  (await upToDateBuild(settings, await fingerprint(settings), now)) !== undefined;
const NONE = { files: [], folders: [] };
const NOW = Date.parse('2026-01-01T00:00:00Z');

const report = (held: BuildReport['held'], turns: BuildReport['turns'] = []): BuildReport => {
  return { releases: 1, pages: 1, held, warnings: [], turns };
};

/** A content folder, and a site recorded as built from it. */
async function built(t: TestContext, held: BuildReport['held'] = []) {
  const files: Files = { 'content/releases/a.md': 'A', 'site/pagefind/catalogue.json': '{}' };
  const home = await tempFolder(t, files);
  const variables = {
    CONTENT_DIR: join(home, 'content'),
    OUT_DIR: join(home, 'site'),
    CACHE_DIR: join(home, 'cache'),
  };
  const settings = readSettings(variables);
  await rememberBuild(settings, await fingerprint(settings), report(held), NONE);
  return { home, variables, settings };
}

test('a site is up to date as long as nothing has changed', async (t) => {
  const { settings } = await built(t);
  assert.equal(await isUpToDate(settings, NOW), true);
});

test('before the first build nothing is up to date', async (t) => {
  const { home, settings } = await built(t);
  await rm(join(home, 'cache'), { recursive: true });
  assert.equal(await isUpToDate(settings, NOW), false);
});

test('a damaged record of the last build is ignored', async (t) => {
  const { home, settings } = await built(t);
  await writeFiles(home, { 'cache/last-build.json': '{"half":' });
  assert.equal(await isUpToDate(settings, NOW), false);
});

test('a site that is gone is not up to date', async (t) => {
  const { home, settings } = await built(t);
  await rm(join(home, 'site', 'pagefind'), { recursive: true });
  assert.equal(await isUpToDate(settings, NOW), false);
});

test('a site in which something was changed, added or deleted is not up to date', async (t) => {
  const changes: ((home: string) => Promise<void>)[] = [
    (home) => writeFiles(home, { 'site/pagefind/catalogue.json': '{ }' }),
    (home) => writeFiles(home, { 'site/index.html': 'A' }),
    (home) => utimes(join(home, 'site/pagefind/catalogue.json'), 1, 1),
  ];
  for (const change of changes) {
    const { home, settings } = await built(t);
    await change(home);
    assert.equal(await isUpToDate(settings, NOW), false, String(change));
  }
});

test('what the last build reported is reported again', async (t) => {
  const { settings } = await built(t, [{ id: 'a', until: '2999-01-01T00:00:00Z' }]);
  const repeated = await upToDateBuild(settings, await fingerprint(settings), NOW);
  assert.deepEqual(repeated, report([{ id: 'a', until: '2999-01-01T00:00:00Z' }]));
});

test('a file that is written, added, removed or touched requires a build', async (t) => {
  const changes: ((home: string) => Promise<void>)[] = [
    (home) => writeFiles(home, { 'content/releases/a.md': 'B' }),
    (home) => writeFiles(home, { 'content/releases/b.md': 'A' }),
    (home) => rm(join(home, 'content/releases/a.md')),
    (home) => utimes(join(home, 'content/releases/a.md'), 1, 1),
    (home) => writeFiles(home, { 'content/media/a': { link: 'nowhere' } }),
  ];
  for (const change of changes) {
    const { home, settings } = await built(t);
    await change(home);
    assert.equal(await isUpToDate(settings, NOW), false, String(change));
  }
});

test('other settings require a build; another port does not', async (t) => {
  const { variables } = await built(t);
  const isUpToDateWith = (more: Record<string, string>) =>
    isUpToDate(readSettings({ ...variables, ...more }), NOW);
  assert.equal(await isUpToDateWith({ BASE_PATH: '/a/' }), false);
  assert.equal(await isUpToDateWith({ SITE_URL: 'https://example.org' }), false);
  assert.equal(await isUpToDateWith({ OUT_DIR: `${variables.OUT_DIR}-2` }), false);
  assert.equal(await isUpToDateWith({ PORT: '8080' }), true);
});

test('an embargo that ends requires a build', async (t) => {
  const held = ['2026-01-03T00:00:00Z', '2026-01-02T00:00:00+01:00'].map((until) => {
    return { id: 'a', until };
  });
  const { settings } = await built(t, held);
  const first = Date.parse('2026-01-01T23:00:00Z');
  assert.equal(await isUpToDate(settings, first - 1), true);
  assert.equal(await isUpToDate(settings, first), false);
});

test('an office that closes requires a build, on its day in the archive’s own time zone', async (t) => {
  const files: Files = {
    'content/site.yaml': 'timezone: America/Los_Angeles\n',
    'content/offices/a.yaml': 'name: A\nclosed: 2026-01-02\n',
    'content/offices/b.yaml': 'name: B\nclosed: 2025-12-31\n',
    'content/offices/c.yaml': 'name: C\n',
    'content/releases/2020-01-01-a.md': madeRelease({ date: '2020-01-01', office: 'a' }),
  };
  const home = await tempFolder(t, files);
  const settings = readSettings({
    CONTENT_DIR: join(home, 'content'),
    OUT_DIR: join(home, 'site'),
    CACHE_DIR: join(home, 'cache'),
  });
  const { turns } = reportOf(await loadArchive({ ...settings, now: NOW }), 1);
  assert.deepEqual(turns, ['2026-01-02T00:00:00-08:00']);
  await rememberBuild(settings, await fingerprint(settings), report([], turns), NONE);
  const midnight = Date.parse('2026-01-02T08:00:00Z');
  assert.equal(await isUpToDate(settings, midnight - 1), true);
  assert.equal(await isUpToDate(settings, midnight), false);
});

test('a release that comes to count as old requires a build on that day', async (t) => {
  const files: Files = {
    'content/site.yaml': 'timezone: America/Los_Angeles\n',
    'content/releases/2023-12-31-a.md': madeRelease({ date: '2023-12-31', office: 'a' }),
    'content/releases/2024-02-29-b.md': madeRelease({ date: '2024-02-29', office: 'a' }),
    'content/releases/2024-03-01-c.md': madeRelease({ date: '2024-03-01', office: 'a' }),
  };
  const home = await tempFolder(t, files);
  const settings = readSettings({ CONTENT_DIR: join(home, 'content') });
  const { turns } = reportOf(await loadArchive({ ...settings, now: NOW }), 1);
  assert.deepEqual(turns, ['2026-03-01T00:00:00-08:00']);
});

test('without a content folder there is still a fingerprint: reading it says what is missing', async (t) => {
  const { home, settings } = await built(t);
  await rm(join(home, 'content'), { recursive: true });
  assert.match(await fingerprint(settings), /^[0-9a-f]{64}$/);
});
