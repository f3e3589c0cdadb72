import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { LANGUAGES, wordsFor } from '../../src/words/languages.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';

const OLD = 'releases/2009/05/04/old/';
const ALTERED = 'releases/2009/05/05/altered/';
const NEW = 'releases/2024/03/05/new/';
const releases = {
  'releases/2009-05-04-old.md': madeRelease({ date: '2009-05-04' }),
  'releases/2009-05-05-altered.md': madeRelease({
    date: '2009-05-05',
    corrections: '[{ date: 2021-01-02, note: A digit. }]',
  }),
  'releases/2024-03-05-new.md': madeRelease({ date: '2024-03-05' }),
};

const archiveWith = (fields: string) =>
  sharedArchive({ 'site.yaml': `title: Sample Senate Press\n${fields}\n`, ...releases });

let [site, plain] = ['', ''];
before(async () => {
  const fields = [
    'archived_before: 2020-01-01',
    'accessibility: { contact: [access@example.org, "tel:+1-916-555-0123"] }',
  ];
  site = await builtSite({ content: await archiveWith(fields.join('\n')) });
  plain = await builtSite({ content: await archiveWith('') });
});
const read = (folder: string, path: string) => readFile(join(folder, path, 'index.html'), 'utf8');

test('the page of an archived release says so, in the words of the law; others do not', async () => {
  const old = await read(site, OLD);
  assert.match(old, /<div class="notice" data-notice="archived"/);
  assert.match(old, /issued before <time datetime="2020-01-01">January 1, 2020<\/time>/);
  assert.match(old, /reference, research and recordkeeping only/);
  for (const page of [ALTERED, NEW])
    assert.doesNotMatch(await read(site, page), /notice="archived/);
});

test('lists mark archived releases, and those of a past period say what that means', async () => {
  const flags = (html: string) => html.split('class="flag archived"').length - 1;
  for (const list of ['', 'releases/', 'offices/north/', 'releases/2009/', 'releases/2009/05/']) {
    assert.equal(flags(await read(site, list)), 1, list);
  }
  for (const period of ['releases/2009/', 'releases/2009/05/', 'releases/2009/05/04/']) {
    assert.match(await read(site, period), /data-notice="archived"/, period);
  }
  for (const list of ['releases/', 'releases/2024/']) {
    assert.doesNotMatch(await read(site, list), /data-notice="archived"/, list);
  }
});

test('every page offers other formats, with whom to ask', async () => {
  for (const page of ['', 'releases/', OLD, NEW, 'search/', 'about/', 'quote/', 'data/']) {
    const html = await read(site, page);
    assert.match(html, /<a href="mailto:access@example\.org">access@example\.org<\/a>/, page);
    assert.match(html, /<a href="tel:\+1-916-555-0123">\+1-916-555-0123<\/a>/, page);
  }
});

test('an archive without these settings says nothing of them', async () => {
  for (const page of ['', 'releases/2009/', OLD]) {
    assert.doesNotMatch(await read(plain, page), /archived"|other-format/, page);
  }
});

test('each language says whom to ask, and since when a release is archived', () => {
  for (const language of Object.keys(LANGUAGES)) {
    const { archived, page } = wordsFor(language);
    for (const text of [archived.release, archived.area]) assert.match(text, /\{day\}/, language);
    assert.match(page.otherFormat, /\{contact\}/, language);
  }
});
