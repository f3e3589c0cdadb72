import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { MANIFEST } from '../publish/data/manifest.ts';
import { type Copy } from '../publish/verify/copies.ts';
import type { QuotedSource } from './compare/quoted-source.ts';

const unpack = promisify(gunzip);

const manifest = z.object({ files: z.array(z.object({ name: z.string() })) });
/** What is needed of a record: copies of older versions, and of newer ones, have it too. */
const record = z.object({
  id: z.string(),
  url: z.string(),
  statements: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      digest: z.string().optional(),
      former: z.array(z.string()).optional(),
    }),
  ),
  removed: z.array(z.string()).default([]),
  earlier: z
    .array(z.object({ statement: z.string(), text: z.string(), until: z.string() }))
    .optional(),
});
const YEAR = /^releases-(.+)\.jsonl\.gz$/;

/**
 * Reads the statements of all releases from a published copy of a site, the oldest year first.
 * @throws {Error} if it is no copy of a site, or a file of it is missing or damaged.
 */
export async function readCopy(
  copy: Copy,
  onProgress?: (done: number, total: number) => void,
): Promise<QuotedSource[]> {
  const list = await copy.read(MANIFEST);
  if (list === undefined) {
    throw new Error(`There is no ${MANIFEST}: this is not the root of a published archive.`);
  }
  const { files } = parse(MANIFEST, list.toString(), manifest);
  const years = files
    .map(({ name }) => name)
    .filter((name) => YEAR.test(name))
    .sort();
  const sources: QuotedSource[] = [];
  for (const [n, name] of years.entries()) {
    const path = `data/${name}`;
    const packed = await copy.read(path);
    if (packed === undefined) throw new Error(`${path} is missing from this copy.`);
    const bytes = await unpack(packed).catch((cause: unknown) => {
      throw new Error(`${path} is damaged: copy it again.`, { cause });
    });
    for (const line of bytes.toString().split('\n')) {
      if (line === '') continue;
      const { id: release, ...own } = parse(path, line, record);
      sources.push({ release, ...own });
    }
    onProgress?.(n + 1, years.length);
  }
  return sources.sort((a, b) => (a.release < b.release ? -1 : 1));
}

function parse<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not the JSON of a published archive.`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is not of a published archive: ${z.prettifyError(parsed.error)}`);
}
