import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { formatEntry } from '../../src/archive/ledger/entry.ts';
import { replaceFiles } from '../../src/files/replace-files.ts';
import { type LoadedArchive, loadArchive } from '../../src/load/load-archive.ts';
import { plannedFiles, planRecording } from '../../src/load/record-ledger.ts';
import { EDITED, editedArchive } from '../support/edited-archive.ts';
import { madeRelease } from '../support/made-release.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const chart = await readFile('content/media/2019/sample-point-tide-gauge-chart.png');

const FILES: Files = {
  'site.yaml': 'title: A site\n',
  'media/chart.png': chart,
  'media/letter.pdf': 'A',
  'releases/2017-10-01-a.md': madeRelease({ date: '2017-10-01' }, '[A](nowhere)'),
  'releases/2017-11-01-a.md': madeRelease({ date: '2017-11-01' }, '![A](/media/chart.png)'),
  'releases/2017-11-02-b.md': madeRelease({ date: '2017-11-02' }, '[B](/media/letter.pdf)'),
  'releases/2017-11-03-c.md': madeRelease({ date: '2017-11-03' }),
};

/** An archive that has been loaded once, and a function that loads it again. */
async function loaded(t: TestContext) {
  const home = await tempFolder(t);
  const [contentDir, cacheDir] = [join(home, 'content'), join(home, 'cache')];
  await writeFiles(contentDir, FILES);
  const load = (more: { base?: string; contentDir?: string } = {}) =>
    loadArchive({ contentDir, cacheDir, base: '/', now: NOW, ...more });
  /** Loads it with what is cached and without: both must be the same. Returns how many were reused. */
  const reusedNow = async (more: { base?: string; contentDir?: string } = {}) => {
    const cached = await load(more);
    const clean = await loadArchive({ contentDir, base: '/', now: NOW, ...more });
    assert.equal(clean.reusedBodies, 0);
    assert.deepEqual(comparable(cached), comparable(clean));
    return cached.reusedBodies;
  };
  assert.equal((await load()).reusedBodies, 0);
  const bundles = async () =>
    (await readdir(join(cacheDir, 'bodies'))).map((name) => join(cacheDir, 'bodies', name));
  return { contentDir, cacheDir, reusedNow, bundles };
}

/** What was loaded, without what differs by design: echoes are a function, so what it finds is compared. */
function comparable({ echoesOf, ...archive }: LoadedArchive) {
  const echoes = archive.releases.map((release) => echoesOf(release));
  return { ...archive, reusedBodies: undefined, echoes };
}

test('what has not changed is reused, warnings and all', async (t) => {
  const { reusedNow } = await loaded(t);
  assert.equal(await reusedNow(), 4);
});

test('an edited release is made again, and no other', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  const edited = madeRelease({ date: '2017-11-03' }, 'Other words.');
  await writeFiles(contentDir, { 'releases/2017-11-03-c.md': edited });
  assert.equal(await reusedNow(), 3);
  assert.equal(await reusedNow(), 4);
});

test('a new release is made, one that is gone leaves nothing behind', async (t) => {
  const { contentDir, reusedNow, bundles } = await loaded(t);
  await writeFiles(contentDir, {
    'releases/2017-11-04-d.md': madeRelease({ date: '2017-11-04' }),
  });
  assert.equal(await reusedNow(), 4);
  await rm(join(contentDir, 'releases', '2017-11-03-c.md'));
  assert.equal(await reusedNow(), 4);
  const bytes = await Promise.all((await bundles()).map((file) => readFile(file)));
  assert.ok(bytes.some((one) => one.includes('2017-11-04-d')));
  assert.ok(!bytes.some((one) => one.includes('2017-11-03-c')));
});

test('a release that shows a picture is made again when its size changes, or it is gone', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  await writeFiles(contentDir, { 'media/other.pdf': 'A', 'media/letter.pdf': 'Longer' });
  assert.equal(await reusedNow(), 4); // a page has the size of a picture, not of a document
  const wider = Buffer.from(chart);
  wider.writeUInt32BE(wider.readUInt32BE(16) + 1, 16);
  await writeFiles(contentDir, { 'media/chart.png': wider });
  assert.equal(await reusedNow(), 3);
  await rm(join(contentDir, 'media', 'letter.pdf'));
  assert.equal(await reusedNow(), 3);
  assert.equal(await reusedNow(), 3); // what has an error is not cached
  await rm(join(contentDir, 'media', 'chart.png'));
  assert.equal(await reusedNow(), 2);
  assert.equal(await reusedNow(), 2);
});

test('other settings make all again, and keep what was there', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  assert.equal(await reusedNow({ base: '/archive/' }), 0);
  await writeFiles(contentDir, { 'site.yaml': 'title: A site\nlanguage: es\n' });
  assert.equal(await reusedNow(), 0);
  await writeFiles(contentDir, { 'site.yaml': 'title: Another title\n' });
  assert.equal(await reusedNow(), 4);
});

test('what is damaged, cut short or taken away is made again', async (t) => {
  const { reusedNow, bundles } = await loaded(t);
  const [first = '', second = ''] = (await bundles()).sort(); // of October and of November
  const bytes = await readFile(first);
  await writeFile(first, bytes.subarray(0, bytes.length / 2));
  assert.equal(await reusedNow(), 3);
  const damaged = await readFile(second);
  damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
  await writeFile(second, damaged);
  assert.equal(await reusedNow(), 3); // the others of the month are whole
  await rm(first);
  assert.equal(await reusedNow(), 3);
});

test('a cache that takes no files keeps none, and nothing is missing', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  const bodies = join(contentDir, '..', 'cache', 'bodies');
  await rm(bodies, { recursive: true });
  await writeFile(bodies, 'A file where a folder is to be.');
  assert.equal(await reusedNow(), 0);
  assert.equal(await reusedNow(), 0);
});

