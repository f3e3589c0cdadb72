import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import RssParser from 'rss-parser';
import { XMLParser } from 'fast-xml-parser';
import { formatRss } from '../../../src/publish/feeds/rss.ts';
import { madeEntry, madeFeed, ROOT } from './made-feed.ts';

interface Item {
  title: string;
  link: string;
  guid: { '#text': string; '@_isPermaLink': string };
  description: string;
  pubDate: string;
  category: string | string[];
  enclosure?: Record<string, string>;
  'dc:creator': string | string[];
  'content:encoded': string;
}

async function channelOf(feed = madeFeed(), file?: string) {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const { rss } = parser.parse(await formatRss(feed, file)) as {
    rss: { channel: Record<string, unknown> & { item?: Item } };
  };
  return rss.channel;
}

test('a feed has its titles, language, last change and own address', async () => {
  const channel = await channelOf();
  assert.equal(channel['title'], 'Press & more');
  assert.equal(channel['description'], 'All releases');
  assert.equal(channel['link'], `${ROOT}/releases/`);
  assert.equal(channel['language'], 'en');
  assert.equal(channel['lastBuildDate'], 'Sat, 25 Nov 2017 00:00:00 -0800');
  const self = { '@_href': `${ROOT}/rss.xml`, '@_rel': 'self', '@_type': 'application/rss+xml' };
  assert.deepEqual(channel['atom:link'], self);
  const named = await channelOf(madeFeed(), 'corrections.xml');
  assert.deepEqual(named['atom:link'], { ...self, '@_href': `${ROOT}/corrections.xml` });
});

test('an entry has its words, its time in the zone of the archive, its offices and its topics', async () => {
  const { item } = await channelOf();
  assert.ok(item);
  assert.equal(item.title, 'Lanterns & <tides>');
  assert.equal(item.link, `${ROOT}/releases/2017/11/22/a/`);
  assert.deepEqual(item.guid, { '#text': item.link, '@_isPermaLink': 'true' });
  assert.equal(item.description, 'The lanterns are lit &amp; burn.'); // as HTML
  assert.equal(item['content:encoded'], '<p>The lanterns are lit.</p>');
  assert.equal(item.pubDate, 'Wed, 22 Nov 2017 00:00:00 -0800');
  assert.deepEqual(item['dc:creator'], ['Office of the North', 'Office of the South']);
  assert.deepEqual(item.category, ['Lanterns', 'Nhập cư']);
  assert.equal(item.enclosure, undefined);
});

test('words that look like markup are words to a reader: in the excerpt, which is HTML, and in the title', async () => {
  const words = 'Write to <your name> & say &copy; <b>loudly</b>';
  const feed = await formatRss(
    madeFeed({ entries: [madeEntry({ title: words, summary: words })] }),
  );
  const [read] = (await new RssParser().parseString(feed)).items;
  assert.equal(read?.title, words);
  assert.equal(
    read.content,
    'Write to &lt;your name&gt; &amp; say &amp;copy; &lt;b&gt;loudly&lt;/b&gt;',
  );
  assert.equal(read.contentSnippet, words);
});

const python = ['-c', 'import feedparser'];
const noFeedparser = spawnSync('python3', python).status !== 0 && 'feedparser is not installed';
test(
  'feedparser reads title, excerpt and authors as they are',
  { skip: noFeedparser },
  async () => {
    const words = 'Write to <your name> & say AT&amp;T <b>loudly</b>';
    const authors = ['Office of A & B', 'Committee on <C>'];
    const input = await formatRss(
      madeFeed({ entries: [madeEntry({ title: words, summary: words, authors })] }),
    );
    const code =
      'import feedparser, json, sys; e = feedparser.parse(sys.stdin.buffer.read()).entries[0]; ' +
      'print(json.dumps([e.title, e.summary, [a.name for a in e.authors]]))';
    const read = execFileSync('python3', ['-c', code], { input }).toString();
    const html = 'Write to &lt;your name&gt; &amp; say AT&amp;amp;T &lt;b&gt;loudly&lt;/b&gt;';
    assert.deepEqual(JSON.parse(read), [words, html, authors]);
  },
);

test('a feed stays below 250 kB: the last entries then have their excerpt and a link', async () => {
  const entries = Array.from({ length: 50 }, (_, n) =>
    madeEntry({
      id: `${ROOT}/${n}/`,
      title: `Number ${n} <&>`,
      html: `<p>${'é & '.repeat(4_000)}</p>`,
    }),
  );
  const feed = await formatRss(madeFeed({ entries }));
  const bytes = Buffer.byteLength(feed);
  assert.ok(bytes < 250_000 && bytes > 200_000, `${bytes} bytes`);
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const { rss } = parser.parse(feed) as { rss: { channel: { item: Item[] } } };
  const texts = rss.channel.item.map((item) => item['content:encoded']);
  assert.equal(texts.length, 50);
  const whole = texts.findIndex((text) => !text.includes('é'));
  assert.ok(whole > 3);
  for (const [n, text] of texts.entries()) {
    if (n < whole) assert.ok(text.includes('é'.normalize()));
    else
      assert.ok(
        text.endsWith(`<p><a href="${ROOT}/${n}/">Number ${n} &lt;&amp;&gt;</a></p>`),
        text,
      );
  }
});

test('of several attachments the first is the enclosure', async () => {
  const attachments = ['a', 'b'].map((name) => ({
    url: `${ROOT}/media/${name}.pdf`,
    title: name,
    mediaType: 'application/pdf',
    bytes: 7,
  }));
  const { item } = await channelOf(madeFeed({ entries: [madeEntry({ attachments })] }));
  assert.deepEqual(item?.enclosure, {
    '@_url': `${ROOT}/media/a.pdf`,
    '@_length': '7',
    '@_type': 'application/pdf',
  });
});

test('characters that XML cannot hold do not spoil a feed, and one without entries has no last change', async () => {
  const { item } = await channelOf(
    madeFeed({ entries: [madeEntry({ title: 'A\u0000B\u000bC' })] }),
  );
  assert.equal(item?.title, 'ABC');
  const empty = await channelOf(madeFeed({ entries: [], modified: undefined }));
  assert.deepEqual([empty.item, empty['lastBuildDate']], [undefined, undefined]);
});
