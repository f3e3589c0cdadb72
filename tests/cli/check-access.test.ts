import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { madePdf } from '../support/made-pdf.ts';
import { madeRelease } from '../support/made-release.ts';
import { runCommand } from '../support/run-command.ts';
import { type Files, tempFolder } from '../support/temp-folder.ts';

async function check(t: TestContext, files: Files, ...args: string[]) {
  const folder = await tempFolder(t, files);
  const { status, stdout, stderr } = await runCommand('check', args, { CONTENT_DIR: folder });
  return { status, stdout, stderr: stderr.replaceAll(folder, 'content'), folder };
}

const whole = { isTagged: true, title: 'A letter', language: 'en' };
const files: Files = {
  'media/plain.pdf': madePdf({ title: 'A letter', language: 'en' }),
  'media/whole.pdf': madePdf(whole),
  'media/nameless.pdf': madePdf({ isTagged: true }),
  'media/broken.pdf': '%PDF-1.7\nNothing follows.',
  'media/linked.pdf': madePdf(),
  'media/speech.mp3': 'sound',
  'media/other.mp3': 'sound',
  'media/other.txt': 'Its words.',
  'pages/contact.md': '---\ntitle: Contact\n---\n\nWrite to us [here](/about/).\n',
  'releases/2024-03-05-a.md': madeRelease(
    {
      title: 'SENATOR EXAMPLE OPENS A BRIDGE',
      date: '2024-03-05',
      attachments:
        '\n  - { file: plain.pdf, title: A letter }\n  - { file: whole.pdf, title: The same }\n  - { file: nameless.pdf, title: Another }\n  - { file: broken.pdf, title: A fourth }\n  - { file: speech.mp3, title: Speech }',
    },
    'See the [report on bridges](/media/linked.pdf).\n\nClick [here](/about/).',
  ),
  'releases/2024-03-06-b.md': madeRelease({
    date: '2024-03-06',
    attachments:
      '[{ file: other.mp3, title: Speech }, { file: other.txt, title: Transcript of the speech }, { file: plain.pdf, title: The letter again }]',
  }),
};

test('--access lists what may keep people from reading, with file and line, and counts it', async (t) => {
  const { status, stdout, stderr } = await check(t, files, '--access');
  assert.equal(status, 0);
  const found = stderr
    .split('\n')
    .filter((line) => line.startsWith('warning: '))
    .map((line) => line.replace('warning: content/', '').split(/; |: screen/)[0]);
  assert.deepEqual(found, [
    'pages/contact.md:5: body has a link that says “here”, and not where it leads',
    'releases/2024-03-05-a.md:2: title is in capitals throughout',
    'releases/2024-03-05-a.md:7: attachments offers plain.pdf, which has no tags',
    'releases/2024-03-05-a.md:9: attachments offers nameless.pdf, which does not say its title or language',
    'releases/2024-03-05-a.md:10: attachments offers broken.pdf, which cannot be looked into',
    'releases/2024-03-05-a.md:11: attachments has the recording speech.mp3, and no transcript or captions',
    'releases/2024-03-05-a.md:14: body offers linked.pdf, which has no tags',
    'releases/2024-03-05-a.md:16: body has a link that says “here”, and not where it leads',
  ]);
  assert.ok(
    stdout.endsWith(`2 links that do not say where they lead
1 text in capitals
3 PDFs without tags
1 PDF without title or language
1 recording without a transcript
2 releases, 0 errors, 8 warnings
`),
    stdout,
  );
});

test('--access --json adds the same to the report; without --access it is as before', async (t) => {
  const { stdout } = await check(t, files, '--access', '--json');
  const { releases, warnings, access } = JSON.parse(stdout) as {
    releases: number;
    warnings: unknown[];
    access: { counts: object; warnings: object[]; archived: number };
  };
  assert.deepEqual([releases, warnings, access.archived], [2, [], 0]);
  const counts = { link: 2, capitals: 1, pdf: 3, 'pdf-details': 1, recording: 1 };
  assert.deepEqual(access.counts, counts);
  assert.deepEqual(Object.keys(access.warnings[0] ?? {}).sort(), [
    ...['field', 'file', 'hint', 'kind', 'line', 'message'],
  ]);
  const plain = await check(t, files, '--json');
  assert.deepEqual(JSON.parse(plain.stdout), { releases: 2, errors: [], warnings: [] });
});

test('archived releases are exempt, and counted', async (t) => {
  const site = 'title: Made up\narchived_before: 2024-03-06\n';
  const { stdout, stderr } = await check(t, { ...files, 'site.yaml': site }, '--access');
  assert.doesNotMatch(stderr, /2024-03-05-a\.md/);
  assert.match(stderr, /2024-03-06-b\.md:6: attachments offers plain\.pdf/);
  assert.match(stdout, /^1 archived release not looked at: exempt\.$/m);
});

test('a file with errors is looked at once they are mended', async (t) => {
  const faulty = { ...files, 'releases/2024-03-05-a.md': 'no fields\n' };
  const { status, stderr } = await check(t, faulty, '--access');
  assert.equal(status, 1);
  assert.doesNotMatch(stderr, /speech\.mp3/);
});

test('an archive without barriers says so', async (t) => {
  const { stdout } = await check(
    t,
    { 'releases/2024-03-05-a.md': madeRelease({ date: '2024-03-05' }) },
    '--access',
  );
  assert.match(stdout, /^No barriers were found in texts and documents\.$/m);
});
