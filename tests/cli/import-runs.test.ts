import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../support/run-command.ts';
import { runHere } from '../support/run-here.ts';
import { type Files, tempFolder, writeFiles } from '../support/temp-folder.ts';

const FILES = 100;
const SITE =
  'title: Samples\ndescription: Made up\npublisher: Samples\nlanguage: en\ntimezone: UTC\n';
const WORDS = 'harbor lamp bridge river ferry library garden school window paper'.split(' ');

/** Some words, others for each number. */
function wordsIn(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 24 }, () => {
    state = (state * 48271) % 2147483647;
    return WORDS[state % WORDS.length];
  }).join(' ');
}

const releaseOf = (n: number) => `May ${1 + (n % 28)}, ${2001 + (n % 20)}

Contact: Casey Contact, (916) 555-0101

The ${wordsIn(n)}

SAMPLETON – Assemblymember Alex Example counted ${n} of them: ${wordsIn(n + 1000)} ${wordsIn(n * 7)}.
`;

async function setUp(t: TestContext, sources: Files) {
  const folder = await tempFolder(t, {
    'content/site.yaml': SITE,
    'content/releases/': '',
    'content/offices/assemblymember-example.yaml': 'name: Assemblymember Example\n',
  });
  await writeFiles(join(folder, 'in'), sources);
  const environment = {
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, 'out'),
    CACHE_DIR: join(folder, 'cache'),
  };
  const args = [join(folder, 'in'), '--report', join(folder, 'r.jsonl')];
  args.push('--office', 'assemblymember-example');
  return { folder, environment, args };
}

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`a run that ${signal} ends continues where it stopped: nothing twice, nothing half`, async (t) => {
    const sources = Array.from({ length: FILES }, (_, n) => [`${n}.txt`, releaseOf(n)] as const);
    const { folder, environment, args } = await setUp(t, Object.fromEntries(sources));
    if (signal === 'SIGKILL') args.push('--allow-duplicates'); // then words tell nothing
    const releases = join(folder, 'content', 'releases');
    const child = spawn(process.execPath, ['src/cli/import.ts', ...args], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    t.after(() => child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    while ((await filesIn(releases)).length < 10 && child.exitCode === null) await sleep(20);
    child.kill(signal);
    assert.deepEqual(await ended, [null, signal], 'it ran until then');

    const early = (await filesIn(releases)).filter((name) => name.endsWith('.md'));
    assert.ok(early.length < FILES, 'it was broken off in the middle');
    assert.equal((await runHere('check', [], environment)).status, 0, 'each is whole');
    const { status, stdout, stderr } = await runHere('import', args, environment);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Imported before: \d+ .*Written: \d+/);
    const texts = await Promise.all(
      (await readdir(releases, { recursive: true }))
        .filter((name) => name.endsWith('.md') && !name.includes('/.'))
        .map((name) => readFile(join(releases, name), 'utf8')),
    );
    const counted = texts.map((text) => /counted (\d+) of/.exec(text)?.[1]);
    assert.equal(new Set(counted).size, FILES, 'every source is there');
    assert.equal(counted.length, FILES, 'and none is there twice');
  });
}

test('a run that was killed before it reported what it wrote does not write it again', async (t) => {
  const { folder, environment, args } = await setUp(t, { 'a.txt': releaseOf(1) });
  args.push('--allow-duplicates');
  await runHere('import', args, environment);
  const report = join(folder, 'r.jsonl');
  const { file, wrote } = JSON.parse(await readFile(report, 'utf8')) as Record<string, unknown>;
  await writeFile(report, `${JSON.stringify({ file, status: 'begun', wrote })}\n{"file":"half`);
  assert.match((await runHere('import', args, environment)).stdout, /^Written: 1$/m);
  assert.match((await runHere('import', args, environment)).stdout, /^Imported before: 1$/m);
  assert.equal((await filesIn(join(folder, 'content', 'releases'))).length, 1);
});

