import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { loadArchive } from '../../src/load/load-archive.ts';
import { inShort, madeRelease } from '../support/made-release.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');

async function load(t: TestContext, files: Files, now = NOW) {
  const contentDir = await tempFolder(t, files);
  return { contentDir, ...(await loadArchive({ contentDir, base: '/archive/', now })) };
}

test('an archive has its releases, their texts, their issuers and the site', async (t) => {
  const { errors, warnings, ...archive } = await load(t, {
    'site.yaml': 'title: A site\nlanguage: es\n',
    'offices/north.yaml': 'name: The North\ncaucuses: api\n',
    'caucuses/api.yaml': 'name: API\n',
    'releases/2017/2017-11-22-a.md': madeRelease({ caucus: 'api' }, '[One](/offices/north/).'),
    'releases/2017-11-23-b.md': madeRelease({ date: '2017-11-23', dateline: 'SALEM' }, 'SALEM – B'),
  });
  assert.deepEqual([errors, warnings], [[], []]);
  assert.deepEqual(
    archive.releases.map(({ id }) => id),
    ['2017-11-23-b', '2017-11-22-a'],
  );
  assert.equal(archive.site.title, 'A site');
  assert.equal(archive.offices.get('north')?.name, 'The North');
  assert.equal(archive.caucuses.get('api')?.name, 'API');
  const [a, b] = ['2017-11-22-a', '2017-11-23-b'].map((id) => archive.bodies.get(id));
  assert.match(a?.html ?? '', /<a href="\/archive\/offices\/north\/">One<\/a>/);
  assert.deepEqual([a?.hasDateline, b?.hasDateline], [false, true]);
  assert.equal(a?.excerpt, 'One.');
});

test('only the files that published releases show or name are published', async (t) => {
  const attachments = '{ file: named.pdf, title: A }';
  const embargo = '2027-01-01T00:00:00Z';
  const secret = '[A](/media/secret.pdf) and [B](/media/both.pdf)';
  const { errors, media } = await load(t, {
    'media/named.pdf': 'A',
    'media/shown.png': chart,
    'media/both.pdf': 'A',
    'media/secret.pdf': 'A',
    'media/draft.docx': 'A',
    'releases/2017-11-22-a.md': madeRelease(
      { attachments },
      '![A](/media/shown.png)\n\n[B](/media/both.pdf#page=2)',
    ),
    'releases/2017-11-22-b.md': madeRelease({ embargo, attachments }, secret),
  });
  assert.deepEqual(errors, []);
  assert.deepEqual([...media.keys()].sort(), ['both.pdf', 'named.pdf', 'shown.png']);
});

test('a picture is measured, so that its page keeps the place free', async (t) => {
  const { errors, media, bodies } = await load(t, {
    'media/chart.png': chart,
    'media/broken.png': 'This is no picture.',
    'releases/2017-11-22-a.md': madeRelease({}, '![A](/media/chart.png) ![B](/media/broken.png)'),
  });
  assert.deepEqual(errors, []);
  const { width = 0, height = 0 } = media.get('chart.png')?.size ?? {};
  assert.ok(width > 0 && height > 0);
  assert.equal(media.get('chart.png')?.bytes, chart.length);
  assert.equal(media.get('broken.png')?.size, undefined);
  const { html = '' } = bodies.get('2017-11-22-a') ?? {};
  assert.match(html, new RegExp(`alt="A" width="${width}" height="${height}"`));
});

test('a release under embargo is in nothing but the list of those, until its instant', async (t) => {
  const files = {
    'releases/2017-11-22-secret.md': madeRelease(
      { embargo: '2026-01-01T00:00:01Z', topics: 'Secret' },
      'A secret word.',
    ),
    'releases/2017-11-21-open.md': madeRelease({
      date: '2017-11-21',
      related: '2017-11-22-secret',
    }),
  };
  const { contentDir, held, ...before } = await load(t, files);
  assert.deepEqual(before.errors, []);
  assert.deepEqual(held, [{ id: '2017-11-22-secret', until: '2026-01-01T00:00:01Z' }]);
  const maps = [before.byId, before.bodies, before.media].map((map) => [...map]);
  assert.doesNotMatch(JSON.stringify([before.releases, maps, before.warnings]), /secret/i);

  const after = await loadArchive({ contentDir, base: '/', now: NOW + 1000 });
  assert.deepEqual([after.releases.length, after.bodies.size, after.held], [2, 2, []]);
});

