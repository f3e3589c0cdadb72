import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadArchive } from '../../../src/load/load-archive.ts';
import type { SearchCatalogue } from '../../../src/search/catalogue.ts';
import { buildIndex } from '../../../src/search/index/build-index.ts';
import { WordCounter } from '../../../src/search/index/word-counter.ts';
import { foldText } from '../../../src/search/fold-text.ts';
import { decodeVocabulary, encodeVocabulary } from '../../../src/search/vocabulary.ts';
import { testIndexer } from '../../support/test-indexer.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function count(...releases: string[]) {
  const counter = new WordCounter();
  for (const html of releases) counter.add(html);
  return counter;
}

test('a word is counted once a release, without case and accents', () => {
  const counter = count(
    '<h1>Library</h1><p>The LIBRARY, and the bolígrafo.</p>',
    '<p>A library; two boligrafo&#x2014;pens.</p>',
    '<p>Library</p>',
  );
  assert.deepEqual(
    [...counter.vocabulary()],
    [
      ['library', 3],
      ['boligrafo', 2],
    ],
  );
});

test('what is no word is left out: markup, what has digits, what is short, what is in one release', () => {
  const html =
    '<p class="paragraph" title="more > words">for R2D2droid &nbsp; 2017 &amp; under</p>';
  assert.deepEqual([...count(html, html).vocabulary().keys()], ['under']);
  assert.deepEqual([...count('<p>once only</p>', '<p>other words</p>').vocabulary()], []);
  const long = 'a'.repeat(31);
  assert.equal(count(long, long).vocabulary().size, 0);
});

test('the most frequent words come first, and no more than asked for', () => {
  const counter = count('beta alpha gamma', 'beta alpha gamma', 'gamma', 'rare');
  assert.deepEqual([...counter.vocabulary().keys()], ['gamma', 'alpha', 'beta']);
  assert.deepEqual([...counter.vocabulary(2).keys()], ['gamma', 'alpha']);
});

test('a vocabulary is read as it was written', () => {
  for (const vocabulary of [
    new Map<string, number>(),
    new Map([['library', 2]]),
    new Map([
      ['gamma', 812],
      ['alpha', 3],
      ['nguoi', 3],
      ['図書館の本', 2],
    ]),
  ]) {
    assert.deepEqual([...decodeVocabulary(encodeVocabulary(vocabulary))], [...vocabulary]);
  }
});

test('compounds are known by the word without their hyphens, the first in the alphabet', () => {
  const counter = count(
    '<p>health-care, e-mail; State-of-the-Art 1990-era</p>',
    '<p>heal-thcare</p>',
  );
  const other = count('<p>heal-thcare Wal-Mart’s</p>');
  counter.addAll(other.counts());
  assert.deepEqual(
    [...counter.summary().compounds],
    [
      ['healthcare', 'heal-thcare'],
      ['stateoftheart', 'state-of-the-art'],
      ['walmart', 'wal-mart'],
    ],
  );
});

test('a word is also two words side by side, whose halves are rare enough not to meet by chance', () => {
  const shard = count(
    '<p>Tide mill, bell\nhouse; quay. Side and in to bread fruit</p>',
    '<p>A tidemill, a bellhouse, a quayside, into notable news.</p>',
    '<p>Not able to, not so, not to be or not</p>',
    '<p>Not here, and not there</p>',
    '<p>It is not</p>',
  );
  const later = count(
    '<p>Bread fruit of an inkwell</p>',
    '<p>Breadfruit, tide-mill</p>',
    '<p>Not</p>',
  );
  shard.addAll(later.counts());
  assert.deepEqual([...shard.summary().compounds].sort(), [
    ['breadfruit', 'bread-fruit'],
    ['tidemill', 'tide-mill'],
  ]);
});

test('letters keep their parts where these are not accents', () => {
  assert.equal(foldText('Người Straße ÉTÉ'), 'nguoi straße ete');
  assert.equal(foldText('한국어'), '한국어');
});

test('the index holds the words of the archive, in a file that the catalogue names', async (t) => {
  const folder = await tempFolder(t);
  const archive = await loadArchive({ contentDir: 'content', base: '/', now: Date.now() });
  const textOf = ({ id }: { id: string }) => archive.bodies.get(id);
  const shardSizes = { max: 12, newest: 1 };
  await buildIndex(archive, { folder, textOf, indexer: await testIndexer(t), shardSizes });
  const text = await readFile(join(folder, 'catalogue.json'), 'utf8');
  const { vocabulary: name } = JSON.parse(text) as SearchCatalogue;
  const vocabulary = decodeVocabulary(gunzipSync(await readFile(join(folder, name))).toString());
  const withWord = archive.releases.filter((release) =>
    /\blibrary\b/i.test(`${release.title} ${release.subtitle ?? ''} ${textOf(release)?.html}`),
  );
  assert.ok(withWord.length > 5);
  assert.equal(vocabulary.get('library'), withWord.length);
  assert.equal(vocabulary.get('naturalization'), undefined); // in one release alone
  for (const markup of ['href', 'pagefind']) assert.ok(!vocabulary.has(markup));
});

test('a word is common that appears very often in the archive, and twice in a release on average', () => {
  const counter = new WordCounter();
  assert.deepEqual(counter.common(), []);
  for (let n = 0; n < 9_000; n++) counter.add('<p>The rule of the law, the ferry, of course</p>');
  assert.deepEqual(counter.common(), ['the']); // "of" appears 18,000 times
  for (let n = 0; n < 1_000; n++) counter.add('<p>The rule of the law, the ferry, of course</p>');
  assert.deepEqual(counter.common(), ['of', 'the']);
});