test('--update brings pictures that are new or changed, and leaves what was changed by hand', async (t) => {
  const text = (pictures: string) =>
    `# Pictures Hang\n\nSAMPLETON – Pictures hang in the hall, and *all* may look, as was said today.\n\n${pictures}\n`;
  const { folder, environment, args } = await setUp(t, {
    '2019-05-09.md': text('![One](one.png) ![Two](two.png)'),
    'one.png': 'one',
    'two.png': 'two',
    'three.png': 'three',
  });
  args.push('--contact-name', 'Press Desk', '--contact-phone', '916-555-0100');
  assert.equal((await runHere('import', args, environment)).status, 0);
  const release = 'content/releases/2019/2019-05-09-pictures-hang.md';
  const media = (name: string) => `content/media/2019/2019-05-09-pictures-hang-${name}.png`;
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  await writeFiles(folder, {
    'in/2019-05-09.md': text('![One](one.png) ![Three](three.png)'),
    'in/one.png': 'one, retouched',
    [release]: (await read(release)).replace('all* may look', 'everybody* may look'),
  });
  const { status, stdout, stderr } = await runHere('import', [...args, '--update'], environment);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^\+ media\/2019\/2019-05-09-pictures-hang-one\.png$/m);
  assert.match(stderr, /-two\.png is no longer in its source and was removed from attachments/);
  assert.match(await read(release), /-one\.png[^]*-three\.png[^]*\*everybody\* may look/);
  assert.doesNotMatch(await read(release), /-two\.png/);
  assert.deepEqual(
    [await read(media('one')), await read(media('two')), await read(media('three'))],
    ['one, retouched', 'two', 'three'],
  );
  await writeFiles(folder, { [media('one')]: 'by hand', 'in/one.png': 'one, once more' });
  const again = await runHere('import', [...args, '--update'], environment);
  assert.match(again.stderr, /-one\.png was changed by hand and stays/);
  assert.match(again.stdout, /^Unchanged: 1$/m);
  assert.equal(await read(media('one')), 'by hand');
  assert.equal((await runHere('check', [], environment)).status, 0);
});

test('tables, WordPress, and a mail with attachments come as far as the site', async (t) => {
  const { folder, environment, args } = await setUp(t, {
    't.csv':
      'Headline,Text,Published,Press contact,Bill\n"Library, Reopens","SAMPLETON – The library of Sampleton opened today after two years, and all were glad.\n\n“We waited,” said Example.",2019-04-05,"Casey Contact, (916) 555-0101",AB 1\nBridge Closes,"<p>The <b>bridge</b> closes for nine weeks. <img src=""https://example.org/b.png"" alt=""The bridge""></p>",4/7/2019,,\n',
    't.jsonl': `${JSON.stringify({ headline: 'Parks Get Benches', text: 'Nine parks of Sampleton get benches this year, it was announced.', date: 'May 2, 2020' })}\n`,
    'wp.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<item><title>Lamps Lit</title><link>https://example.org/lamps</link><content:encoded><![CDATA[<p>SAMPLETON – <em>Ninety</em> lamps were lit on Main Street today, the first since the storm.</p>[gallery ids="1"]]]></content:encoded><wp:post_date>2018-05-03 09:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Not Yet</title><content:encoded>x</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
    'm.eml': [
      'From: Casey Contact <casey@example.org>',
      'Subject: Ferry Runs on Sundays',
      'Date: Tue, 05 Jun 2018 20:00:00 -0700',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=B',
      '',
      '--B',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>SAMPLETON – The ferry runs on Sundays from now on, said all who waited for it today. <img src="cid:pic" alt="Ferry"></p>',
      '--B',
      'Content-Type: image/png; name="../../ferry.png"',
      'Content-Disposition: inline; filename="../../ferry.png"',
      'Content-ID: <pic>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      '--B--',
      '',
    ].join('\r\n'),
  });
  args.push('--contact-name', 'Press Desk', '--contact-phone', '916-555-0100');
  const { status, stdout, stderr } = await runHere('import', args, environment);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /Written: 5$/m);
  assert.match(stdout, /^Skipped 1 unpublished post: .*wp\.xml: Not Yet$/m);
  assert.match(stdout, /^Skipped 1 column that no field takes .*: .*t\.csv: Bill$/m);
  const report = await readFile(join(folder, 'r.jsonl'), 'utf8');
  for (const reported of ['Bill: AB 1', 'The bridge (https://example.org/b.png)', '[gallery ids='])
    assert.ok(report.includes(JSON.stringify(reported).slice(1, -1)), reported);
  assert.match(
    await readFile(
      join(folder, 'content/releases/2018/2018-06-05-ferry-runs-on-sundays.md'),
      'utf8',
    ),
    /file: 2018\/2018-06-05-ferry-runs-on-sundays-ferry\.png\n {4}title: ferry\.png/,
  );
  assert.match(
    await readFile(join(folder, 'content/releases/2019/2019-04-05-library-reopens.md'), 'utf8'),
    /title: Library, Reopens\n[^]*name: Casey Contact\n {2}phone: \(916\) 555-0101/,
  );
  assert.equal((await runHere('check', [], environment)).status, 0);
  const built = await runCommand('build', [], environment);
  assert.equal(built.status, 0, built.stderr);
  const page = await readFile(
    join(folder, 'out/releases/2019/04/07/bridge-closes/index.html'),
    'utf8',
  );
  assert.match(page, /<strong>bridge<\/strong> closes for nine weeks/);
});

