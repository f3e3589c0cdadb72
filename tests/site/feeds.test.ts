import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import RssParser from 'rss-parser';
import { filesIn } from '../support/folder-bytes.ts';
import { madeRelease } from '../support/made-release.ts';
import { sharedArchive } from '../support/shared-archive.ts';
import { builtSite, SITE_URL } from '../support/site.ts';
import { attribute, elementsIn } from '../support/statement-rule.ts';
import { jsonFeedProblems, rssProblems } from './feed-rules.ts';

/** Where the feeds of the sample archive are, and one with long texts, an old zone and odd signs. */
const sites: { name: string; folder: string; base: string }[] = [];
let odd = '';

const LONG = Array.from({ length: 400 }, (_, n) => `Sentence ${n} of a very long release.`).join(
  ' ',
);

before(async () => {
  const releases = Array.from({ length: 55 }, (_, n) => {
    const date = `2018-01-${String(1 + (n % 28)).padStart(2, '0')}`;
    const attachments =
      n === 0 ? '[{ file: a.pdf, title: A }, { file: b.png, title: B }]' : undefined;
    const title = JSON.stringify(`Nº ${n}: “Quotes” & <tags> \u0007`.replace('\u0007', ''));
    return [
      `releases/${date}-number-${n}.md`,
      madeRelease(
        { date, title, attachments, topics: '[移民]' },
        `${LONG}\n\nSee [here](/about/).`,
      ),
    ];
  });
  const content = await sharedArchive({
    'site.yaml': 'title: Odd & <Ends>\ntimezone: Asia/Kolkata\n',
    'offices/north.yaml': 'name: Office of the North & East\nclosed: 2018-02-01\n',
    'offices/open.yaml': 'name: Office that Closes\nclosed: 2999-02-01\n',
    'media/a.pdf': 'A letter.',
    'media/b.png': 'No picture.',
    ...Object.fromEntries(releases),
  });
  odd = await builtSite({ content, base: '/archive/' });
  sites.push(
    { name: 'the samples', folder: await builtSite(), base: '/' },
    { name: 'an odd archive', folder: odd, base: '/archive/' },
  );
});

const addressOf = (base: string, path: string) => encodeURI(`${SITE_URL}${base}${path}`);
const feedsIn = async (folder: string, name: RegExp) =>
  (await filesIn(folder)).filter((path) => name.test(path));

test('every RSS feed keeps the rules of the Best Practices Profile', async () => {
  for (const { name, folder, base } of sites) {
    const feeds = await feedsIn(folder, /(?:rss(?:-\w+)?|corrections)\.xml$/);
    assert.ok(feeds.length > 3, name);
    for (const path of feeds) {
      const xml = await readFile(join(folder, path), 'utf8');
      assert.deepEqual(rssProblems(xml, addressOf(base, path)), [], path);
    }
  }
});

test('every JSON feed keeps the rules of its specification, page by page', async () => {
  for (const { folder, base } of sites) {
    for (const path of await feedsIn(folder, /feed(?:-\w+)*\.json$/)) {
      const text = await readFile(join(folder, path), 'utf8');
      assert.deepEqual(jsonFeedProblems(text, addressOf(base, path)), [], path);
    }
  }
});

test('an archive in several languages has a feed of each, linked from the list of feeds', async () => {
  const folder = sites[0]?.folder ?? '';
  const list = await readFile(join(folder, 'feeds/index.html'), 'utf8');
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folder, name), 'utf8')) as {
      language: string;
      items: { language: string }[];
    };
  const languages = (await feedsIn(folder, /^rss-\w+\.xml$/)).map((name) => name.slice(4, -4));
  assert.ok(languages.length > 1);
  for (const language of languages) {
    const feed = await read(`feed-${language}.json`);
    assert.ok(feed.items.length > 0);
    assert.deepEqual([...new Set(feed.items.map((item) => item.language))], [language]);
    assert.equal(feed.language, language);
    for (const file of [`rss-${language}.xml`, `feed-${language}.json`])
      assert.ok(list.includes(`href="/${file}"`), file);
    const xml = await readFile(join(folder, `rss-${language}.xml`), 'utf8');
    const links = parseFeed(xml).items.map(({ url }) => url);
    assert.deepEqual(links.length, feed.items.length);
  }
  assert.deepEqual(await feedsIn(odd, /^rss-/), []);
});

