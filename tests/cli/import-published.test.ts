import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../support/temp-folder.ts';
import { OTHER, PATH, RELEASE, setUpImport } from './import-setup.ts';

test('--keep-source copies the source to where nothing is published', async (t) => {
  const { folder, run, read, check } = await setUpImport(t, { 'a.txt': RELEASE });
  assert.equal((await run('--office', 'senator-sample', '--keep-source')).status, 0);
  assert.doesNotMatch(await read(PATH), /attachments:/);
  const copy = 'sources/2018/2018-05-03-nine-lighthouses-open-a.txt';
  assert.equal(await read(copy), RELEASE);
  assert.equal((await check()).status, 0);
  // A copy of the source that exists is updated.
  await writeFile(join(folder, 'in', 'a.txt'), RELEASE.replace('everyone', 'all people'));
  assert.equal((await run('--update')).status, 0);
  assert.match(await read(copy), /all people/);
  assert.doesNotMatch(await read(PATH), /attachments:/);
});

test('--publish-source lists the source in the release', async (t) => {
  const { run, read, check } = await setUpImport(t, { 'a.txt': RELEASE });
  assert.equal((await run('--office', 'senator-sample', '--publish-source')).status, 0);
  assert.match(
    await read(PATH),
    /attachments:\n {2}- file: 2018\/2018-05-03-nine-lighthouses-open-a\.txt\n {4}title: a\.txt/,
  );
  assert.equal(await read('media/2018/2018-05-03-nine-lighthouses-open-a.txt'), RELEASE);
  assert.equal((await check()).status, 0);
});

test('a saved page and a whole mail are not published, even where that is asked for', async (t) => {
  const mail = `Date: Thu, 3 May 2018 10:00:00 -0700\nFrom: Casey Contact <casey@example.org>\nX-Secret: 1\n\n${OTHER}`;
  const page = `<!doctype html><body>${RELEASE.replace(/\n\n/g, '<p>')}</body>`;
  const { run, read, check, folder } = await setUpImport(t, { 'a.html': page, 'b.eml': mail });
  const options = ['--publish-source', '--keep-source', '--accept-guesses'];
  const contact = ['--contact-name', 'Press', '--contact-phone', '(916) 555-0100'];
  const { status, stderr } = await run('--office', 'senator-sample', ...options, ...contact);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /a\.html: The source itself was not published: a file that is a web page/);
  assert.match(stderr, /b\.eml: The source itself was not published: a file that is a whole mail/);
  assert.doesNotMatch(await read(PATH), /attachments:/);
  assert.equal(await read('sources/2018/2018-05-03-nine-lighthouses-open-a.html'), page);
  assert.equal(await read('sources/2018/2018-05-03-the-pear-trees-bloom-b.eml'), mail);
  await assert.rejects(readdir(join(folder, 'content', 'media')), { code: 'ENOENT' });
  assert.equal((await check()).status, 0);
});

test('a source that was published before and is active is removed from attachments', async (t) => {
  const page = `<!doctype html><body>${RELEASE.replace(/\n\n/g, '<p>')}</body>`;
  const { run, read, folder } = await setUpImport(t, { 'a.html': page });
  assert.equal((await run('--office', 'senator-sample', '--accept-guesses')).status, 0);
  const published = 'media/2018/2018-05-03-nine-lighthouses-open-a.html';
  const report = join(folder, 'report.jsonl');
  const line = JSON.parse(await readFile(report, 'utf8')) as { wrote: Record<string, unknown> };
  const attachments = [{ file: published.replace('media/', ''), title: 'a.html' }];
  const { fields } = line.wrote as { fields: object };
  Object.assign(line.wrote, {
    fields: { ...fields, attachments },
    media: { [published]: createHash('sha256').update(page).digest('hex') },
    source: published,
  });
  await writeFile(report, `${JSON.stringify(line)}\n`);
  await writeFiles(join(folder, 'content'), {
    [published]: page,
    [PATH]: (await read(PATH)).replace(
      /^contact:/m,
      `attachments:\n  - file: ${attachments[0]?.file}\n    title: a.html\ncontact:`,
    ),
  });
  const { stderr } = await run('--update', '--accept-guesses');
  assert.match(stderr, /The source itself was not published: a file that is a web page/);
  assert.match(
    stderr,
    /a\.html is no longer in its source and was removed from attachments; delete it/,
  );
  assert.doesNotMatch(await read(PATH), /attachments:/);
});

test('what a mail carries is published only if nothing in it can run', async (t) => {
  const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
  const part = (type: string, name: string, content: string) =>
    `--x\nContent-Type: ${type}${name}\nContent-Disposition: attachment\n\n${content}\n`;
  const mail = [
    'Date: Thu, 3 May 2018 10:00:00 -0700\nSubject: The Pear Trees Bloom\nMIME-Version: 1.0\n',
    'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n',
    `${OTHER}\n`,
    part('text/plain', '; name=good.txt', 'Good words.'),
    part('image/svg+xml', '; name=plain.svg', svg('<path d="M0 0"/>')),
    part('image/svg+xml', '; name=active.svg', svg('<script>window.ran = 1</script>')),
    part('text/html', '; name=page.html', '<script>window.ran = 1</script>'),
    part('application/pdf', '; name=page.pdf', '<html><script>window.ran = 1</script>'),
    part('text/html', '', '<p>Without a name</p>'),
    part('application/octet-stream', '; name=tool.exe', 'MZ'),
    part('text/plain', '', 'Without a name.'),
    '--x--\n',
  ].join('');
  const { run, check, folder } = await setUpImport(t, { 'a.eml': mail });
  const contact = ['--contact-name', 'Press', '--contact-phone', '(916) 555-0100'];
  const { stderr } = await run('--office', 'senator-sample', '--accept-guesses', ...contact);
  const media = await readdir(join(folder, 'content', 'media', '2018'));
  assert.deepEqual(
    media.map((name) => name.replace('2018-05-03-the-pear-trees-bloom-', '')).sort(),
    ['attachment-8.txt', 'good.txt', 'plain.svg'],
  );
  for (const name of ['active.svg', 'page.html', 'page.pdf', 'attachment-6.html', 'tool.exe'])
    assert.match(stderr, new RegExp(`Skipped ${name} \\([\\d,]+ bytes\\): a file that`));
  const report = await readFile(join(folder, 'report.jsonl'), 'utf8');
  assert.match(report, /"text":"active\.svg \(\d+ bytes\)","reason":"a file that has what can run/);
  assert.equal((await check()).status, 0);
});
