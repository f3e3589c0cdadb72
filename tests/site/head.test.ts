import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import sharp from 'sharp';
import { headName } from '../../src/publish/citation/csl-item.ts';
import type { ReleaseRecord } from '../../src/publish/data/release-record.ts';
import { digests } from '../support/folder-bytes.ts';
import { vocabularyProblems } from '../support/schema-org.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { attribute, type BuiltPage, builtPages, find, has, isNamed, textOf } from './built-page.ts';

let site = '';
let others: BuiltPage[] = [];
let releases: { page: BuiltPage; record: ReleaseRecord }[] = [];

before(async () => {
  site = await builtSite();
  const pages = await Array.fromAsync(builtPages(site));
  const isRelease = ({ tree }: BuiltPage) => find(tree, has('dataRelease')).length > 0;
  const withArticle = pages.filter(isRelease);
  others = pages.filter((page) => !isRelease(page));
  releases = await Promise.all(
    withArticle.map(async (page) => {
      const text = await readFile(join(site, page.path, 'release.json'), 'utf8');
      return { page, record: JSON.parse(text) as ReleaseRecord };
    }),
  );
});

/** The contents of all `meta` that have a name or property. */
const metaOf = ({ tree }: BuiltPage, name: string) =>
  find(tree, (one) => one.tagName === 'meta')
    .filter((one) => attribute(one, 'name') === name || attribute(one, 'property') === name)
    .map((one) => attribute(one, 'content'));

const linksOf = ({ tree }: BuiltPage, rel: string) =>
  find(tree, (one) => one.tagName === 'link' && attribute(one, 'rel') === rel).map((one) => ({
    href: attribute(one, 'href'),
    type: attribute(one, 'type'),
  }));

const pathOf = (address: string) => decodeURI(address.slice(SITE_URL.length));