test('no feed is larger than 250 kB', async () => {
  for (const { folder } of sites) {
    for (const path of await feedsIn(folder, /(?:^|\/)(?:rss|feed)[\w-]*\.(?:xml|json)$/)) {
      const { size } = await stat(join(folder, path));
      assert.ok(size < 250_000, `${path}: ${size}`);
    }
  }
});

test('two parsers that readers use find the same releases in a feed', async () => {
  for (const { folder } of sites) {
    for (const path of await feedsIn(folder, /rss\.xml$/)) {
      const xml = await readFile(join(folder, path), 'utf8');
      const json = JSON.parse(
        await readFile(join(folder, path.replace('rss.xml', 'feed.json')), 'utf8'),
      ) as { title: string; items: { id: string; title: string; date_published: string }[] };
      const one = await new RssParser().parseString(xml);
      const other = parseFeed(xml);
      assert.equal(one.title, json.title);
      assert.equal(other.title, json.title);
      const ids = other.items.map(({ url }) => url);
      assert.deepEqual(
        one.items.map(({ link }) => link),
        ids,
      );
      assert.deepEqual(
        ids.slice(0, json.items.length),
        json.items.map(({ id }) => id),
      );
      for (const [n, { title, date_published }] of json.items.entries()) {
        assert.equal(one.items[n]?.title, title);
        assert.equal(other.items[n]?.title, title);
        assert.equal(other.items[n]?.published?.getTime(), Date.parse(date_published));
        assert.ok((other.items[n]?.content ?? '').length > 0);
      }
    }
  }
});

test('a feed holds the newest fifty, and the next pages of a JSON feed the rest of them', async () => {
  const xml = await readFile(join(odd, 'rss.xml'), 'utf8');
  const all = parseFeed(xml).items.map(({ url }) => url);
  assert.equal(all.length, 50);
  const found: string[] = [];
  let next: string | undefined = `${SITE_URL}/archive/feed.json`;
  let pages = 0;
  while (next !== undefined) {
    const file = join(odd, next.slice(`${SITE_URL}/archive/`.length));
    const page = JSON.parse(await readFile(file, 'utf8')) as {
      next_url?: string;
      items: { id: string }[];
    };
    found.push(...page.items.map(({ id }) => id));
    next = page.next_url;
    pages++;
  }
  assert.ok(pages > 1, 'fifty long texts do not fit into one page');
  assert.deepEqual(found, all);
});

test('days are in the time zone of the archive', async () => {
  const xml = await readFile(join(odd, 'topics/移民/rss.xml'), 'utf8');
  assert.match(xml, /<pubDate>Sun, 28 Jan 2018 00:00:00 \+0530<\/pubDate>/);
  const samples = await readFile(join(sites[0]?.folder ?? '', 'rss.xml'), 'utf8');
  assert.match(samples, /<pubDate>Wed, 02 Oct 2024 00:00:00 -0700<\/pubDate>/);
});

test('an enclosure names a file that is there, with its length', async () => {
  const text = await readFile(join(odd, 'offices/north/feed.json'), 'utf8');
  const xml = await readFile(join(odd, 'offices/north/rss.xml'), 'utf8');
  assert.ok(!xml.includes('b.png'));
  const { items } = JSON.parse(text) as { items: { attachments?: { url: string }[] }[] };
  const named = items.flatMap(({ attachments = [] }) => attachments);
  assert.deepEqual(named, []); // it is the oldest but five
  const samples = sites[0]?.folder ?? '';
  const feed = await readFile(join(samples, 'rss.xml'), 'utf8');
  const enclosures = [...feed.matchAll(/<enclosure url="([^"]+)" length="(\d+)" type="([^"]+)"/g)];
  assert.ok(enclosures.length > 0);
  for (const [, url = '', length] of enclosures) {
    const { size } = await stat(join(samples, url.slice(SITE_URL.length)));
    assert.equal(size, Number(length));
  }
});

