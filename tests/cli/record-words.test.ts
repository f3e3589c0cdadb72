import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { parseWording } from '../../src/archive/wordings/earlier-wording.ts';
import { digests } from '../support/folder-bytes.ts';
import { commitAll, git } from '../support/git.ts';
import { bridge, fee, ferry, lantern } from '../support/paragraphs.ts';
import {
  fileOf,
  ledgerEntries,
  middaySite,
  RECORDED_ON,
  recordedArchive,
  releasesOf,
  type Texts,
} from '../support/recorded-archive.ts';
import { runHere } from '../support/run-here.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const { site, day } = middaySite();
const WORDS = { 'site.yaml': `${site['site.yaml']}history: words\n` };
const FERRY = '2017-01-01-the-ferry';
const LANTERN = '2018-01-01-the-lantern';
const [ferryId, bridgeId] = [statementId(ferry), statementId(bridge)];
const longer = bridge.replace('March', 'April');
const before: Texts = { [FERRY]: [ferry, bridge, fee], [LANTERN]: [lantern, fee] };

/** An archive that is recorded and committed, and a command on it, with an output folder of its own. */
async function archiveInGit(t: TestContext, files = before) {
  const folder = await tempFolder(t, { ...WORDS, ...recordedArchive(files) });
  await git(folder, 'init', '--quiet');
  await commitAll(folder);
  return { folder, ...commands(folder, await tempFolder(t)) };
}

function commands(folder: string, out: string) {
  const shortened = (text: string) => text.replaceAll(folder, 'content');
  const run = async (command: string, ...args: string[]) => {
    const settings = { CONTENT_DIR: folder, OUT_DIR: join(out, 'site') };
    const { status, stdout, stderr } = await runHere(command, args, settings);
    return { status, stdout: shortened(stdout), stderr: shortened(stderr) };
  };
  return { run, record: (...args: string[]) => run('record', ...args) };
}

async function wordingsOf(folder: string, year: string) {
  const text = await readFile(join(folder, 'history', `${year}.jsonl`), 'utf8');
  return text.trimEnd().split('\n').map(parseWording);
}

const wording = (statement: string, text: string, release = FERRY, since = RECORDED_ON) => ({
  release,
  statement,
  text,
  since,
  until: day,
});

test('with history: words, what a statement said before an edit or its removal is kept', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [longer, fee] }));
  const { status, stdout, stderr } = await record('--json');
  assert.equal(status, 0, stderr);
  assert.deepEqual(JSON.parse(stdout).edited, [bridgeId]); // the contract's object as ever
  const expected = [wording(bridgeId, bridge), wording(ferryId, ferry)];
  assert.deepEqual(
    await wordingsOf(folder, '2017'),
    expected.sort((a, b) => (a.statement < b.statement ? -1 : 1)),
  );
  const changes = (await ledgerEntries(folder)).get(FERRY)?.changes;
  assert.deepEqual(changes?.[0]?.words?.toSorted(), [bridgeId, ferryId].sort());
  const attributes = await readFile(join(folder, 'history', '.gitattributes'), 'utf8');
  assert.match(attributes, /merge=union/);
  assert.equal((await run('check')).status, 0);
  assert.match((await record()).stdout, /nothing to record/);
});

test('a later edit adds the words between', async (t) => {
  const { folder, record } = await archiveInGit(t);
  for (const month of ['April', 'May']) {
    const texts = [ferry, bridge.replace('March', month), fee];
    await writeFiles(folder, releasesOf({ [FERRY]: texts }));
    assert.equal((await record()).status, 0);
    await commitAll(folder);
  }
  assert.deepEqual(
    await wordingsOf(folder, '2017'),
    [wording(bridgeId, longer, FERRY, day), wording(bridgeId, bridge)].sort((a, b) =>
      a.since < b.since ? -1 : 1,
    ),
  );
});

test('without history: words nothing is kept', async (t) => {
  const { folder, record } = await archiveInGit(t);
  await writeFiles(folder, { ...site, ...releasesOf({ [FERRY]: [ferry, longer, fee] }) });
  assert.equal((await record()).status, 0);
  await assert.rejects(readFile(join(folder, 'history', '2017.jsonl')));
  assert.equal((await ledgerEntries(folder)).get(FERRY)?.changes?.[0]?.words, undefined);
});

