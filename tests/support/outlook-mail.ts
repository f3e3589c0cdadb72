import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

/** Properties of a mail of Outlook, by their tags in hexadecimal: 001F is Unicode, 001E a code page, 0102 bytes. */
type Properties = Record<string, string | Buffer | number>;

/** A mail as Outlook saves it ([MS-OXMSG]): a stream for each text, and a table of numbers. */
export function msgOf(properties: Properties): Buffer {
  const numbers = Object.entries(properties).filter(([, value]) => typeof value === 'number');
  const table = Buffer.alloc(32 + 16 * numbers.length);
  for (const [n, [tag, value]] of numbers.entries()) {
    table.writeUInt32LE(Number.parseInt(tag, 16), 32 + 16 * n);
    table.writeUInt32LE(6, 36 + 16 * n);
    table.writeUInt32LE(value as number, 40 + 16 * n);
  }
  const streams: [string, Buffer][] = [['__properties_version1.0', table]];
  for (const [tag, value] of Object.entries(properties)) {
    if (typeof value === 'number') continue;
    const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
    streams.push([`__substg1.0_${tag}`, bytes]);
  }
  const root = { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: streams.map((_, n) => n + 1) }; // prettier-ignore
  const documents = streams.map(([name, bytes]) => ({
    name,
    type: TypeEnum.DOCUMENT,
    length: bytes.length,
    binaryProvider: () => new Uint8Array(bytes),
  }));
  return Buffer.from(burn([root, ...documents]));
}