test('the feed of an office that has closed ends with an entry that says so, on its page as well', async () => {
  for (const [folder, slug, base] of [
    [sites[0]?.folder ?? '', 'assemblymember-placeholder', '/'],
    [odd, 'north', '/archive/'],
  ] as const) {
    const feed = JSON.parse(await readFile(join(folder, `offices/${slug}/feed.json`), 'utf8')) as {
      expired?: boolean;
      items: { id: string; title: string; date_published: string }[];
    };
    assert.equal(feed.expired, true);
    const [newest] = feed.items;
    assert.equal(newest?.id, `${SITE_URL}${base}offices/${slug}/#page:closed`);
    assert.match(newest?.title ?? '', /^Office of .+ has closed$/);
    const page = await readFile(join(folder, `offices/${slug}/index.html`), 'utf8');
    assert.ok(/id="page:closed">\s*This office closed on /.test(page), slug);
  }
  const release = join(odd, 'releases/2018/01/28/number-27/index.html');
  const page = await readFile(release, 'utf8');
  assert.ok(/This office closed in February 2018\./.test(page));
});

test('an office that is to close in a later year has not closed yet', async () => {
  const feed = JSON.parse(await readFile(join(odd, 'offices/open/feed.json'), 'utf8')) as object;
  assert.deepEqual(['expired' in feed, 'items' in feed && feed.items], [false, []]);
});

test('a withdrawn release has left the feeds, and the feed of corrections tells of it', async () => {
  const samples = sites[0]?.folder ?? '';
  const xml = await readFile(join(samples, 'rss.xml'), 'utf8');
  const corrections = parseFeed(await readFile(join(samples, 'corrections.xml'), 'utf8'));
  const withdrawn = '/releases/2021/06/15/harbor-ferry-landing-grant-announced/';
  assert.ok(!xml.includes(`<link>${SITE_URL}${withdrawn}</link>`));
  const urls = corrections.items.map(({ url }) => url ?? '');
  assert.ok(urls.includes(`${SITE_URL}${withdrawn}#page:withdrawn`), urls.join('\n'));
  assert.ok(urls.some((url) => url.includes('#page:correction-1')));
  assert.ok(urls.some((url) => url.includes('#page:corrected-by-')));
  assert.ok(
    corrections.items.every(({ title }) =>
      /^(?:Withdrawn|Correction|Replaced): ./.test(title ?? ''),
    ),
  );
  const days = corrections.items.map(({ published }) => published?.getTime() ?? 0);
  assert.deepEqual(
    days,
    days.toSorted((a, b) => b - a),
  );
});

test('every entry of every feed leads to a place that is there', async () => {
  for (const { folder, base } of sites) {
    for (const path of await feedsIn(folder, /(?:rss(?:-\w+)?|corrections)\.xml$/)) {
      for (const { url } of parseFeed(await readFile(join(folder, path), 'utf8')).items) {
        const { pathname, hash } = new URL(url ?? '');
        const file = join(folder, decodeURI(pathname).slice(base.length), 'index.html');
        assert.ok(existsSync(file), `${path}: ${url}`);
        if (hash === '') continue;
        const ids = elementsIn(await readFile(file, 'utf8')).map((one) => attribute(one, 'id'));
        assert.ok(ids.includes(hash.slice(1)), `${path}: ${url}`);
      }
    }
  }
});

test('a page names the feeds that belong to it', async () => {
  const page = await readFile(join(odd, 'topics/移民/index.html'), 'utf8');
  const feeds = elementsIn(page).filter((one) => attribute(one, 'rel') === 'alternate');
  const found = feeds.map((one) => [attribute(one, 'type'), attribute(one, 'href')]);
  const topic = `/archive/topics/${'移民'}/`;
  assert.deepEqual(found, [
    ['application/rss+xml', '/archive/rss.xml'],
    ['application/feed+json', '/archive/feed.json'],
    ['application/rss+xml', '/archive/corrections.xml'],
    ['application/rss+xml', `${topic}rss.xml`],
    ['application/feed+json', `${topic}feed.json`],
  ]);
});
