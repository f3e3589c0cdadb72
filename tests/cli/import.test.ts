import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ZipFile } from 'yazl';
import { HEAD, paragraph, wordFile } from '../import/read/docx/word-file.ts';
import { runCommand } from '../support/run-command.ts';
import { runHere } from '../support/run-here.ts';
import { hasTerminal } from '../support/terminal.ts';
import { OTHER, PATH, RELEASE, setUpImport } from './import-setup.ts';

test('a release is written as check wants it, with a report; and not again', async (t) => {
  const { folder, run, check, read } = await setUpImport(t, { 'a.txt': RELEASE });
  const { status, stdout, stderr } = await run('--office', 'senator-sample');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Written: .*2018-05-03-nine-lighthouses-open\.md from .*a\.txt$/m);
  assert.equal(
    await read(PATH),
    '---\ntitle: Nine Lighthouses Open\ndate: 2018-05-03\ndateline: SAMPLETON\noffice: senator-sample\ncontact:\n  name: Casey Contact\n  phone: (916) 555-0101\n---\n\nSAMPLETON – Senator Sam Sample today opened nine lighthouses \\*all\\* at once to everyone who can climb their stairs.\n',
  );
  assert.equal((await check()).status, 0);
  const line = JSON.parse(await readFile(join(folder, 'report.jsonl'), 'utf8')) as Record<
    string,
    unknown
  >;
  assert.equal(line['status'], 'written');
  assert.match(String(line['sha256']), /^[0-9a-f]{64}$/);
  assert.match(await readFile(join(folder, 'report.html'), 'utf8'), /<h2>Imported: 1<\/h2>/);
  assert.match((await run()).stdout, /Imported before: 1/);
});

test('--json prints the contract’s object, --dry-run writes nothing', async (t) => {
  const { run, releases } = await setUpImport(t, { 'a.txt': RELEASE });
  const { status, stdout } = await run('--dry-run', '--json', '--date', '2020-01-01');
  assert.equal(status, 0);
  const result = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual(Object.keys(result), [
    'file',
    'release',
    'fields',
    'confidence',
    'body',
    'leftOut',
    'problems',
  ]);
  assert.equal(result['release'], null);
  assert.deepEqual(result['fields'], {
    title: 'Nine Lighthouses Open',
    subtitle: null,
    date: '2018-05-03',
    dateline: 'SAMPLETON',
    contact: [
      { name: 'Casey Contact', title: null, office: null, phone: '(916) 555-0101', email: null },
    ],
    endMark: '# # #',
  });
  assert.equal(
    result['body'],
    'Senator Sam Sample today opened nine lighthouses *all* at once to everyone who can climb their stairs.',
  );
  assert.deepEqual(await releases(), []);
});

test('bills that the text names are reported, and not written', async (t) => {
  const text = RELEASE.replace('nine lighthouses', 'nine lighthouses under AB-60 and H. R. 1');
  const { run, releases, read, folder } = await setUpImport(t, { 'a.txt': text });
  const { stdout } = await run('--dry-run', '--json', '--date', '2020-01-01');
  const { suggestedBills } = JSON.parse(stdout) as { suggestedBills: Record<string, unknown>[] };
  assert.deepEqual(
    suggestedBills.map(({ bill, line }) => [bill, line]),
    [
      ['AB 60', 1],
      ['H.R. 1', 1],
    ],
  );
  assert.match(String(suggestedBills[0]?.['words']), /under AB-60 and H\. R\. 1/);
  assert.equal((await run('--office', 'senator-sample')).status, 0);
  const [file = ''] = await releases();
  assert.doesNotMatch(await read(join('releases', file)), /^bills:/m);
  assert.match(await readFile(join(folder, 'report.html'), 'utf8'), /bills: \[AB 60, H\.R\. 1\]/);
});

