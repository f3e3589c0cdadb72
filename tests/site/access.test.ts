import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, test } from 'node:test';
import { siteSchema } from '../../src/archive/site.ts';
import { accessStatement } from '../../src/load/access-statement.ts';
import { loadArchive } from '../../src/load/load-archive.ts';
import { countBarriers, countUntagged } from '../../src/load/access-counts.ts';
import { openPdfReader } from '../../src/load/pdf-access.ts';
import { LANGUAGES, wordsFor } from '../../src/words/languages.ts';
import { madePdf } from '../support/made-pdf.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';
import { builtPages } from './built-page.ts';
import { validator } from './validity.ts';
import { builtSite } from '../support/site.ts';

const OLD = 'releases/2009/05/04/old/';
const ALTERED = 'releases/2009/05/05/altered/';
const NEW = 'releases/2024/03/05/new/';
const releases = {
  'releases/2009-05-04-old.md': madeRelease({ date: '2009-05-04' }, 'Click [here](/about/).'),
  'releases/2009-05-05-altered.md': madeRelease({
    date: '2009-05-05',
    corrections: '[{ date: 2021-01-02, note: A digit. }]',
  }),
  'releases/2024-03-05-new.md': madeRelease(
    {
      date: '2024-03-05',
      attachments: '[{ file: plain.pdf, title: A letter }, { file: tagged.pdf, title: The same }]',
    },
    'Read it [here](/about/).',
  ),
  'media/plain.pdf': madePdf(),
  'media/tagged.pdf': madePdf({ isTagged: true }),
};

const archiveWith = (fields: string, more: Files = {}) =>
  sharedArchive({ 'site.yaml': `title: Sample Senate Press\n${fields}\n`, ...releases, ...more });
const CONTACT = 'accessibility: { contact: [access@example.org, "tel:+1-916-555-0123"] }';

let [site, plain] = ['', ''];
before(async () => {
  const fields = ['archived_before: 2020-01-01', CONTACT];
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

test('the statement says what is true of the archive, is linked on each page, and is valid', async () => {
  const html = await read(site, 'accessibility/');
  assert.match(html, /<h1>Accessibility<\/h1>/);
  assert.match(html, /<li>1 link does not say where it leads\.<\/li>/); // that of the archived one is exempt
  assert.match(html, /There are 2 PDF documents in this archive\. 1 PDF document has no tags/);
  assert.match(html, /issued before January 1, 2020/);
  assert.match(html, /Ask <a href="mailto:access@example\.org">access@example\.org<\/a> and <a/);
  assert.doesNotMatch(html, /last reviewed/);
  for (const page of ['', OLD])
    assert.match(await read(site, page), /href="\/accessibility\/"/, page);
  const listed = await readFile(join(site, 'sitemap-1.xml'), 'utf8');
  assert.match(listed, /\/accessibility\//);
  const validate = await validator();
  for await (const page of builtPages(site)) assert.deepEqual(await validate(page), []);
  await assert.rejects(read(plain, 'accessibility/'), { code: 'ENOENT' });
});

test('a page of the archive’s own is in the place of the statement; a draft of one is not', async () => {
  const own = (fields: string) => ({
    'pages/accessibility.md': `---\ntitle: Access\n${fields}---\n\nOur own words.\n`,
  });
  const loaded = async (more: Files) => {
    const contentDir = await archiveWith(CONTACT, more);
    const { texts, errors } = await loadArchive({ contentDir, base: '/', now: Date.now() });
    assert.deepEqual(errors, []);
    return texts.pages.map(({ title }) => title);
  };
  assert.deepEqual(await loaded(own('')), ['Access']);
  assert.deepEqual(await loaded(own('draft: true\n')), ['Accessibility']);
});

test('each language has the whole statement, and names in it are no markup', () => {
  for (const language of Object.keys(LANGUAGES)) {
    const site = siteSchema.parse({
      ...{ language, publisher: 'Office *of* [Samples]', archived_before: '2027-04-26' },
      accessibility: { contact: ['access@example.org'], reviewed: '2027-05-01' },
    });
    const barriers = { picture: 1, link: 2, table: 1, heading: 5, capitals: 1, recording: 2 };
    const text = accessStatement(site, { pdfs: 3, untagged: 0, barriers });
    assert.equal(text.match(/^- .*\d/gm)?.length, 8, language); // these, PDFs and the day of archived ones
    assert.doesNotMatch(text, /[{}]/, language);
    assert.match(text, /Office \\\*of\\\* \\\[Samples\\\]/, language);
    assert.equal(text.match(/^## /gm)?.length, 4, language);
    assert.ok(text.includes('[access@example.org](<mailto:access@example.org>)'), language);
  }
});

test('which documents have tags is remembered until they change, and a damaged memory is none', async (t) => {
  const folder = await tempFolder(t, { 'a.pdf': madePdf(), 'b.pdf': madePdf({ isTagged: true }) });
  const count = () =>
    countUntagged([join(folder, 'a.pdf'), join(folder, 'b.pdf')], join(folder, 'cache'));
  assert.equal(await count(), 1);
  const memory = join(folder, 'cache', 'pdf-access.json');
  const remembered = await readFile(memory, 'utf8');
  await writeFile(memory, remembered.replace('false', 'true'));
  assert.equal(await count(), 0); // nothing was looked into
  await writeFile(memory, remembered.slice(0, 9));
  assert.equal(await count(), 1);
  await writeFiles(folder, { 'a.pdf': madePdf({ isTagged: true, title: 'Changed' }) });
  assert.equal(await count(), 0);
});

test('barriers in texts are counted, and counted again when a text changes', async (t) => {
  const folder = await tempFolder(t, {
    'a.md': madeRelease({ title: 'Two Pictures' }, '![](/media/a.png) ![b.png](/media/b.png)'),
    'b.md': madeRelease({ title: 'A FERRY FOR THE HARBOR' }, 'Read it [here](/about/).'),
    'page.md': '---\ntitle: Ours\n---\n\nClick [here](/about/).\n',
    'footer.md': 'See [more](/about/).\n',
  });
  const paths = (...names: string[]) => names.map((name) => join(folder, name));
  const texts = { releases: paths('a.md', 'b.md'), own: paths('page.md', 'footer.md') };
  const count = () => countBarriers(texts, join(folder, 'cache'));
  assert.deepEqual(await count(), { picture: 2, link: 3, capitals: 1 });
  await writeFiles(folder, { 'b.md': madeRelease({}, 'Nothing of the kind, and longer words.') });
  assert.deepEqual(await count(), { picture: 2, link: 2 });
});

test('a document that its reader never finishes is given up, and the next one is read', async (t) => {
  const folder = await tempFolder(t, {
    'reader.mjs':
      "export default (file) => file === 'endless' ? new Promise((done) => setInterval(() => {}, 1000)) : { isTagged: true };",
  });
  const filename = pathToFileURL(join(folder, 'reader.mjs')).href;
  await using reader = openPdfReader({ limit: 1000, filename });
  assert.equal(await reader.access('endless'), undefined);
  assert.deepEqual(await reader.access('plain'), { isTagged: true });
});
