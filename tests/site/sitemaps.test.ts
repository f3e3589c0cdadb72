import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { editedArchive, EDITED, EDITED_ON, GONE } from '../support/edited-archive.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { attribute, builtPages, find } from './built-page.ts';

interface Entry {
  loc: string;
  lastmod?: string;
  'rs:md'?: Record<string, string>;
  'rs:ln'?: Record<string, string>;
}
interface List {
  urlset?: { url: Entry[]; 'rs:md'?: Record<string, string>; 'rs:ln'?: Record<string, string> };
  sitemapindex?: { sitemap: Entry[] };
}

/** The day on which the samples were recorded. */
const RECORDED_ON = '2026-11-24';

let site = '';
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});
const read = async (name: string, folder = site) =>
  parser.parse(await readFile(join(folder, name), 'utf8')) as List;
const entriesOf = async (name: string, folder = site) =>
  (await read(name, folder)).urlset?.url ?? [];

before(async () => {
  site = await builtSite();
});

test('the sitemap has every page that may be found, once, and no other', async () => {
  const entries = await entriesOf('sitemap-1.xml');
  const listed = entries.map(({ loc }) => decodeURI(loc.slice(SITE_URL.length)));
  const pages = await Array.fromAsync(builtPages(site));
  const found = pages.filter(
    ({ tree }) => find(tree, (meta) => attribute(meta, 'name') === 'robots').length === 0,
  );
  assert.deepEqual(listed.toSorted(), found.map(({ path }) => path).toSorted());
  assert.equal(new Set(listed).size, listed.length);
});

test('the index names the sitemaps, and robots.txt the index', async () => {
  const index = (await read('sitemap-index.xml')).sitemapindex?.sitemap ?? [];
  const newest = (await entriesOf('sitemap-1.xml'))
    .map(({ lastmod = '' }) => lastmod)
    .sort()
    .at(-1);
  assert.deepEqual(index, [{ loc: `${SITE_URL}/sitemap-1.xml`, lastmod: newest }]);
  const robots = await readFile(join(site, 'robots.txt'), 'utf8');
  assert.match(robots, /^Sitemap: https:\/\/press\.example\.org\/sitemap-index\.xml$/m);
  assert.doesNotMatch(robots, /Disallow/);
});

test('a page has the day on which it truly changed', async () => {
  const folder = await builtSite({ content: await editedArchive() });
  const entries = await entriesOf('sitemap-1.xml', folder);
  const lastmod = (path: string) => entries.find(({ loc }) => loc === SITE_URL + path)?.lastmod;
  assert.equal(lastmod('/releases/2019/05/14/night-bus-pilot-on-route-zero/'), EDITED_ON);
  assert.equal(lastmod('/releases/2019/05/14/'), EDITED_ON);
  assert.equal(lastmod('/'), EDITED_ON);
  // What was issued, withdrawn and replaced before the archive began came into it on its first day.
  assert.equal(lastmod('/releases/2016/'), RECORDED_ON);
  const withdrawn = '/releases/2021/06/15/harbor-ferry-landing-grant-announced/';
  assert.equal(lastmod(withdrawn), RECORDED_ON);
  assert.equal(lastmod('/about/'), undefined);
});

test('a program finds its way from the well-known address to the lists of ResourceSync', async () => {
  const capabilities: string[] = [];
  let [next] = await entriesOf('.well-known/resourcesync');
  assert.equal(next?.['rs:md']?.['capability'], 'capabilitylist');
  for (next of await entriesOf(next?.loc.slice(SITE_URL.length) ?? '')) {
    const { urlset } = await read(next.loc.slice(SITE_URL.length));
    assert.equal(urlset?.['rs:md']?.['capability'], next['rs:md']?.['capability']);
    assert.deepEqual(urlset?.['rs:ln'], { rel: 'up', href: `${SITE_URL}/capabilitylist.xml` });
    capabilities.push(next['rs:md']?.['capability'] ?? '');
  }
  assert.deepEqual(capabilities, ['resourcelist', 'changelist']);
});

test('the resource list has length and SHA-256 of each release as data, and of each attachment', async () => {
  const entries = await entriesOf('resourcelist.xml');
  assert.ok(entries.length > 34);
  for (const { loc, 'rs:md': md, 'rs:ln': ln } of entries) {
    const bytes = await readFile(join(site, decodeURI(loc.slice(SITE_URL.length))));
    assert.equal(md?.['length'], String(bytes.length));
    assert.equal(md?.['hash'], `sha-256:${createHash('sha256').update(bytes).digest('hex')}`);
    if (loc.endsWith('.json')) assert.equal(ln?.['href'], loc.replace('release.json', ''));
  }
});

test('the change list tells in order what was issued, changed and taken out', async () => {
  const folder = await builtSite({ content: await editedArchive() });
  const { urlset } = await read('changelist.xml', folder);
  const entries = urlset?.url ?? [];
  const times = entries.map((entry) => Date.parse(entry['rs:md']?.['datetime'] ?? ''));
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  const of = (id: string) =>
    entries
      .filter(({ loc }) => loc.includes(id.slice(11)))
      .map((entry) => [entry['rs:md']?.['change'], entry['rs:md']?.['datetime']?.slice(0, 10)]);
  assert.deepEqual(of(EDITED), [
    ['created', RECORDED_ON],
    ['updated', EDITED_ON],
  ]);
  assert.deepEqual(of(GONE), [['deleted', EDITED_ON]]);
  assert.equal(urlset?.['rs:md']?.['from'], entries[0]?.['rs:md']?.['datetime']);
});