test('pictures in the folder of a text are imported; others are reported', async (t) => {
  const { folder, environment, args } = await setUp(t, {
    'p/2019-05-09.md':
      '# Pictures Hang\n\nSAMPLETON – Pictures hang in the hall, and *all* may look, as was said today.\n\n![A picture](pic.png)\n\n![Elsewhere](https://example.org/a.png) ![Out](../../content/site.png)\n',
    'p/pic.png': 'not looked into',
  });
  await writeFiles(folder, { 'content/site.png': 'private' });
  args.push('--contact-name', 'Press Desk', '--contact-phone', '916-555-0100');
  const { status, stderr } = await runHere('import', args, environment);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /Skipped a picture: Elsewhere \(https:\/\/example\.org\/a\.png\)/);
  assert.match(stderr, /Skipped a picture: Out \(\.\.\/\.\.\/content\/site\.png\)/);
  assert.deepEqual(await filesIn(join(folder, 'content/media')), [
    '2019-05-09-pictures-hang-pic.png',
  ]);
});

test('releases of a neighbour’s archive come whole, under their own names', async (t) => {
  const fields = (date: string, rest: string) =>
    `title: A Long Headline\ndate: ${date}\noffice: assemblymember-example\ncontact: {name: Casey Contact, phone: (916) 555-0101}\n${rest}`;
  const { folder, environment, args } = await setUp(t, {
    'releases/2019/2019-05-09-tides.md': `---\n${fields('2019-05-09', 'related: [2019-05-10-ebb, 2001-01-01-gone]\nattachments: [{file: 2019/tides.png, title: Tides}, {file: ../secret.png, title: Out}, {file: 2019/gone.png, title: Gone}]\nauthor: Riley Wire\n')}---\n\nThe tides *rose*, and nobody in all of Sampleton had ever seen them so high.\n\n![Chart](/media/chart.png)\n`,
    'releases/2019/2019-05-10-ebb.md': `---\n${fields('2019-05-10', 'aliases: /old/ebb/\n')}---\n\nThe tides fell again the day after, and the ferry ran as it does on other days.\n`,
    'media/2019/tides.png': 'tides',
    'media/chart.png': 'chart',
    'secret.png': 'secret',
  });
  const { status, stderr } = await runHere('import', args, environment);
  assert.equal(status, 0, stderr);
  for (const reported of ['attachments: 2019/gone.png, Gone', 'related: 2001-01-01-gone'])
    assert.ok(stderr.includes(`Skipped ${reported}`), reported);
  const read = (path: string) => readFile(join(folder, 'content', path), 'utf8');
  const text = await read('releases/2019/2019-05-09-tides.md');
  assert.match(
    text,
    /related:\n {2}- 2019-05-10-ebb\nattachments:\n {2}- file: 2019\/tides\.png\n/,
  );
  assert.doesNotMatch(text, /gone|secret/);
  assert.match(await read('releases/2019/2019-05-10-ebb.md'), /aliases:\n {2}- \/old\/ebb\/\n/);
  assert.deepEqual((await filesIn(join(folder, 'content/media'))).sort(), [
    'chart.png',
    'tides.png',
  ]);
  const report = await readFile(join(folder, 'r.jsonl'), 'utf8');
  assert.ok(report.includes('author: Riley Wire') && report.includes('../secret.png'));
  assert.equal((await runHere('check', [], environment)).status, 0);
});
