import { hash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type ConvertedDocument, convertDocument } from '../convert/convert-document.ts';
import { type ReadFailure, UnreadableSource } from '../read/document.ts';
import { readWhole } from '../read/read-whole.ts';
import { type Listed, listMany, type ManyTask } from '../sources/list-many.ts';
import type { SourceItem } from '../sources/source-item.ts';

/** What became of one source: a release, what is wrong with it, or neither if it was imported before. */
export interface SourceResult {
  name: string;
  /** SHA-256 of the source's bytes, in hexadecimal. */
  sha256: string | undefined;
  bytes: number;
  document: ConvertedDocument | undefined;
  failure: ReadFailure | undefined;
}

export type WorkerRequest =
  { name: 'convert'; task: SourceItem } | { name: 'list'; task: ManyTask };
export type WorkerReply = SourceResult | Listed | ReadFailure;

/**
 * Serves the requests of the parent process, each with `begun` and then with its result.
 * @param before runs before each request, with the name of its file: tests make it fail.
 */
export function serveRequests(before?: (name: string) => Promise<void>): void {
  const serve = async (request: WorkerRequest) => {
    process.send?.('begun');
    await before?.(request.task.name);
    process.send?.(
      request.name === 'convert' ? await convert(request.task) : await list(request.task),
    );
  };
  process.on('message', (request: WorkerRequest) => void serve(request));
  // If the parent process is killed, this one must end too, even from within an endless loop.
  process.on('disconnect', () => process.exit());
  new Worker(
    `const parent = require('node:worker_threads').workerData;
    setInterval(() => {
      try {
        process.kill(parent, 0);
        if (process.ppid === parent) return;
      } catch {}
      process.kill(process.pid, 'SIGKILL');
    }, 1000);`,
    { eval: true, workerData: process.ppid },
  ).unref();
}

/** Converts one source. A failure is a result too, so that the next source has its turn. */
async function convert(item: SourceItem): Promise<SourceResult> {
  const { name, kind, path } = item;
  let bytes: Uint8Array | undefined;
  try {
    bytes = item.bytes ?? (await readWhole(path ?? name));
    const about = describe(name, bytes);
    if (about.sha256 === item.importedSha256)
      return { ...about, document: undefined, failure: undefined };
    const document = await convertDocument(bytes, kind, item);
    return { ...about, document, failure: undefined };
  } catch (cause) {
    return { ...describe(name, bytes), document: undefined, failure: failureOf(cause) };
  }
}

/** Lists the sources in an export or a table. */
async function list(task: ManyTask): Promise<Listed | ReadFailure> {
  try {
    return await listMany(task);
  } catch (cause) {
    return failureOf(cause);
  }
}

function describe(name: string, bytes: Uint8Array | undefined) {
  return { name, sha256: bytes && hash('sha256', bytes), bytes: bytes?.length ?? 0 };
}

/** Any error that a library throws while it reads a document counts as the document's own fault. */
function failureOf(cause: unknown): ReadFailure {
  if (cause instanceof UnreadableSource) return { message: cause.message, hint: cause.hint };
  const { message } = cause instanceof Error ? cause : new Error(String(cause));
  const why = /call stack/i.test(message) ? 'its parts are nested too deep' : message;
  return {
    message: `cannot be read (${why})`,
    hint: 'save it again, or as another kind of file',
  };
}

if (import.meta.main) serveRequests();
