import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { workerData } from 'node:worker_threads';
import type { Day } from '../archive/day.ts';
import { firstRecording } from '../archive/ledger/first-recording.ts';
import { LineReader } from '../archive/ledger/ledger-lines.ts';
import { EntryBundle } from '../cache/entry-bundle.ts';
import type { BodyOptions } from '../markdown/render-body.ts';
import { cacheMonth, type CachedRelease, isValid, sizeIn, textsInBundle } from './cached-month.ts';
import { encodeText, type TextPlace } from './lazy-texts.ts';
import type { ReleaseSource } from './read-release.ts';
import type { Batch, ProcessedBatch, ReleaseNotes } from './release-batch.ts';

export interface WorkerOptions extends BodyOptions {
  contentDir: string;
  /** Where results are cached, and a digest of everything that all of them depend on. */
  cache: { folder: string; digest: string } | undefined;
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
export default async function run({ tasks, bundle, stamp }: Batch): Promise<ProcessedBatch> {
  const file = cache && bundle !== undefined ? join(cache.folder, bundle) : undefined;
  const cached = file === undefined ? undefined : new EntryBundle(file);
  const processed: Processed[] = [];
  const reader = new LineReader();
  let reused = 0;
  try {
    for (const { path, places = [], crossings } of tasks) {
      // Synchronously: of many small files that takes a third of the time.
      const bytes = readFileSync(join(contentDir, path));
      const source = { path, bytes, lines: reader.read(places), places, crossings };
      const known = cached && fromCache(source, cached);
      if (known) reused++;
      else log('text %s', path);
      processed.push(known ?? (await processRelease(source, cached)));
    }
    await cached?.save();
    if (file !== undefined && stamp !== undefined && processed.every(isCacheable)) {
      await cacheMonth(
        file,
        stamp,
        processed.map((one) => ({ ...cachedPart(one), text: textOf(one.key), sha256: one.sha256 })),
      );
    }
  } finally {
    reader.close();
    cached?.close(); // files that a thread has opened stay open when it ends
  }
  const stored = processed.map(({ key, sha256 }) => ({ text: textOf(key), sha256 }));
  const inFile = file === undefined ? undefined : textsInBundle(file, stored, true);
  const { texts, starts } = inFile ?? textsInMemory(processed);
  const releases = processed.map(({ notes, lengths }, n) => {
    return { notes, text: notes.body && { start: starts[n] ?? 0, lengths } };
  });
  return { releases, reused, texts };
}

async function processRelease(
  source: ReleaseSource,
  cached: EntryBundle | undefined,
): Promise<Processed> {
  const read = await (loaded ??= load());
  const first = asUnrecorded(source, (one) => renderRelease(one, read));
  const found = first?.found ?? renderRelease(source, read);
  if (isCacheable(found)) addToCache(found, cached);
  return first ? asRecorded(first) : found;
}

function renderRelease(source: ReleaseSource, read: Awaited<ReturnType<typeof load>>): Processed {
  const { body, ...rest } = read(source);
  const { html = '', statements = new Uint8Array(), plain = '', ...others } = body ?? {};
  const notes: ReleaseNotes = { ...rest, body: body && (others as ReleaseNotes['body']) };
  const stored = encodeText({ html, statements, plain });
  return { key: keyOf(source), notes, ...stored, sha256: hash('sha256', stored.text) };
}

/** A release as it is without a line, and the day of the only recording. */
interface FirstRecorded {
  found: Processed;
  since: Day;
}

/**
 * A release without its line, if nothing has changed since the first recording: then pages show the same of it,
 * and a recording leaves what is cached as it is.
 * @param find the release as it is without a line.
 */
function asUnrecorded(
  source: ReleaseSource,
  find: (source: ReleaseSource) => Processed | undefined,
): FirstRecorded | undefined {
  const [line, ...others] = source.lines;
  const first = line && firstRecording(line.toString(), basename(source.path, '.md'));
  if (first === undefined || others.length > 0) return undefined;
  const { ids, since } = first;
  const found = find({ ...source, lines: [], places: [] });
  const { added = [] } = found?.notes.news?.recording ?? {};
  const isSame = added.length === ids.length && added.every((id, n) => id === ids[n]);
  return found && isSame ? { found, since } : undefined;
}

/** The same release with its line, of which only the day shows. */
function asRecorded({ found, since }: FirstRecorded): Processed {
  const { body, ...notes } = found.notes;
  return {
    ...found,
    notes: { ...notes, news: undefined, body: body && { ...body, recordedOn: since } },
  };
}

function textsInMemory(processed: readonly Processed[]) {
  const bytes = Buffer.concat(processed.map(({ text }) => text));
  let end = 0;
  const starts = processed.map(({ text }) => (end += text.length) - text.length);
  return { texts: { bytes }, starts };
}

function keyOf({ path, bytes, lines }: ReleaseSource): string {
  const key = createHash('sha256').update(JSON.stringify([cache?.digest, path, bytes.length]));
  key.update(bytes);
  for (const line of lines) key.update(`\n${line.length}\n`).update(line);
  return `${basename(path, '.md')} ${key.digest('base64url')}`;
}

/** The name of a release's text in the bundle. */
const textOf = (key: string) => `${key} text`;

function addToCache(processed: Processed, cached: EntryBundle | undefined) {
  cached?.set(processed.key, serialize(cachedPart(processed)));
  cached?.set(textOf(processed.key), processed.text);
}

function cachedPart({ notes, lengths }: Processed): CachedRelease {
  const paths = notes.body?.media ?? [];
  return { notes, lengths, media: paths.map((path) => [path, sizeIn(options.media, path)]) };
}

function fromCache(source: ReleaseSource, cached: EntryBundle): Processed | undefined {
  const first = asUnrecorded(source, (one) => readCached(keyOf(one), cached));
  return first ? asRecorded(first) : readCached(keyOf(source), cached);
}

function readCached(key: string, cached: EntryBundle): Processed | undefined {
  const bytes = cached.get(key);
  const text = cached.get(textOf(key));
  if (bytes === undefined || text === undefined) return undefined;
  const { notes, lengths, media } = deserialize(bytes) as CachedRelease;
  return isValid(media, options.media)
    ? { key, notes, text, sha256: cached.digestOf(textOf(key)), lengths }
    : undefined;
}

/** What has errors is not cached: they may depend on other files. */
const isCacheable = ({ notes: { problems, body } }: Processed) =>
  problems.length === 0 && (body?.errors.length ?? 0) === 0;
