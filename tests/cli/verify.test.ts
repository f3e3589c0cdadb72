import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { ReleaseRecord } from '../../src/publish/data/release-record.ts';
import { editedArchive } from '../support/edited-archive.ts';
import { filesIn } from '../support/folder-bytes.ts';
import { runCommand } from '../support/run-command.ts';
import { builtSite } from '../support/site.ts';
import { serve } from '../support/static-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const verify = (...args: string[]) => runCommand('verify', args, {});

/** A copy of the site of the samples, to be changed. */
async function copyOf(t: TestContext): Promise<string> {
  const folder = await tempFolder(t);
  await cp(await builtSite(), folder, { recursive: true });
  return folder;
}

/** Turns one bit of a file. */
async function flip(file: string, place: number) {
  const bytes = await readFile(file);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

/** Makes the line of a file anew in the list of checksums, as someone who changes a copy might. */
async function sumAnew(folder: string, path: string) {
  const list = join(folder, 'data', 'sha256sums.txt');
  const sum = createHash('sha256')
    .update(await readFile(join(folder, path)))
    .digest('hex');
  const lines = (await readFile(list, 'utf8')).split('\n');
  const changed = lines.map((line) => (line.endsWith(`  ${path}`) ? `${sum}  ${path}` : line));
  await writeFile(list, changed.join('\n'));
}

const RELEASE = 'releases/2019/04/10/library-cards-for-every-first-grader';

test('a whole copy is whole, also one of an archive that was edited', async () => {
  for (const options of [{}, { content: await editedArchive() }, { base: '/archive/' }]) {
    const { status, stdout, stderr } = await verify(await builtSite(options));
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /^[\d,]+ files, [\d,]+ statements: 0 missing, 0 changed, 0 added, 0 problems\n$/,
    );
  }
});

test('a folder is the one that was meant where the command was typed', async (t) => {
  const site = await copyOf(t);
  const typed = { INIT_CWD: dirname(site) };
  const { status, stderr } = await runCommand('verify', [basename(site)], typed);
  assert.equal(status, 0, stderr);
  const file = join(dirname(site), `${basename(site)}.txt`);
  t.after(() => rm(file));
  await writeFile(file, 'it counted nobody," said Assemblymember Placeholder\n');
  const quoted = await runCommand('quote', [basename(file), '--in', basename(site)], typed);
  assert.match(quoted.stdout, /1 quotation in \d+ releases/, quoted.stderr);
});

test('one byte, one file too few and one too many are found, wherever they are', async (t) => {
  const folder = await copyOf(t);
  const pagefind = (await filesIn(join(folder, 'pagefind'))).find((path) =>
    path.endsWith('.pf_fragment'),
  );
  await flip(join(folder, RELEASE, 'index.html'), 2000);
  await rm(join(folder, 'pagefind', pagefind ?? ''));
  await writeFile(join(folder, 'offices', 'new.html'), '');
  const { status, stderr, stdout } = await verify(folder);
  assert.equal(status, 1);
  assert.equal(
    stderr,
    `missing: pagefind/${pagefind}\nchanged: ${RELEASE}/index.html\nadded: offices/new.html\n`,
  );
  assert.match(stdout, /: 1 missing, 1 changed, 1 added, 0 problems\n$/);
});

test('a byte is found in the manifest and in the list of checksums as well', async (t) => {
  for (const name of ['manifest.json', 'sha256sums.txt']) {
    const folder = await copyOf(t);
    for (const place of [3, 70, 300]) {
      const file = join(folder, 'data', name);
      await flip(file, place);
      const { status, stderr } = await verify(folder);
      assert.equal(status, 1, `${name} at ${place}`);
      assert.notEqual(stderr, '');
      await flip(file, place);
    }
    assert.equal((await verify(folder)).status, 0);
  }
});

