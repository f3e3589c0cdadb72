import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableSource } from '../../../src/import/read/document.ts';
import { wordpressItems } from '../../../src/import/sources/wordpress.ts';

interface Post {
  title?: string;
  content?: string;
  fields?: Record<string, string>;
  categories?: string;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>`;

/** An export of posts that are published, but for what is given. */
const exportOf = (...posts: Post[]) => {
  const items = posts.map(
    ({ title = 'A title', content = 'Words.', fields = {}, categories = '' }) => {
      const all = { 'wp:status': 'publish', 'wp:post_type': 'post', ...fields };
      const elements = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
      return `<item><title>${title}</title>${elements.join('')}${categories}
<content:encoded><![CDATA[${content}]]></content:encoded></item>`;
    },
  );
  return `${HEAD}${items.join('\n')}</channel></rss>`;
};

function itemsOf(xml: string) {
  const skipped: [string, string][] = [];
  const items = wordpressItems(Buffer.from(xml), 'a.xml', (what, [kind]) => {
    skipped.push([what, kind]);
  });
  return { items, skipped };
}

const bodyOf = (xml: string) => Buffer.from(itemsOf(xml).items[0]?.bytes ?? []).toString();

test('a post has its title, address and topics; the day is that of the site, else that of the feed', () => {
  const categories =
    '<category domain="category"><![CDATA[Tides & wells]]></category>' +
    '<category domain="post_tag">a tag</category><category domain="category">Uncategorized</category>';
  const fields = {
    link: 'https://example.org/a/',
    'wp:post_date': '2018-05-03 23:30:00',
    pubDate: 'Fri, 04 May 2018 06:30:00 +0000',
  };
  const [item] = itemsOf(exportOf({ fields, categories })).items;
  assert.deepEqual([item?.name, item?.kind], ['a.xml: A title', 'fragment']);
  assert.deepEqual(item?.metadata, {
    title: 'A title',
    date: '2018-05-03',
    source: 'https://example.org/a/',
    topics: ['Tides & wells'],
    confidence: 1,
  });
  const [other] = itemsOf(exportOf({ fields: { pubDate: fields.pubDate } })).items;
  assert.deepEqual([other?.metadata?.date, other?.metadata?.topics], ['2018-05-04', undefined]);
});

test('drafts, pages and pictures are skipped, each with its kind and its name', () => {
  const { items, skipped } = itemsOf(
    exportOf(
      { title: 'A draft', fields: { 'wp:status': 'draft' } },
      { title: 'A page', fields: { 'wp:post_type': 'page' } },
      { title: '', fields: { 'wp:post_type': 'attachment', 'wp:post_id': '12' } },
      { title: 'Lanterns' },
    ),
  );
  assert.deepEqual(
    items.map(({ name }) => name),
    ['a.xml: Lanterns'],
  );
  assert.deepEqual(skipped, [
    ['a.xml: A draft', 'unpublished post'],
    ['a.xml: A page', 'post of type page'],
    ['a.xml: post 12', 'post of type attachment'],
  ]);
});

test('blank lines make paragraphs and line ends breaks, but not around blocks or in HTML', () => {
  assert.equal(
    bodyOf(exportOf({ content: 'One\ntwo.\n\nThree.' })),
    '<p>One<br>two.</p>\n<p>Three.</p>',
  );
  const list = 'One.\n\n<ul>\n<li>Two</li>\n</ul>';
  assert.equal(bodyOf(exportOf({ content: list })), '<p>One.</p>\n<ul>\n<li>Two</li>\n</ul>');
  const html = '<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->';
  assert.equal(bodyOf(exportOf({ content: html })), '\n<p>One</p>\n');
});

test('shortcodes are left out and reported; words in brackets stay', () => {
  const content = 'One [sic].\n\n[gallery ids="1,2"]\n\n[videotape] stays.';
  const [item] = itemsOf(exportOf({ content })).items;
  assert.deepEqual(
    item?.alsoLeftOut?.map(({ text }) => text),
    ['[gallery ids="1,2"]'],
  );
  const body = Buffer.from(item?.bytes ?? []).toString();
  assert.ok(
    body.includes('[sic]') && body.includes('[videotape]') && !body.includes('gallery'),
    body,
  );
});

test('other XML, and XML with entities of its own, is refused with what to do', () => {
  const faults = [
    ['<feed><entry/></feed>', 'is not an export of WordPress'],
    ['<rss version="2.0"><channel/></rss>', 'is not an export of WordPress'],
    [`<!DOCTYPE rss>${exportOf({})}`, 'has entities in it, which WordPress never writes'],
  ] as const;
  for (const [xml, message] of faults) {
    assert.throws(
      () => itemsOf(xml),
      (cause) =>
        cause instanceof UnreadableSource && cause.message === message && cause.hint !== '',
      xml,
    );
  }
  assert.deepEqual(itemsOf(`${HEAD}</channel></rss>`).items, []);
});