test('what is missing or uncertain is an error with its guess, which --accept-guesses accepts', async (t) => {
  const { run, releases } = await setUpImport(t, {
    '2018-05-04 trees.txt': OTHER,
    'a.txt': RELEASE,
  });
  const first = await run();
  assert.equal(first.status, 1);
  assert.match(
    first.stderr,
    /a\.txt:1: office is not certain; .*"senator-sample"; .*--office.*--accept-guesses/,
  );
  assert.match(
    first.stderr,
    /trees\.txt:1: contact is missing in the text; give it with --contact-name/,
  );
  assert.deepEqual(await releases(), []);
  assert.equal((await run('--accept-guesses')).status, 1);
  const { status, stderr } = await run(
    '--accept-guesses',
    '--contact-name',
    'Press Desk',
    '--contact-phone',
    '916-555-0100',
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(await releases(), [
    '2018/2018-05-03-nine-lighthouses-open.md',
    '2018/2018-05-04-the-pear-trees-bloom.md',
  ]);
});

test(
  'a terminal is asked, with the guess to take',
  { skip: !hasTerminal && 'no terminal here' },
  async (t) => {
    const { onTerminal, read } = await setUpImport(t, { '2018-05-04 trees.txt': OTHER });
    const { status, screen } = await onTerminal(
      [],
      [
        ['Office (Tab completes; a comma between several) [senator-sample]:', '\r'],
        ['Contact (name, phone, e-mail):', 'Riley Wire, Office of Senator Sample, 916-555-0102\r'],
      ],
    );
    assert.equal(status, 0, screen);
    assert.match(
      await read('releases/2018/2018-05-04-the-pear-trees-bloom.md'),
      /office: senator-sample\ncontact:\n {2}name: Riley Wire\n {2}office: Office of Senator Sample\n {2}phone: 916-555-0102\n/,
    );
  },
);

test('the same words are not written twice, nor a release over another', async (t) => {
  const { run, releases, read } = await setUpImport(t, {
    'a.txt': RELEASE,
    'b.txt': RELEASE.replace('FOR IMMEDIATE RELEASE\n', ''),
    'c.txt': RELEASE.replace(
      /SAMPLETON[^]*stairs\./,
      'SAMPLETON – The keepers of all nine lighthouses swept their stairs today, and nobody slipped on any of them.',
    ),
  });
  const { stdout, stderr } = await run('--office', 'senator-sample');
  assert.match(stdout, /Written: 2 · Already in the archive: 1/);
  assert.match(stderr, /b\.txt: It has the same words as .*nine-lighthouses-open\.md/);
  assert.deepEqual(await releases(), [
    '2018/2018-05-03-nine-lighthouses-open-2.md',
    '2018/2018-05-03-nine-lighthouses-open.md',
  ]);
  assert.match(await read(PATH), /Senator Sam Sample today/);
});

test('--update shows what changes, and keeps what was added', async (t) => {
  const { folder, run, read } = await setUpImport(t, { 'a.txt': RELEASE });
  await run('--office', 'senator-sample');
  const file = join(folder, 'content', PATH);
  await writeFile(file, (await read(PATH)).replace('dateline:', 'topics: [Coast]\ndateline:'));
  await writeFile(join(folder, 'in', 'a.txt'), RELEASE.replace('everyone', 'all people'));
  const without = await run('--office', 'senator-sample');
  assert.match(without.stderr, /a\.txt:1: file was imported before, as .*; use --update to change/);
  const { status, stdout } = await run('--update'); // what was answered once is not asked again
  assert.equal(status, 0);
  assert.match(stdout, /^-SAMPLETON .*everyone/m);
  assert.match(stdout, /^\+SAMPLETON .*all people/m);
  assert.match(await read(PATH), /^topics: \[Coast\]\n[^]*all people/m);
  assert.match((await run('--office', 'senator-sample', '--update')).stdout, /Unchanged: 1/);
});

test('bad files are reported one by one, write nothing, and the others go on', async (t) => {
  const zip = (name: string, text: string) => {
    const file = new ZipFile();
    file.addBuffer(Buffer.from(text), 'word/document.xml');
    if (name !== '') file.addBuffer(Buffer.from('x'), name);
    file.end();
    return Array.fromAsync(file.outputStream as AsyncIterable<Buffer>).then((chunks) =>
      Buffer.concat(chunks),
    );
  };
  const { folder, run, releases } = await setUpImport(t, {
    'good.txt': RELEASE,
    'empty.txt': '',
    'picture.docx': Buffer.from('\x89PNG\r\n\x1a\n picture', 'latin1'),
    'entity.docx': await zip(
      '',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    ),
    'macro.docx': await zip('word/vbaProject.bin', '<x/>'),
    'old.doc': Buffer.from([0, 1, 2, 3]),
    'locked.docx': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'binary.txt': Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 4]),
    'script.html': '<script>alert("x")</script>',
  });

  await writeFile(join(folder, 'in', 'huge.txt'), '');
  await truncate(join(folder, 'in', 'huge.txt'), 200 * 1024 * 1024);
  const { status, stderr } = await run('--office', 'senator-sample');
  assert.equal(status, 1);
  for (const fault of [
    /empty\.txt:1: file is empty/,
    /picture\.docx:1: file is a picture, whatever its name says/,
    /entity\.docx:1: file has entities in word\/document\.xml/,
    /macro\.docx:1: file has a macro in it/,
    /old\.doc:1: file is damaged, or of a word processor that is not known/,
    /locked\.docx:1: file is a document of old Word, or encrypted/,
    /binary\.txt:1: file is not a text file/,
    /script\.html:1: file has no text below its headline/,
    /huge\.txt:1: file has 200 MB; a release has less than 64/,
  ]) {
    assert.match(stderr, fault);
  }
  assert.deepEqual(await releases(), ['2018/2018-05-03-nine-lighthouses-open.md']);
});

