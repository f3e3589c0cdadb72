import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { listSources } from '../../../src/import/sources/list-sources.ts';
import { type FailedItem, type SourceItem } from '../../../src/import/sources/source-item.ts';
import type { ColumnMap } from '../../../src/import/sources/table.ts';
import { WorkFolder } from '../../../src/import/sources/work-folder.ts';
import { zipOf } from '../../support/office-documents.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function list(
  t: TestContext,
  name: string,
  content: string | Buffer,
  columns: ColumnMap = {},
) {
  const folder = await tempFolder(t);
  await writeFile(join(folder, name), content);
  const found: (SourceItem | FailedItem)[] = [];
  for await (const source of listSources([join(folder, name)], columns, () => undefined))
    found.push(source);
  return found;
}

const textOf = (source: SourceItem | FailedItem | undefined) =>
  source !== undefined && 'bytes' in source
    ? Buffer.from(source.bytes ?? []).toString()
    : undefined;
const faultOf = (source: SourceItem | FailedItem | undefined) =>
  source !== undefined && 'failure' in source ? source.failure.message : undefined;

const WXR = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<item><title>Nine Lighthouses Open</title><link>https://sample.example.org/nine/</link><pubDate>Thu, 03 May 2018 17:00:00 +0000</pubDate>
<content:encoded><![CDATA[SAMPLETON – Senator Sample opened <b>nine</b> lighthouses.

They stay open.]]></content:encoded><wp:post_date>2018-05-03 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="coast"><![CDATA[Coast & tides]]></category></item>
<item><title>A draft</title><content:encoded>x</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>A picture</title><wp:status>publish</wp:status><wp:post_type>attachment</wp:post_type></item>
</channel></rss>`;

test('the published posts of a WordPress export, with day, address and topics', async (t) => {
  const [post, ...rest] = await list(t, 'export.xml', WXR);
  assert.equal(rest.length, 0);
  assert.ok(post !== undefined && 'kind' in post);
  assert.equal(post.kind, 'fragment');
  assert.match(
    textOf(post) ?? '',
    /^<p>SAMPLETON – Senator Sample opened <b>nine<\/b> lighthouses\.<\/p>\n<p>They stay open\.<\/p>$/,
  );
  assert.deepEqual(
    [post.metadata?.title, post.metadata?.date, post.metadata?.source, post.metadata?.topics],
    ['Nine Lighthouses Open', '2018-05-03', 'https://sample.example.org/nine/', ['Coast & tides']],
  );
});

/** An export of one post with this content, and other elements of it. */
const wxr = (title: string, content: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>${title}</title>
<content:encoded><![CDATA[${content}]]></content:encoded>${more}<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

async function post(t: TestContext, title: string, content: string, more?: string) {
  const [one] = await list(t, 'export.xml', wxr(title, content, more));
  assert.ok(one !== undefined && 'kind' in one);
  return one;
}

test('a classic post has the paragraphs and breaks that WordPress shows, beside tags too', async (t) => {
  const contents = {
    '<p style="x">Head</p>\nOne\ntwo\n\nThree': ['<p style="x">Head</p>', '<p>One<br>two</p>', '<p>Three</p>'],
    'Hours:\n<ul>\n<li>noon</li>\n</ul>\nOne\ntwo': ['<p>Hours:</p>', '<ul>\n<li>noon</li>\n</ul>', '<p>One<br>two</p>'],
    '<blockquote>One\n\nTwo</blockquote>\n\nAfter': ['<blockquote><p>One</p>', '<p>Two</p></blockquote>', '<p>After</p>'],
    '<pre>a\n\nb</pre>\n<b>c\nd</b>': ['<pre>a\n\nb</pre>', '<p><b>c<br>d</b></p>'],
  }; // prettier-ignore
  for (const [content, expected] of Object.entries(contents))
    assert.equal(textOf(await post(t, 'A', content)), expected.join('\n'), content);
});

test('a post of the block editor stays as it is', async (t) => {
  const content = '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->';
  assert.equal(textOf(await post(t, 'A', content))?.trim(), '<p>One\ntwo</p>');
});

test('references and emphasis in titles are read, in whatever way they are written', async (t) => {
  for (const title of ['Ferry &amp;#8211; Bridge', '<![CDATA[Ferry &#8211; <em>Bridge</em>]]>', 'Ferry – Bridge']) {
    assert.equal((await post(t, title, 'Words.')).metadata?.title, 'Ferry – Bridge', title);
  } // prettier-ignore
});

test('shortcodes are taken out and reported, words in brackets stay', async (t) => {
  const content = 'He said “their [sic] boat” [and the dock]. [su_note color="red"]Free[/su_note] [map id=3] [caption id="a"]The boat[/caption]';
  const { alsoLeftOut, ...one } = await post(t, 'A', content);
  assert.equal(textOf(one)?.replace(/ +/g, ' '), '<p>He said “their [sic] boat” [and the dock]. Free The boat</p>');
  assert.deepEqual(alsoLeftOut?.map(({ text }) => text), ['[su_note color="red"]', '[map id=3]', '[caption id="a"]']);
}); // prettier-ignore

test('tags, excerpt, comments and custom fields of a post are reported; a subtitle is one', async (t) => {
  const more = `<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded><category domain="post_tag" nicename="f"><![CDATA[Ferry]]></category>
    <wp:comment><wp:comment_content>Hooray</wp:comment_content></wp:comment>
    <wp:postmeta><wp:meta_key>_subtitle</wp:meta_key><wp:meta_value>From June on</wp:meta_value></wp:postmeta>
    <wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>admin</wp:meta_value></wp:postmeta>
    <wp:postmeta><wp:meta_key>photographer</wp:meta_key><wp:meta_value>Casey Lens</wp:meta_value></wp:postmeta>`;
  const { metadata, alsoLeftOut } = await post(t, 'A', 'Words.', more);
  assert.equal(metadata?.subtitle, 'From June on');
  assert.deepEqual(
    alsoLeftOut?.map(({ text }) => text),
    ['tags: Ferry', 'excerpt: In short.', 'comments: 1', 'photographer: Casey Lens'],
  );
});

test('a post behind a password is not published', async (t) => {
  const more = '<wp:post_password>quiet</wp:post_password>';
  assert.deepEqual(await list(t, 'export.xml', wxr('A', 'Words.', more)), []);
});

test('rows of a table, by the names that columns often have or that are said', async (t) => {
  const csv = 'Headline;Day;Text\n"Nine; Lighthouses";3 May 2018;"SAMPLETON – one\n\ntwo"\n';
  const [row] = await list(t, 'releases.csv', csv, { date: 'Day' });
  assert.ok(row !== undefined && 'kind' in row);
  assert.match(row.name, /releases\.csv: row 2$/);
  assert.deepEqual([row.metadata?.title, row.metadata?.date], ['Nine; Lighthouses', '2018-05-03']);
  assert.equal(textOf(row), 'SAMPLETON – one\n\ntwo');
});

test('a contact in one column keeps title and office', async (t) => {
  const csv =
    'Headline,Text,Contact\nA,one,"Casey Contact, Press Secretary, Office of Senator Sample, (916) 555-0101"\n';
  const [row] = await list(t, 'x.csv', csv);
  assert.ok(row !== undefined && 'kind' in row);
  assert.deepEqual(row.metadata?.contact, [
    {
      name: 'Casey Contact',
      title: 'Press Secretary',
      office: 'Office of Senator Sample',
      phone: '(916) 555-0101',
    },
  ]);
});

test('a number too short for a telephone is reported as left out, whether or not there is a contact', async (t) => {
  const csv =
    'Text,Contact,Phone,Email\none,Casey Contact,x 1234,casey@example.org\ntwo,Riley Wire,5678,\n';
  const rows = await list(t, 'x.csv', csv);
  const reported = rows.map((row) =>
    'kind' in row ? [row.metadata?.contact, row.alsoLeftOut?.map(({ text }) => text)] : undefined,
  );
  assert.deepEqual(reported, [
    [[{ name: 'Casey Contact', email: 'casey@example.org' }], ['Phone: x 1234']],
    [undefined, ['Contact: Riley Wire', 'Phone: 5678']],
  ]);
});

test('a table without a column for the text says which columns it has', async (t) => {
  assert.match(
    faultOf((await list(t, 'x.csv', 'a,b\n1,2\n'))[0]) ?? '',
    /no column for the text; its columns are a, b/,
  );
});

test('lines of JSON: one that is broken does not stop the others', async (t) => {
  const rows = await list(
    t,
    'x.jsonl',
    '{"title":"A","body":"one"}\n{"title":\n{"title":"C","body":"<p>three</p>"}\n',
  );
  assert.deepEqual(
    rows.map((row) => ('kind' in row ? row.kind : faultOf(row))),
    ['txt', 'is not a JSON object', 'fragment'],
  );
});

test('a zip archive gives its documents and leaves the rest', async (t) => {
  const zip = await zipOf({
    'a/one.txt': 'one',
    'a/picture.png': 'x',
    '__MACOSX/a/._one.txt': 'x',
    'two.html': '<p>two',
  });
  assert.deepEqual(
    (await list(t, 'x.zip', zip)).map(({ name }) => name.replace(/^.*: /, '')),
    ['a/one.txt', 'two.html'],
  );
});

test('a zip archive that is a bomb, or points outside itself, is refused', async (t) => {
  const bomb = await zipOf({ 'bomb.txt': Buffer.alloc(20 * 1024 * 1024) });
  assert.match(
    faultOf((await list(t, 'bomb.zip', bomb))[0]) ?? '',
    /unpacks to far more than any release/,
  );
  const inside = await zipOf({ 'aa/evil.txt': 'evil' });
  const outside = Buffer.from(
    inside.toString('latin1').replaceAll('aa/evil.txt', '../evil.txt'),
    'latin1',
  );
  assert.match(
    faultOf((await list(t, 'out.zip', outside))[0]) ?? '',
    /\.\.\/evil\.txt, a name that points outside the archive/,
  );
  assert.match(faultOf((await list(t, 'cut.zip', inside.subarray(0, 40)))[0]) ?? '', /damaged zip/);
});

test('documents of other programs are named, with the way to a file that can be read', async (t) => {
  for (const [name, what] of Object.entries({
    'a.xlsx': 'is a spreadsheet',
    'a.key': 'is a presentation',
    'a.pub': 'is of a page layout program',
    'a.pst': 'is a whole mailbox',
    'a.gdoc': 'is only a link to a document in Google Docs',
    'a.rar': 'is an archive of another kind than .zip',
    'a.xyz': 'is of a kind that cannot be imported',
  }))
    assert.equal(faultOf((await list(t, name, 'x'))[0]), what);
});

test('in a folder, lock files and what is no document are skipped and counted', async (t) => {
  const folder = await tempFolder(t, {
    'one.docx': 'x',
    '~$one.docx': 'x',
    '.~lock.two.odt#': 'x',
    '.DS_Store': 'x',
    'lamp.png': 'x',
    'old.pages/index.xml': 'x',
    'box/mbox': 'From a@example.org Thu May  3 17:00:00 2018\nSubject: x\n\nwords\n',
  });
  const skipped: string[] = [];
  const sources = listSources([folder], {}, (name, [kind]) => void skipped.push(`${basename(name)}: ${kind}`)); // prettier-ignore
  const names = (await Array.fromAsync(sources)).map((one) => [basename(one.name), faultOf(one)]);
  assert.deepEqual(names, [
    ['mbox: mail 1', undefined],
    ['old.pages', 'is a folder, as old versions of Pages save their documents'],
    ['one.docx', undefined],
  ]);
  assert.deepEqual(
    skipped.map((line) => line.split(' ').slice(0, 3).join(' ')),
    ['.~lock.two.odt#: lock file', 'lamp.png: file of', '~$one.docx: lock file'],
  );
});

test('a page in a zip archive has the pictures beside it, as Google Docs saves them', async (t) => {
  const html =
    '<h1>Nine Lighthouses Open</h1><p>All of them. <img src="images/lamp.png" alt="A lamp"></p>';
  const folder = new WorkFolder();
  t.after(() => folder.close());
  const path = join(await tempFolder(t), 'letter.zip');
  await writeFile(path, await zipOf({ 'Letter.html': html, 'images/lamp.png': 'picture' }));
  const sources = listSources([path], {}, () => undefined, undefined, folder);
  const [page, ...rest] = await Array.fromAsync(sources);
  assert.deepEqual(rest, []);
  assert.ok(page !== undefined && 'path' in page && page.path !== undefined);
  const picture = join(dirname(page.path), 'images', 'lamp.png');
  assert.equal(await readFile(picture, 'utf8'), 'picture');
  await folder.close();
  await assert.rejects(readFile(picture), { code: 'ENOENT' });
});

test('half of a character in a table is a fault of its row alone', async (t) => {
  const rows = [
    String.raw`{"title": "A \ud800 B", "body": "Words."}`,
    String.raw`{"title": "A \ud83c\udfee B", "body": "Words."}`,
  ];
  const [first, second] = await list(t, 'a.jsonl', rows.join('\n'));
  assert.equal(faultOf(first), 'has half of a character, which no page can show');
  assert.equal(textOf(second), 'Words.');
});