test('without git, the site as last built has the words', async (t) => {
  const folder = await tempFolder(t, { ...WORDS, ...recordedArchive(before) });
  const { run, record } = commands(folder, await tempFolder(t));
  assert.equal((await run('build')).status, 0);
  await writeFiles(folder, releasesOf({ [FERRY]: [ferry, longer, fee] }));
  const { status, stderr } = await record();
  assert.equal(status, 0, stderr);
  assert.deepEqual(await wordingsOf(folder, '2017'), [wording(bridgeId, bridge)]);
});

test('where nobody knows the words any more, nothing is recorded unless that is asked for', async (t) => {
  const folder = await tempFolder(t, { ...WORDS, ...recordedArchive(before) });
  const { run, record } = commands(folder, await tempFolder(t));
  await writeFiles(folder, releasesOf({ [FERRY]: [ferry, longer, fee] }));
  const bytes = await digests(folder);
  const refused = await record();
  assert.equal(refused.status, 1);
  assert.match(
    refused.stderr,
    new RegExp(`the earlier words of 1 statement \\(${FERRY}#${bridgeId}\\)`),
  );
  assert.match(refused.stderr, /git fetch --unshallow.*--without-words\nNothing was written\./);
  assert.deepEqual(await digests(folder), bytes);
  assert.equal((await record('--without-words')).status, 0);
  assert.deepEqual((await ledgerEntries(folder)).get(FERRY)?.changes, [
    { on: day, edited: [bridgeId] },
  ]);
  assert.equal((await run('check')).status, 0);
});

test('--forget takes earlier words out, and the ledger says so', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [longer, fee] }));
  await record();
  const all = await readFile(join(folder, 'history', '2017.jsonl'), 'utf8');
  const address = `https://press.example.org/releases/2017/01/01/the-ferry/#${ferryId}`;
  const forgotten = await record('--forget', address, 'It named a private person.');
  assert.equal(forgotten.status, 0, forgotten.stderr);
  assert.match(forgotten.stdout, /stay in what git, copies of the site and web archives have/);
  assert.deepEqual(await wordingsOf(folder, '2017'), [wording(bridgeId, bridge)]);
  assert.deepEqual((await ledgerEntries(folder)).get(FERRY)?.changes?.at(-1), {
    on: day,
    forgotten: [ferryId],
    reason: 'It named a private person.',
  });
  assert.equal((await run('check')).status, 0);

  // A merge with an older branch brings the line back.
  await writeFile(join(folder, 'history', '2017.jsonl'), all);
  const { status, stderr } = await run('check');
  assert.equal(status, 0);
  assert.match(stderr, new RegExp(`history has words of ${FERRY}#${ferryId} that were taken out`));
  assert.equal((await record()).status, 0);
  assert.deepEqual(await wordingsOf(folder, '2017'), [wording(bridgeId, bridge)]);
});

test('--forget, with the edit that it is about, never writes the words', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [ferry, longer, fee] }));
  const { status, stderr } = await record('--forget', `${FERRY}#${bridgeId}`, 'A private address.');
  assert.equal(status, 0, stderr);
  await assert.rejects(readFile(join(folder, 'history', '2017.jsonl')));
  assert.deepEqual((await ledgerEntries(folder)).get(FERRY)?.changes, [
    { on: day, edited: [bridgeId] },
    { on: day, forgotten: [bridgeId], reason: 'A private address.' },
  ]);
  assert.equal((await run('check')).status, 0);
});

