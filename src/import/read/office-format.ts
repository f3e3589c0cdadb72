import { UnreadableSource } from './document.ts';
import { zipEntries } from './zip.ts';

/**
 * What a file of a word processor is, going by its first bytes: names and endings are often wrong, and
 * LibreOffice, left to guess, reads anything as text, often as Chinese.
 */
export type OfficeFormat =
  // those that LibreOffice converts
  | 'word' | 'word95' | 'word6' | 'word2' | 'wordml' | 'rtf' | 'odt' | 'ott' | 'fodt' | 'sxw'
  | 'wordperfect' | 'works' | 'write' | 'pages'
  // those that other readers of ours read
  | 'docx' | 'docm' | 'html' | 'mht' | 'txt'; // prettier-ignore

/** The formats that LibreOffice converts: its import filter, and the ending of that format. */
export const LIBREOFFICE_FILTERS = {
  word: ['MS Word 97', 'doc'],
  word95: ['MS Word 95', 'doc'],
  word6: ['MS WinWord 6.0', 'doc'],
  word2: ['MS WinWord 5', 'doc'],
  wordml: ['MS Word 2003 XML', 'xml'],
  rtf: ['Rich Text Format', 'rtf'],
  odt: ['writer8', 'odt'],
  ott: ['writer8_template', 'ott'],
  fodt: ['OpenDocument Text Flat XML', 'fodt'],
  sxw: ['StarOffice XML (Writer)', 'sxw'],
  wordperfect: ['WordPerfect', 'wpd'],
  works: ['MS_Works', 'wps'],
  write: ['MS_Write', 'wri'],
  pages: ['Apple Pages', 'pages'],
} as const satisfies Partial<Record<OfficeFormat, readonly [filter: string, ending: string]>>;

export type LibreOfficeFormat = keyof typeof LIBREOFFICE_FILTERS;

export const isForLibreOffice = (format: OfficeFormat): format is LibreOfficeFormat =>
  Object.hasOwn(LIBREOFFICE_FILTERS, format);

const HEAD = 16_384; // bytes in which a text shows what it is: XML begins with all its namespaces

/**
 * Finds out the format of a word processor's file from its bytes.
 * @throws {UnreadableSource} if it is protected, is of another kind of program, or is nothing known.
 */
export async function officeFormat(bytes: Uint8Array): Promise<OfficeFormat> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, HEAD);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFormat(buffer);
  if (start.startsWith('PK\x03\x04')) return zipFormat(buffer);
  const found = SIGNATURES.find(([signature]) => signature.test(start))?.[1] ?? markupFormat(start);
  if (found !== undefined) return found;
  if (/^\s*%PDF-/.test(start)) throw new UnreadableSource('is a PDF', 'give its name the ending .pdf'); // prettier-ignore
  if (start.includes('\0') || start === '') {
    throw new UnreadableSource(
      'is damaged, or of a word processor that is not known',
      'open it in the program that it was written with, and save it as .docx or PDF',
    );
  }
  return 'txt';
}

const SIGNATURES: [RegExp, OfficeFormat][] = [
  [/^\s*\{\\rtf/, 'rtf'],
  [/^\xffWPC/, 'wordperfect'],
  [/^\xdb\xa5/, 'word2'],
  [/^[\x31\x32]\xbe\0\0\0\xab/, 'write'],
];

/** The format of XML, of HTML, and of HTML in the form of a mail. */
function markupFormat(start: string): OfficeFormat | undefined {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^[\w-]+:/.test(text) && /^MIME-Version: 1\.0/im.test(text)) return 'mht';
  if (!text.startsWith('<')) return undefined;
  if (/<office:document[\s>]/.test(text) && text.includes('opendocument.text')) return 'fodt';
  if (/<w:wordDocument[\s>]|<\?mso-application progid="Word/.test(text)) return 'wordml';
  return /<(?:html|head|body|!doctype html)[\s>]/i.test(text) ? 'html' : undefined;
}

/** The kinds of files in Microsoft's compound format, by the names in its directory: those have no case. */
function compoundFormat(file: Buffer): OfficeFormat {
  const text = file.toString('latin1').toLowerCase();
  const has = (stream: string) =>
    text.includes(Buffer.from(`${stream.toLowerCase()}\0`, 'utf16le').toString('latin1'));
  if (has('__properties_version1.0')) {
    throw new UnreadableSource('is a mail of Outlook', 'give its name the ending .msg');
  }
  if (has('EncryptedPackage')) throw protectedFile();
  if (has('WordDocument')) return wordFormat(file);
  if (has('MatOST') || has('CONTENTS')) return 'works';
  if (has('PerfectOffice_MAIN')) return 'wordperfect';
  throw has('Workbook') || has('Book')
    ? new UnreadableSource('is a spreadsheet', 'save it as CSV, one release a row')
    : ofOtherProgram();
}

const MINI_SECTOR = 64; // bytes: any stream begins at a multiple of it
const ENCRYPTED = 0x100; // the bit of the flags that says that the text is encrypted

/** The version of Word, from the head of its stream (FIB), by [MS-DOC] 2.5.2 and what Word 6 wrote. */
function wordFormat(file: Buffer): OfficeFormat {
  for (let place = 512; place + 12 <= file.length; place += MINI_SECTOR) {
    const [magic, version] = [file.readUInt16LE(place), file.readUInt16LE(place + 2)];
    const isWord97 = magic === 0xa5ec && version >= 0xc0;
    const isOlder = magic === 0xa5dc && version >= 0x65 && version <= 0x69;
    if (!isWord97 && !isOlder) continue;
    if ((file.readUInt16LE(place + 10) & ENCRYPTED) !== 0) throw protectedFile();
    if (isWord97) return 'word';
    return version < 0x67 ? 'word6' : 'word95';
  }
  return 'word';
}

const protectedFile = () =>
  new UnreadableSource(
    'is protected by a password',
    'open it with the password, and save it as .docx without one',
  );

const ofOtherProgram = () =>
  new UnreadableSource(
    'is of an office program, but not a text',
    'open it there, and save it as PDF, or as CSV if it is a table of releases',
  );

/** The kinds of files in zip packages. OpenDocument says in a file of its own what it is. */
async function zipFormat(file: Buffer): Promise<OfficeFormat> {
  const names = new Set<string>();
  let type = '';
  let manifest = '';
  for await (const entry of zipEntries(file)) {
    names.add(entry.name);
    if (entry.name === 'mimetype') type = (await entry.read()).toString('latin1').trim();
    if (entry.name === 'META-INF/manifest.xml') manifest = (await entry.read()).toString('latin1');
  }
  if (names.has('[Content_Types].xml')) {
    if (!names.values().some((name) => name.startsWith('word/'))) throw ofOtherProgram();
    return names.values().some((name) => /vbaProject\.bin$/i.test(name)) ? 'docm' : 'docx';
  }
  if (names.has('Index/Document.iwa') || names.has('Index.zip')) return 'pages';
  if (names.values().some((name) => /^index\.(?:xml|apxl)(?:\.gz)?$/.test(name))) return 'pages';
  if (type === '' && manifest === '') {
    throw new UnreadableSource('is a zip archive', 'give its name the ending .zip');
  }
  if (/encryption-data/.test(manifest)) throw protectedFile();
  const kind = type || manifest;
  if (/opendocument\.text-template/.test(kind)) return 'ott';
  if (/opendocument\.text/.test(kind)) return 'odt';
  if (/sun\.xml\.writer/.test(kind)) return 'sxw';
  throw ofOtherProgram();
}
