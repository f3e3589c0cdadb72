import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { convertFixture, people } from './fixture.ts';

test('a mail in quoted-printable: its HTML part, its subject and its day where it was sent', async () => {
  const { fields, markdown, metadata } = await convertFixture('quoted-printable.eml');
  assert.equal(fields.title, 'SENATOR SAMPLE PLANTS THE THOUSANDTH PEAR TREE');
  assert.match(
    markdown,
    /^SAMPLETON – Senator Sam Sample today planted the \*thousandth\* pear tree/,
  );
  assert.equal(metadata?.date, '2017-04-03');
  assert.equal(metadata?.title, 'Senator Sample Plants the Thousandth Pear Tree');
});

test('a mail in base64 with an attachment', async () => {
  const { fields, files, metadata } = await convertFixture('base64.eml');
  assert.equal(fields.title, 'Assemblymember Placeholder Counts the Bridges');
  assert.deepEqual(people(fields.contact), ['Riley Wire (916) 555-0141']);
  assert.deepEqual(
    files.map(({ name }) => name),
    ['bridges.pdf'],
  );
  assert.equal(metadata?.date, '2015-09-08');
});

const HEADERS =
  'From: Casey Contact <casey@example.org>\nTo: list@example.org\nDate: Tue, 03 May 2016 09:00:00 -0700\nSubject: Ferry Runs at Night\nMIME-Version: 1.0\n';
const STORY =
  'SAMPLETON - The ferry will run at night from June on, Senator Sam Sample announced today, after the towns on both banks had asked for it for years and had counted those who walk across the bridge.\n\nContact: Casey Contact, (916) 555-0101\n';
const mail = (body: string, encoding: BufferEncoding = 'utf8') =>
  convertDocument(Buffer.from(`${HEADERS}${body}`, encoding), 'eml');