test('words that do not give their id are found, even where all checksums were made anew', async (t) => {
  const folder = await copyOf(t);
  const file = join(folder, RELEASE, 'release.json');
  const record = JSON.parse(await readFile(file, 'utf8')) as ReleaseRecord;
  const [first] = record.statements;
  assert.ok(first);
  const { id } = first;
  first.text += ' Never said.';
  const text = `${JSON.stringify(record)}\n`;
  await writeFile(file, text);
  await sumAnew(folder, `${RELEASE}/release.json`);
  const { status, stderr } = await verify(folder);
  assert.equal(status, 1);
  assert.ok(stderr.includes(`${RELEASE}/release.json has ${id}, but its words give s-`), stderr);
  assert.match(
    stderr,
    /data\/manifest\.json has a digest of the archive that its releases do not have/,
  );
});

test('a page whose statements a browser does not find as they are listed is found', async (t) => {
  const folder = await copyOf(t);
  const file = join(folder, RELEASE, 'index.html');
  const whole = await readFile(file, 'utf8');
  const [statement = '', id = ''] =
    /<p id="(s-[a-z2-7]{8})" data-statement[^>]*>.*?<\/p>/.exec(whole) ?? [];
  const path = `${RELEASE}/index.html`;
  for (const [changed, message] of [
    // A cell's row outside a table is there for a program that looks for tags, and not for a browser.
    [
      statement.replace('<p ', '<tr ').replace('</p>', '</tr>'),
      `has no ${id}, which release.json lists`,
    ],
    [`<!-- ${statement} -->`, `has no ${id}, which release.json lists`],
    [statement.replace('>', '>Never '), `has other words at ${id} than release.json`],
    [statement + statement, `has the id ${id} twice`],
  ] as const) {
    await writeFile(
      file,
      whole.replace(statement, () => changed),
    );
    await sumAnew(folder, path);
    const { status, stderr } = await verify(folder);
    assert.equal(status, 1, changed);
    assert.ok(stderr.includes(`${path} ${message}`), stderr);
  }
});

test('a copy on the web is verified in the same way, but for what was added', async (t) => {
  const folder = await copyOf(t);
  const server = await serve(folder);
  t.after(() => server.close());
  const whole = await verify(server.url);
  assert.deepEqual([whole.status, whole.stderr], [0, '']);
  assert.match(
    whole.stdout,
    /0 missing, 0 changed, added files cannot be seen on the web, 0 problems/,
  );
  await rm(join(folder, 'rss.xml'));
  await appendFile(join(folder, 'feed.json'), ' ');
  const { status, stderr } = await verify(server.url.replace(/\/$/, ''));
  assert.deepEqual([status, stderr], [1, 'missing: rss.xml\nchanged: feed.json\n']);
});

test('--json gives the findings to programs', async (t) => {
  const folder = await copyOf(t);
  await rm(join(folder, 'rss.xml'));
  const { status, stdout } = await verify(folder, '--json');
  const { files, statements, ...found } = JSON.parse(stdout) as Record<string, unknown>;
  assert.equal(status, 1);
  assert.ok(Number(files) > 100 && Number(statements) > 100);
  assert.deepEqual(found, { missing: ['rss.xml'], changed: [], added: [], problems: [] });
});

test('what is no copy of a site is reported', async (t) => {
  const empty = await tempFolder(t);
  for (const [place, message] of [
    [
      empty,
      /^There is no data\/sha256sums\.txt: this is not the root of a site, or not all of it\.\n$/,
    ],
    [join(empty, 'nowhere'), /^There is no folder .*nowhere\. Give the folder of a built site/],
    ['http://127.0.0.1:9/', /^http:\/\/127\.0\.0\.1:9\/data\/sha256sums\.txt cannot be reached/],
  ] as const) {
    const { status, stdout, stderr } = await verify(place);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, message);
  }
});

test('wrong usage ends with 2 and shows the usage', async () => {
  for (const args of [[], ['a', 'b'], ['--fast', 'a']]) {
    const { status, stdout, stderr } = await verify(...args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /\n\nUsage: npm run verify/);
  }
});