test('wrong calls end with 2, wrong values with 1', async (t) => {
  const { folder, run } = await setUpImport(t, { 'a.txt': RELEASE });
  const environment = { CONTENT_DIR: join(folder, 'content') };
  assert.equal((await runCommand('import', [], environment)).status, 2);
  assert.equal((await run('--columns', 'nonsense')).status, 2);
  assert.equal((await run('--frobnicate')).status, 2);
  assert.match((await run('--date', '2018-02-30')).stderr, /--date cannot be "2018-02-30"/);
  assert.match(
    (await run('--override-date', '3 May')).stderr,
    /--override-date cannot be "3 May": that is not a day of the calendar; write YYYY-MM-DD/,
  );
  assert.match((await run('--office', 'senator-smaple')).stderr, /did you mean senator-sample/);
  const { status, stderr } = await runHere(
    'import',
    [join(folder, 'nowhere.txt'), '--report', join(folder, 'r.jsonl')],
    environment,
  );
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\.txt:1: file does not exist/);
  const empty = [join(folder, 'content', 'offices'), '--report', join(folder, 'r.jsonl')];
  assert.match(
    (await runHere('import', empty, environment)).stderr,
    /offices:1: file contains no file that can be imported/,
  );
});

test('a picture in a Word file stays in its place, and is found again', async (t) => {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
  const drawing =
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The stairs"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>';
  const body = HEAD + paragraph('Before.') + paragraph(drawing) + paragraph('After.');
  const word = await wordFile(body, {
    parts: { 'word/media/image1.png': Buffer.from(pixel, 'base64') },
    links: { p: ['image', 'media/image1.png'] },
  });
  const { folder, run, check, read } = await setUpImport(t, { 'a.docx': word });
  const { status, stderr } = await run('--office', 'senator-sample');
  assert.equal(status, 0, stderr);
  const name = '2016-03-14-nine-lighthouses-open';
  const text = await read(`releases/2016/${name}.md`);
  assert.match(
    text,
    new RegExp(`Before\\.\n\n!\\[The stairs\\]\\(/media/2016/${name}-picture-1\\.png\\)\n\nAfter`),
  );
  assert.doesNotMatch(text, /attachments/);
  assert.equal((await check()).status, 0);
  assert.match((await run('--update', '--office', 'senator-sample')).stdout, /Unchanged: 1/);
  await rm(join(folder, 'report.jsonl'));
  assert.match((await run('--office', 'senator-sample')).stdout, /Already in the archive: 1/);
});
