import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { entryOf, type LinePlace, readLines } from '../archive/ledger/ledger-files.ts';
import type { Problem } from '../archive/problem.ts';
import { EntryBundle } from '../cache/entry-bundle.ts';
import { Bundle } from '../cache/bundle.ts';
import { type BodyTexts, encodeText, type TextPlace, type LazyTexts } from './lazy-texts.ts';
import type {
  ReleaseSource,
  RenderedBody,
  ProcessedRelease,
  ProcessOptions,
} from './read-release.ts';

export interface WorkerOptions extends ProcessOptions {
  contentDir: string;
  /** Where results are cached, and a digest of everything that all of them depend on. */
  cache: { folder: string; digest: string } | undefined;
}

/** A release to read: its path below the content folder, and the places of its lines in the ledger. */
export interface Task {
  path: string;
  places?: LinePlace[] | undefined;
  /** Statements of it that are in other releases now, as `release#id` by id. */
  crossings?: Readonly<Record<string, string>> | undefined;
}

/** Releases to read, one after the other. */
export interface Batch {
  tasks: Task[];
  /** The bundle that caches just these releases; without one, they are rendered. */
  bundle: string | undefined;
}

/** A release but for the texts of its body. */
export interface ReleaseNotes extends Omit<ProcessedRelease, 'body'> {
  body: Omit<RenderedBody, keyof BodyTexts> | undefined;
}

/** Releases, in the order of the tasks. */
export interface ProcessedBatch {
  releases: { notes: ReleaseNotes; text: TextPlace | undefined }[];
  /** How many of them come from the cache. */
  reused: number;
  texts: LazyTexts;
}

/** A cached release without its text: valid as long as the sizes of its pictures are the same. */
interface CachedRelease extends Pick<Processed, 'notes' | 'lengths'> {
  media: [path: string, size: string][];
}

/** A release, and its text as it is stored. */
interface Processed {
  key: string;
  notes: ReleaseNotes;
  text: Uint8Array;
  /** Of the text, in hexadecimal digits. */
  sha256: string | undefined;
  lengths: TextPlace['lengths'];
}

/** Lists what is rendered, with NODE_DEBUG=on-the-record. */
const log = debuglog('on-the-record');
const { contentDir, cache, ...options } = workerData as WorkerOptions;
/** Loaded for the first release that is not cached: Markdown's parser takes a while to start. */
const load = async () => (await import('./read-release.ts')).releaseProcessor(options);
let loaded: ReturnType<typeof load> | undefined;

/** Reads, checks and renders releases, as far as they are not cached. */
export default async function run({ tasks, bundle }: Batch): Promise<ProcessedBatch> {
  const file = cache && bundle !== undefined ? join(cache.folder, bundle) : undefined;
  const cached = file === undefined ? undefined : new EntryBundle(file);
  const processed: Processed[] = [];
  let reused = 0;
  try {
    for (const { path, places = [], crossings } of tasks) {
      // Synchronously: of many small files that takes a third of the time.
      const bytes = readFileSync(join(contentDir, path));
      const lines = readLines(places);
      const key = keyOf(path, bytes, lines);
      const known = cached && fromCache(cached, key);
      if (known) reused++;
      else log('text %s', path);
      processed.push(
        known ?? (await processRelease(key, { path, bytes, lines, places, crossings }, cached)),
      );
    }
    await cached?.save();
  } finally {
    cached?.close(); // files that a thread has opened stay open when it ends
  }
  const inFile = file === undefined ? undefined : textsInBundle(file, processed);
  const { texts, starts } = inFile ?? textsInMemory(processed);
  const releases = processed.map(({ notes, lengths }, n) => {
    return { notes: placed(notes), text: notes.body && { start: starts[n] ?? 0, lengths } };
  });
  return { releases, reused, texts };
}

interface Source extends Pick<ReleaseSource, 'path' | 'bytes'> {
  lines: Buffer[];
  places: LinePlace[];
  crossings: Task['crossings'];
}

