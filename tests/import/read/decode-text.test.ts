import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { decodeText } from '../../../src/import/read/decode-text.ts';

test('the encoding of a text is found', () => {
  const text = 'The Senator’s “first” café – José said so.';
  const encode = (encoding: string) =>
    Buffer.from([...text].map((sign) => table(encoding).indexOf(sign)));
  const table = (encoding: string) =>
    new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, n) => n));
  for (const encoding of ['windows-1252', 'macintosh'] as const) {
    const warnings = [`It is in ${encoding}.`];
    assert.deepEqual(decodeText(encode(encoding)), { text, encoding, warnings });
  }
  const known = (encoding: string) => ({ text, encoding, warnings: [] });
  assert.deepEqual(decodeText(Buffer.from(text)), known('utf-8'));
  assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), known('utf-16le'));
  assert.deepEqual(decodeText(Buffer.from(text, 'utf16le').swap16()), known('utf-16be'));
});

/** Bytes of a text in an encoding of one byte a character, or as they are written. */
const bytesIn = (encoding: string, text: string) => {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, n) => n));
  return Buffer.from([...text].map((character) => table.indexOf(character)));
};

test('texts in the encodings of other languages are read by their letters', () => {
  const texts = {
    'windows-1251': 'Сенатор открыл девять читальных залов. Контакт: пресс-служба.',
    'koi8-r': 'Сенатор открыл девять читальных залов. Контакт: пресс-служба.',
    'windows-1250': 'Senátor dnes otevřel devět čítáren a obyvatelé přišli dříve.',
    'windows-1254': 'Senatör bugün dokuz okuma odası açtı, kapıları güneşle açıldı.',
    'windows-1253': 'Ο γερουσιαστής άνοιξε σήμερα εννέα αναγνωστήρια για όλους.',
  };
  for (const [encoding, text] of Object.entries(texts)) {
    const { warnings, ...decoded } = decodeText(bytesIn(encoding, text));
    assert.deepEqual(decoded, { text, encoding });
    assert.deepEqual(warnings, [`It is in ${encoding}.`]);
  }
  // 参议员今天开放九间阅览室，联系人：新闻处。
  const chinese = Buffer.from('b2ced2e9d4b1bdf1ccecbfaab7c5bec5bce4d4c4c0c0cad2a3acc1aacfb5c8cba3bad0c2cec5b4a6a1a3', 'hex'); // prettier-ignore
  assert.equal(decodeText(chinese).text, '参议员今天开放九间阅览室，联系人：新闻处。');
});

test('a declared encoding is followed unless the bytes cannot be in it', () => {
  const text = 'Dvě věže – tři mosty';
  assert.equal(decodeText(bytesIn('windows-1250', text), 'windows-1250').text, text);
  assert.equal(decodeText(Buffer.from(text), 'windows-1252').text, text);
  assert.equal(decodeText(Buffer.from('Two bridges'), 'no-such-encoding').text, 'Two bridges');
  assert.equal(decodeText(bytesIn('windows-1252', 'café – “yes”'), 'utf-8').text, 'café – “yes”');
});

test('words of another encoding in a text of UTF-8 are read too, with a warning', () => {
  const bytes = Buffer.concat([Buffer.from('El señor Núñez: '), bytesIn('windows-1252', 'it’s “so”')]); // prettier-ignore
  const { text, warnings } = decodeText(bytes);
  assert.equal(text, 'El señor Núñez: it’s “so”');
  assert.match(warnings.join(), /read as windows-1252/);
});

test('characters that were lost earlier are reported with the words around them', () => {
  const [warning] = decodeText(Buffer.from('The Pe\ufffda hall opened.')).warnings;
  assert.match(warning ?? '', /lost earlier.*“The Pe\ufffda hall opened\.”/);
});

test('a text in which a merge was not finished is not imported; quotations of mails are', async () => {
  const marks = '<<<<<<< HEAD\nAt noon.\n=======\nAt one.\n>>>>>>> b\n';
  for (const kind of ['txt', 'md', 'html'] as const) {
    const bytes = Buffer.from(`The levee opens.\n\n${marks}`);
    await assert.rejects(convertDocument(bytes, kind), {
      message: 'has the marks of a merge that was not finished, from line 3 on',
    });
  }
  assert.equal(decodeText(Buffer.from('One.\n>>>>>>> Two.')).text, 'One.\n>>>>>>> Two.');
});

test('texts of DOS are read in its code pages', () => {
  const text = 'Señor Peña and Mr. Müller kept the café in Málaga open.';
  for (const encoding of ['cp437', 'cp850']) {
    const decoded = decodeText(iconv.encode(text, encoding));
    assert.equal(decoded.text, text);
    assert.match(decoded.warnings.join(), /^It is in cp(?:437|850)\.$/);
  }
});
