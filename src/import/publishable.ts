import { mediaFault } from '../archive/media/media-fault.ts';
import type { LeftOut, SourceDocument, SourceFile } from './read/document.ts';

/** Why a file is not published, as the reason of what is left out; undefined if it is. */
export async function whyNotPublished({ name, bytes }: Pick<SourceFile, 'name' | 'bytes'>) {
  const fault = await mediaFault(name, (most) => bytes.subarray(0, most));
  return fault && `a file that ${fault.message}; ${fault.hint}`;
}

/**
 * Leaves out what came with a source and may not be published: nobody who sends a mail may put a page on
 * the archive's address. What is left out is told.
 */
export async function leaveActiveOut(document: SourceDocument): Promise<SourceDocument> {
  const files: SourceFile[] = [];
  const beside: LeftOut[] = [];
  for (const file of document.files) {
    const reason = await whyNotPublished(file);
    if (reason === undefined) files.push(file);
    else {
      const text = [file.place ?? file.name, file.title, file.alt].filter(Boolean).join(', ');
      beside.push({ text: `${text} (${file.bytes.length.toLocaleString('en')} bytes)`, reason });
    }
  }
  const warnings = beside.map(({ text, reason }) => `${text} was left out: ${reason}`);
  return {
    ...document,
    files,
    beside: [...(document.beside ?? []), ...beside],
    warnings: [...document.warnings, ...warnings],
  };
}
