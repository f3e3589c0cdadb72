import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { debuglog } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { entryOf, type LinePlace, readLines } from '../archive/ledger/ledger-files.ts';
import type { Problem } from '../archive/problem.ts';
import { KeptPack } from './cache/kept-pack.ts';
import type { RenderedBody, WorkedRelease, WorkOptions } from './work-release.ts';

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

export interface WorkedBatch {
  releases: WorkedRelease[];
  /** How many of them were kept from an earlier build. */
  kept: number;
}

/** What is kept of a release: it holds as long as the files that it shows have the sizes of then. */
interface Kept {
  worked: WorkedRelease;
  media: [path: string, size: string][];
}

/** Tells what is made anew where NODE_DEBUG=on-the-record is set. */
const log = debuglog('on-the-record');
const { contentDir, keep, ...options } = workerData as WorkerOptions;
/** Loaded for the first release that must be made: Markdown's parser takes a while to start. */
const load = async () => (await import('./work-release.ts')).releaseWork(options);
let loaded: ReturnType<typeof load> | undefined;

/** Reads, checks and renders releases, as far as they are not kept. */
export default async function work({ tasks, pack }: Batch): Promise<WorkedBatch> {
  const packed =
    keep && pack !== undefined ? await KeptPack.open(join(keep.folder, pack)) : undefined;
  let kept = 0;
  const releases = await Promise.all(
    tasks.map(async ({ path, places = [] }) => {
      const bytes = await readFile(join(contentDir, path));
      const lines = readLines(places);
      const key = keyOf(path, bytes, lines);
      const known = recall(packed?.get(key));
      if (known !== undefined) {
        kept++;
        return placed(known);
      }
      log('text %s', path);
      const entry = entryOf(lines, places);
      const workOn = await (loaded ??= load());
      const worked = workOn({ path, bytes, entry, isDouble: lines.length > 1 });
      if (isWell(worked)) packed?.set(key, remembered(worked));
      return placed(worked);
    }),
  );
  await packed?.save();
  return { releases, kept };
}

function keyOf(path: string, bytes: Buffer, lines: readonly Buffer[]): string {
  const hash = createHash('sha256').update(JSON.stringify([keep?.digest, path, bytes.length]));
  hash.update(bytes);
  for (const line of lines) hash.update(`\n${line.length}\n`).update(line);
  return `${basename(path, '.md')} ${hash.digest('base64url')}`;
}

const sizeOf = (path: string) => JSON.stringify(options.media.get(path) ?? null);

function remembered(worked: WorkedRelease): Uint8Array {
  const media = worked.body?.media.map((path): Kept['media'][number] => [path, sizeOf(path)]) ?? [];
  return serialize({ worked, media } satisfies Kept);
}

function recall(bytes: Buffer | undefined): WorkedRelease | undefined {
  if (bytes === undefined) return undefined;
  const { worked, media } = deserialize(bytes) as Kept;
  const holds = media.every(([path, size]) => options.media.has(path) && sizeOf(path) === size);
  if (!holds) return undefined;
  // They are a view of the pack's bytes, and would take all of it along to another thread.
  if (worked.body) worked.body.statements = Uint8Array.from(worked.body.statements);
  return worked;
}

/** What has errors is not kept: what they say may depend on other files. */
const isWell = ({ problems, body }: WorkedRelease) =>
  problems.length === 0 && (body?.errors.length ?? 0) === 0;

/** With the file named as people know it: what is kept knows nothing of where the archive lies. */
function placed(worked: WorkedRelease): WorkedRelease {
  const file = join(contentDir, worked.path);
  const inFile = (problems: Problem[]) => problems.map((problem) => ({ ...problem, file }));
  const body: RenderedBody | undefined = worked.body && {
    ...worked.body,
    errors: inFile(worked.body.errors),
    warnings: inFile(worked.body.warnings),
  };
  return {
    ...worked,
    file,
    release: worked.release && { ...worked.release, file },
    problems: inFile(worked.problems),
    warnings: inFile(worked.warnings),
    body,
  };
}
