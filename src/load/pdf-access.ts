import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { getDocumentProxy } from 'unpdf';

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
export async function pdfAccess(file: string): Promise<PdfAccess | undefined> {
  const { getDocumentProxy: open } = await import('unpdf'); // slow to load
  const bytes = new Uint8Array(await readFile(file));
  const document = await open(bytes, { verbosity: 0 }).catch(() => undefined);
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

/** Whether documents have tags, by their paths, sizes and times. */
type Remembered = Record<string, boolean>;

/**
 * Counts the PDFs that have no tags, or cannot be looked into.
 * @param media the folder of `paths`.
 * @param cacheDir where it is remembered of each document, since looking into one takes a while.
 */
export async function countUntagged(
  media: string,
  paths: readonly string[],
  cacheDir: string | undefined,
): Promise<number> {
  if (paths.length === 0) return 0;
  const file = cacheDir && join(cacheDir, 'pdf-access.json');
  const known = file === undefined ? {} : await readRemembered(file);
  const found: Remembered = {};
  for (const path of paths) {
    const { size, mtimeMs } = await stat(join(media, path));
    const key = JSON.stringify([join(media, path), size, mtimeMs]);
    const access = async () => (await pdfAccess(join(media, path)))?.isTagged === true;
    found[key] = known[key] ?? (await access());
  }
  if (file !== undefined && JSON.stringify(found) !== JSON.stringify(known)) {
    await mkdir(dirname(file), { recursive: true })
      .then(() => writeFile(file, JSON.stringify(found)))
      .catch(() => undefined); // the next build looks again
  }
  return Object.values(found).filter((isTagged) => !isTagged).length;
}

async function readRemembered(file: string): Promise<Remembered> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isWhole = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isWhole ? (read as Remembered) : {};
  } catch {
    return {}; // it does not exist, or is damaged
  }
}