test('a link to a page that this site has not is reported; the words stay as issued', async (t) => {
  const embargo = '2027-01-01T00:00:00Z';
  const body = [
    '[a](/releases/2017/11/22/a/) [b](/news/old/) [c](/topics/water/) [d](/search/?q=x)',
    '[e](/rss.xml) [f](/data/) [g](/releases/2017/) [h](/offices/north/#a)',
    '',
    '[i](/releases/2017/11/23/secret/) [j](/about) [k](/releases/2018/)',
  ].join('\n');
  const { errors, warnings } = await load(t, {
    'releases/2017-11-22-a.md': madeRelease({ aliases: '/news/old/', topics: 'Water' }, body),
    'releases/2017-11-23-secret.md': madeRelease({ date: '2017-11-23', embargo }),
  });
  assert.deepEqual(errors, []);
  const hint = 'link to a page of this site with a / at its end, or give a whole address';
  assert.deepEqual(
    warnings.map(inShort),
    ['/releases/2017/11/23/secret/', '/about', '/releases/2018/'].map(
      (path) => `13: body links to ${path}, but this site has no such page; ${hint}`,
    ),
  );
});

test('what is wrong is reported in the order of files and lines', async (t) => {
  const { contentDir, errors } = await load(t, {
    'site.yaml': 'nope: A\n',
    'offices/north.yaml': 'nope: A\nname: B\n',
    'offices/old/north.yaml': 'name: B\n',
    'releases/2017-11-22-b.md': madeRelease({ nope: 'A', office: 'north' }, '<font>A</font>'),
    'releases/2017-11-22-a.md': madeRelease({ office: 'nroth' }, '<font>A</font>'),
  });
  assert.deepEqual(
    errors.map(({ file, line }) => `${file.slice(contentDir.length + 1)}:${line}`),
    [
      'offices/north.yaml:1',
      'offices/old/north.yaml:1',
      'releases/2017-11-22-a.md:4',
      'releases/2017-11-22-a.md:8',
      'releases/2017-11-22-b.md:6',
      'releases/2017-11-22-b.md:9',
      'site.yaml:1',
    ],
  );
  const message = 'has the name north, which another file has too';
  assert.equal(errors[1]?.message, message);
});

test('reading tells how far it has come', async (t) => {
  const ids = Array.from({ length: 120 }, (_, n) => `2017-11-22-a-${n}`);
  const contentDir = await tempFolder(
    t,
    Object.fromEntries(ids.map((id) => [`releases/${id}.md`, madeRelease()])),
  );
  const steps: [number, number][] = [];
  const onProgress = (done: number, total: number) => void steps.push([done, total]);
  const { releases } = await loadArchive({ contentDir, base: '/', now: NOW, onProgress });
  assert.equal(releases.length, 120);
  assert.deepEqual(steps.at(-1), [120, 120]);
  assert.deepEqual(
    steps,
    steps.toSorted(([a], [b]) => a - b),
  );
});

test('a release under embargo may name no active file either', async (t) => {
  const attachments = '{ file: plan.dwg, title: A }';
  const { errors, contentDir } = await load(t, {
    'media/plan.dwg': 'A',
    'media/other.dwg': 'A',
    'releases/2017-11-22-b.md': madeRelease({ embargo: '2027-01-01T00:00:00Z', attachments }),
  });
  assert.deepEqual(
    errors.map(({ file }) => file),
    [`${contentDir}/media/plan.dwg`],
  );
});
