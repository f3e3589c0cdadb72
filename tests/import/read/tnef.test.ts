import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** An attribute as MS-OXTNEF has it: its level, number, type, length, data and checksum. */
function attribute(level: 1 | 2, id: number, type: number, data: Buffer): Buffer {
  const sum = data.reduce((all, byte) => (all + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u16(id), u16(type), u32(data.length), data, u16(sum)]);
} // prettier-ignore

const WIDE = 0x1f;
const BINARY = 0x102;

/** A property: its type, number, and one value, filled up to four bytes. */
function property(id: number, type: number, value: string | Buffer): Buffer {
  const data = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value;
  const filling = Buffer.alloc((4 - (data.length % 4)) % 4);
  return Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), data, filling]);
}

/** A number with a name of its own, as Outlook has many. */
const named = Buffer.concat([u16(3), u16(0x8001), Buffer.alloc(16, 7), u32(1), u32(6), Buffer.from('ab\0\0\0\0\0\0', 'latin1'), u32(5)]); // prettier-ignore
const properties = (...all: Buffer[]) => Buffer.concat([u32(all.length), ...all]);
const tnef = (...attributes: Buffer[]) =>
  Buffer.concat([u32(0x223e9f78), u16(1), attribute(1, 0x9007, 6, Buffer.concat([u32(1251), u32(0)])), ...attributes]); // prettier-ignore
const packedFile = (name: string, data: Buffer) => [
  attribute(2, 0x9002, 6, Buffer.alloc(14)),
  attribute(2, 0x8010, 1, Buffer.from('SHORT~1.TXT\0')),
  attribute(2, 0x800f, 6, data),
  attribute(2, 0x9005, 6, properties(property(0x3707, WIDE, name))),
];

const STORY =
  'SAMPLETON - The ferry will run at night from June on, Senator Sam Sample announced today, after the towns on both banks had asked for it for years and had counted those who walk across the bridge.';
const HTML = Buffer.from(`<h1>Ferry Runs at Night</h1><p>${STORY}</p><p>It is <i>new</i>.</p>`);

const convert = (packed: Buffer, text = '') =>
  convertDocument(
    Buffer.from(
      `From: Casey Contact <casey@example.org>\nDate: Tue, 03 May 2016 09:00:00 -0700\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n${packed.toString('base64')}\n--b--\n`,
    ),
    'eml',
  );

test('the text in a winmail.dat is that of its mail, with its files', async () => {
  const packed = tnef(
    attribute(1, 0x9003, 6, properties(named, property(0x1013, BINARY, HTML))),
    ...packedFile('ferry plan.txt', Buffer.from('A plan of the ferry.')),
  );
  for (const text of ['', `Ferry Runs at Night\n\n${STORY}`]) {
    const { fields, text: shown, markdown, files, warnings } = await convert(packed, text);
    assert.equal(fields.title, 'Ferry Runs at Night');
    assert.equal(shown, `${STORY}\n\nIt is new.`);
    assert.match(markdown, /It is \*new\*\./);
    assert.deepEqual(
      files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
      [['ferry plan.txt', 'A plan of the ferry.']],
    );
    assert.ok(!warnings.join().includes('winmail'));
  }
});

test('a text that has all words of a winmail.dat stays', async () => {
  const body = attribute(1, 0x800c, 2, Buffer.from(`${STORY}\0`));
  const { text } = await convert(tnef(body), `${STORY}\n\nSent to all towns.`);
  assert.equal(text, `${STORY}\n\nSent to all towns.`);
});

test('a plain text in a winmail.dat is in the code page that it names', async () => {
  const cyrillic = Buffer.from([0xcc, 0xee, 0xf1, 0xf2, 0]); // “Мост”
  const { text } = await convert(tnef(attribute(1, 0x800c, 2, cyrillic)));
  assert.equal(text, 'Мост');
});

test('a mail that a winmail.dat has is the release', async () => {
  const subject = attribute(1, 0x8004, 1, Buffer.from('The Night Ferry\0'));
  const sent = Buffer.alloc(8);
  sent.writeBigUInt64LE((BigInt(Date.UTC(2016, 1, 8, 17)) + 11_644_473_600_000n) * 10_000n);
  const inner = tnef(
    subject,
    attribute(1, 0x9003, 6, properties(Buffer.concat([u16(64), u16(0x39), sent]), property(0x1013, BINARY, HTML))), // prettier-ignore
  );
  const data = Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), inner]);
  const { metadata, text, leftOut } = await convert(
    tnef(
      attribute(2, 0x9002, 6, Buffer.alloc(14)),
      attribute(2, 0x9005, 6, properties(property(0x3701, 0x0d, data))),
    ),
    'See below.',
  );
  assert.deepEqual([metadata?.title, metadata?.date], ['The Night Ferry', '2016-02-08']);
  assert.equal(text, `${STORY}\n\nIt is new.`);
  assert.ok(leftOut.some((one) => one.text === 'See below.'));
});

test('a winmail.dat that is cut off is named, at whatever byte', async () => {
  const whole = tnef(
    attribute(1, 0x9003, 6, properties(named, property(0x1013, BINARY, HTML))),
    ...packedFile('plan.txt', Buffer.from('A plan.')),
  );
  for (const length of [3, 12, 40, 90, whole.length - 30]) {
    const { text, warnings } = await convert(whole.subarray(0, length), `Ferry\n\n${STORY}`);
    assert.ok(text.includes(STORY), `${length}`);
    assert.match(warnings.join(), /Left out winmail\.dat/, `${length}`);
  }
});
