import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../archive/problem.ts';
import { type ImportResult, resultOf } from './report/import-result.ts';
import { answeredBefore } from './resolve/answered-before.ts';
import { findTarget } from './write/find-target.ts';
import { ImportPool } from './import-pool.ts';
import { issuerProblems } from './resolve/issuer-problems.ts';
import { partsOf } from './write/release-file.ts';
import type { Question } from './resolve/questions.ts';
import {
  type Known,
  type Said,
  type SettledRelease,
  settleRelease,
} from './resolve/resolve-release.ts';
import { Shelf } from './write/working-archive.ts';
import { listFiles, listSources } from './sources/list-sources.ts';
import type { OnAside } from './sources/source-item.ts';
import type { ColumnMap } from './sources/table.ts';
import { type Worked, workSources } from './work-sources.ts';
import { type Place, wantedId, writeRelease } from './write/write-release.ts';
import { type Before, digest, type Wrote } from './write/outcome.ts';

export interface ImportOptions {
  contentDir: string;
  said: Said;
  columns: ColumnMap;
  dryRun: boolean;
  acceptGuesses: boolean;
  /** Keeps each source beside the archive, in `sources/`, where nothing is published. */
  keepSource: boolean;
  /** Names each source in its release, under `media/`, where it may be published. */
  publishSource: boolean;
  update: boolean;
  allowDuplicates: boolean;
}

/** The archive that releases are imported into. */
export interface Archive extends Omit<Known, 'isThere'> {
  /** The file of an id, as `check` names it. */
  fileOf(id: string): string | undefined;
  /** The Markdown of every release, for duplicates. */
  texts(): Iterable<{ id: string; markdown: string }>;
  before(name: string): Before;
}

/** The person who imports, where there is one to ask. */
export interface Person {
  /** Answers questions; the release comes back with what was said. */
  answer(
    file: string,
    release: SettledRelease,
    questions: readonly Question[],
  ): Promise<SettledRelease>;
  /** Whether a release that is there may change so. */
  mayChange(file: string, diff: string): Promise<boolean>;
}

export interface Hooks {
  person: Person | undefined;
  onAside: OnAside;
  onDiff(file: string, diff: string): void;
  /** Told of what is about to be written; it is not until this is done. */
  onBegin(file: string, wrote: Wrote): Promise<void>;
}

/** Imports what was named, source by source; the results come in their order. */
export async function* runImport(
  paths: readonly string[],
  options: ImportOptions,
  archive: Archive,
  hooks: Hooks,
  pool = new ImportPool(),
): AsyncGenerator<ImportResult> {
  const shelf = new Shelf(archive, !options.allowDuplicates);
  const coming = new Set((await listFiles(paths)).map((file) => basename(file, '.md')));
  const batch = new Batch(archive, coming, { options, hooks, shelf });
  const sources = listSources(paths, options.columns, hooks.onAside, pool.list);
  for await (const worked of workSources(sources, pool)) {
    yield await batch.take(worked);
  }
}

class Batch {
  #archive: Archive;
  #coming: ReadonlySet<string>;
  #place: Place;

  /** @param coming the ids that files of this import have for names. */
  constructor(archive: Archive, coming: ReadonlySet<string>, place: Place) {
    this.#archive = archive;
    this.#coming = coming;
    this.#place = place;
  }

  async take({ item, worked }: Worked): Promise<ImportResult> {
    const { name, sha256, bytes, imported, fault } = worked;
    const result = resultOf(name, sha256, bytes, imported);
    if (imported === undefined || item === undefined) {
      result.problems.push(fileProblem(name, fault ?? { message: '', hint: '' }));
      return result;
    }
    const { options, shelf } = this.#place;
    const { earlier, last, isBegun } = await this.#earlier(name);
    if (earlier !== undefined && last?.sha256 === sha256 && !options.update) {
      // Begun is half the way: what a killed run wrote is told by this one.
      const status = isBegun ? 'written' : 'done before';
      return { ...result, status, release: earlier, wrote: last };
    }
    const settled = settleRelease(imported, item, options.said, {
      ...this.#archive,
      isThere: (id) => shelf.fileOf(id) !== undefined || this.#coming.has(id),
    });
    result.warnings.push(...settled.warnings);
    result.leftOut.push(...settled.leftOut);
    const wanted = wantedId(settled.release, item, imported) ?? '';
    const target = findTarget({ markdown: imported.markdown, wanted, earlier }, this.#place);
    if (target.twin !== undefined) {
      result.warnings.push(
        `It has the same words as ${target.twin} and was not written again (--allow-duplicates writes it).`,
      );
      return { ...result, status: 'duplicate' };
    }
    if (target.problem !== undefined) result.problems.push(fileProblem(name, target.problem));
    const there = target.problem === undefined ? target.file : undefined;
    const answered = there ?? (target.problem && earlier);
    const known = answered && partsOf(await readFile(answered, 'utf8')).fields;
    const open = known ? answeredBefore(settled.release, settled.questions, known) : settled;
    const release = await this.#complete(name, open, result);
    result.problems.push(
      ...issuerProblems(release, name, this.#archive),
      ...imported.problems.map((problem) => ({ ...problem, file: name })),
    );
    if (result.problems.length > 0) return result;
    try {
      const id = wantedId(release, item, imported) ?? '';
      return await writeRelease({ release, item, imported, result, id, there, last }, this.#place);
    } catch (cause) {
      const message = `could not be written: ${(cause as Error).message}`;
      result.problems.push(fileProblem(name, { message, hint: 'nothing of it was' }));
      return result;
    }
  }

  /** The release that a source gave, and what was written of it then. */
  async #earlier(name: string) {
    const { done, begun } = this.#archive.before(name);
    const fileOf = (wrote: Wrote | undefined) =>
      wrote && this.#place.shelf.fileOf(basename(wrote.release, '.md'));
    const file = fileOf(begun);
    // A name that was free is taken by what was begun; of a change its own words tell whether it was made.
    const isMade =
      file !== undefined && (done === undefined || digest(await readFile(file)) === begun?.text);
    if (isMade) return { earlier: file, last: begun, isBegun: true };
    return { earlier: fileOf(done), last: done, isBegun: false };
  }

  /** Answers, or guesses that may be taken, in place of questions; what is left is a problem. */
  async #complete(
    file: string,
    { release, questions }: { release: SettledRelease; questions: Question[] },
    result: ImportResult,
  ): Promise<SettledRelease> {
    const open = this.#place.options.acceptGuesses
      ? questions.filter(({ guess }) => guess === undefined)
      : questions;
    const { person } = this.#place.hooks;
    if (person !== undefined && open.length > 0 && !this.#place.options.dryRun)
      return person.answer(file, release, open);
    const rest = open.map(({ field, line, message, hint, guess }): Problem => {
      const accept = guess === undefined ? '' : '; or take it: --accept-guesses';
      return { file, line, field, message, hint: `${hint}${accept}` };
    });
    result.problems.push(...rest);
    return release;
  }
}

const fileProblem = (file: string, { message, hint }: Pick<Problem, 'message' | 'hint'>) => ({
  file,
  line: 1,
  field: 'file',
  message,
  hint,
});