test('reference managers read type, title, day, office and address of a release', () => {
  assert.ok(releases.length > 30);
  for (const { page, record } of releases) {
    const { frontmatter, offices, url, id } = record;
    const meta = (name: string) => metaOf(page, name);
    assert.deepEqual(meta('z:itemType'), ['webpage'], id);
    assert.deepEqual(meta('DC.type'), ['Press release']);
    assert.deepEqual(meta('citation_title'), [frontmatter.title]);
    assert.deepEqual(meta('citation_publication_date'), [frontmatter.date.replaceAll('-', '/')]);
    assert.deepEqual(meta('citation_publisher'), [offices.map(({ name }) => name).join('; ')]);
    for (const name of ['citation_public_url', 'citation_fulltext_html_url', 'DC.identifier'])
      assert.deepEqual(meta(name), [url], name);
    assert.deepEqual(meta('citation_language'), [frontmatter.language ?? 'en']);
    assert.equal(meta('citation_abstract').length, 1);
    assert.deepEqual(
      meta('DC.creator'),
      offices.map(({ name }) => name),
    );
    assert.deepEqual(meta('DC.date'), [frontmatter.date]);
    assert.deepEqual(meta('DCTERMS.issued'), [frontmatter.date]);
    assert.deepEqual(meta('DCTERMS.modified'), [record.modified]);
    assert.ok(
      meta('DC.subject')
        .join()
        .startsWith((frontmatter.topics ?? []).join()),
    );
    assert.match(meta('DCTERMS.bibliographicCitation')[0] ?? '', /, https:\/\//);
  }
});

test('programs that show a link find the picture of a release, and its words', async () => {
  for (const { page, record } of releases) {
    const [address = ''] = metaOf(page, 'og:image');
    assert.equal(address, `${record.url}card.png`);
    const { format, width, height } = await sharp(join(site, pathOf(address))).metadata();
    assert.equal(metaOf(page, 'og:image:type')[0], `image/${format}`);
    assert.deepEqual(
      [...metaOf(page, 'og:image:width'), ...metaOf(page, 'og:image:height')],
      [width, height].map(String),
    );
    assert.ok(metaOf(page, 'og:image:alt')[0]?.includes(record.frontmatter.title));
    assert.deepEqual(metaOf(page, 'twitter:card'), ['summary_large_image']);
  }
  assert.ok(others.length > 0);
  for (const page of others) assert.deepEqual(metaOf(page, 'og:image'), [], page.path);
});

test('what would make another thing of a release is not there', () => {
  for (const { page } of releases) {
    for (const name of ['citation_journal_title', 'citation_technical_report_institution'])
      assert.deepEqual(metaOf(page, name), []);
    assert.deepEqual(metaOf(page, 'og:type'), ['article']);
  }
});

test('authors are the offices, as in the citation files, in the form that leaves an institution whole', () => {
  for (const { page, record } of releases)
    assert.deepEqual(metaOf(page, 'citation_author'), record.csl.author.map(headName), record.id);
  const authors = new Set(releases.flatMap(({ page }) => metaOf(page, 'citation_author')));
  assert.ok(authors.has('Office of Assemblymember Example,'));
});

test('what has become of a release is all that there is as a description, which reference managers read as its status', () => {
  const described = releases.flatMap(({ page, record }) => {
    const { status } = record.csl;
    assert.deepEqual(
      metaOf(page, 'DC.description'),
      status ? [`Status: ${status}`] : [],
      record.id,
    );
    return status ?? [];
  });
  assert.ok(described.length > 1);
});

test('a PDF is named where one is attached, and is one', async () => {
  const named = releases.flatMap(({ page }) => metaOf(page, 'citation_pdf_url'));
  assert.ok(named.length > 0);
  for (const url of named) {
    const bytes = await readFile(join(site, pathOf(url)));
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  }
});

test('links lead from a release to all that describes it and belongs to it, each with its type', () => {
  for (const { page, record } of releases) {
    const rel = (name: string) => linksOf(page, name);
    assert.deepEqual(rel('cite-as'), [{ href: record.url, type: '' }]);
    assert.deepEqual(rel('type'), [{ href: 'https://schema.org/NewsArticle', type: '' }]);
    assert.deepEqual(
      rel('describedby').map(({ href, type }) => [href.slice(record.url.length), type]),
      [
        ['release.json', 'application/json'],
        ['release.csl.json', 'application/vnd.citationstyles.csl+json'],
        ['release.bib', 'application/x-bibtex'],
        ['release.ris', 'application/x-research-info-systems'],
      ],
    );
    const attachments = record.frontmatter.attachments ?? [];
    assert.equal(rel('item').length, attachments.length);
    assert.ok(rel('item').every(({ type }) => /^(?:application\/pdf|image\/png)$/.test(type)));
    assert.deepEqual(rel('collection'), [{ href: `${SITE_URL}/`, type: 'text/html' }]);
    assert.equal(rel('author').length, record.offices.length);
    for (const name of ['describedby', 'item', 'author'])
      for (const { href } of rel(name)) assert.ok(existsSync(join(site, pathOf(href))), href);
  }
});

test('one that corrects another says so in Dublin Core, and so does the other', () => {
  const by = (rel: string) => releases.filter(({ page }) => linksOf(page, rel).length > 0);
  const [later] = by('DCTERMS.replaces');
  const [earlier] = by('DCTERMS.isReplacedBy');
  assert.ok(later && earlier);
  assert.equal(later.record.frontmatter.corrects, earlier.record.id);
  assert.deepEqual(earlier.record.correctedBy, [later.record.id]);
});

/** The blocks of JSON-LD on a page. */
const thingsOf = ({ tree }: BuiltPage) =>
  find(tree, isNamed('script'))
    .filter((script) => attribute(script, 'type') === 'application/ld+json')
    .map((script) => JSON.parse(textOf(script)) as Record<string, unknown>);

test('every block of JSON-LD keeps to the vocabulary of schema.org', () => {
  for (const { page } of releases) {
    const things = thingsOf(page);
    assert.equal(things.length, 1);
    for (const thing of things) {
      assert.equal(thing['@context'], 'https://schema.org');
      assert.deepEqual(vocabularyProblems(thing), [], page.path);
    }
  }
});

test('the check of the vocabulary tells what is wrong', () => {
  const wrong = {
    '@type': 'NewsArticle',
    headlines: 'A',
    author: { '@type': 'Statement' },
    url: 1,
  };
  assert.deepEqual(vocabularyProblems(wrong), [
    'NewsArticle.headlines is not a property of that type',
    'NewsArticle.author cannot be a Statement',
    'NewsArticle.url cannot be 1',
  ]);
  assert.equal(vocabularyProblems({ '@type': 'PressRelease' }).length, 1);
});

test('JSON-LD tells of the office, whom to call, each statement, corrections and files', async () => {
  const sums = await digests(join(site, 'media'));
  for (const { page, record } of releases) {
    const [thing = {}] = thingsOf(page);
    const { frontmatter, url, id } = record;
    assert.deepEqual([thing['@id'], thing['headline']], [url, frontmatter.title]);
    assert.equal(thing['genre'], 'Press release');
    const time = frontmatter.embargo === undefined ? '00:00:00' : '\\d\\d:\\d\\d:\\d\\d';
    assert.match(
      String(thing['datePublished']),
      new RegExp(`^${frontmatter.date}T${time}-0[78]:00$`),
    );
    const [office] = thing['author'] as Record<string, unknown>[];
    assert.equal(office?.['@type'], 'GovernmentOrganization');
    const contacts = office?.['contactPoint'] as Record<string, unknown>[];
    assert.deepEqual(
      contacts.map(({ contactType, name }) => [contactType, name]),
      frontmatter.contact.map(({ name }) => ['press', name]),
    );
    const parts = thing['hasPart'] as Record<string, unknown>[];
    assert.deepEqual(
      parts.map((part) => ({ id: part['@id'], text: part['text'] })),
      record.statements.map(({ id: fragment, text }) => ({ id: `${url}#${fragment}`, text })),
    );
    const corrections = (thing['correction'] ?? []) as Record<string, unknown>[];
    assert.deepEqual(
      corrections.map(({ text, datePublished }) => ({ note: text, date: datePublished })),
      (frontmatter.corrections ?? []).map(({ note, date }) => ({ note, date })),
    );
    const media = (thing['associatedMedia'] ?? []) as Record<string, unknown>[];
    assert.equal(media.length, frontmatter.attachments?.length ?? 0);
    for (const { contentUrl, sha256 } of media)
      assert.equal(sha256, sums[pathOf(String(contentUrl)).slice('/media/'.length)], id);
    assert.equal(thing['creativeWorkStatus'], frontmatter.withdrawn && 'Withdrawn');
  }
});
