import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../archive/problem.ts';
import { OfficeQueue } from './office/office-queue.ts';
import { type ConvertedSource, convertSources } from './pool/convert-sources.ts';
import { ImportPool } from './pool/import-pool.ts';
import type { Hooks, ImportArchive, ImportOptions, ImportResult, Outcome } from './ports.ts';
import { resultOf } from './report/import-result.ts';
import { answeredBefore } from './resolve/answered-before.ts';
import { issuerProblems } from './resolve/issuer-problems.ts';
import type { FieldQuestion } from './resolve/questions.ts';
import { type ResolvedRelease, resolveRelease } from './resolve/resolve-release.ts';
import { listFiles, listSources } from './sources/list-sources.ts';
import type { ManyTask } from './sources/list-many.ts';
import type { FailedItem, SourceItem } from './sources/source-item.ts';
import { WorkFolder } from './sources/work-folder.ts';
import { findTarget } from './write/find-target.ts';
import type { ImportRun } from './write/import-run.ts';
import { partsOf } from './write/release-file.ts';
import { WorkingArchive } from './write/working-archive.ts';
import { wantedId, writeRelease } from './write/write-release.ts';

/** Imports files and folders, source by source; the results come in their order. */
export async function* runImport(
  paths: readonly string[],
  options: ImportOptions,
  target: ImportArchive,
  hooks: Hooks,
  pool = new ImportPool(),
): AsyncGenerator<ImportResult> {
  const archive = new WorkingArchive(target, !options.allowDuplicates);
  const fileIds = new Set((await listFiles(paths)).map((file) => basename(file, '.md')));
  const importer = new Importer(target, fileIds, { options, hooks, archive });
  const folder = new WorkFolder();
  const { columns, timeZone } = options;
  const list = (task: ManyTask) => pool.list({ ...task, timeZone });
  const sources = listSources(paths, columns, hooks.onSkipped, list, folder);
  try {
    const known = importer.withEarlierDigests(sources);
    for await (const converted of convertSources(known, pool, new OfficeQueue(folder))) {
      yield await importer.import(converted);
    }
  } finally {
    await folder.close();
  }
}

class Importer {
  #target: ImportArchive;
  #fileIds: ReadonlySet<string>;
  #run: ImportRun;

  /** @param fileIds the ids that the files of this import have if they are releases. */
  constructor(target: ImportArchive, fileIds: ReadonlySet<string>, run: ImportRun) {
    this.#target = target;
    this.#fileIds = fileIds;
    this.#run = run;
  }

  /** Sources with what the last import read of them, where LibreOffice would convert them again. */
  async *withEarlierDigests(
    sources: AsyncIterable<SourceItem | FailedItem>,
  ): AsyncGenerator<SourceItem | FailedItem> {
    for await (const source of sources) {
      const isCostly = 'kind' in source && source.kind === 'office' && !this.#run.options.update;
      const found = isCostly ? await this.#earlier(source.name) : undefined;
      const isDone = found?.earlier !== undefined && !found.isBegun;
      yield isDone ? { ...source, importedSha256: found.previous?.sha256 } : source;
    }
  }

  async import({ item, result: source }: ConvertedSource): Promise<ImportResult> {
    const { name, sha256, bytes, document, failure } = source;
    const result = resultOf(name, sha256, bytes, document);
    const { options, archive } = this.#run;
    const { earlier, previous, isBegun } = await this.#earlier(name);
    const isSame = sha256 !== undefined && previous?.sha256 === sha256;
    if (failure === undefined && earlier !== undefined && isSame && !options.update) {
      // An interrupted run wrote the release but did not report it: this run does.
      const status = isBegun ? 'written' : 'done before';
      return { ...result, status, release: earlier, wrote: previous };
    }
    if (document === undefined || item === undefined) {
      result.problems.push(fileProblem(name, failure ?? { message: '', hint: '' }));
      return result;
    }
    const resolution = resolveRelease(document, item, options.fieldOptions, {
      ...this.#target,
      hasRelease: (id) => archive.fileOf(id) !== undefined || this.#fileIds.has(id),
    });
    result.warnings.push(...resolution.warnings);
    result.leftOut.push(...resolution.leftOut);
    const wanted = wantedId(resolution.release, item, document) ?? '';
    const target = findTarget({ markdown: document.markdown, wanted, earlier }, this.#run);
    if (target.twin !== undefined) {
      result.warnings.push(
        `It has the same words as ${target.twin} and was not written again (--allow-duplicates writes it).`,
      );
      return { ...result, status: 'duplicate' };
    }
    if (target.problem !== undefined) result.problems.push(fileProblem(name, target.problem));
    const existing = target.problem === undefined ? target.file : undefined;
    const answered = existing ?? (target.problem && earlier);
    const fields = answered && partsOf(await readFile(answered, 'utf8')).fields;
    const open = fields
      ? answeredBefore(resolution.release, resolution.questions, fields)
      : resolution;
    const release = await this.#complete(name, open, result);
    result.problems.push(
      ...issuerProblems(release, name, this.#target),
      ...document.problems.map((problem) => ({ ...problem, file: name })),
    );
    if (result.problems.length > 0) return result;
    try {
      const id = wantedId(release, item, document) ?? '';
      return await writeRelease(
        { release, item, document, result, id, existing, previous },
        this.#run,
      );
    } catch (cause) {
      const message = `could not be written: ${(cause as Error).message}`;
      result.problems.push(fileProblem(name, { message, hint: 'no part of it was written' }));
      return result;
    }
  }

  /** The release that a source gave before, and what was written of it then. */
  async #earlier(name: string) {
    const { done, begun } = this.#target.earlierImports(name);
    const fileOf = (outcome: Outcome | undefined) =>
      outcome && this.#run.archive.fileOf(basename(outcome.release, '.md'));
    const file = fileOf(begun);
    // A new release was written if its file exists; a change, if the file has the digest it was to have.
    const isWritten =
      file !== undefined &&
      (done === undefined || hash('sha256', await readFile(file)) === begun?.text);
    if (isWritten) return { earlier: file, previous: begun, isBegun: true };
    return { earlier: fileOf(done), previous: done, isBegun: false };
  }

  /** Asks the person, or takes guesses where they are accepted; questions that remain are problems. */
  async #complete(
    file: string,
    { release, questions }: { release: ResolvedRelease; questions: FieldQuestion[] },
    result: ImportResult,
  ): Promise<ResolvedRelease> {
    const { options, hooks } = this.#run;
    const open = options.acceptGuesses
      ? questions.filter(({ guess }) => guess === undefined)
      : questions;
    if (hooks.person !== undefined && open.length > 0 && !options.dryRun)
      return hooks.person.answer(file, release, open);
    const unanswered = open.map(({ field, line, message, hint, guess }): Problem => {
      const accept = guess === undefined ? '' : '; or accept the guess: --accept-guesses';
      return { file, line, field, message, hint: `${hint}${accept}` };
    });
    result.problems.push(...unanswered);
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
