import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';
import { eventually } from './eventually.ts';
import { servedSite } from './visitors.ts';

const content = () =>
  sharedArchive({
    'site.yaml': 'title: Made for a test\n',
    'offices/river.yaml': 'name: Office of Senator River\naliases: [senator-brook]\n',
    'offices/hill.yaml': 'name: Office of Senator Hill\n',
    'caucuses/shore.yaml': 'name: Shore Caucus\naliases: [coast]\n',
    'releases/2017-01-01-a.md': madeRelease(
      { date: '2017-01-01', office: 'senator-brook', caucus: 'coast' },
      'The lanterns are lit.',
    ),
    'releases/2017-01-02-b.md': madeRelease(
      { date: '2017-01-02', office: 'river' },
      'The lanterns are out.',
    ),
    'releases/2017-01-03-c.md': madeRelease(
      { date: '2017-01-03', office: 'hill' },
      'The lanterns are new.',
    ),
  });

const options = async () => ({ content: await content(), base: '/press/' });
const site = servedSite(options);

test('the former address of an office or a caucus leads to its page', async (t) => {
  const page = await site.visit(t);
  for (const [former, present, name] of [
    ['offices/senator-brook', 'offices/river', 'Office of Senator River'],
    ['caucuses/coast', 'caucuses/shore', 'Shore Caucus'],
  ] as const) {
    await page.goto(`./${former}/`);
    await page.waitForURL(`**/${present}/`);
    assert.equal(await page.locator('h1').innerText(), name);
  }
});

test('its former feeds are its feeds', async () => {
  const folder = await builtSite(await options());
  for (const feed of ['rss.xml', 'feed.json']) {
    const [former, present] = await Promise.all(
      ['senator-brook', 'river'].map((slug) =>
        readFile(join(folder, 'offices', slug, feed), 'utf8'),
      ),
    );
    assert.equal(former, present);
    assert.match(present ?? '', /2017\/01\/01\/a\/.*|2017\/01\/02\/b\//);
  }
  const redirects = await readFile(join(folder, '..', '_redirects'), 'utf8').catch(() =>
    readFile(join(folder, '_redirects'), 'utf8'),
  );
  assert.match(redirects, /^\/press\/offices\/senator-brook\S* \/press\/offices\/river\/ 301$/m);
});

test('a search by a former name is one by the present name', async (t) => {
  const page = await site.visit(t);
  const results = page.locator('[data-result]');
  for (const query of [
    'office=senator-brook&q=lanterns',
    'q=lanterns+office:senator-brook',
    'q=lanterns+caucus:coast',
  ]) {
    await page.goto(`./search/?${query}`);
    const expected = query.includes('caucus') ? 1 : 2;
    await eventually(async () => assert.equal(await results.count(), expected, query));
    assert.doesNotMatch(await page.locator('.remarks').innerText(), /no (?:office|caucus)/i);
  }
});

test('a name that every object has is no former name', async (t) => {
  const page = await site.visit(t);
  await page.goto('./search/?q=lanterns+office:constructor');
  await eventually(async () => assert.equal(await page.locator('[data-result]').count(), 0));
});
