import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { kindOf } from '../../../src/import/read/read-source.ts';
import { msgOf } from '../../support/outlook-mail.ts';

const COMMON = {
  '001A001F': 'IPM.Note',
  '0037001F': 'Senator Sample Opens Nine Lighthouses',
  '0C1A001F': 'Casey Contact',
  '0C1F001F': 'casey@example.org',
  '007D001F': 'Date: Thu, 3 May 2018 17:30:00 -0700\r\nSubject: x',
};
const STORY =
  'SAMPLETON – Senator Sam Sample said “all nine are open” to everyone who can climb stairs.';
const convert = (bytes: Buffer | string, name: string) =>
  convertDocument(Buffer.from(bytes), kindOf(name) ?? 'txt');

test('a mail of Outlook: its text, subject, sender, and the day where it was sent', async () => {
  const { text, metadata } = await convert(msgOf({ ...COMMON, '1000001F': STORY }), 'a.msg');
  assert.match(text, /“all nine are open”/);
  assert.equal(metadata?.title, 'Senator Sample Opens Nine Lighthouses');
  assert.equal(metadata?.date, '2018-05-03');
  assert.deepEqual(metadata?.contact, [{ name: 'Casey Contact', email: 'casey@example.org' }]);
});

/** Rich text as Outlook stores it, not compressed ([MS-OXRTFCP] 3.1.1.1: `MELA`). */
function richText(rtf: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.write('MELA', 8, 'latin1');
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')]);
}

test('a mail of Outlook whose text is rich text: HTML within it, or words alone', async () => {
  const html = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}SAMPLETON \'96 All {\*\htmltag84 <b>}nine{\*\htmltag92 </b>} are open to everyone.{\*\htmltag72 </p>}}`;
  const first = await convert(msgOf({ ...COMMON, '10090102': richText(html) }), 'a.msg');
  assert.match(first.markdown, /– All \*\*nine\*\* are open|All \*\*nine\*\* are open/);
  const plain = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}SAMPLETON \'96 All nine are open to everyone.\par Ten are not.\par}`;
  const second = await convert(msgOf({ ...COMMON, '10090102': richText(plain) }), 'a.msg');
  assert.match(second.text, /All nine are open to everyone\.\n+Ten are not\./);
});

test('a mail of Outlook in a code page is read in it', async () => {
  const text = Buffer.from(
    'San Muestra \x96 Los farolillos est\xe1n abiertos a todos los que suben. \x8a',
    'latin1',
  );
  const mail = {
    '001A001F': 'IPM.Note',
    '0037001E': Buffer.from('Nueve'),
    '1000001E': text,
    '3FDE0003': 1250,
  };
  assert.match((await convert(msgOf(mail), 'a.msg')).text, /– Los farolillos están .* Š/);
});

test('other items of Outlook, and files that are none, are named', async () => {
  const contact = msgOf({ ...COMMON, '001A001F': 'IPM.Contact' });
  await assert.rejects(
    convert(contact, 'a.msg'),
    /not a mail, but another item of Outlook \(IPM\.Contact\)/,
  );
  await assert.rejects(convert('Subject: x\n\nwords', 'a.msg'), /is not a mail of Outlook/);
});

const MAIL = `From: Casey Contact <casey@example.org>\nSubject: Nine Lighthouses\nDate: Thu, 3 May 2018 17:30:00 -0700\nContent-Type: text/plain; charset=utf-8\n\n${STORY}\n`;

test('a mail of Apple Mail ends where its first line says', async () => {
  const length = Buffer.byteLength(MAIL);
  const { text } = await convert(
    `${length}\n${MAIL}<?xml version="1.0"?><plist>hidden</plist>`,
    'a.emlx',
  );
  assert.match(text, /climb stairs\.$/);
  await assert.rejects(
    convert(`${length + 9}\n${MAIL}`, 'a.emlx'),
    /not a whole mail of Apple Mail/,
  );
  await assert.rejects(convert(MAIL, 'a.emlx'), /not a whole mail of Apple Mail/);
});

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
const MHT = `From: <Saved by a browser>
Snapshot-Content-Location: https://senator.example.org/nine
Subject: Nine
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://senator.example.org/nine

<html><body><nav><a href=3D"/">Home</a> <a href=3D"/news">News</a></nav><article><h1>Nine Lighthouses Open</h1><p>SAMPLETON =E2=80=93 Senator Sam Sample opened nine lighthouses to everyone who can climb their many stairs, and said so twice.</p><img src=3D"https://senator.example.org/lamp.png" alt=3D"A lamp"><p>They stay open all summer, from the first of June to the last day of August, at no charge.</p></article></body></html>

--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://senator.example.org/lamp.png

${PNG}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://ads.example.org/banner.png

${PNG}
--b--
`;

test('a page saved as one file: its text, address and the pictures that it shows', async () => {
  const { text, metadata, files } = await convert(MHT, 'a.mht');
  assert.match(text, /SAMPLETON – Senator Sam Sample|Senator Sam Sample opened nine/);
  assert.equal(metadata?.source, 'https://senator.example.org/nine');
  assert.deepEqual(
    files.map(({ name, alt }) => [name, alt]),
    [['lamp.png', 'A lamp']],
  );
});

test('a file .mht without a page says so', async () => {
  await assert.rejects(convert(MAIL, 'a.mht'), /has no web page in it/);
});
