import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPrefix } from '../../../src/import/read/mail-forward.ts';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';

const STORY =
  'SAMPLETON - The ferry will run at night from June on, Senator Sam Sample announced today, after the towns on both banks had asked for it for years and had counted those who walk across the bridge.';
const RELEASE = `FOR IMMEDIATE RELEASE\n\nFerry Runs at Night From June On\n\n${STORY}\n\nIt is > 40 minutes.\n`;
const quoted = (text: string) => text.replace(/^/gm, '> ');
const asHtml = (text: string) =>
  text
    .trim()
    .split('\n\n')
    .map((one) => `<p>${one.replace('>', '&gt;')}</p>`)
    .join('');

const convert = (body: string, type = 'text/plain; charset=utf-8') =>
  convertDocument(
    Buffer.from(
      `From: Pat Filer <pat@example.org>\nDate: Fri, 06 May 2022 08:00:00 -0700\nSubject: Fwd: Ferry\nMIME-Version: 1.0\nContent-Type: ${type}\n\n${body}`,
    ),
    'eml',
  );

const GMAIL =
  '---------- Forwarded message ---------\nFrom: Casey Contact <casey@example.org>\nDate: Tue, May 3, 2016 at 9:00 AM\nSubject: The Night Ferry\nTo: Pat Filer <pat@example.org>, Robin Reader <robin@example.org>,\nRiley Wire <riley@example.org>\n';
const APPLE = `<b>From: </b>Casey Contact &lt;casey@example.org&gt;<br></div><div><b>Subject: </b>The Night Ferry<br></div><div><b>Date: </b>May 3, 2016 at 9:00:00 AM PDT<br></div>`;
const FORMS: Record<string, [body: string, type?: string]> = {
  'Gmail, with a signature above': [`For the files.\n\n-- \nPat Filer\nOffice Manager\n\n${GMAIL}\n\n${RELEASE}`],
  'Outlook, without a mark': [`For the files.\n\nFrom: Casey Contact [mailto:casey@example.org]\nSent: Tuesday, May 3, 2016 9:00 AM\nTo: Filer, Pat\nSubject: The Night Ferry\n\n${RELEASE}`],
  'Apple Mail, quoted': [`For the files.\n\nBegin forwarded message:\n\n${quoted('From: Casey Contact <casey@example.org>\nSubject: The Night Ferry\nDate: May 3, 2016 at 9:00:00 AM PDT\n\n')}\n${quoted(RELEASE)}`],
  Spanish: [`For the files.\n\nDe: Casey Contact <casey@example.org>\nEnviado el: martes, 3 de mayo de 2016 9:00\nPara: Pat Filer\nAsunto: The Night Ferry\n\n${RELEASE}`],
  French: [`For the files.\n\n-------- Message transféré --------\nSujet : The Night Ferry\nDate : 3 mai 2016 09:00\nDe : Casey Contact <casey@example.org>\nPour : Pat Filer\n\n${RELEASE}`],
  'German, mail in mail': [`For the files.\n\n-----Ursprüngliche Nachricht-----\nVon: Robin Reader <robin@example.org>\nGesendet: Mittwoch, 4. Mai 2016 13:00\nAn: Pat Filer\nBetreff: WG: Fähre\n\nNice one!\n\n${GMAIL}\n${RELEASE}`],
  Chinese: [`For the files.\n\n发件人: Casey Contact <casey@example.org>\n发送时间: 2016年5月3日 9:00\n收件人: Pat Filer\n主题: The Night Ferry\n\n${RELEASE}`],
  'Outlook, HTML': [`<p>For the files.</p><div><p><b>From:</b> Casey Contact &lt;casey@example.org&gt;<br><b>Sent:</b> Tuesday, May 3, 2016 9:00 AM<br><b>To:</b> Filer, Pat<br><b>Subject:</b> The Night Ferry</p></div>${asHtml(RELEASE)}`, 'text/html'],
  'Apple Mail, HTML': [`For the files.<blockquote type="cite"><div>Begin forwarded message:</div><br><div>${APPLE}<br>${asHtml(RELEASE)}</blockquote>`, 'text/html'],
  'Thunderbird, HTML': [`<p>For the files.</p>-------- Forwarded Message --------<table><tr><th>Subject: </th><td>The Night Ferry</td></tr><tr><th>Date: </th><td>Tue, 3 May 2016 09:00:00 -0700</td></tr><tr><th>From: </th><td>Casey Contact &lt;casey@example.org&gt;</td></tr></table>${asHtml(RELEASE)}`, 'text/html'],
  'lines with breaks, HTML': [`For the files.<br><br>${GMAIL.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}${RELEASE.replaceAll('\n', '<br>')}`, 'text/html'],
}; // prettier-ignore

