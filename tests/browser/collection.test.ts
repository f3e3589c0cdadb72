import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { EDITED, editedArchive, GONE } from '../support/edited-archive.ts';
import { FOUNDING, ReleasePage } from './pages/release-page.ts';
import { servedSite, type VisitOptions } from './visitors.ts';

const site = servedSite(async () => ({ content: await editedArchive() }));
const below = (id: string) => `${id.slice(0, 10).replaceAll('-', '/')}/${id.slice(11)}`;

/** Statements of the founding release. */
const [FIRST, SECOND] = ['augbtxiv', 'ziiqgt6x'];
/** Of a release that was edited: one whose words changed, and one that was removed. */
const [CHANGED, REMOVED] = ['js2injqq', 'wv3olqvo'];

async function open(t: TestContext, collection = '', options: VisitOptions = {}): Promise<Page> {
  const page = await site.visit(t, options);
  await page.goto(`./collection/${collection === '' ? '' : `#${collection}`}`);
  await isShown(page, collection === '' ? /^Nothing is collected yet/ : /^\d+ entr(?:y|ies)\./);
  return page;
}

const isShown = (page: Page, status: RegExp) =>
  page.locator('main [role=status]').filter({ hasText: status }).waitFor();
const quoted = (page: Page) => page.locator('.collection blockquote').allInnerTexts();
const hashOf = (page: Page) => new URL(page.url()).hash.slice(1);

test('a statement is added from its release to a new collection, and the next to the one that is open', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), FOUNDING);
  const { page } = release;
  const add = page.getByRole('button', { name: 'Add to collection' });
  await page.locator(`#s-${FIRST} [data-permalink]`).press('Enter');
  const opening = page.context().waitForEvent('page');
  await add.press('Enter');
  const collection = await opening;
  t.after(() => collection.close());
  await isShown(collection, /^1 entry\./);
  assert.equal(hashOf(collection), `${below(FOUNDING)}:${FIRST}`);
  await page.bringToFront();
  await page.locator(`#s-${SECOND} [data-permalink]`).press('Enter');
  await add.press('Enter');
  await page.getByText('Added to the collection').waitFor();
  await isShown(collection, /^2 entries\./);
  assert.equal(page.context().pages().length, 2);
  assert.equal(hashOf(collection), `${below(FOUNDING)}:${FIRST}.${SECOND}`);
  const words = await page.locator(`#s-${SECOND}`).innerText();
  assert.ok(words.startsWith((await quoted(collection))[1] ?? 'nothing'));
  await collection.goBack();
  await isShown(collection, /^1 entry\./);
});

test('a statement that cannot be added is not lost in silence', async (t) => {
  const page = await site.visit(t, { mayComplain: true });
  await page.goto(`./releases/${below(FOUNDING)}/`);
  await page.route('**/assets/add-to-collection*', (route) => route.abort());
  await page.locator('[data-permalink]').first().click();
  await page.getByRole('button', { name: 'Add to collection' }).click();
  await page.getByText('The statement could not be added').waitFor();
  assert.equal(page.context().pages().length, 1);
});

test('a collection that is slow to answer is waited for, and no other opened', async (t) => {
  const page = await site.visit(t);
  const collection = await page.context().newPage(); // not opened by the other, whose thread it would share
  t.after(() => collection.close());
  await collection.goto(`./collection/#${below(FOUNDING)}:${FIRST}`);
  await isShown(collection, /^1 entry\./);
  await ReleasePage.open(page, FOUNDING);
  await page.bringToFront();
  await page.locator(`#s-${SECOND} [data-permalink]`).press('Enter');
  await collection.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 1500;
      while (performance.now() < end);
    });
  });
  await page.getByRole('button', { name: 'Add to collection' }).press('Enter');
  await page.getByText('Added to the collection').waitFor();
  await isShown(collection, /^2 entries\./);
  assert.equal(page.context().pages().length, 2);
});

test('a collection opens from its address alone, with the present words and a full citation of each', async (t) => {
  const page = await open(t, `${below(FOUNDING)}:${FIRST},${below(EDITED)}:${CHANGED}`);
  const [first = '', second = ''] = await quoted(page);
  assert.match(first, /^The unjust detentions and deportations/);
  assert.match(second, /^"The study counted/);
  assert.match(
    await page.locator('.collection li').nth(1).innerText(),
    /Edited since its link was/,
  );
  assert.doesNotMatch(await page.locator('.collection li').first().innerText(), /Edited since/);
  const citation = page.locator('.collection-citation').first();
  assert.match(await citation.innerText(), /Ash Kalra.+November 22, 2017.+#s-augbtxiv$/s);
  await page.getByLabel('Style of citations').selectOption('MLA');
  await citation.filter({ hasText: '22 Nov. 2017' }).waitFor();
});

test('what has become of an entry is said: removed, never there, its release gone, no release', async (t) => {
  const page = await open(
    t,
    `${below(EDITED)}:${REMOVED}.aaaaaaaa,${below(GONE)},2001/01/01/never-issued`,
    { mayComplain: true }, // the browser says which files are missing
  );
  const entries = await page.locator('.collection li').allInnerTexts();
  assert.deepEqual(
    entries.map((text) => text.split(':')[0]),
    [
      'This statement was removed from its release',
      'Its release never had this statement',
      'This release is not in the archive',
      'This release is not in the archive',
    ],
  );
});

test('links that are pasted are added, by keyboard; what is no link is said', async (t) => {
  const page = await open(t);
  const field = page.getByLabel('Add by links to releases or statements');
  await field.fill('no link at all');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await isShown(page, /^This has no link to/);
  await field.fill(`https://press.example.org/releases/${below(FOUNDING)}/#s-${FIRST}`);
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await isShown(page, /^1 entry\./);
  assert.equal(await field.inputValue(), '');
  await page.getByRole('button', { name: /^Remove: The unjust/ }).press('Enter');
  await isShown(page, /^Nothing is collected yet/);
  assert.equal(hashOf(page), '');
});

test('an address that is cut off shows what can be read, and says so', async (t) => {
  const page = await open(t, `${below(FOUNDING)}:${FIRST}.ziiq`);
  await isShown(page, /^1 entry\. Part of the address of this page could not be read/);
});

test('a collection is saved with an entry for each statement', async (t) => {
  const page = await open(t, `${below(FOUNDING)}:${FIRST}.${SECOND}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'RIS' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  assert.match(
    text,
    /^Collection from .+\r\n.+\/collection\/#2017\/11\/22\/.+\r\nRetrieved on .+: 2 entries\r\nTY {2}- /,
  );
  assert.equal([...text.matchAll(/^UR {2}- .+#s-(?:augbtxiv|ziiqgt6x)\r$/gm)].length, 2);
});

test('on paper there are words, citations, address and day, and nothing to press', async (t) => {
  const page = await open(t, `${below(FOUNDING)}:${FIRST}`);
  await page.emulateMedia({ media: 'print' });
  t.after(() => page.emulateMedia({ media: null }));
  const words = await page.locator('body').innerText();
  assert.match(
    words,
    /The unjust detentions.+#s-augbtxiv.+Collection from .+Retrieved on .+\/collection\/#/s,
  );
  assert.equal(await page.getByRole('button').count(), 0);
});

test('without JavaScript the page says what it needs', async (t) => {
  const page = await site.visit(t, { javaScriptEnabled: false });
  await page.goto('./collection/');
  assert.match(await page.locator('main').innerText(), /The collection needs JavaScript/);
});
