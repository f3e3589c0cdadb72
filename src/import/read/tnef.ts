import iconv from 'iconv-lite';
import type { OutlookBody } from './outlook-mail.ts';

/** A mail, or what of it Outlook packed into `winmail.dat` (MS-OXTNEF). */
export interface PackedMail extends OutlookBody {
  subject: string | undefined;
  /** When it was sent, in UTC. */
  sent: Date | undefined;
  sender: { name: string; address: string } | undefined;
  attachments: PackedFile[];
}

interface PackedFile {
  name: string | undefined;
  type: string | undefined;
  contentId: string | undefined;
  /** Its bytes, or the mail that it is. */
  content: Uint8Array | PackedMail;
}

const SIGNATURE = 0x223e9f78;
const MAX_DEPTH = 5;
const IMESSAGE = '0703020000000000c000000000000046'; // of a mail inside a mail, as its first 16 bytes
/** Attributes of the format, by their number without its type. */
const ATTRIBUTE = { subject: 0x8004, body: 0x800c, fileTitle: 0x8010, fileData: 0x800f, newFile: 0x9002, properties: 0x9003, fileProperties: 0x9005, codepage: 0x9007 }; // prettier-ignore
/** Properties of MAPI (MS-OXPROPS). */
const PROPERTY = { subject: 0x0037, sent: 0x0039, senderName: 0x0c1a, senderAddress: 0x5d01, body: 0x1000, rtf: 0x1009, html: 0x1013, data: 0x3701, shortName: 0x3704, longName: 0x3707, mimeType: 0x370e, contentId: 0x3712, codepage: 0x3fde }; // prettier-ignore
/** The bytes that a value of a type takes. */
const SIZES: Record<number, number> = { 1: 0, 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 }; // prettier-ignore
const TEXT = 0x1e;
const WIDE_TEXT = 0x1f;
const LONG_TYPES: ReadonlySet<number> = new Set([TEXT, WIDE_TEXT, 0x0d, 0x102]);
const MANY = 0x1000;

/** A value, and its type. */
interface Value {
  type: number;
  bytes: Buffer;
}
type Values = Map<number, Value>;

/**
 * Unpacks `winmail.dat`.
 * @throws {RangeError} if it is damaged.
 */
export function readTnef(bytes: Uint8Array, depth = 0): PackedMail {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.readUInt32LE(0) !== SIGNATURE) throw new RangeError('no TNEF');
  let codepage = 1252;
  let values: Values = new Map();
  let subject: Buffer | undefined;
  let body: Buffer | undefined;
  const files: { title?: Buffer; data?: Buffer; values: Values }[] = [];
  for (let place = 6; file[place] === 1 || file[place] === 2;) {
    const id = file.readUInt16LE(place + 1);
    const length = file.readUInt32LE(place + 5);
    const data = part(file, place + 9, length);
    const last = files.at(-1);
    if (id === ATTRIBUTE.codepage) codepage = data.readUInt32LE(0);
    else if (id === ATTRIBUTE.subject) subject = data;
    else if (id === ATTRIBUTE.body) body = data;
    else if (id === ATTRIBUTE.properties) values = readProperties(data);
    else if (id === ATTRIBUTE.newFile) files.push({ values: new Map() });
    else if (id === ATTRIBUTE.fileTitle && last) last.title = data;
    else if (id === ATTRIBUTE.fileData && last) last.data = data;
    else if (id === ATTRIBUTE.fileProperties && last) last.values = readProperties(data);
    place += 9 + length + 2; // a checksum follows
  }
  const text = (from: Values, name: keyof typeof PROPERTY) => textOf(from.get(PROPERTY[name]), codepage); // prettier-ignore
  const plain = (value: Buffer | undefined) => value && textOf({ type: TEXT, bytes: value }, codepage); // prettier-ignore
  const [name, address] = [text(values, 'senderName'), text(values, 'senderAddress')];
  return {
    subject: text(values, 'subject') ?? plain(subject),
    sent: dateOf(values.get(PROPERTY.sent)),
    sender: name !== undefined && address?.includes('@') ? { name, address } : undefined,
    html: values.get(PROPERTY.html)?.bytes,
    rtf: values.get(PROPERTY.rtf)?.bytes,
    text: text(values, 'body') ?? plain(body),
    codepage: values.get(PROPERTY.codepage)?.bytes.readUInt32LE(0),
    attachments: files.flatMap((one): PackedFile[] => {
      const content = contentOf(one.data ?? one.values.get(PROPERTY.data)?.bytes, depth);
      if (content === undefined) return [];
      return [
        {
          name: text(one.values, 'longName') ?? plain(one.title) ?? text(one.values, 'shortName'),
          type: text(one.values, 'mimeType'),
          contentId: text(one.values, 'contentId'),
          content,
        },
      ];
    }),
  };
}

function contentOf(data: Buffer | undefined, depth: number): Uint8Array | PackedMail | undefined {
  if (data?.toString('hex', 0, 16) !== IMESSAGE) return data;
  return depth < MAX_DEPTH ? readTnef(data.subarray(16), depth + 1) : undefined;
}

/** @throws {RangeError} if it goes on behind the end. */
function part(file: Buffer, start: number, length: number): Buffer {
  if (start + length > file.length) throw new RangeError('it is cut off');
  return file.subarray(start, start + length);
}

function readProperties(data: Buffer): Values {
  const values: Values = new Map();
  let place = 4;
  const padded = (length: number) => length + ((4 - (length % 4)) % 4);
  for (let left = data.readUInt32LE(0); left > 0; left--) {
    const type = data.readUInt16LE(place);
    const id = data.readUInt16LE(place + 2);
    place += 4;
    if (id >= 0x8000) {
      const isText = data.readUInt32LE(place + 16) === 1;
      place += isText ? 24 + padded(data.readUInt32LE(place + 20)) : 24;
    }
    const single = type & ~MANY;
    const isLong = LONG_TYPES.has(single);
    const size = SIZES[single];
    if (!isLong && size === undefined) throw new RangeError(`a property of type ${type}`);
    let count = 1;
    if (isLong || type !== single) {
      count = data.readUInt32LE(place);
      place += 4;
    }
    for (; count > 0; count--) {
      const length = isLong ? data.readUInt32LE(place) : (size ?? 0);
      if (isLong) place += 4;
      if (!values.has(id)) values.set(id, { type: single, bytes: part(data, place, length) });
      place += padded(length);
    }
  }
  return values;
}

function textOf(value: Value | undefined, codepage: number): string | undefined {
  if (value === undefined) return undefined;
  const name = `cp${codepage}`;
  const encoding = iconv.encodingExists(name) ? name : 'cp1252';
  const { type, bytes } = value;
  const text = type === WIDE_TEXT ? bytes.toString('utf16le') : iconv.decode(bytes, encoding);
  return text.replace(/\0.*/s, '');
}

/** Windows counts tenths of microseconds since 1601. */
function dateOf(value: Value | undefined): Date | undefined {
  if (value?.bytes.length !== 8) return undefined;
  return new Date(Number(value.bytes.readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000);
}
