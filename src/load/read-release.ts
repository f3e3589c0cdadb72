import { createHash } from 'node:crypto';
import type { Day } from '../archive/day.ts';
import { digestOf, type LedgerEntry, type RecordedChange } from '../archive/ledger/entry.ts';
import { entryOf } from '../archive/ledger/ledger-files.ts';
import type { LinePlace } from '../archive/ledger/ledger-lines.ts';
import { hasNews, type Recording, recordingOf } from '../archive/ledger/record-entry.ts';
import { type ReadRelease, readRelease } from '../archive/release.ts';
import { type ReleaseSketch, sketchRelease } from '../echoes/sketch.ts';
import { excerpt } from '../markdown/excerpt.ts';
import { type Body, type BodyOptions, bodyRenderer } from '../markdown/render-body.ts';
import { encodeStatements, type PublishedStatement } from '../publish/data/statements.ts';
import { type ReadAttributions, readAttributions } from './release-attributions.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** What the site needs of a body. */
export interface RenderedBody extends Omit<Body, 'statements' | 'selectors' | 'alignment'> {
  excerpt: string;
  /** Its statements as they are published, encoded: see `encodeStatements`. */
  statements: Uint8Array;
  /** Recorded changes of its statements, oldest first. */
  changes: RecordedChange[];
  /** Where the statements of these changes are now, by id. */
  whereabouts: Record<string, Whereabouts>;
  /** By which its statements are compared with those of all other releases. */
  sketch: ReleaseSketch | undefined;
  /** The day since which it is recorded. */
  recordedOn: Day | undefined;
  /** Of all that pages show of the body. */
  digest: string;
}

/** What the ledger does not have of a release yet. */
export interface News {
  recording: Recording;
  /** Whether the ledger has a line for it. */
  isRecorded: boolean;
  /** What the ledger has of it, of all its lines and under its former names. */
  entry?: LedgerEntry | undefined;
  /** The digests, by id, of the recorded words of those that changed. */
  digests?: Record<string, string>;
  /** The digests, by id, of the present words of those that changed. */
  present?: Record<string, string>;
}

/** A release and its rendered body, as they leave the worker. */
export interface ProcessedRelease extends Omit<ReadRelease, 'body'> {
  /** The file below the content folder. */
  path: string;
  body: RenderedBody | undefined;
  /** Undefined where of no statement anything is known. */
  attributions: ReadAttributions | undefined;
  news: News | undefined;
}

/** What a release is read from. */
export interface ReleaseSource {
  path: string;
  bytes: Buffer;
  /** Its lines of the ledger, and where these are. */
  lines: readonly Buffer[];
  places: readonly LinePlace[];
  /** Statements of it that are in other releases now, as `release#id` by id. */
  crossings?: Readonly<Record<string, string>> | undefined;
}

/** Returns the function that reads, checks and renders a release. Problems have its path. */
export function releaseProcessor(
  options: BodyOptions,
): (source: ReleaseSource) => ProcessedRelease {
  const render = bodyRenderer(options);
  return ({ path, bytes, lines, places, crossings }) => {
    const recorded = entryOf(lines, places);
    const entry = recorded && withCrossings(recorded, crossings);
    const { body: source, ...read } = readRelease(bytes, path);
    if (source === undefined) {
      return { ...read, path, body: undefined, attributions: undefined, news: undefined };
    }
    const { dateline, language } = read.release ?? {};
    const { statements, selectors, alignment, ...body } = render({
      ...source,
      file: path,
      dateline,
      language,
      entry,
    });
    const shown = {
      html: body.html,
      hasDateline: body.hasDateline,
      hasEndMark: body.hasEndMark,
      excerpt: excerpt(statements),
      changes: entry?.changes ?? [],
      whereabouts: whereaboutsOf(entry ?? {}, alignment, statements),
    };
    const encoded = published({ statements, selectors, alignment });
    const hash = createHash('sha256').update(JSON.stringify(shown)).update(encoded);
    const digest = hash.digest('base64url');
    const isToWrite = lines.length > 1 || crossings !== undefined;
    const news = newsOf(read.id, entry, isToWrite, alignment);
    const recordedOn = entry?.since;
    const sketch = sketchRelease(statements);
    const all = { ...body, ...shown, statements: encoded, sketch, digest, recordedOn };
    const textLanguage = language ?? options.language ?? 'en';
    const { attributions, problems } = readAttributions(read, statements, alignment, textLanguage);
    return {
      ...read,
      problems: [...read.problems, ...problems],
      path,
      body: all,
      attributions,
      news,
    };
  };
}

/** With the releases in which its statements are now. */
export function withCrossings(
  entry: LedgerEntry,
  crossings: Readonly<Record<string, string>> = {},
): LedgerEntry {
  const statements = entry.statements.map((one) => {
    const to = crossings[one.id];
    return to === undefined ? one : { ...one, to };
  });
  return { ...entry, statements };
}

function published({
  statements,
  selectors,
  alignment,
}: Pick<Body, 'statements' | 'selectors' | 'alignment'>): Uint8Array {
  const { digests, former, removed } = alignment;
  return encodeStatements({
    statements: statements.map(({ id, text }, n): PublishedStatement => {
      const [digest = id, merged = []] = [digests[n], former[n]];
      return {
        id,
        text,
        ...(!id.startsWith(digest) && { digest }),
        ...(merged.length > 0 && { former: merged }),
      };
    }),
    removed: removed.map((statement) => statement.id),
    selectors,
  });
}

function newsOf(
  id: string,
  entry: LedgerEntry | undefined,
  isToWrite: boolean,
  alignment: Body['alignment'],
): News | undefined {
  const known = new Map(entry?.statements.map((statement) => [statement.id, statement]));
  const recording = recordingOf(id, alignment, known);
  const isRecorded = entry?.release === id && entry.gone === undefined;
  if (isRecorded && !hasNews(recording) && !isToWrite) return undefined;
  const hasChanged = (one: string) => entry !== undefined && alignment.outcomes.get(one) !== 'kept';
  const digests = [...known]
    .filter(([one]) => hasChanged(one))
    .map(([one, it]) => [one, digestOf(it)]);
  const present = alignment.ids
    .map((one, n) => [one, alignment.digests[n] ?? ''] as const)
    .filter(([one]) => hasChanged(one));
  return {
    recording,
    isRecorded,
    entry,
    digests: Object.fromEntries(digests) as Record<string, string>,
    present: Object.fromEntries(present),
  };
}
