import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';

/** What a PDF offers to those who do not see it. */
export interface PdfAccess {
  /** Whether it has tags, by which screen readers know headings, lists and the order of reading. */
  isTagged: boolean;
  hasTitle: boolean;
  hasLanguage: boolean;
}

/** Pages that are looked at for tags: the first may be a cover without any. */
const MAX_PAGES = 5;

/**
 * Looks into a PDF: its `MarkInfo`, its structure tree, its title and language.
 * @returns undefined where it cannot be read: it is damaged, or needs a password.
 */
export default async function lookInto(file: string): Promise<PdfAccess | undefined> {
  const bytes = new Uint8Array(await readFile(file));
  const document = await getDocumentProxy(bytes, { verbosity: 0 }).catch(() => undefined);
  if (document === undefined) return undefined;
  try {
    const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
    const info = new Map(Object.entries((await document.getMetadata()).info));
    const isGiven = (value: unknown) => typeof value === 'string' && value.trim() !== '';
    return {
      isTagged: marks?.Marked === true && (await hasStructure(document)),
      hasTitle: isGiven(info.get('Title')),
      hasLanguage: isGiven(info.get('Language')),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function hasStructure(document: PdfDocument): Promise<boolean> {
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
    const page = await document.getPage(number);
    if ((await page.getStructTree()) !== null) return true;
  }
  return false;
}
