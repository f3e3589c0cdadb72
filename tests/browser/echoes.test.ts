import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test, type TestContext } from 'node:test';
import type Axe from 'axe-core';
import { statementId } from '../../src/archive/statement-id.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { ReleasePage } from './pages/release-page.ts';
import { servedSite, type VisitOptions } from './visitors.ts';

const LAMPS = 'The lamps of the north pier are lit tonight, and the keepers thank the whole town.';
const OIL = 'Oil for the lamps comes by boat on the first Monday of each month of the year.';
const ABOUT = 'The Office of the North keeps eleven lamps on two piers of the harbor of Salem.';
const SECRET = 'The lamps of the north pier are lit tonight, and the keepers thank the whole crew.';

const release = (date: string, statements: string[], fields: Record<string, string> = {}) =>
  madeRelease({ date, title: `News of ${date}`, ...fields }, statements.join('\n\n'));

const content = () =>
  sharedArchive({
    'site.yaml': 'title: Made for a test\nboilerplate: 3\n',
    'offices/north.yaml': 'name: Office of the North\n',
    'offices/south.yaml': 'name: Office of the South\n',
    'releases/2017-01-01-a.md': release('2017-01-01', [LAMPS, OIL, ABOUT], { office: 'south' }),
    'releases/2017-01-02-b.md': release('2017-01-02', [LAMPS, OIL, ABOUT]),
    'releases/2017-01-03-c.md': release('2017-01-03', [
      'Words of the third.',
      LAMPS.replace('tonight', 'again'),
      ABOUT,
    ]),
    'releases/2017-01-04-d.md': release('2017-01-04', [ABOUT]),
    'releases/2017-01-05-e.md': release('2017-01-05', [ABOUT]),
    'releases/2017-01-06-f.md': release('2017-01-06', [SECRET], { draft: 'true' }),
    'releases/2017-01-07-g.md': release('2017-01-07', [SECRET], {
      withdrawn: '{ date: 2017-02-01, reason: A slip. }',
    }),
  });

const options = async () => ({ content: await content(), base: '/press/' });
const site = servedSite(options);

const open = async (t: TestContext, id: string, rest = '', wishes: VisitOptions = {}) =>
  ReleasePage.open(await site.visit(t, wishes), id, rest);

test('a statement leads by keyboard to the releases that say the same, and to its place there', async (t) => {
  const { page, article, cited } = await open(t, '2017-01-03-c');
  const note = article.getByRole('link', { name: 'Also said in 2 releases', exact: true });
  await note.press('Enter');
  const list = article.locator('section.echoes');
  assert.match(page.url(), /#page:also-s-/);
  assert.match(
    await list.innerText(),
    /January 1, 2017, Office of the South in nearly the same words\s+January 2, 2017, Office of the North in nearly/,
  );
  await list.getByRole('link', { name: 'January 1, 2017, Office of the South' }).press('Enter');
  await page.waitForURL(/2017\/01\/01\/a\/#s-/);
  assert.match(await cited.innerText(), /lit tonight/);
});

test('releases that are nearly the same name each other, and their statements lead there', async (t) => {
  const { page, article } = await open(t, '2017-01-01-a');
  const list = article.locator('section.echoes');
  assert.match(
    await list.innerText(),
    /Nearly the same as a whole:\s+January 2, 2017 News of 2017-01-02/,
  );
  await article.getByRole('link', { name: 'Also said in 1 release', exact: true }).press('Enter');
  assert.match(page.url(), /#page:alike$/);
});

test('the text of the page is what was issued, and names nothing that is not published', async (t) => {
  for (const id of ['2017-01-01-a', '2017-01-03-c']) {
    const { page, article } = await open(t, id);
    const text = await article.locator('.release-body').textContent();
    assert.doesNotMatch(text ?? '', /Also said|Boilerplate/);
    assert.doesNotMatch(await page.content(), /2017-01-0[67]|2017\/01\/0[67]|whole crew/);
  }
  const withdrawn = await open(t, '2017-01-07-g');
  assert.equal(await withdrawn.article.locator('.echo, section.echoes').count(), 0);
});

test('a statement is counted by year and office, its near forms too, and only where it is in three', async (t) => {
  const { article } = await open(t, '2017-01-03-c');
  const counted = article.locator('section.echoes details');
  await counted.locator('summary').press('Enter');
  assert.deepEqual(await counted.locator('tr').allInnerTexts(), [
    'Office\t2017',
    'Office of the North\t2',
    'Office of the South\t1',
    'All offices\t3',
  ]);
  const other = await open(t, '2017-01-01-a');
  assert.equal(await other.article.locator('section.echoes details').count(), 1);
});

test('boilerplate is folded, and unfolds by keyboard and by a link to it', async (t) => {
  const { article } = await open(t, '2017-01-04-d');
  const about = article.locator('.release-body [data-statement]');
  const label = 'Boilerplate, in more than 3 releases of one office';
  assert.equal(await about.isVisible(), false);
  const summary = article.locator('.release-body summary');
  assert.equal(await summary.getAttribute('aria-label'), label);
  await summary.press('Enter');
  assert.equal(await about.isVisible(), true);
  await summary.press('Enter');
  assert.equal(await about.isVisible(), false);
  const search = article.getByRole('link', { name: 'Find these words in all releases' });
  assert.match((await search.getAttribute('href')) ?? '', /^\/press\/search\/\?q=%22The\+Office/);
  for (const wishes of [{}, { javaScriptEnabled: false }]) {
    const cited = await open(t, '2017-01-05-e', `#${statementId(ABOUT)}`, wishes);
    assert.equal(await cited.article.locator('.release-body [data-statement]').isVisible(), true);
  }
});

test('boilerplate is printed, without the line that folds it', async (t) => {
  const { article, page } = await open(t, '2017-01-04-d');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await article.locator('.release-body summary').isVisible(), false);
  const box = await article.locator('.release-body [data-statement]').boundingBox();
  assert.ok(box && box.height > 10, JSON.stringify(box));
});

test('axe finds no barrier, by day and night, wide and narrow', async (t) => {
  const script = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ]) {
    const { page } = await open(t, '2017-01-03-c', '', { viewport });
    await page.locator('section.echoes summary').press('Enter');
    await page.evaluate(script);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe };
        return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
      });
      assert.deepEqual(found, [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
  }
});
