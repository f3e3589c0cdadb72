import { readFile } from 'node:fs/promises';
import {
  type LeftOut,
  type ReadFailure,
  type SourceDocument,
  UnreadableSource,
} from './document.ts';
import { type LibreOfficeFormat, officeFormat } from './office-format.ts';
import { collapse } from '../parse/text-shape.ts';
import type { TextOfParts } from './word-text.ts';
import { zipEntries } from './zip.ts';

/** What LibreOffice made of a document: the path of a Word document and of its text, or why there is none. */
export type OfficeConversion =
  { document: string; text?: string | undefined; failure?: undefined } | { failure: ReadFailure };

const NOT_INSTALLED: ReadFailure = {
  message: 'can be read only where LibreOffice is installed',
  hint: 'install it from https://www.libreoffice.org and import again, or save the file as .docx or PDF',
};
const NO_TEXT: ReadFailure = {
  message: 'has no text that LibreOffice can read',
  hint: 'open it in the program that it was written with, and save it as .docx or PDF',
};

/**
 * Reads a document of a word processor, whatever its name says: as LibreOffice converted it, else what other
 * readers of ours can read of it.
 */
export async function readOffice(
  bytes: Uint8Array,
  conversion?: OfficeConversion,
): Promise<SourceDocument> {
  const format = await officeFormat(bytes);
  switch (format) {
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes);
    case 'html':
      return (await import('./read-html.ts')).readHtml(bytes);
    case 'mht':
      return (await import('./read-mht.ts')).readMht(bytes);
    case 'txt':
      return (await import('./read-text.ts')).readPlainText(bytes);
    case 'docm':
      return (await import('./read-docx.ts')).readDocm(bytes);
    default:
      if (conversion === undefined) return readAlone(bytes, format, NOT_INSTALLED);
      if (conversion.failure !== undefined) return readAlone(bytes, format, conversion.failure);
      return readConverted(bytes, format, conversion);
  }
}

/** Reads what LibreOffice wrote, and compares its words with those that another program finds. */
async function readConverted(
  bytes: Uint8Array,
  format: LibreOfficeFormat,
  { document: path, text }: { document: string; text?: string | undefined },
): Promise<SourceDocument> {
  const { readDocx } = await import('./read-docx.ts');
  const document = await readDocx(await readFile(path));
  if (!/\p{L}/u.test(document.words)) return readAlone(bytes, format, NO_TEXT);
  try {
    if (text !== undefined) return { ...document, otherWords: await readFile(text, 'utf8') };
    const parts = await originalText(bytes, format);
    const alsoLeftOut = [...(document.alsoLeftOut ?? []), ...hiddenMargins(parts, document.words)];
    return { ...document, alsoLeftOut, otherWords: parts?.text };
  } catch (cause) {
    if (!(cause instanceof UnreadableSource)) throw cause;
    const warning = `LibreOffice read it, but its words could not be compared with the file's, which ${cause.message}: look whether all are there.`;
    return { ...document, warnings: [...document.warnings, warning] };
  }
}

/** Lines of margins that LibreOffice does not show, such as those of even pages where there are none. */
function hiddenMargins(parts: TextOfParts | undefined, shown: string): LeftOut[] {
  const isShown = new Set(shown.match(/\p{L}+/gu));
  const lines = `${parts?.headers ?? ''}\n${parts?.footers ?? ''}`.split('\n').map(collapse);
  return [...new Set(lines)]
    .filter((line) => (line.match(/\p{L}+/gu) ?? []).some((word) => !isShown.has(word)))
    .map((text) => ({ text, reason: 'in a margin that no page shows' }));
}

/** Reads the text of a document without LibreOffice. */
async function readAlone(
  bytes: Uint8Array,
  format: LibreOfficeFormat,
  failure: ReadFailure,
): Promise<SourceDocument> {
  const why = failure === NOT_INSTALLED ? 'LibreOffice is not installed' : `it ${failure.message}`;
  const preview = format === 'pages' ? await previewOf(bytes) : undefined;
  if (preview !== undefined) {
    const document = await (await import('./read-pdf.ts')).readPdf(preview);
    const warning = `It was read from the preview that Pages saved with it, since ${why}: compare it with the file.`;
    return { ...document, warnings: [...document.warnings, warning] };
  }
  const parts = await originalText(bytes, format).catch((cause: unknown) => {
    if (cause instanceof UnreadableSource) return undefined;
    throw cause;
  });
  if (parts === undefined || !/\p{L}/u.test(parts.text)) {
    throw new UnreadableSource(failure.message, failure.hint);
  }
  const { textDocument } = await import('./read-text.ts');
  const document = textDocument([parts.headers, parts.text].filter(Boolean).join('\n\n'), [
    `Only its text was read, without headings, lists, links and pictures, since ${why}: compare it with the file.`,
  ]);
  if (parts.footers === '') return document;
  return {
    ...document,
    leftOut: [{ text: parts.footers, reason: 'in the margin of every page' }],
    words: `${document.words}\n${parts.footers}`,
  };
}

/** The text of a document by a reader that has nothing to do with LibreOffice; undefined where there is none. */
async function originalText(
  bytes: Uint8Array,
  format: LibreOfficeFormat,
): Promise<TextOfParts | undefined> {
  const alone = (text: string) => ({ headers: '', text, footers: '' });
  switch (format) {
    case 'word':
      return (await import('./word-text.ts')).wordText(bytes);
    case 'rtf':
      return alone(await (await import('./rtf-text.ts')).rtfText(bytes));
    case 'odt':
    case 'ott':
    case 'sxw':
    case 'fodt': {
      const { openDocumentText } = await import('./open-document-text.ts');
      return alone(await openDocumentText(bytes, format));
    }
    default:
      return undefined;
  }
}

/** The PDF that older versions of Pages save with a document. */
async function previewOf(bytes: Uint8Array): Promise<Buffer | undefined> {
  for await (const entry of zipEntries(Buffer.from(bytes)))
    if (entry.name === 'QuickLook/Preview.pdf') return entry.read();
  return undefined;
}
