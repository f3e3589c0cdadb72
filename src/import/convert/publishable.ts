import { mediaFault } from '../../archive/media/media-fault.ts';
import type { LeftOut, SourceDocument, SourceFile } from '../read/document.ts';

/** Why a file may not be published, as the reason of what is left out; undefined if it may. */
export async function unpublishableReason({ name, bytes }: Pick<SourceFile, 'name' | 'bytes'>) {
  const failure = await mediaFault(name, (most) => bytes.subarray(0, most));
  return failure && `a file that ${failure.message}; ${failure.hint}`;
}

/**
 * Leaves out and reports files of a source that may not be published: nobody who sends a mail may put a
 * page on the archive's address.
 */
export async function removeActiveContent(document: SourceDocument): Promise<SourceDocument> {
  const files: SourceFile[] = [];
  const alsoLeftOut: LeftOut[] = [];
  for (const file of document.files) {
    const reason = await unpublishableReason(file);
    if (reason === undefined) files.push(file);
    else {
      const text = [file.place ?? file.name, file.title, file.alt].filter(Boolean).join(', ');
      alsoLeftOut.push({
        text: `${text} (${file.bytes.length.toLocaleString('en')} bytes)`,
        reason,
      });
    }
  }
  const warnings = alsoLeftOut.map(({ text, reason }) => `Skipped ${text}: ${reason}`);
  return {
    ...document,
    files,
    alsoLeftOut: [...(document.alsoLeftOut ?? []), ...alsoLeftOut],
    warnings: [...document.warnings, ...warnings],
  };
}
