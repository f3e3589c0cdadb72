import { Worker } from 'node:worker_threads';
import { type Fault, UnreadableSource } from './read/document.ts';
import { type ImportedDocument, importDocument } from './import-document.ts';
import { type Listed, listMany, type ManyTask } from './sources/list-many.ts';
import { readWhole, type SourceItem } from './sources/source-item.ts';
import { digest } from './write/outcome.ts';

/** What became of one source: a release, or what is wrong with it. */
export interface WorkedSource {
  name: string;
  /** SHA-256 of the source's bytes, in hexadecimal. */
  sha256: string | undefined;
  bytes: number;
  imported: ImportedDocument | undefined;
  fault: Fault | undefined;
}

/** What a worker is asked to do. */
export type Call = { name: 'work'; task: SourceItem } | { name: 'list'; task: ManyTask };
export type Answer = WorkedSource | Listed | Fault;

/**
 * Answers calls of the process that started this one, each with `begun` and then with what came of it.
 * @param before what is done before each: tests let it go wrong.
 */
export function answerCalls(before?: (name: string) => Promise<void>): void {
  process.on('message', async (call: Call) => {
    process.send?.('begun');
    await before?.(call.task.name);
    process.send?.(call.name === 'work' ? await work(call.task) : await list(call.task));
  });
  // Whoever started it may be killed while it reads: it must not go on alone, even in an endless loop.
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

/** Reads and takes apart one source. Whatever it holds, the next one has its turn. */
async function work(item: SourceItem): Promise<WorkedSource> {
  const { name, kind, path } = item;
  let bytes: Uint8Array | undefined;
  try {
    bytes = item.bytes ?? (await readWhole(path ?? name));
    const imported = await importDocument(bytes, kind, item);
    return { ...described(name, bytes), imported, fault: undefined };
  } catch (cause) {
    return { ...described(name, bytes), imported: undefined, fault: faultOf(cause) };
  }
}

/** The sources in an export or a table. */
async function list(task: ManyTask): Promise<Listed | Fault> {
  try {
    return await listMany(task);
  } catch (cause) {
    return faultOf(cause);
  }
}

function described(name: string, bytes: Uint8Array | undefined) {
  const sha256 = bytes && digest(bytes);
  return { name, sha256, bytes: bytes?.length ?? 0 };
}

/** A fault in a document can bring down the library that reads it: that is the document's own fault. */
function faultOf(cause: unknown): Fault {
  if (cause instanceof UnreadableSource) return { message: cause.message, hint: cause.hint };
  const { message } = cause instanceof Error ? cause : new Error(String(cause));
  const why = /call stack/i.test(message) ? 'its parts lie too deep in one another' : message;
  return {
    message: `cannot be read (${why})`,
    hint: 'save it again, or as another kind of file',
  };
}

if (import.meta.main) answerCalls();