test('two archives side by side do not take each other’s place', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  await cp(contentDir, `${contentDir}-2`, { recursive: true });
  assert.equal(await reusedNow({ contentDir: `${contentDir}-2` }), 0);
  assert.equal(await reusedNow(), 4);
});

test('a change in the ledger makes the release again to which it belongs', async (t) => {
  const { contentDir, reusedNow } = await loaded(t);
  await rm(contentDir, { recursive: true });
  await cp(await editedArchive(), contentDir, { recursive: true });
  await reusedNow();
  const all = await reusedNow();
  const ledger = join(contentDir, 'ledger', `${EDITED.slice(0, 4)}.jsonl`);
  const lines = (await readFile(ledger, 'utf8')).split('\n');
  const own = lines.filter((line) => line.includes(`"${EDITED}"`));
  assert.equal(own.length, 1);
  await writeFile(ledger, [...own, ...lines].join('\n')); // as a merge leaves it
  assert.equal(await reusedNow(), all - 1);
});

test('a first recording leaves what is cached as it is, and a second one makes what it changed', async (t) => {
  const { contentDir, cacheDir, reusedNow } = await loaded(t);
  const record = async (on: string) => {
    const archive = await loadArchive({ contentDir, cacheDir, base: '/', now: NOW });
    const plan = planRecording(archive, { entries: [], reason: '' }, on);
    await replaceFiles(contentDir, await plannedFiles(contentDir, plan, (id) => id));
    return plan.recordings.length;
  };
  assert.equal(await record('2026-01-01'), 4);
  assert.equal(await reusedNow(), 4);
  const c = 'releases/2017-11-03-c.md';
  await writeFiles(contentDir, { [c]: madeRelease({ date: '2017-11-03' }, 'The ferry waits.') });
  assert.equal(await reusedNow(), 3);
  assert.equal(await record('2026-01-02'), 1);
  assert.equal(await reusedNow(), 3); // it says that it was edited
  assert.equal(await reusedNow(), 4);
});

test('a line that begins as the first recording but has less, or another order, is read', async (t) => {
  const { contentDir, cacheDir, reusedNow } = await loaded(t);
  const body = 'The ferry waits.\n\nThe lanterns are lit.';
  const b = 'releases/2017-11-02-b.md';
  await writeFiles(contentDir, { [b]: madeRelease({ date: '2017-11-02' }, body) });
  await reusedNow();
  const archive = await loadArchive({ contentDir, cacheDir, base: '/', now: NOW });
  const plan = planRecording(archive, { entries: [], reason: '' }, '2026-01-01');
  const entry = plan.lines.get('2017-11-02-b');
  assert.ok(entry);
  const first = formatEntry(entry);
  const others = [
    // the shortest first: a line that loses statements is an error
    first.replace(/(\{"id"[^}]*\}),(\{"id"[^}]*\})/, '$1'),
    first.replace(/(\{"id"[^}]*\}),(\{"id"[^}]*\})/, '$2,$1'),
    first.replace('"since"', '"gone":{"on":"2026-01-01","reason":"A draft."},"since"'),
    `${first}\n${first}`,
  ];
  for (const line of others) {
    assert.notEqual(line, first);
    await writeFiles(contentDir, { 'ledger/2017.jsonl': `${line}\n` });
    assert.equal(await reusedNow(), 3, line);
  }
  await writeFiles(contentDir, { 'ledger/2017.jsonl': `${first}\n` });
  await writeFiles(contentDir, { [b]: madeRelease({ date: '2017-11-02' }, `${body} `) });
  await reusedNow();
  assert.equal(await reusedNow(), 4);
});

test('a month that was not touched is read at once, until one of its files, lines or pictures changes', async (t) => {
  const { contentDir, cacheDir, reusedNow, bundles } = await loaded(t);
  const months = async () => (await bundles()).filter((file) => file.endsWith('.month')).sort();
  assert.deepEqual(await months(), []); // the files are too new: their times prove nothing
  await setTimeout(2100);
  await reusedNow();
  const [october = '', november = '', ...others] = await months();
  assert.deepEqual(others, []);
  const c = join(contentDir, 'releases', '2017-11-03-c.md');
  const before = await stat(c);
  const bytes = await readFile(november);
  assert.equal(await reusedNow(), 4);
  assert.deepEqual(await readFile(november), bytes);

  const text = await readFile(c, 'utf8');
  await writeFile(c, text.replace(/\w(?=\W*$)/, 'x')); // as long as before, and of the same time
  await utimes(c, before.atime, before.mtime);
  assert.equal(await reusedNow(), 3);
  await setTimeout(2100);
  assert.equal(await reusedNow(), 4);
  const archive = await loadArchive({ contentDir, cacheDir, base: '/', now: NOW });
  const plan = planRecording(archive, { entries: [], reason: '' }, '2026-01-01');
  await replaceFiles(contentDir, await plannedFiles(contentDir, plan, (id) => id));
  assert.equal(await reusedNow(), 4);
  await rm(join(contentDir, 'ledger'), { recursive: true });
  await rm(join(cacheDir, 'ledger-history'), { recursive: true });
  assert.equal(await reusedNow(), 4);
  await writeFiles(contentDir, { 'media/chart.png': 'No picture any more.' });
  assert.equal(await reusedNow(), 3);

  await writeFile(october, (await readFile(october)).subarray(0, 100));
  await reusedNow();
  const texts = october.replace('.month', '.bundle');
  const damaged = await readFile(texts);
  damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
  await writeFile(texts, damaged);
  assert.equal(await reusedNow(), 3);
});
