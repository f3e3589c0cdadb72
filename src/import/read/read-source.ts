import { type ReaderFor, type SourceDocument, UnreadableSource } from './document.ts';
import { withoutPageTurns } from './page-turns.ts';
import type { OfficeConversion } from './read-office.ts';

type Reader = (
  bytes: Uint8Array,
  conversion?: OfficeConversion,
) => SourceDocument | Promise<SourceDocument>;

/** A reader is loaded when the first source of its kind comes: those of PDF and Word are large. */
const READERS = {
  txt: async () => (await import('./read-text.ts')).readPlainText,
  html: async () => (await import('./read-html.ts')).readHtml,
  fragment: async () => (await import('./read-html.ts')).readFragment,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  eml: async () => ofMail((await import('./read-email.ts')).readEmail),
  emlx: async () => ofMail((await import('./read-emlx.ts')).readEmlx),
  mht: async () => (await import('./read-mht.ts')).readMht,
  msg: async () => ofMail((await import('./read-msg.ts')).readMsg),
  md: async () => (await import('./read-markdown.ts')).readMarkdown,
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  office: async () => (await import('./read-office.ts')).readOffice,
} as const satisfies Record<string, () => Promise<Reader>>;

/**
 * `fragment` is HTML without a page around it: a post of a blog, a cell of a table. `office` is what
 * LibreOffice converts.
 */
export type SourceKind = keyof typeof READERS;

const EXTENSIONS: Record<string, SourceKind> = {
  txt: 'txt', text: 'txt', html: 'html', htm: 'html', xhtml: 'html', docx: 'docx', dotx: 'docx',
  eml: 'eml', emlx: 'emlx', mht: 'mht', mhtml: 'mht', msg: 'msg', md: 'md', markdown: 'md', pdf: 'pdf',
  docm: 'office', dotm: 'office', doc: 'office', dot: 'office', rtf: 'office', odt: 'office', ott: 'office', fodt: 'office', sxw: 'office',
  stw: 'office', wpd: 'office', wps: 'office', wri: 'office', pages: 'office',
}; // prettier-ignore

/** The kind of source by the file's name; undefined for what cannot be imported. */
export const kindOf = (name: string): SourceKind | undefined =>
  EXTENSIONS[/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];

/** A mail may carry the release as a document of any kind. */
function ofMail(
  read: (bytes: Uint8Array, readerFor: ReaderFor) => Promise<SourceDocument>,
): Reader {
  return (bytes) => read(bytes, readerFor);
}

const readerFor: ReaderFor = (name) => {
  const kind = kindOf(name);
  return kind && ((bytes) => readSource(bytes, kind));
};

/**
 * Reads a source of a kind.
 * @param conversion what LibreOffice made of it, if it was asked.
 */
export async function readSource(
  bytes: Uint8Array,
  kind: SourceKind,
  conversion?: OfficeConversion,
): Promise<SourceDocument> {
  if (bytes.length === 0) throw new UnreadableSource('is empty', 'there is nothing to import');
  if (!KNOWN_BY_THEMSELVES.has(kind))
    refuseOther(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)), kind);
  const read: Reader = await READERS[kind]();
  const document = await read(bytes, conversion);
  return kind === 'md' ? document : withoutPageTurns(document);
}

/** Kinds whose readers look at the first bytes themselves. */
const KNOWN_BY_THEMSELVES: ReadonlySet<SourceKind> = new Set(['office', 'msg']);

const SIGNATURES: [RegExp, string, string][] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF....WEBP|^II\*\0|^MM\0\*|^BM.{4}\0{4}/s, 'is a picture', 'import the document; pictures belong under media/'],
  [/^\xd0\xcf\x11\xe0/, 'is a document of old Word, or encrypted', 'if it is of old Word, give its name the ending .doc; else take off the password'],
  [/^\{\\rtf/, 'is rich text (RTF)', 'give its name the ending .rtf'],
  [/^MZ|^\x7fELF/, 'is a program', 'import documents only'],
]; // prettier-ignore

/** Refuses a file whose first bytes show that it is of another kind than its name says. */
function refuseOther(head: Buffer, kind: SourceKind) {
  const start = head.toString('latin1');
  for (const [signature, what, hint] of SIGNATURES) {
    if (signature.test(start)) throw new UnreadableSource(`${what}, whatever its name says`, hint);
  }
  const isZip = start.startsWith('PK\x03\x04');
  const isPdf = /^\s*%PDF-/.test(start);
  if (isZip !== (kind === 'docx')) {
    throw new UnreadableSource(
      isZip ? `is a zip archive or a Word document, not .${kind}` : 'is not a Word document',
      'rename it to what it is',
    );
  }
  if (isPdf !== (kind === 'pdf')) {
    throw new UnreadableSource(
      isPdf ? `is a PDF, not .${kind}` : 'is not a PDF',
      'rename it to what it is',
    );
  }
}
