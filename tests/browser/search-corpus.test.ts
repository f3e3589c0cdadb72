import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadArchive } from '../../src/load/load-archive.ts';
import type { Archive } from '../../src/archive/model.ts';
import { drawKnownItems, type KnownItem, Whereabouts } from '../bench/search/known-items.ts';
import { Random } from '../bench/identity/random.ts';
import { readSamples } from '../bench/samples.ts';
import { CORPUS_COUNT, corpusFolder, withoutCorpus as skip } from '../support/corpus.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** The search of an archive of real size, with releases of real offices. */
const site = servedSite(async () => (skip ? {} : { content: await corpusFolder() }));

let archive: Archive;
let items: KnownItem[] = [];
let whereabouts: Whereabouts;
before(async () => {
  if (skip) return;
  const contentDir = await corpusFolder();
  archive = await loadArchive({ contentDir, base: '/', now: Date.now() });
  const samples = await readSamples(contentDir, CORPUS_COUNT);
  items = drawKnownItems(samples, 12, new Random(20));
  whereabouts = new Whereabouts(samples);
});

const place = (address: string) => {
  const { pathname, hash } = new URL(address);
  const [, , year, month, day, slug] = pathname.split('/');
  return `${year}-${month}-${day}-${slug} ${hash.slice(1)}`;
};

test('the words of a statement, in quotation marks, lead to it', { skip }, async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  for (const { queries } of items) {
    await search.submit(queries.quoted);
    const first = await search.hits.first().evaluate((link) => (link as HTMLAnchorElement).href);
    const right = whereabouts.of(queries.run);
    assert.ok(right.has(place(first)), `${queries.quoted} led to ${place(first)}`);
  }
});

test('a hit opens at its statement, in view, with the words marked', { skip }, async (t) => {
  const page = await site.visit(t);
  for (const { queries } of items.slice(0, 3)) {
    const search = await SearchPage.open(page, `?q=${encodeURIComponent(queries.quoted)}`);
    await search.hits.first().click();
    await page.getByRole('article').waitFor();
    const statement = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    const [marked] = await statement.locator('mark').allInnerTexts();
    assert.ok(marked, queries.quoted);
    const { y = -1 } = (await statement.boundingBox()) ?? {};
    assert.ok(y >= 0 && y < 800, `the statement is at ${y}`);
  }
});

test('each office promises as many releases as it finds', { skip }, async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=budget');
  const all = await search.count();
  const promises = await search.promises('Office');
  const total = [...promises.values()].reduce((sum, count) => sum + count, 0);
  assert.equal(total, all);
  const [office = '', promised] = [...promises].sort(([, a], [, b]) => b - a)[0] ?? [];
  await search.choose('Office', office);
  assert.equal(await search.count(), promised);
});

test('days and order are those of the archive', { skip }, async (t) => {
  const search = await SearchPage.open(
    await site.visit(t),
    '?from=2006-03-01&to=2006-03-31&sort=oldest',
  );
  const days = archive.releases.map(({ date }) => date);
  const expected = days.filter((day) => day.startsWith('2006-03')).sort();
  assert.equal(await search.count(), expected.length);
  await search.showAll();
  assert.deepEqual(await search.days(), expected);
});

test('the bars add up to what was found', { skip }, async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=veterans');
  const bars = [...(await search.times()).values()];
  assert.equal(
    bars.reduce((sum, count) => sum + count, 0),
    await search.count(),
  );
});
