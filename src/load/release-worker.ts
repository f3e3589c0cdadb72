import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { entryOf, type LinePlace, readLines } from '../archive/ledger/ledger-files.ts';
import type { Problem } from '../archive/problem.ts';
import { KeptPack } from '../cache/entry-bundle.ts';
import { Pack } from '../cache/bundle.ts';
import { type BodyTexts, packText, type TextPlace, type WaitingTexts } from './lazy-texts.ts';
import type { ReleaseSource, RenderedBody, WorkedRelease, WorkOptions } from './read-release.ts';

export interface WorkerOptions extends WorkOptions {
  contentDir: string;
  /** Where what is made is kept, and a digest of what all of it depends on. */
  keep: { folder: string; digest: string } | undefined;
}

/** A release to work on: its path below the content folder, and its lines in the ledger. */
export interface Task {
  path: string;
  places?: LinePlace[] | undefined;
}

/** Releases to work on, one after the other. */
export interface Batch {
  tasks: Task[];
  /** The pack in which they are kept, all that it is to hold; without one, they are made anew. */
  pack: string | undefined;
}

/** A release but for the texts of its body. */
export interface ReleaseNotes extends Omit<WorkedRelease, 'body'> {
  body: Omit<RenderedBody, keyof BodyTexts> | undefined;
}

/** Releases, in the order of the tasks. */
export interface WorkedBatch {
  releases: { notes: ReleaseNotes; text: TextPlace | undefined }[];
  /** How many of them were kept from an earlier build. */
  kept: number;
  texts: WaitingTexts;
}

/** What is kept of a release, beside its text: it holds as long as files that it shows have the sizes of then. */
interface Kept extends Pick<Worked, 'notes' | 'lengths'> {
  media: [path: string, size: string][];
}

/** A release, and its text as it waits. */
interface Worked {
  key: string;
  notes: ReleaseNotes;
  text: Uint8Array;
  /** Of the text, in hexadecimal digits. */
  sha256: string | undefined;
  lengths: TextPlace['lengths'];
}

/** Tells what is made anew where NODE_DEBUG=on-the-record is set. */
const log = debuglog('on-the-record');
const { contentDir, keep, ...options } = workerData as WorkerOptions;
/** Loaded for the first release that must be made: Markdown's parser takes a while to start. */
const load = async () => (await import('./read-release.ts')).releaseWork(options);
let loaded: ReturnType<typeof load> | undefined;

/** Reads, checks and renders releases, as far as they are not kept. */
export default async function work({ tasks, pack }: Batch): Promise<WorkedBatch> {
  const file = keep && pack !== undefined ? join(keep.folder, pack) : undefined;
  const packed = file === undefined ? undefined : new KeptPack(file);
  const worked: Worked[] = [];
  let kept = 0;
  try {
    for (const { path, places = [] } of tasks) {
      // Synchronously: of many small files that takes a third of the time.
      const bytes = readFileSync(join(contentDir, path));
      const lines = readLines(places);
      const key = keyOf(path, bytes, lines);
      const known = packed && recall(packed, key);
      if (known) kept++;
      else log('text %s', path);
      worked.push(known ?? (await make(key, { path, bytes, lines, places }, packed)));
    }
    await packed?.save();
  } finally {
    packed?.close(); // files that a thread has opened stay open when it ends
  }
  const inFile = file === undefined ? undefined : inPack(file, worked);
  const { texts, starts } = inFile ?? inMemory(worked);
  const releases = worked.map(({ notes, lengths }, n) => {
    return { notes: placed(notes), text: notes.body && { start: starts[n] ?? 0, lengths } };
  });
  return { releases, kept, texts };
}

interface Source extends Pick<ReleaseSource, 'path' | 'bytes'> {
  lines: Buffer[];
  places: LinePlace[];
}

async function make(
  key: string,
  { path, bytes, lines, places }: Source,
  packed: KeptPack | undefined,
): Promise<Worked> {
  const entry = entryOf(lines, places);
  const workOn = await (loaded ??= load());
  const { body, ...rest } = workOn({ path, bytes, entry, isDouble: lines.length > 1 });
  const { html = '', statements = new Uint8Array(), ...told } = body ?? {};
  const notes: ReleaseNotes = { ...rest, body: body && (told as ReleaseNotes['body']) };
  const waiting = packText({ html, statements });
  const worked = { key, notes, ...waiting, sha256: hash('sha256', waiting.text) };
  if (isWell(notes)) remember(worked, packed);
  return worked;
}

/** The texts where they are kept; undefined if they are not all there, as in a folder that takes no files. */
function inPack(file: string, worked: readonly Worked[]) {
  const pack = Pack.open(file);
  const starts = worked.map(({ key, sha256 }) => {
    // Of the same key there may be another text, where a picture has another size now.
    const isSame = pack?.digestOf(textOf(key)) === sha256;
    return isSame ? pack?.placeOf(textOf(key))?.start : undefined;
  });
  if (starts.every((start) => start !== undefined)) {
    const handle = pack?.handOver();
    if (handle !== undefined) return { texts: { handle }, starts };
  }
  pack?.close();
  return undefined;
}

function inMemory(worked: readonly Worked[]) {
  const bytes = Buffer.concat(worked.map(({ text }) => text));
  let end = 0;
  const starts = worked.map(({ text }) => (end += text.length) - text.length);
  return { texts: { bytes }, starts };
}

function keyOf(path: string, bytes: Buffer, lines: readonly Buffer[]): string {
  const hash = createHash('sha256').update(JSON.stringify([keep?.digest, path, bytes.length]));
  hash.update(bytes);
  for (const line of lines) hash.update(`\n${line.length}\n`).update(line);
  return `${basename(path, '.md')} ${hash.digest('base64url')}`;
}

const sizeOf = (path: string) => JSON.stringify(options.media.get(path) ?? null);

/** The name of a release's text, which lies beside what is told of it. */
const textOf = (key: string) => `${key} text`;

function remember({ key, notes, text, lengths }: Worked, packed: KeptPack | undefined): void {
  const media = notes.body?.media.map((path): Kept['media'][number] => [path, sizeOf(path)]) ?? [];
  packed?.set(key, serialize({ notes, lengths, media } satisfies Kept));
  packed?.set(textOf(key), text);
}

function recall(packed: KeptPack, key: string): Worked | undefined {
  const bytes = packed.get(key);
  const text = packed.get(textOf(key));
  if (bytes === undefined || text === undefined) return undefined;
  const { notes, lengths, media } = deserialize(bytes) as Kept;
  const holds = media.every(([path, size]) => options.media.has(path) && sizeOf(path) === size);
  return holds ? { key, notes, text, sha256: packed.digestOf(textOf(key)), lengths } : undefined;
}

/** What has errors is not kept: what they say may depend on other files. */
const isWell = ({ problems, body }: ReleaseNotes) =>
  problems.length === 0 && (body?.errors.length ?? 0) === 0;

/** With the file named as people know it: what is kept knows nothing of where the archive lies. */
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
