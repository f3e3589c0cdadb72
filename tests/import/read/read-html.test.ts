import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture, people } from './fixture.ts';

test('a page of a WordPress theme: header, sidebar and footer are left out, scripts are no words', async () => {
  const { fields, markdown, leftOut, metadata } = await convertFixture('wordpress-page.html');
  assert.equal(fields.title, 'Senator Sample Opens Nine Lighthouses');
  assert.equal(fields.date, '2018-05-03');
  assert.equal(fields.endMark, '# # #');
  assert.deepEqual(people(fields.contact), ['Casey Contact (916) 555-0111']);
  assert.match(markdown, /^> The keepers wrote/m);
  assert.match(
    markdown,
    /\[table of hours\]\(https:\/\/sample\.example\.org\/lighthouses\/hours\/\)/,
  );
  assert.match(markdown, /^- No lamps of one’s own$/m);
  assert.ok(!/Recent Posts|Share this|Privacy Policy|Track every/.test(markdown));
  assert.ok(leftOut.some(({ text }) => text.includes('Recent Posts')));
  assert.equal(metadata?.source, 'https://sample.example.org/news/nine-lighthouses/');
});

test('a page of Drupal’s fields', async () => {
  const { fields, markdown } = await convertFixture('drupal-page.html');
  assert.equal(fields.title, 'Ferry Fares Frozen for Two Years');
  assert.equal(fields.date, '2012-06-06');
  assert.equal(fields.dateline, 'PLACEHOLDER FALLS, CA');
  assert.deepEqual(people(fields.contact), ['Riley Wire 916-555-0122']);
  assert.match(markdown, /\| Mill to ridge +\| \$2\.00/);
});

test('the day in a page’s metadata may be written as mails write it', async () => {
  const page = (day: string) =>
    `<!doctype html><meta name="date" content="${day}"><title>Nine Lighthouses Open</title><p>Nine lighthouses opened to all who can climb their stairs, and the keepers were glad of them.</p>`;
  for (const day of ['Wed, 22 Nov 2017 09:00:00 -0800', 'Wed, 22 Nov 2017', '2017-11-22T09:00']) {
    const { metadata } = await convertDocument(Buffer.from(page(day)), 'html');
    assert.equal(metadata?.date, '2017-11-22', day);
  }
});

test('an old page framed by tables, in Windows-1252', async () => {
  const { fields, story } = await convertFixture('table-page.html');
  assert.equal(fields.title, 'SPECIMEN TO HOLD OFFICE HOURS ON THE NIGHT BUS');
  assert.deepEqual(people(fields.contact), ['Dana Desk 916/555-0133']);
  assert.equal(story.split('\n\n').length, 3);
});

/** A saved page: navigation, an article with these parts, a footer. */
const page = (parts: string, head = '') =>
  Buffer.from(
    `<!doctype html><meta charset="utf-8"><title>Ferry Runs at Night - Newsroom</title>${head}<body><header><nav><a href="/">Home</a> <a href="/n">News</a></nav></header><main><article><h1>Ferry Runs at Night</h1><p>May 3, 2016</p>${parts}</article></main><footer><p>Privacy and terms of the site</p></footer>`,
  );
const STORY = [
  'SAMPLETON – The ferry will run at night from June on, Senator Sam Sample announced today, after the towns on both banks had asked for it.',
  'Bakers and nurses begin to work before the first boat leaves, and many of them have walked across the bridge for years to be there in time.',
  'The first night boat leaves the north bank at eleven, and the last comes back at four in the morning with the fishermen.',
].map((text) => `<p>${text}</p>`);

