import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type Axe from 'axe-core';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const remarks = (search: SearchPage) => search.main.locator('.remarks p').allInnerTexts();
const offers = (search: SearchPage) => search.main.locator('.offers li').allInnerTexts();

test('a word that no release has is said, and the other words are offered, not answered', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=gerbarium+library');
  assert.equal(await search.status.innerText(), 'No releases found');
  assert.deepEqual(await remarks(search), ['No release has “gerbarium”.']);
  assert.deepEqual(await offers(search), [
    'Did you mean herbarium library?',
    'Search for fewer words: library',
  ]);
  await search.follow('library');
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=library');
  assert.deepEqual(await remarks(search), []);
});

test('words that begin with what is being typed are found and said, until it is complete', async (t) => {
  const search = await SearchPage.open(await site.visit(t));
  await search.type('naturalizat');
  assert.ok((await search.count()) > 0);
  assert.deepEqual(await remarks(search), [
    'Words that begin with “naturalizat” are searched for.',
  ]);
  await search.submit('naturalizat');
  assert.equal(await search.count(), 0);
  assert.deepEqual(await remarks(search), ['No release has “naturalizat”.']);
  await search.submit('naturalizat*');
  assert.ok((await search.count()) > 0);
});

test('a date in words is offered as a filter of days', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=immigrants+November+22%2C+2017');
  await search.follow('November 22, 2017: immigrants');
  await search.isAnswered();
  assert.equal(search.query.toString(), 'q=immigrants&from=2017-11-22&to=2017-11-22');
  assert.equal(await search.count(), 1);
});

test('a phrase that is nowhere is offered without its quotation marks', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=%22cards+library%22');
  assert.equal(await search.count(), 0);
  const offered = search.main.locator('[data-offer="without marks"] a');
  await search.click(offered);
  await search.isAnswered();
  assert.ok((await search.count()) > 0);
});

test('values of filters come in the order of what the search has, those chosen first', async (t) => {
  const search = await SearchPage.open(await site.visit(t), '?q=bridge');
  const counts = [...(await search.promises('Topic')).values()];
  assert.ok(new Set(counts).size > 1);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => b - a),
  );
  const rare = [...(await search.promises('Topic')).keys()].at(-1) ?? '';
  const chosen = await search.facet('Topic').getByLabel(rare).getAttribute('value');
  const other = await SearchPage.open(search.page, `?q=library&topic=${chosen}`);
  assert.equal([...(await other.promises('Topic')).keys()][0], rare);
});

/** Searches about which much is said, and what must be on the page when all of it is. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'kalra immigra* OR': ['[data-named]', '.remarks p:nth-of-type(3)', '[data-offer=office]'],
  'immigrants November 22, 2017': ['[data-offer=day]'],
  'gerbarium library before:soon year:2018': [
    '.chips li',
    '.remarks p',
    '[data-offer=spelling]',
    '[data-offer="fewer words"]',
    '[data-offer="not narrowed"]',
  ],
  '"herbarium in the library basement"': ['[data-offer="without marks"]', '[data-offer=nearest]'],
};

test('axe finds no barrier in what a search says, by day and night', async (t) => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const page = await site.visit(t);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const [query, parts] of Object.entries(SAID)) {
    const search = await SearchPage.open(page, `?${new URLSearchParams({ q: query })}`);
    for (const part of parts) await search.main.locator(part).first().waitFor();
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe };
        return (await axe.run('main')).violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
        );
      });
      assert.deepEqual(found, [], `${query}, ${colorScheme}`);
    }
  }
});
