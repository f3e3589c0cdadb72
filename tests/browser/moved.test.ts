import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReleasePage } from './pages/release-page.ts';
import { servedSite } from './visitors.ts';

const site = servedSite();
const FORMER = './news/2018/old-address/';
const NOW = 'releases/2018/02/07/old-mill-footbridge-reopens-after-repairs/';

test('a former address leads to where the release is now', async (t) => {
  const page = await site.visit(t);
  await page.goto(FORMER);
  await page.waitForURL(`**/${NOW}`);
});

test('a former address with a statement leads to that statement', async (t) => {
  const page = await site.visit(t);
  const release = await ReleasePage.open(
    page,
    '2018-02-07-old-mill-footbridge-reopens-after-repairs',
  );
  const id = await release.statement('The flood carried off the middle pier').getAttribute('id');
  await page.goto(`${FORMER}#${id}`);
  await page.waitForURL(`**/${NOW}#${id}`);
  assert.match(await release.cited.innerText(), /^The flood carried off/);
});

test('going back from there does not lead into a circle', async (t) => {
  const page = await site.visit(t);
  await page.goto('./about/');
  await page.goto(FORMER);
  await page.waitForURL(`**/${NOW}`);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/about/');
});