const multipart = (...parts: string[]) =>
  `Content-Type: multipart/mixed; boundary="b"\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

test('a charset that a mail lacks or has wrong is found out by the letters', async () => {
  const types = {
    'no type': '',
    'no charset': 'Content-Type: text/plain\nContent-Transfer-Encoding: 8bit\n',
    'a wrong one': 'Content-Type: text/plain; charset="utf-8"; format=flowed\nContent-Transfer-Encoding: 8bit\n',
    'the weakest': 'Content-Type: text/plain;\n charset=us-ascii\nContent-Transfer-Encoding: 8bit\n',
  }; // prettier-ignore
  for (const [what, type] of Object.entries(types)) {
    const { text, warnings } = await mail(`${type}\nThe Pe\xf1a hall \x93opened\x94 today.\n`, 'latin1');
    assert.equal(text, 'The Peña hall “opened” today.', what);
    assert.deepEqual(warnings, ['It is in windows-1252.'], what);
  } // prettier-ignore
  const quoted =
    'Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nThe Pe=F1a hall =93opened=94 today.\n';
  for (const body of [quoted, multipart(quoted)])
    assert.equal((await mail(body)).text, 'The Peña hall “opened” today.');
});

test('a mail that came with a short note is the release, in its headers too', async () => {
  const inner = `From: Riley Wire <riley@example.org>\nDate: Mon, 08 Feb 2016 09:00:00 -0800\nSubject: Bridge Counted\n\n${STORY}`;
  const { story, metadata, leftOut } = await mail(
    multipart(
      'Content-Type: text/plain\n\nFor the archive, see below.\n',
      `Content-Type: message/rfc822\nContent-Disposition: attachment; filename="old.eml"\n\n${inner}`,
    ),
  );
  assert.match(story, /^The ferry will run at night/);
  assert.deepEqual([metadata?.title, metadata?.date], ['Bridge Counted', '2016-02-08']);
  assert.ok(leftOut.some(({ text }) => text === 'For the archive, see below.'));
});

test('a document that came with a short note is the release', async () => {
  const attached = `Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="release.txt"\n\nFerry Runs at Night\n\n${STORY}`;
  const { fields, story, metadata, leftOut, files } = await mail(
    multipart('Content-Type: text/plain\n\nPlease find the release attached.\n', attached),
  );
  assert.equal(fields.title, 'Ferry Runs at Night');
  assert.match(story, /^The ferry will run at night/);
  assert.equal(metadata?.date, '2016-05-03');
  assert.ok(leftOut.some(({ text }) => text === 'Please find the release attached.'));
  assert.deepEqual(files, []);
});

test('of several documents with a short note none is chosen, but they are named', async () => {
  const attached = (name: string) =>
    `Content-Type: text/plain\nContent-Disposition: attachment; filename="${name}"\n\n${STORY}`;
  const { warnings } = await mail(
    multipart('Content-Type: text/plain\n\nSee both.\n', attached('a.txt'), attached('b.txt')),
  );
  assert.match(warnings.join(), /may be in one of a\.txt, b\.txt/);
});

test('a signature is left out, and its number is a contact where there is no other', async () => {
  const { text, leftOut } = await mail(`\n${STORY}-- \nCasey Contact, Press Secretary\n`);
  assert.ok(!text.includes('Press Secretary'));
  assert.ok(leftOut.some(({ reason }) => reason === 'the signature'));
  const unlabelled = STORY.replace(/Contact.*/, '');
  const { metadata } = await mail(`\n${unlabelled}-- \nRiley Wire\n(916) 555-0122\nriley@example.org\n`);
  assert.deepEqual(metadata?.contact, [{ name: 'Riley Wire', phone: '(916) 555-0122', email: 'riley@example.org' }]);
}); // prettier-ignore

test('the frames of mailing services are left out and reported', async () => {
  const footers = [
    'Copyright © 2016 Office of Senator Sample, All rights reserved.\n\nOur mailing address is:\n12 Mill Street\n\nunsubscribe from this list | update subscription preferences',
    'Senator Sample, 12 Mill Street, Sampleton\n\nSafeUnsubscribe™ list@example.org\n\nForward this email | Update Profile\n\nSent by casey@example.org powered by Constant Contact',
    `${'_'.repeat(47)}\nPress mailing list: to unsubscribe go to\nhttps://lists.example.org/mailman/listinfo/press`,
    'Follow us\n\nThis email was sent to list@example.org using GovDelivery Communications Cloud on behalf of: Senator Sample',
  ];
  for (const footer of footers) {
    const { text, leftOut, account } = await mail(`Content-Type: text/plain; charset=utf-8\n\nView this email in your browser\n\nFerry Runs at Night\n\n${STORY}\n${footer}\n`); // prettier-ignore
    assert.ok(!/browser|nsubscribe|GovDelivery/.test(text), text);
    assert.ok(leftOut.some((one) => one.text === 'View this email in your browser'));
    assert.deepEqual(account.missing, []);
  }
});

test('a release about mail keeps its words', async () => {
  const words = 'Whoever wants to unsubscribe from paper schedules can do so at the dock.';
  const { story } = await mail(
    `\nFerry Runs at Night\n\n${STORY.replace('\n\n', `\n\n${words}\n\n`)}`,
  );
  assert.match(story, /unsubscribe from paper schedules/);
});

test('winmail.dat is named', async () => {
  const part =
    'Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Disposition: attachment; filename="winmail.dat"\nContent-Transfer-Encoding: base64\n\nAAAA';
  const { warnings, files } = await mail(
    multipart(`Content-Type: text/plain\n\nFerry Runs at Night\n\n${STORY}${STORY}`, part),
  );
  assert.match(warnings.join(), /Left out winmail\.dat, what Outlook packed its attachments into/);
  assert.deepEqual(files, []);
});

test('a signature that Gmail marks is left out, unless it marked the whole mail', async () => {
  const html = (inner: string) => mail(`Content-Type: text/html; charset=utf-8\n\n<div>${inner}</div>\n`);
  const story = STORY.split('\n').map((line) => `<p>${line}</p>`).join('');
  const signature = (inner: string) => `<div class="gmail_signature">${inner}</div>`;
  const signed = await html(`${story}${signature('Casey Contact, Press Secretary')}`);
  assert.ok(!signed.text.includes('Press Secretary'));
  const whole = await html(signature(story));
  assert.match(whole.story, /^The ferry will run at night/);
}); // prettier-ignore
