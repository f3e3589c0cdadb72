import Piscina from 'piscina';
import type { PdfAccess } from './pdf-worker.ts';

/** Looks into PDFs, one after the other: whoever asks for the next waits for the one before. */
export interface PdfReader extends AsyncDisposable {
  /** @returns undefined where a PDF cannot be read, or not in time. */
  access(file: string): Promise<PdfAccess | undefined>;
}

/** Milliseconds after which a document is given up: even large ones take less than one second. */
const LIMIT = 30_000;
/** Megabytes that a document may take: then its thread ends, and not the build. */
const MEMORY = 1024;

/**
 * Starts a thread for looking into PDFs, so that one that its reader cannot finish holds up nothing.
 * @param filename the module that reads one.
 */
export function openPdfReader({
  limit = LIMIT,
  filename = new URL('./pdf-worker.ts', import.meta.url).href,
} = {}): PdfReader {
  const pool = new Piscina<string, PdfAccess | undefined>({
    filename,
    minThreads: 0,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  return {
    access: (file) =>
      // At the signal the thread is ended; the next document gets a new one.
      pool.run(file, { signal: AbortSignal.timeout(limit) }).catch(() => undefined),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