test('what lies between two parts of a story is in the release', async () => {
  const between = {
    'a paragraph that is a link': '<div><p><a href="https://example.org/plan">The towns voted for the plan in March, after two years of talks about its costs.</a></p></div>',
    'text in boxes': '<div><div><div>Fares stay as they are.</div></div></div>',
    'a pull quote': '<aside class="pullquote"><p>“The river never sleeps,” said Senator Sample.</p></aside>',
    'a caption': '<figure><figcaption>The night boat at the north bank.</figcaption></figure>',
    'a short line': '<p><strong>The hours</strong></p>',
  }; // prettier-ignore
  for (const [what, html] of Object.entries(between)) {
    const [first = '', second = '', third = ''] = STORY;
    const { text } = await convertDocument(page(first + second + html + third), 'html');
    const words = html.replace(/<[^>]+>/g, '');
    assert.ok(text.includes(words), `${what}: ${text}`);
    assert.ok(!/Home|Privacy/.test(text));
  }
});

test('the footer of an article is read, that of its page is not', async () => {
  const footer =
    '<footer class="article-footer"><p>Contact: Casey Contact, (916) 555-0101</p><p>The bill goes to the floor on Friday.</p></footer>';
  const { text, leftOut } = await convertDocument(page(STORY.join('') + footer), 'html');
  assert.match(text, /The bill goes to the floor on Friday\./);
  assert.ok(leftOut.some((one) => one.text.includes('Privacy and terms')));
});

test('buttons for sharing inside a story are left out, words that someone said are missed', async () => {
  const [first = '', ...others] = STORY;
  const share = '<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Tweet</a></div>';
  const teaser =
    '<div class="related"><h3>Related</h3><p>“We will count the boats again next year,” the captain said in 2014</p></div>';
  const { text, warnings } = await convertDocument(
    page(first + share + others.join('') + teaser),
    'html',
  );
  assert.ok(!/Facebook|count the boats/.test(text));
  assert.match(warnings.join(' '), /Left out a quotation or a contact.*We will count the boats/);
});

test('the headline that a page names is the release’s, whatever other headings it has', async () => {
  const head = '<meta property="og:title" content="Ferry Runs at Night &amp;#8211; At Last">';
  const bytes = Buffer.from(
    `<!doctype html><meta charset="utf-8"><title>News</title>${head}<body><header><h1>Office of Senator Sam Sample</h1><nav><a href="/">Home</a></nav></header><div class="content"><div class="title">Ferry Runs at Night – At Last</div><div>May 3, 2016</div>${STORY.join('')}</div>`,
  );
  const { fields, leftOut } = await convertDocument(bytes, 'html');
  assert.equal(fields.title, 'Ferry Runs at Night – At Last');
  assert.ok(leftOut.some(({ text }) => text.includes('Office of Senator Sam Sample')));
});

test('a form around all of a page, as ASP.NET has it, is not navigation', async () => {
  const bytes = Buffer.from(
    `<!doctype html><title>News</title><body><form action="#"><div class="menu"><a href="/">Home</a></div><div><h1>Ferry Runs at Night</h1>${STORY.join('')}</div></form>`,
  );
  const { text } = await convertDocument(bytes, 'html');
  assert.match(text, /The first night boat/);
  assert.ok(!text.includes('Home'));
});

test('what a browser does not show is reported, not published', async () => {
  const hidden =
    '<p style="display: none">Draft of April</p><p hidden>Not yet</p><button>Play</button>';
  const { text, leftOut } = await convertDocument(page(STORY.join(hidden)), 'html');
  assert.ok(!/Draft of April|Not yet|Play/.test(text));
  const reported = leftOut.map((one) => one.text).join(' ');
  assert.match(reported, /Draft of April.*Not yet.*Play/);
});

test('players and frames are named', async () => {
  const player = '<iframe title="The night boat" src="https://video.example.org/1"></iframe>';
  const { leftOut, warnings } = await convertDocument(page(STORY.join(player)), 'html');
  assert.ok(leftOut.some(({ text }) => text === 'The night boat, https://video.example.org/1'));
  assert.match(warnings.join(' '), /Left out a player or a frame: The night boat/);
});

test('links without words are no links, captions of tables are paragraphs', async () => {
  const html =
    '<p><a href="https://example.org/1"></a>The fares:</p><table><caption>Fares by bank</caption><tr><td>North</td><td>$2</td></tr><tr><td>South</td><td>$3</td></tr></table>';
  const { markdown } = await convertDocument(page(STORY.join('') + html + '<p>They stay as they are until the end of the year.</p>'), 'html'); // prettier-ignore
  assert.ok(!markdown.includes('example.org/1'));
  assert.match(markdown, /^Fares by bank\n\n\|/m);
});

