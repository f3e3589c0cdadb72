import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { filesBelow } from '../../src/files/files-below.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite } from '../support/site.ts';
import { CitingPage } from './pages/citing-page.ts';
import { SearchPage } from './pages/search-page.ts';
import { servedSite } from './visitors.ts';

/** Words that end whatever they are in, and would run there. */
const MARKUP = `"'>--></title></script></style></textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>`;
const words = (what: string) => JSON.stringify(`${what} ${MARKUP}`);
const FILE = `a" onmouseover="window.ran=1" b='.pdf`;
const ID = '2017-11-22-a';

const archive = () =>
  sharedArchive({
    'site.yaml': `title: ${words('Site')}\ndescription: ${words('All')}\npublisher: ${words('Publisher')}\n`,
    'offices/north.yaml': ['name', 'member', 'title', 'party', 'district', 'city']
      .map((field) => `${field}: ${words(field)}\n`)
      .join(''),
    'caucuses/api.yaml': `name: ${words('Caucus')}\ndescription: ${words('Caucus')}\n`,
    [`media/${FILE}`]: 'A letter.',
    [`releases/${ID}.md`]: madeRelease(
      {
        title: words('Lanterns'),
        subtitle: words('Subtitle'),
        dateline: words('SALEM'),
        caucus: 'api',
        topics: words('Topic'),
        speakers: words('Speaker'),
        source: '"https://example.org/?\\"><script>window.ran=1</script>"',
        contact: `{ name: ${words('Name')}, title: ${words('Title')}, office: ${words('Office')}, phone: ${JSON.stringify(`916-555-0123 ${MARKUP}`)} }`,
        attachments: `{ file: ${JSON.stringify(FILE)}, title: ${words('Letter')}, alt: ${words('Alt')} }`,
        corrections: `{ date: 2017-11-25, note: ${words('Note')} }`,
        aliases: JSON.stringify(`/old"><img src=x onerror=window.ran=1>/`),
      },
      `The lanterns are lit \`${MARKUP}\`.\n\n## \`${MARKUP}\`\n\n> \`${MARKUP}\``,
    ),
    'releases/2017-11-23-b.md': madeRelease({
      date: '2017-11-23',
      title: words('Second'),
      corrects: ID,
      withdrawn: `{ date: 2017-11-24, reason: ${words('Reason')} }`,
    }),
  });
const site = servedSite(async () => ({ content: await archive() }));
// Without the policy of the pages, which would hide what runs.
const wishes = { bypassCSP: true, mayComplain: true };
const hasRun = () => 'ran' in window;

test('words that look like markup are words on every page', async (t) => {
  const page = await site.visit(t, wishes);
  const pages = filesBelow(await builtSite({ content: await archive() })).filter((path) =>
    path.endsWith('.html'),
  );
  assert.ok(pages.length > 20);
  await page.setContent(`<p title="${MARKUP}`);
  assert.ok(await page.evaluate(hasRun), 'these words run where they are markup');
  for (const path of pages) {
    const address = path
      .replace(/index\.html$/, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/');
    await page.goto(`./${address}`);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.evaluate(hasRun), false, path);
  }
});

test('words that look like markup are words where they are searched and cited', async (t) => {
  const page = await site.visit(t, wishes);
  await page.goto(`./search/?q=${encodeURIComponent('lanterns')}`);
  await new SearchPage(page).isAnswered();
  assert.equal(await page.evaluate(hasRun), false);
  await page.goto(`./search/?q=${encodeURIComponent(MARKUP)}&office=${encodeURIComponent(MARKUP)}`);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(hasRun), false);
  const release = await CitingPage.open(page, ID);
  await release.page.getByRole('button', { name: 'APA, Chicago, MLA…' }).click();
  for (const style of ['APA', 'Chicago', 'MLA']) {
    await page.getByRole('dialog').getByRole('radio', { name: style }).check();
    await page.getByRole('dialog').getByText('2017').first().waitFor();
    assert.equal(await page.evaluate(hasRun), false, style);
  }
});

test('words that look like markup are words in feeds, lists and metadata', async () => {
  const folder = await builtSite({ content: await archive() });
  const parser = new XMLParser({ ignoreAttributes: false });
  const files = filesBelow(folder);
  const xml = files.filter((path) => path.endsWith('.xml'));
  assert.ok(xml.length > 5);
  for (const path of xml) {
    const text = await readFile(join(folder, path), 'utf8');
    assert.doesNotMatch(text, /<(?:script|img)\b|<\?xml-stylesheet/, path);
    assert.ok(Object.keys(parser.parse(text) as object).length > 0, path);
  }
  const html = await readFile(join(folder, 'releases/2017/11/22/a/index.html'), 'utf8');
  const [, thing = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const { headline } = JSON.parse(thing) as { headline: string };
  assert.equal(headline, `Lanterns ${MARKUP}`);
});