async function processRelease(
  key: string,
  { path, bytes, lines, places, crossings = {} }: Source,
  cached: EntryBundle | undefined,
): Promise<Processed> {
  const found = entryOf(lines, places);
  const entry = found && {
    ...found,
    statements: found.statements.map((one) => {
      const to = crossings[one.id];
      return to === undefined ? one : { ...one, to };
    }),
  };
  const read = await (loaded ??= load());
  const { body, ...rest } = read({ path, bytes, entry, isDouble: lines.length > 1 });
  const { html = '', statements = new Uint8Array(), ...others } = body ?? {};
  const notes: ReleaseNotes = { ...rest, body: body && (others as ReleaseNotes['body']) };
  const stored = encodeText({ html, statements });
  const processed = { key, notes, ...stored, sha256: hash('sha256', stored.text) };
  if (hasNoErrors(notes)) addToCache(processed, cached);
  return processed;
}

/** The texts in a bundle; undefined if any is missing, as when the cache folder is read-only. */
function textsInBundle(file: string, processed: readonly Processed[]) {
  const bundle = Bundle.open(file);
  const starts = processed.map(({ key, sha256 }) => {
    // The same key may have another text if the size of a picture has changed.
    const isSame = bundle?.digestOf(textOf(key)) === sha256;
    return isSame ? bundle?.placeOf(textOf(key))?.start : undefined;
  });
  if (starts.every((start) => start !== undefined)) {
    const handle = bundle?.handOver();
    if (handle !== undefined) return { texts: { handle }, starts };
  }
  bundle?.close();
  return undefined;
}

function textsInMemory(processed: readonly Processed[]) {
  const bytes = Buffer.concat(processed.map(({ text }) => text));
  let end = 0;
  const starts = processed.map(({ text }) => (end += text.length) - text.length);
  return { texts: { bytes }, starts };
}

function keyOf(path: string, bytes: Buffer, lines: readonly Buffer[]): string {
  const hash = createHash('sha256').update(JSON.stringify([cache?.digest, path, bytes.length]));
  hash.update(bytes);
  for (const line of lines) hash.update(`\n${line.length}\n`).update(line);
  return `${basename(path, '.md')} ${hash.digest('base64url')}`;
}

const sizeOf = (path: string) => JSON.stringify(options.media.get(path) ?? null);

/** The name of a release's text in the bundle. */
const textOf = (key: string) => `${key} text`;

function addToCache({ key, notes, text, lengths }: Processed, cached: EntryBundle | undefined) {
  const paths = notes.body?.media ?? [];
  const media = paths.map((path): CachedRelease['media'][number] => [path, sizeOf(path)]);
  cached?.set(key, serialize({ notes, lengths, media } satisfies CachedRelease));
  cached?.set(textOf(key), text);
}

function fromCache(cached: EntryBundle, key: string): Processed | undefined {
  const bytes = cached.get(key);
  const text = cached.get(textOf(key));
  if (bytes === undefined || text === undefined) return undefined;
  const { notes, lengths, media } = deserialize(bytes) as CachedRelease;
  const isValid = media.every(([path, size]) => options.media.has(path) && sizeOf(path) === size);
  return isValid ? { key, notes, text, sha256: cached.digestOf(textOf(key)), lengths } : undefined;
}

/** What has errors is not cached: they may depend on other files. */
const hasNoErrors = ({ problems, body }: ReleaseNotes) =>
  problems.length === 0 && (body?.errors.length ?? 0) === 0;

/** With the path of the file as people know it: the cache does not depend on where the archive is. */
function placed(notes: ReleaseNotes): ReleaseNotes {
  const file = join(contentDir, notes.path);
  const inFile = (problems: Problem[]) => problems.map((problem) => ({ ...problem, file }));
  return {
    ...notes,
    file,
    release: notes.release && { ...notes.release, file },
    problems: inFile(notes.problems),
    warnings: inFile(notes.warnings),
    body: notes.body && {
      ...notes.body,
      errors: inFile(notes.body.errors),
      warnings: inFile(notes.body.warnings),
    },
  };
}