test('--forget says what is wrong with what it was given', async (t) => {
  const { folder, record } = await archiveInGit(t);
  const bytes = await digests(folder);
  for (const [args, message] of [
    [['the ferry', 'why'], /give a release, # and the id of its statement/],
    [[`${FERRY}#${ferryId}`], /--forget needs a reason/],
    [[`${FERRY}#${ferryId}`, 'why', 'not'], /put it in quotation marks/],
    [[`2017-01-01-no#${ferryId}`, 'why'], /2017-01-01-no is no recorded release/],
    [[`${FERRY}#s-aaaaaaaa`, 'why'], /has no statement s-aaaaaaaa/],
    [[`${FERRY}#${ferryId}`, 'why'], /there are no earlier words of/],
  ] as const) {
    const { status, stderr } = await record('--forget', ...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, message);
  }
  await writeFiles(folder, site);
  const { status, stderr } = await record('--forget', `${FERRY}#${ferryId}`, 'why');
  assert.equal(status, 2);
  assert.match(stderr, /history: in site.yaml is not words/);
  await writeFiles(folder, WORDS);
  assert.deepEqual(await digests(folder), bytes);
});

test('a line that is lost, damaged or elsewhere is an error that says what to do', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [longer, fee] }));
  await record();
  await commitAll(folder);
  const file = join(folder, 'history', '2017.jsonl');
  const whole = await readFile(file, 'utf8');
  const [first = ''] = whole.split('\n');

  await writeFile(file, `${first}\n`);
  const lost = await run('check');
  assert.equal(lost.status, 1);
  const missing = first.includes(ferryId) ? bridgeId : ferryId;
  assert.match(lost.stderr, new RegExp(`history has lost earlier words of ${FERRY}#${missing}`));
  const [, command = ''] = /`git (-C content log [^`]*)`/.exec(lost.stderr) ?? [];
  const shown = await git(folder, ...command.split(' ').slice(2));
  assert.ok(shown.includes(whole.replace(`${first}\n`, '').trimEnd()), shown);
  assert.equal((await record()).status, 1);
  assert.equal((await record('--forget', `${FERRY}#${missing}`, 'Lost in a fire.')).status, 0);
  assert.equal((await run('check')).status, 0);

  await git(folder, 'checkout', '--quiet', 'HEAD', '--', '.');
  await writeFile(file, whole.slice(0, -20));
  assert.match((await run('check')).stderr, /2017\.jsonl:2: history is cut short/);
  await writeFile(file, `${whole}${whole}`); // as git joins two sides
  assert.equal((await run('check')).status, 0);
  await rename(file, join(folder, 'history', '2018.jsonl'));
  assert.match(
    (await run('check')).stderr,
    /has words of 2017-01-01-the-ferry, which belong elsewhere/,
  );
});

test('earlier words follow a release that gets another name', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [ferry, longer, fee] }));
  await record();
  await commitAll(folder);
  const other = '2016-12-31-the-ferry';
  await writeFiles(folder, releasesOf({ [other]: [ferry, longer, fee] }));
  await rm(join(folder, fileOf(FERRY)));
  const { status, stderr } = await record('--aliases');
  assert.equal(status, 0, stderr);
  assert.deepEqual(await wordingsOf(folder, '2016'), [wording(bridgeId, bridge, other)]);
  await assert.rejects(readFile(join(folder, 'history', '2017.jsonl')));
  assert.equal((await run('check')).status, 0);
});

test('two people who record edits of different releases never meet a conflict', async (t) => {
  const LATER = '2017-02-01-the-lantern';
  const { folder, run, record } = await archiveInGit(t, {
    [FERRY]: [ferry, bridge, fee],
    [LATER]: [lantern, fee],
  });
  const edit = async (texts: Texts) => {
    await writeFiles(folder, releasesOf(texts));
    assert.equal((await record()).status, 0);
    await commitAll(folder);
  };
  await git(folder, 'checkout', '--quiet', '-b', 'theirs');
  await edit({ [LATER]: [`${lantern} It is red.`, fee] });
  await git(folder, 'checkout', '--quiet', 'main');
  await edit({ [FERRY]: [ferry, longer, fee] });
  await git(folder, 'merge', '--quiet', '--no-edit', 'theirs');
  assert.equal((await run('check')).status, 0);
  const releases = (await wordingsOf(folder, '2017')).map((one) => 'release' in one && one.release);
  assert.deepEqual(releases.sort(), [FERRY, LATER]);
});

test('a folder of earlier words that are not published draws a warning', async (t) => {
  const { folder, run, record } = await archiveInGit(t);
  await writeFiles(folder, releasesOf({ [FERRY]: [ferry, longer, fee] }));
  await record();
  await writeFiles(folder, site);
  const { status, stderr } = await run('check');
  assert.equal(status, 0);
  assert.match(stderr, /has earlier wordings, which are not published: history: in site.yaml/);
});
