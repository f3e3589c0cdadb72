import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Listed, listMany } from '../../../src/import/sources/list-many.ts';

/** The releases in an export, in short, and the names of what was skipped. */
async function listed(name: string, content: string, timeZone?: string) {
  const { sources, skipped }: Listed = await listMany({
    name,
    bytes: Buffer.from(content),
    columns: {},
    timeZone,
  });
  return {
    releases: sources.map((one) =>
      'failure' in one
        ? [one.failure.message]
        : [
            one.metadata?.title,
            one.metadata?.date,
            one.kind,
            Buffer.from(one.bytes ?? []).toString(),
          ],
    ),
    leftOut: sources.flatMap((one) => ('alsoLeftOut' in one ? (one.alsoLeftOut ?? []) : [])),
    addresses: sources.map((one) => ('metadata' in one ? one.metadata?.source : undefined)),
    skipped: skipped.map(([what]) => what),
  };
}

const NODES = {
  data: [
    {
      type: 'node--press_release',
      id: 'a1',
      attributes: {
        title: 'Nine Lighthouses Open',
        status: true,
        created: '2018-05-04T01:30:00+00:00',
        body: { value: '<p>All nine.</p>', format: 'basic_html', summary: 'Nine.' },
      },
    },
    { type: 'node--press_release', id: 'a2', attributes: { title: 'A draft', status: false, body: { value: 'x' } } },
  ],
  links: { self: { href: 'https://example.org/jsonapi' } },
}; // prettier-ignore

test('Drupal, JSON:API: published nodes, with the day where the archive is', async () => {
  const { releases, leftOut, skipped } = await listed('nodes.json', JSON.stringify(NODES), 'America/Los_Angeles'); // prettier-ignore
  assert.deepEqual(releases, [
    ['Nine Lighthouses Open', '2018-05-03', 'fragment', '<p>All nine.</p>'],
  ]);
  assert.deepEqual(leftOut.map(({ text }) => text), ['id: a1', 'status: true', 'body.summary: Nine.']); // prettier-ignore
  assert.ok(skipped.includes('nodes.json: 2'));
});

test('Drupal, REST: fields that are lists of values', async () => {
  const node = {
    nid: [{ value: 7 }],
    title: [{ value: 'The Pears Bloom' }],
    body: [{ value: '<p>All of them.</p>', format: 'full_html', processed: '<p>All of them.</p>', summary: '' }],
    created: [{ value: '2019-04-02T10:00:00-07:00', format: 'Y-m-d' }],
    field_tags: [{ target_id: 3 }, { target_id: 4 }],
  }; // prettier-ignore
  const { releases, leftOut } = await listed('node.json', JSON.stringify([node]));
  assert.deepEqual(releases, [
    ['The Pears Bloom', '2019-04-02', 'fragment', '<p>All of them.</p>'],
  ]);
  assert.deepEqual(
    leftOut.map(({ text }) => text),
    ['nid: 7', 'field_tags: 3, 4'],
  );
});

test('Drupal, views: lists of nodes in JSON and in XML, seconds since 1970', async () => {
  const json = { nodes: [{ node: { title: 'One', body: 'Words of one.', created: '1525363200' } }, { node: { title: 'Two', body: 'Words of two.', created: '3 May 2018' } }] }; // prettier-ignore
  const { releases } = await listed('view.json', JSON.stringify(json), 'Asia/Tokyo');
  assert.deepEqual(releases, [
    ['One', '2018-05-04', 'txt', 'Words of one.'],
    ['Two', '2018-05-03', 'txt', 'Words of two.'],
  ]);
  const xml = `<?xml version="1.0"?>
<response><item key="0"><title>One</title><body>&lt;p&gt;A &amp;amp; b&lt;/p&gt;</body><created>2018-05-03</created></item>
<item key="1"><title>Two</title><body><![CDATA[<p>Two</p>]]></body><created>2018-05-04</created></item></response>`;
  assert.deepEqual((await listed('view.xml', xml)).releases, [
    ['One', '2018-05-03', 'fragment', '<p>A &amp; b</p>'],
    ['Two', '2018-05-04', 'fragment', '<p>Two</p>'],
  ]);
});

const RICOS = {
  nodes: [
    { type: 'HEADING', headingData: { level: 2 }, nodes: [{ type: 'TEXT', textData: { text: 'All nine' } }] },
    {
      type: 'PARAGRAPH',
      nodes: [
        { type: 'TEXT', textData: { text: 'They are ', decorations: [] } },
        { type: 'TEXT', textData: { text: 'open', decorations: [{ type: 'BOLD' }, { type: 'LINK', linkData: { link: { url: 'https://example.org/' } } }] } },
        { type: 'TEXT', textData: { text: ' & lit.' } },
      ],
    },
    { type: 'BULLETED_LIST', nodes: [{ type: 'LIST_ITEM', nodes: [{ type: 'PARAGRAPH', nodes: [{ type: 'TEXT', textData: { text: 'one' } }] }] }] },
    { type: 'UNHEARD_OF', nodes: [{ type: 'TEXT', textData: { text: 'within' } }] },
    { type: 'IMAGE', imageData: { image: { src: { url: 'https://static.example.org/lamp.png' } }, altText: 'A lamp', caption: 'The lamp' } },
  ],
}; // prettier-ignore
const HTML =
  '<h2>All nine</h2><p>They are <a href="https://example.org/"><strong>open</strong></a> &#x26; lit.</p><ul><li><p>one</p></li></ul>within<img src="https://static.example.org/lamp.png" alt="A lamp"><p>The lamp</p>';

test('Wix: rich content in its API’s JSON and in a table of its collections', async () => {
  const items = {
    dataItems: [
      { id: 'w1', data: { title: 'Nine Open', richContent: RICOS, publishedDate: '2018-05-03' } },
    ],
  };
  assert.deepEqual((await listed('posts.json', JSON.stringify(items))).releases, [
    ['Nine Open', '2018-05-03', 'fragment', HTML],
  ]);
  const cell = JSON.stringify(RICOS).replaceAll('"', '""');
  const csv = `Title,Rich Content,Published Date\nNine Open,"${cell}",2018-05-03T10:00:00Z\n`;
  assert.deepEqual((await listed('posts.csv', csv, 'America/Los_Angeles')).releases, [
    ['Nine Open', '2018-05-03', 'fragment', HTML],
  ]);
});

test('Squarespace exports what WordPress does', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Sample</title><link>https://sample.example.org</link><item><title>Nine Open</title><link>/news/nine</link><content:encoded><![CDATA[<div class="sqs-html-content"><p>All nine.</p></div>]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2018-05-03 10:00:00</wp:post_date></item></channel></rss>`;
  const { releases, addresses } = await listed('squarespace.xml', xml);
  assert.deepEqual(addresses, ['https://sample.example.org/news/nine']);
  assert.deepEqual(releases[0]?.slice(0, 3), ['Nine Open', '2018-05-03', 'fragment']);
});

test('an export without a list of releases, or with entities, says so', async () => {
  await assert.rejects(listed('a.xml', '<a/>'), /has no (?:list of releases|column for the text)/);
  await assert.rejects(
    listed('a.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    /has entities in it/,
  );
  await assert.rejects(
    listed('a.json', '{"a": 1}'),
    /has no column for the text; its columns are a/,
  );
  const feed =
    '<rss><channel><item><title>A</title><description>Short</description></item></channel></rss>';
  await assert.rejects(listed('feed.xml', feed), /has no column for the text/);
});