test('pages of the time of tables and fonts keep paragraphs and quotations', async () => {
  const [first = '', second = '', third = ''] = STORY.map((html) => html.replace(/<[^>]+>/g, ''));
  const cells = {
    'lines and breaks': `<font size="2">Ferry Runs at Night<br><br>May 3, 2016<br><br>${first}<br><br><blockquote>${second}</blockquote>${third}</font>`,
    'paragraphs in a font': `<font><p>Ferry Runs at Night</p><p>May 3, 2016</p><p>${first}</p><blockquote>${second}</blockquote><p>${third}</p></font>`,
    'breaks in bold': `<b>Ferry Runs at Night<br><br>May 3, 2016</b><br><br>${first}<br><br><blockquote>${second}</blockquote>${third}`,
  };
  for (const [what, cell] of Object.entries(cells)) {
    const html = `<title>Ferry</title><body><table><tr><td>${cell}</td></tr></table>`;
    const { fields, story } = await convertDocument(Buffer.from(html), 'html');
    assert.equal(fields.title, 'Ferry Runs at Night', what);
    assert.equal(fields.date, '2016-05-03', what);
    assert.deepEqual(story.split('\n\n').slice(-2), [second, third], what);
  }
});

test('an encoding is followed wherever a page declares it, and guessed where it does not', async () => {
  const words = 'Сенатор открыл девять читальных залов. Жители пришли раньше, чем открылись двери.';
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, n) => n)); // prettier-ignore
  const bytes = (text: string) => Buffer.from([...text].map((one) => table.indexOf(one)));
  const late = `<!doctype html><html><head><script>${' '.repeat(3000)}</script><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`;
  for (const head of [late, '<!doctype html><html><head>']) {
    const { text } = await convertDocument(bytes(`${head}<title>x</title></head><body><p>${words}</p>`), 'html'); // prettier-ignore
    assert.equal(text, words);
  }
});

test('the day of a page’s JSON-LD and of its time element', async () => {
  const days = [
    '<script type="application/ld+json">{"@graph":[{"@type":"Organization"},{"@type":"NewsArticle","datePublished":"2016-05-03T09:00:00-07:00"}]}</script>',
    '<time datetime="2016-05-03">Tuesday</time>',
  ];
  for (const html of days) {
    const bytes = Buffer.from(`<title>Ferry Runs at Night</title>${html}${STORY.join('')}`);
    assert.equal((await convertDocument(bytes, 'html')).metadata?.date, '2016-05-03', html);
  }
});

test('no element swallows its words or joins those around it', async () => {
  const parts = ['<h2><div>The first</div><p>of three</p></h2>', '<menu><li>By day</li></menu>', '<dialog open>By night</dialog>', '<label>North</label><label>South</label>', 'East<button>Go</button>West', '<math><mi>mile</mi></math>', '<details><summary>Hours</summary>Noon</details>', '<b>one<div>two</div>three</b>', '<h3><div>one</div>two</h3>']; // prettier-ignore
  for (const part of parts) {
    const { account, text } = await convertDocument(page(STORY.join(`<div>${part}</div>`)), 'html');
    assert.deepEqual(account.missing, [], part);
    const words = part.replace(/<button>.*<\/button>/, ' ').replace(/<[^>]+>/g, ' ');
    for (const word of words.split(/ +/)) assert.match(text, new RegExp(`\\b${word}\\b`), part);
  }
});

test('the name of a site is no headline, but the title of a page may begin with an office', async () => {
  const named = async (title: string) => {
    const html = `<!doctype html><title>${title}</title><body>${STORY.join('')}`;
    return (await convertDocument(Buffer.from(html), 'html')).metadata?.title;
  };
  assert.equal(await named('Sample County - News'), undefined);
  assert.equal(await named('Press Release'), undefined);
  assert.equal(await named('Senator Sample on the Night Bus'), 'Senator Sample on the Night Bus');
});