for (const [form, [body, type]] of Object.entries(FORMS)) {
  test(`a mail that only passes a release on is the release: ${form}`, async () => {
    const { fields, text, metadata, leftOut, warnings, account } = await convert(body, type);
    assert.equal(fields.title, 'Ferry Runs at Night From June On');
    assert.equal(text, `${STORY}\n\nIt is > 40 minutes.`);
    assert.deepEqual(metadata, {
      title: 'The Night Ferry',
      date: '2016-05-03',
      contact: [{ name: 'Casey Contact', email: 'casey@example.org' }],
      confidence: 0.82,
    });
    const notes = leftOut.filter(({ reason }) => reason === 'the note above a forwarded mail');
    assert.match(notes[0]?.text ?? '', /^For the files\./);
    assert.ok(leftOut.some(({ reason }) => reason === 'the head of a forwarded mail'));
    assert.match(warnings.join('\n'), /Left out the note above the forwarded release: “For the files/);
    assert.deepEqual(account.missing, []);
  }); // prettier-ignore
}

test('a mail that is answered with a word is the release', async () => {
  const wrote = 'On Tue, May 3, 2016 at 9:00 AM Casey Contact wrote:';
  for (const made of [
    await convert(`Approved.\n\n${wrote}\n${quoted(RELEASE)}`),
    await convert(`Approved.<div>${wrote}</div><blockquote>${asHtml(RELEASE)}</blockquote>`, 'text/html'), // prettier-ignore
  ]) {
    assert.equal(made.text, `${STORY}\n\nIt is > 40 minutes.`);
    assert.equal(made.metadata?.date, '2016-05-03');
  }
});

test('what lawyers have put under a note is part of it', async () => {
  const notice = 'This message is for its addressee alone, who may read it twice. '.repeat(6);
  const long = RELEASE.replace(STORY, `${STORY}\n\n${STORY}\n\n${STORY}\n\n${STORY}\n\n${STORY}`);
  const { story } = await convert(`For the files.\n\n${notice}\n\n${GMAIL}\n${long}`);
  assert.match(story, /^The ferry will run/);
});

test('a release above another mail stays, with a warning', async () => {
  const thanks = 'Could you send this out today, please? The board wants it.';
  for (const release of [RELEASE, `Ferry Runs at Night\n\n${STORY}`]) {
    const { text, warnings } = await convert(`${release}\n\n${GMAIL}\n${thanks}\n`);
    assert.ok(text.includes(STORY) && text.includes(thanks), text);
    assert.match(warnings.join(), /It goes on with another mail/);
  }
});

test('the head of a memorandum is none of a mail', async () => {
  for (const head of ['TO: Editors\nFROM: Casey Contact', 'FROM: Senator Sample\nTO: Editors']) {
    const { leftOut, metadata } = await convert(`${head}\nDATE: May 3, 2016\nSUBJECT: Ferry\n\n${RELEASE}`); // prettier-ignore
    assert.ok(!leftOut.some(({ reason }) => reason.includes('forwarded')));
    assert.equal(metadata?.title, 'Ferry');
  }
});

test('flowed text loses the marks of a quotation, and no other sign', async () => {
  const lines = `${STORY.replaceAll(/(.{50,60}) /g, '$1 \n')}\n\nIt is > 40 minutes.\n-- \nPat Filer\n`;
  for (const type of ['format=flowed', 'format="flowed"; delsp=yes']) {
    const sent = type.includes('delsp') ? lines.replaceAll(/ $/gm, '  ') : lines;
    const { text } = await convert(`On May 3, 2016, Casey Contact wrote:\n${quoted(sent)}`, `text/plain; charset=utf-8;\n ${type}`); // prettier-ignore
    assert.equal(text.split('\n\n')[0], STORY);
    assert.match(text, /It is > 40 minutes\./);
  }
});

test('a document that came with a forwarded note has the day of that note', async () => {
  const attached = `Content-Type: text/plain; charset=utf-8; name=release.txt\nContent-Disposition: attachment; filename=release.txt\n\nFerry Runs at Night From June On\n\n${STORY}\n`;
  const note = `Content-Type: text/plain\n\nFor the files.\n\n${GMAIL}\nPlease find our release attached.\n`;
  const { metadata, text, warnings } = await convert(`--b\n${note}\n--b\n${attached}\n--b--\n`, 'multipart/mixed; boundary=b'); // prettier-ignore
  assert.equal(text, STORY);
  assert.deepEqual([metadata?.title, metadata?.date], ['The Night Ferry', '2016-05-03']);
  assert.match(warnings.join(), /Left out the note above the forwarded release/);
});

for (const [subject, title] of [
  ['News Release: Nine Towers Open to Visitors', 'Nine Towers Open to Visitors'],
  ['Fwd: PRESS RELEASE | Nine Towers Open to Visitors', 'Nine Towers Open to Visitors'],
  ['Comunicado de prensa: Abren nueve torres', 'Abren nueve torres'],
  ['News Release', 'News Release'],
  ['Press release policy is under review', 'Press release policy is under review'],
] as const) {
  test(`the subject “${subject}” gives “${title}”`, () => {
    assert.equal(withoutPrefix(subject), title);
  });
}
