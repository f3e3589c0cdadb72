import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadArchive } from '../../src/load/load-archive.ts';
import { statementId } from '../../src/archive/statement-id.ts';
import { boats, choir, lamp, well } from '../support/paragraphs.ts';
import {
  fileOf,
  ledgerEntries,
  recordedArchive,
  releasesOf,
  runOn,
  type Texts,
} from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const [A, B, C] = ['2019-03-01-lamp', '2019-03-02-choir', '2020-01-05-new'] as const;
const before: Texts = { [A]: [lamp, well], [B]: [choir, boats] };

/** Where the ledger has each statement of a release: its own place, or `release#id`. */
async function placesOf(folder: string, release: string): Promise<Record<string, string>> {
  const { statements = [] } = (await ledgerEntries(folder)).get(release) ?? {};
  return Object.fromEntries(
    statements.map(({ id, removed, to }) => [id, to ?? (removed === undefined ? 'here' : 'gone')]),
  );
}

const at = (release: string, words: string) => `${release}#${statementId(words)}`;

test('links follow texts that were exchanged, moved or overwritten to the release that has them', async (t) => {
  const cases: { now: Texts; expected: Record<string, string> }[] = [
    { now: { [A]: [choir, boats], [B]: [lamp, well] }, expected: { [lamp]: B, [well]: B } },
    { now: { [A]: [lamp], [B]: [choir, well, boats] }, expected: { [lamp]: 'here', [well]: B } },
    {
      now: { [A]: ['Pears and quinces were weighed at the autumn market.'], [C]: [lamp, well] },
      expected: { [lamp]: C, [well]: C },
    },
  ];
  for (const { now, expected } of cases) {
    const folder = await tempFolder(t, recordedArchive(before));
    await writeFiles(folder, releasesOf(now));
    const { status, stderr } = await runOn(folder, 'record');
    assert.equal(status, 0, stderr);
    const places = await placesOf(folder, A);
    for (const [words, release] of Object.entries(expected)) {
      const place = release === 'here' ? release : at(release, words);
      assert.equal(places[statementId(words)], place, words);
    }
    const { bodies } = await loadArchive({
      contentDir: folder,
      base: '/archive/',
      now: Date.now(),
    });
    const { html = '' } = bodies.get(A) ?? {};
    for (const [words, release] of Object.entries(expected)) {
      if (release === 'here') continue;
      const [year, month, day, slug] = release.split(/-(?=\D|\d\d)/);
      const href = `href="/archive/releases/${year}/${month}/${day}/${slug}/#${statementId(words)}"`;
      assert.ok(html.includes(href), html);
    }
    assert.match((await runOn(folder, 'record')).stdout, /nothing to record/);
  }
});

