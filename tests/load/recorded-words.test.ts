import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { statementId } from '../../src/archive/statement-id.ts';
import { recordedWords } from '../../src/load/recorded-words.ts';
import { commitAll, git } from '../support/git.ts';
import { releasesOf } from '../support/recorded-archive.ts';
import { tempFolder, writeFiles } from '../support/temp-folder.ts';

const id = '2017-11-22-a';
const versions = ['The first words.', 'The *second* words.', 'The third words.'];
const plain = versions.map((text) => text.replaceAll('*', ''));
const FILE = `releases/2017/${id}.md`;

/** A repository with a commit for each version, and the folder of the archive in it. */
async function repository(t: TestContext, name = 'content') {
  const home = await tempFolder(t);
  const folder = join(home, name);
  await git(home, 'init', '--quiet');
  for (const version of versions) {
    await writeFiles(folder, releasesOf({ [id]: [version] }));
    await commitAll(home);
  }
  return { home, folder, file: join(folder, FILE) };
}

/** The words, of those given, that are found again for a file. */
async function find(file: string, words: string[], names = [`${id}.md`]) {
  const found = await recordedWords(file, names, new Set(words.map(statementId)));
  for (const [digest, text] of found) assert.equal(statementId(text), digest);
  return [...found.values()].toSorted();
}

test('words are found in any version that was committed, as the page showed them', async (t) => {
  const { file } = await repository(t);
  assert.deepEqual(await find(file, [...plain, 'Never issued.']), plain);
});

test('words are found under the former name of a release, and in another folder', async (t) => {
  const { home, folder, file } = await repository(t);
  const now = join(folder, 'releases', '2018-01-01-z.md');
  await rename(file, now);
  assert.deepEqual(await find(now, plain, ['2018-01-01-z.md']), []);
  assert.deepEqual(await find(now, plain, ['2018-01-01-z.md', `${id}.md`]), plain);
  await commitAll(home);
  assert.deepEqual(await find(now, plain, ['2018-01-01-z.md', `${id}.md`]), plain);
});

test('a folder whose name has spaces and accents is no hindrance', async (t) => {
  const { file } = await repository(t, 'le répertoire "neuf"');
  assert.deepEqual(await find(file, plain), plain);
});

test('without a repository, or before the first commit, nothing is found', async (t) => {
  const folder = await tempFolder(t, releasesOf({ [id]: plain }));
  assert.deepEqual(await find(join(folder, FILE), plain), []);
  await git(folder, 'init', '--quiet');
  assert.deepEqual(await find(join(folder, FILE), plain), []);
  assert.deepEqual(await find(join(folder, 'nowhere', `${id}.md`), plain), []);
});
