import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { EDITED, editedArchive, GONE } from '../support/edited-archive.ts';
import { QuotePage } from './pages/quote-page.ts';
import { ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite(async () => ({ content: await editedArchive() }));

/** Ids under which the sample release was recorded before it was edited. */
const CHANGED = '#s-js2injqq';
const HOST = '#s-g4kyy772';
const MERGED = '#s-iygndsrg';
const REMOVED = '#s-wv3olqvo';
const GONE_STATEMENT = '#s-zt7erfff';

/** What a visitor sees in it: `innerText` leaves out what is hidden. */
const shown = async (element: Locator) => (await element.innerText()).replace(/\s+/g, ' ');

/** Whether it is in the window, below whatever stays at its top. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript';

  test(`the link of an edited statement opens it, and says so there${how}`, async (t) => {
    const release = await ReleasePage.open(
      await site.visit(t, { javaScriptEnabled }),
      EDITED,
      CHANGED,
    );
    assert.match(await shown(release.cited), /^"The study counted/);
    assert.match(await shown(release.cited), /edited on December 1, 2026/);
    assert.match(await shown(release.cited), /The link to it may cite its earlier words\./);
    assert.ok(await isInSight(release.cited));
  });

  test(`the link of a merged statement opens the one that took it in${how}`, async (t) => {
    const release = await ReleasePage.open(
      await site.visit(t, { javaScriptEnabled }),
      EDITED,
      MERGED,
    );
    const host = release.article.locator('[data-statement]:has(:target)');
    assert.equal(`#${await host.getAttribute('id')}`, HOST);
    assert.match(await shown(host), /The pilot was to end in June/);
    assert.match(await shown(host), /The statement that the link cites was merged into this one\./);
    assert.doesNotMatch(await shown(host), /may cite its earlier words/);
    const plain = release.statement('The study counted');
    const color = (statement: Locator) =>
      statement.evaluate((node) => getComputedStyle(node).backgroundColor);
    assert.notEqual(await color(host), await color(plain));
  });

  test(`the link of a removed statement opens a marker in its place${how}`, async (t) => {
    const release = await ReleasePage.open(
      await site.visit(t, { javaScriptEnabled }),
      EDITED,
      REMOVED,
    );
    assert.equal(
      await shown(release.cited),
      'A statement that was here was removed on December 1, 2026. It is the one that the link cites.',
    );
    assert.ok(await isInSight(release.cited));
    const before = release.cited.locator('xpath=preceding-sibling::*[1]');
    assert.match(await shown(before), /^PLACEHOLDER FALLS – The night bus/);
  });

  test(`the link of a statement whose release is gone says both${how}`, async (t) => {
    const page = await site.visit(t, { javaScriptEnabled });
    const release = await ReleasePage.open(page, GONE, GONE_STATEMENT);
    assert.match(
      await page.getByRole('main').innerText(),
      /taken out of the archive on December 1, 2026\. Published by mistake/,
    );
    assert.match(await shown(release.cited), /was removed with its release/);
    assert.equal(await page.locator('[data-removed]:visible').count(), 1);
  });
}

test('without such a link an edit is noted, and nothing is said of links', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), EDITED);
  const words = await shown(release.article);
  assert.equal(words.match(/edited on December 1, 2026/g)?.length, 2);
  assert.doesNotMatch(words, /the link|The link/);
});

test('the words of an edited statement are copied without the note', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), EDITED);
  const copied = await release.statement('The study counted').evaluate((node) => {
    getSelection()?.selectAllChildren(node);
    return getSelection()?.toString().trim();
  });
  assert.match(copied ?? '', /the whole of our research\."$/);
});

test('the history tells each recorded change and leads to it', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), EDITED);
  const words = await shown(release.history);
  assert.match(words, /December 1, 2026 Statement edited: "The study counted/);
  assert.match(words, /2 statements merged: “[^“”]+…” Statement removed: after “PLACEHOLDER/);
  assert.doesNotMatch(words, /s-[a-z2-7]{8}/);
  assert.match(words, /May 14, 2019 Issued\./);
  await release.history.getByRole('link', { name: 'The study counted' }).click();
  assert.match(await shown(release.cited), /^"The study counted/);
  await release.history.getByRole('link', { name: 'after “' }).click();
  assert.match(await shown(release.cited), /was removed on/);
});

test('the history shows the words of a statement before and after its edit', async (t) => {
  const release = await ReleasePage.open(await site.visit(t), EDITED);
  const edit = release.history.locator('li, dd', { hasText: 'The study counted' }).last();
  const words = edit.locator('.differences');
  assert.ok(await words.isHidden());
  await edit.getByText('Words before and after').focus();
  await release.page.keyboard.press('Enter');
  assert.match(await shown(words), /asked at the hospital.* the bakery .*and the packing shed/);
  assert.deepEqual(await words.locator('del').allTextContents(), ['deleted: , the bakery']);
  assert.equal(await words.locator('ins').count(), 0);
  const removed = release.history.locator('dd', { hasText: 'Statement removed' }).last();
  await removed.getByText('Words before and after').click();
  assert.match(await shown(removed.locator('del')), /^deleted: The rider, a baker on the way/);
});

test('a release of which nothing was changed has no history', async (t) => {
  const release = await ReleasePage.open(
    await site.visit(t),
    '2018-02-07-old-mill-footbridge-reopens-after-repairs',
  );
  assert.equal(await release.history.count(), 0);
});

test('a link to a statement that a release never had is answered in place, and leads to the search', async (t) => {
  const page = await site.visit(t);
  const release = await ReleasePage.open(page, EDITED, '#s-aaaaaaaa');
  const answer = release.article.getByRole('status');
  assert.match(await shown(answer), /names a statement that this release never had/);
  assert.match((await answer.getByRole('link').getAttribute('href')) ?? '', /\/search\/$/);
  await page.evaluate((hash) => (location.hash = hash), CHANGED);
  await answer.waitFor({ state: 'detached' });
});

test('a quotation that was right before an edit is answered with those words, and a removed one, too', async (t) => {
  const page = await site.visit(t);
  const before = await QuotePage.open(page, 'the hospital, the bakery and the packing shed');
  assert.equal(await before.answer(), 'edited');
  const main = await shown(before.main);
  assert.match(
    main,
    /Until December 1, 2026 it read: .*the hospital, the bakery and the packing shed/,
  );
  await before.hits.first().click();
  await page.waitForURL(/#s-js2injqq$/);
  const removed = await QuotePage.open(page, 'was given a loaf of somebody else’s bread');
  assert.equal(await removed.answer(), 'edited');
  assert.match(await shown(removed.main), /This statement was removed\. Until December 1, 2026/);
  const now = await QuotePage.open(page, 'asked at the hospital and the packing shed when');
  assert.equal(await now.answer(), 'verbatim');
});