test('a phrase that other releases have as well is followed nowhere', async (t) => {
  const phrase = 'Questions are answered at the counter of the invented office.';
  const folder = await tempFolder(
    t,
    recordedArchive({ [A]: [lamp, phrase], [B]: [choir, phrase] }),
  );
  await writeFiles(folder, releasesOf({ [A]: [lamp], [C]: [well, phrase] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.equal((await placesOf(folder, A))[statementId(phrase)], 'gone');
});

test('words that were taken out in an earlier recording are followed to the release that has them later', async (t) => {
  const folder = await tempFolder(t, recordedArchive({ [A]: [lamp, well], [B]: [choir, boats] }));
  await writeFiles(folder, releasesOf({ [A]: [lamp] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.equal((await placesOf(folder, A))[statementId(well)], 'gone');
  await writeFiles(folder, releasesOf({ [B]: [choir, well, boats] }));
  const { bodies } = await loadArchive({ contentDir: folder, base: '/', now: Date.now() });
  const href = `href="/releases/2019/03/02/choir/#${statementId(well)}"`;
  assert.ok(bodies.get(A)?.html.includes(href), 'the page leads there before it is recorded');
  const { status, stderr } = await runOn(folder, 'record');
  assert.equal(status, 0, stderr);
  assert.equal((await placesOf(folder, A))[statementId(well)], at(B, well));
  assert.match((await runOn(folder, 'record')).stdout, /nothing to record/);
  // Back in its own release it is that one's again.
  await writeFiles(folder, releasesOf({ [A]: [lamp, well] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.equal((await placesOf(folder, A))[statementId(well)], 'here');
});

test('words that were taken out of two releases, or are in a third, are followed nowhere', async (t) => {
  const phrase = 'Questions are answered at the counter of the invented office.';
  for (const others of [{ [B]: [choir] }, { [B]: [choir, phrase] }]) {
    const folder = await tempFolder(
      t,
      recordedArchive({ [A]: [lamp, phrase], [B]: [choir, phrase] }),
    );
    await writeFiles(folder, releasesOf({ [A]: [lamp], ...others }));
    assert.equal((await runOn(folder, 'record')).status, 0);
    await writeFiles(folder, releasesOf({ [C]: [boats, phrase] }));
    assert.equal((await runOn(folder, 'record')).status, 0);
    assert.equal((await placesOf(folder, A))[statementId(phrase)], 'gone');
  }
});

test('a name that is used again, or written over, takes no link of the release that had it', async (t) => {
  const folder = await tempFolder(t, recordedArchive(before));
  await rm(join(folder, fileOf(A)));
  assert.equal((await runOn(folder, 'record', '--gone', 'A draft.', A)).status, 0);
  const other = 'The lamp in the reading room was given by the guild of printers.';
  await writeFiles(folder, releasesOf({ [A]: [other] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.deepEqual(await placesOf(folder, A), {
    [statementId(lamp)]: 'gone',
    [statementId(well)]: 'gone',
    [statementId(other)]: 'here',
  });
});

test('of two releases with the same words that were both renamed, each keeps its own links', async (t) => {
  const same = [lamp, well];
  const [one, two] = ['2019-03-01-lamp-in-placeholder', '2019-03-01-lamp-in-sampleton'];
  const folder = await tempFolder(t, recordedArchive({ [one]: same, [two]: same }));
  for (const id of [one, two]) await rm(join(folder, fileOf(id)));
  await writeFiles(folder, releasesOf({ [`${two}-again`]: same, [`${one}-again`]: same }));
  const { stderr } = await runOn(folder, 'record');
  for (const id of [one, two]) assert.ok(stderr.includes(`${id} is now ${id}-again;`), stderr);
});

const grant =
  'The harbor board gave a grant of forty thousand dollars to the ferry, so that its engine can be mended before the winter storms begin.';

test('a paragraph that is edited a little on its way to another release is followed', async (t) => {
  const cases: [now: string, isFollowed: boolean][] = [
    [grant.replace('can be mended', 'is mended').replace('begin', 'set in'), true],
    // Much the same is said of another grant, amount or release each year.
    [grant.replace('forty', 'fifty').replace('the ferry', 'Ferry Two'), false],
    [grant.replace('forty thousand', '50,000'), false],
    [grant.replace('can be mended', 'can not be mended'), false],
    ['The harbor board met, and talked of the winter.', false],
  ];
  for (const [now, isFollowed] of cases) {
    const folder = await tempFolder(t, recordedArchive({ [A]: [lamp, grant, well], [B]: [choir] }));
    await writeFiles(folder, releasesOf({ [A]: [lamp, well], [B]: [choir, now] }));
    assert.equal((await runOn(folder, 'record')).status, 0);
    const place = (await placesOf(folder, A))[statementId(grant)];
    assert.equal(place, isFollowed ? at(B, now) : 'gone', now);
  }
});

test('of two paragraphs that a moved one may have become, none is followed', async (t) => {
  const folder = await tempFolder(t, recordedArchive({ [A]: [lamp, grant], [B]: [choir] }));
  const [one, two] = ['set in', 'start'].map((word) => grant.replace('begin', word));
  await writeFiles(folder, releasesOf({ [A]: [lamp], [B]: [choir, one ?? '', two ?? ''] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.equal((await placesOf(folder, A))[statementId(grant)], 'gone');
});

test('a paragraph that is moved a second time is followed there', async (t) => {
  const folder = await tempFolder(
    t,
    recordedArchive({ [A]: [lamp, well], [B]: [choir], [C]: [boats] }),
  );
  await writeFiles(folder, releasesOf({ [A]: [lamp], [B]: [choir, well] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  await writeFiles(folder, releasesOf({ [B]: [choir], [C]: [boats, well] }));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.equal((await placesOf(folder, A))[statementId(well)], at(B, well));
  assert.equal((await placesOf(folder, B))[statementId(well)], at(C, well));
});

test('where a release is taken out and its text joined to another, its links lead there', async (t) => {
  const folder = await tempFolder(t, recordedArchive(before));
  await rm(join(folder, fileOf(A)));
  await writeFiles(folder, releasesOf({ [B]: [choir, boats, lamp] }));
  const { status, stderr } = await runOn(folder, 'record', '--gone', 'Joined to the choir.', A);
  assert.equal(status, 0, stderr);
  assert.deepEqual(await placesOf(folder, A), {
    [statementId(lamp)]: at(B, lamp),
    [statementId(well)]: 'here', // in the line of a release that is gone
  });
  // It comes back: what it says itself is in its place again.
  await writeFiles(folder, releasesOf(before));
  assert.equal((await runOn(folder, 'record')).status, 0);
  assert.deepEqual(new Set(Object.values(await placesOf(folder, A))), new Set(['here']));
});
