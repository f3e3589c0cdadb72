import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Day } from '../archive/day.ts';
import { firstRecording } from '../archive/ledger/first-recording.ts';
import { LineReader } from '../archive/ledger/ledger-lines.ts';
import { EntryBundle } from '../cache/entry-bundle.ts';
import type { BodyOptions } from '../markdown/render-body.ts';
import { cacheMonth, type CachedRelease, isValid, sizeIn, textsInBundle } from './cached-month.ts';
import { encodeText, type TextPlace } from './lazy-texts.ts';
import type { releaseProcessor, ReleaseSource } from './read-release.ts';
import type { Batch, ProcessedBatch, ReleaseNotes } from './release-batch.ts';

export interface ProcessorOptions extends BodyOptions {
  contentDir: string;
  /** Where results are cached, and a digest of everything that all of them depend on. */
  cache: { folder: string; digest: string } | undefined;
}

type ReadRelease = ReturnType<typeof releaseProcessor>;

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

/** Reads, checks and renders releases, as far as they are not cached: in this thread or in a worker. */
export class BatchProcessor {
  readonly #options: ProcessorOptions;
  #read: Promise<ReadRelease> | undefined;

  constructor(options: ProcessorOptions) {
    this.#options = options;
  }

  async run({ tasks, bundle, stamp }: Batch): Promise<ProcessedBatch> {
    const { cache, contentDir } = this.#options;
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
        const known = cached && this.#fromCache(source, cached);
        if (known) reused++;
        else log('text %s', path);
        processed.push(known ?? (await this.#process(source, cached)));
      }
      await cached?.save();
      if (file !== undefined && stamp !== undefined && processed.every(isCacheable)) {
        const stored = processed.map((one) => ({
          ...this.#cachedPart(one),
          text: textOf(one.key),
          sha256: one.sha256,
        }));
        await cacheMonth(file, stamp, stored);
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

  async #process(source: ReleaseSource, cached: EntryBundle | undefined): Promise<Processed> {
    const read = await (this.#read ??= this.#load());
    const render = (one: ReleaseSource) => renderRelease(read, one, this.#keyOf(one));
    const first = asUnrecorded(source, render);
    const found = first?.found ?? render(source);
    if (isCacheable(found)) this.#addToCache(found, cached);
    return first ? asRecorded(first) : found;
  }

  /** For the first release that is not cached: Markdown's parser takes a while to start. */
  async #load(): Promise<ReadRelease> {
    return (await import('./read-release.ts')).releaseProcessor(this.#options);
  }

  #keyOf({ path, bytes, lines }: ReleaseSource): string {
    const digest = this.#options.cache?.digest;
    const key = createHash('sha256').update(JSON.stringify([digest, path, bytes.length]));
    key.update(bytes);
    for (const line of lines) key.update(`\n${line.length}\n`).update(line);
    return `${basename(path, '.md')} ${key.digest('base64url')}`;
  }

  #addToCache(processed: Processed, cached: EntryBundle | undefined) {
    cached?.set(processed.key, serialize(this.#cachedPart(processed)));
    cached?.set(textOf(processed.key), processed.text);
  }

  #cachedPart({ notes, lengths }: Processed): CachedRelease {
    const paths = notes.body?.media ?? [];
    const media = this.#options.media;
    return { notes, lengths, media: paths.map((path) => [path, sizeIn(media, path)]) };
  }

  #fromCache(source: ReleaseSource, cached: EntryBundle): Processed | undefined {
    const read = (one: ReleaseSource) => this.#readCached(this.#keyOf(one), cached);
    const first = asUnrecorded(source, read);
    return first ? asRecorded(first) : read(source);
  }

  #readCached(key: string, cached: EntryBundle): Processed | undefined {
    const bytes = cached.get(key);
    const text = cached.get(textOf(key));
    if (bytes === undefined || text === undefined) return undefined;
    const { notes, lengths, media } = deserialize(bytes) as CachedRelease;
    return isValid(media, this.#options.media)
      ? { key, notes, text, sha256: cached.digestOf(textOf(key)), lengths }
      : undefined;
  }
}

function renderRelease(read: ReadRelease, source: ReleaseSource, key: string): Processed {
  const { body, ...rest } = read(source);
  const { html = '', statements = new Uint8Array(), plain = '', ...others } = body ?? {};
  const notes: ReleaseNotes = { ...rest, body: body && (others as ReleaseNotes['body']) };
  const stored = encodeText({ html, statements, plain });
  return { key, notes, ...stored, sha256: hash('sha256', stored.text) };
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

/** The name of a release's text in the bundle. */
const textOf = (key: string) => `${key} text`;

/** What has errors is not cached: they may depend on other files. */
const isCacheable = ({ notes: { problems, body } }: Processed) =>
  problems.length === 0 && (body?.errors.length ?? 0) === 0;
