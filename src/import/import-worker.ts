import { UnreadableSource } from './document.ts';
import { type ImportedDocument, importDocument } from './import-document.ts';
import { readWhole, type SourceItem } from './sources/source-item.ts';
import { digest } from './wrote.ts';

/** What became of one source: a release, or what is wrong with it. */
export interface WorkedSource {
  name: string;
  /** SHA-256 of the source's bytes, in hexadecimal. */
  sha256: string | undefined;
  bytes: number;
  imported: ImportedDocument | undefined;
  fault: { message: string; hint: string } | undefined;
}

/** Reads and takes apart one source. Whatever it holds, the next one has its turn. */
export default async function work(item: SourceItem): Promise<WorkedSource> {
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

function described(name: string, bytes: Uint8Array | undefined) {
  const sha256 = bytes && digest(bytes);
  return { name, sha256, bytes: bytes?.length ?? 0 };
}

/** A fault in a document can bring down the library that reads it: that is the document's own fault. */
function faultOf(cause: unknown): { message: string; hint: string } {
  if (cause instanceof UnreadableSource) return { message: cause.message, hint: cause.hint };
  const { message } = cause instanceof Error ? cause : new Error(String(cause));
  return {
    message: `cannot be read (${message})`,
    hint: 'save it again, or as another kind of file',
  };
}
