import { createHash } from 'node:crypto';
import { basename, join, relative } from 'node:path';
import { yearOf } from '../archive/day.ts';
import type { Issuers } from '../archive/new-release.ts';
import { nearest } from '../archive/nearest.ts';
import type { Problem } from '../archive/problem.ts';
import { KnownTexts } from './duplicates.ts';
import type { ImportedDocument } from './import-document.ts';
import { type ImportResult, resultOf } from './import-result.ts';
import { idOf, releaseProblems, releaseText } from './release-file.ts';
import {
  type Known,
  type Question,
  type Said,
  type SettledRelease,
  settleRelease,
} from './settle-release.ts';
import { listSources } from './sources/list-sources.ts';
import { type OnAside, readWhole, type SourceItem } from './sources/source-item.ts';
import type { ColumnMap } from './sources/table.ts';
import { type Change, changeOf, mediaOf, storeChange, storeNew } from './store-release.ts';
import { type Worked, workSources } from './work-sources.ts';
import { bodyProblems } from './write-markdown.ts';

export interface ImportOptions {
  contentDir: string;
  said: Said;
  columns: ColumnMap;
  dryRun: boolean;
  acceptGuesses: boolean;
  keepSource: boolean;
  update: boolean;
  allowDuplicates: boolean;
}

/** The archive that releases are imported into. */
export interface Archive extends Known {
  caucuses: Issuers | undefined;
  /** The file of an id, as `check` names it. */
  fileOf(id: string): string | undefined;
  /** The Markdown of every release, for duplicates. */
  texts(): Iterable<{ id: string; markdown: string }>;
  /** The release that a source gave, if it was imported before: its path, and the source's checksum then. */
  before(name: string): { sha256: string | undefined; release: string } | undefined;
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
}

/** Imports what was named, source by source; the results come in their order. */
export async function* runImport(
  paths: readonly string[],
  options: ImportOptions,
  archive: Archive,
  hooks: Hooks,
): AsyncGenerator<ImportResult> {
  const batch = new Batch(options, archive, hooks);
  for await (const worked of workSources(listSources(paths, options.columns, hooks.onAside))) {
    yield await batch.take(worked);
  }
}

class Batch {
  #options: ImportOptions;
  #archive: Archive;
  #hooks: Hooks;
  #texts = new KnownTexts();
  /** What this run wrote, or in a dry run would have: the file by id. */
  #written = new Map<string, string>();

  constructor(options: ImportOptions, archive: Archive, hooks: Hooks) {
    this.#options = options;
    this.#archive = archive;
    this.#hooks = hooks;
    for (const { id, markdown } of archive.texts()) this.#texts.add(id, markdown);
  }

  async take({ item, worked }: Worked): Promise<ImportResult> {
    const { name, sha256, bytes, imported, fault } = worked;
    const result = resultOf(name, sha256, bytes, imported);
    if (imported === undefined || item === undefined) {
      return {
        ...result,
        problems: [
          {
            file: name,
            line: 1,
            field: 'file',
            message: fault?.message ?? '',
            hint: fault?.hint ?? '',
          },
        ],
      };
    }
    const before = this.#archive.before(name);
    const earlier = before && this.#fileOf(basename(before.release, '.md'));
    if (earlier !== undefined && before?.sha256 === sha256 && !this.#options.update) {
      return { ...result, status: 'done before', release: earlier };
    }
    const told = this.#duplicate(imported, name, earlier);
    if (told?.status === 'duplicate')
      return { ...result, ...told, warnings: [...result.warnings, ...told.warnings] };
    if (told?.problems) result.problems.push(...told.problems);

    const settled = settleRelease(imported, item, this.#options.said, this.#archive);
    result.warnings.push(...settled.warnings);
    const release = await this.#complete(name, settled, result);
    result.problems.push(
      ...this.#issuerProblems(release, name),
      ...bodyProblems(imported.markdown, name),
    );
    if (result.problems.length > 0) return result;
    try {
      return await this.#store(release, { item, imported, result, earlier });
    } catch (cause) {
      result.problems.push({
        file: name,
        line: 1,
        field: 'file',
        message: `could not be written: ${(cause as Error).message}`,
        hint: 'nothing of it was',
      });
      return result;
    }
  }

  /** Answers, or guesses that may be taken, in place of questions; what is left is a problem. */
  async #complete(
    file: string,
    { release, questions }: { release: SettledRelease; questions: Question[] },
    result: ImportResult,
  ): Promise<SettledRelease> {
    const open = this.#options.acceptGuesses
      ? questions.filter(({ guess }) => guess === undefined)
      : questions;
    const { person } = this.#hooks;
    if (person !== undefined && open.length > 0 && !this.#options.dryRun)
      return person.answer(file, release, open);
    const rest = open.map(({ field, line, message, hint, guess }): Problem => {
      const accept = guess === undefined ? '' : '; or take it: --accept-guesses';
      return { file, line, field, message, hint: `${hint}${accept}` };
    });
    result.problems.push(...rest);
    return release;
  }

  /** What a text is that was there before: left alone if the words are the same, told if nearly. */
  #duplicate(
    { markdown }: ImportedDocument,
    file: string,
    own: string | undefined,
  ): (Pick<ImportResult, 'status' | 'warnings'> & { problems?: Problem[] }) | undefined {
    if (this.#options.allowDuplicates) return undefined;
    const found = this.#texts.find(markdown);
    if (found === undefined) return undefined;
    const other = this.#fileOf(found.id) ?? found.id;
    if (this.#options.update && (other === own || !this.#written.has(found.id))) return undefined;
    if (found.isSame) {
      return {
        status: 'duplicate',
        warnings: [
          `It has the same words as ${other} and was not written again (--allow-duplicates writes it).`,
        ],
      };
    }
    const message = `is nearly the same as ${other} (${Math.round(found.likeness * 100)} % alike)`;
    const hint =
      'if it is another release: --allow-duplicates; if it is the same, edited: --update';
    return {
      status: 'failed',
      warnings: [],
      problems: [{ file, line: 1, field: 'file', message, hint }],
    };
  }

  #fileOf = (id: string) => this.#written.get(id) ?? this.#archive.fileOf(id);

  async #store(
    release: SettledRelease,
    {
      item,
      imported,
      result,
      earlier,
    }: {
      item: SourceItem;
      imported: ImportedDocument;
      result: ImportResult;
      earlier: string | undefined;
    },
  ): Promise<ImportResult> {
    const { contentDir, update, dryRun, keepSource } = this.#options;
    const wanted = idOf(release) ?? '';
    const there = update ? (earlier ?? this.#fileOf(wanted)) : undefined;
    if (there !== undefined) return this.#change(there, release, imported, result);
    const id = this.#freeId(wanted);
    const path = join('releases', yearOf(id), `${id}.md`);
    const source = keepSource ? await sourceFile(item, result.sha256) : undefined;
    const media = mediaOf(id, imported.files, source);
    const text = releaseText(
      release,
      imported.markdown,
      media.map(({ attachment }) => attachment),
    );
    const problems = releaseProblems(text, join(contentDir, path)).map((problem) => ({
      ...problem,
      file: result.file,
      line: 1,
    }));
    if (problems.length > 0) return { ...result, problems: [...result.problems, ...problems] };
    const file = join(contentDir, path);
    if (!dryRun && !(await storeNew(contentDir, path, text, media)))
      throw new Error(`${file} is there already`);
    this.#written.set(id, file);
    this.#texts.add(id, imported.markdown);
    return dryRun
      ? { ...result, status: 'ready' }
      : { ...result, status: 'written', release: file };
  }

  async #change(
    file: string,
    release: SettledRelease,
    { markdown }: ImportedDocument,
    result: ImportResult,
  ): Promise<ImportResult> {
    const { contentDir, dryRun } = this.#options;
    const path = relative(contentDir, file);
    // The day stays in the name, which links lead to.
    const change: Change = await changeOf(
      contentDir,
      path,
      { ...release, date: basename(file).slice(0, 10) },
      markdown,
    );
    if (change.diff === '')
      return { ...result, status: 'unchanged', release: dryRun ? null : file };
    this.#hooks.onDiff(file, change.diff);
    if (dryRun) return { ...result, status: 'ready' };
    const { person } = this.#hooks;
    if (person !== undefined && !(await person.mayChange(file, change.diff))) {
      return {
        ...result,
        status: 'unchanged',
        release: file,
        warnings: [...result.warnings, 'It was left as it is.'],
      };
    }
    await storeChange(contentDir, path, change);
    return { ...result, status: 'updated', release: file };
  }

  /** The id, or the same with a number where another release of that day has it. */
  #freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#fileOf(id) !== undefined; n++) id = `${wanted}-${n}`;
    return id;
  }

  #issuerProblems({ office, caucus }: SettledRelease, file: string): Problem[] {
    const check = (
      field: string,
      folder: string,
      slugs: readonly string[],
      issuers: Issuers | undefined,
    ) =>
      slugs
        .filter((slug) => issuers !== undefined && !issuers.has(slug))
        .map((slug): Problem => {
          const meant = nearest(slug, issuers?.keys() ?? []);
          const hint = `${meant ? `did you mean ${meant}? If not, ` : ''}write that file with name: in it`;
          return {
            file,
            line: 1,
            field,
            message: `names ${slug}, which has no file ${folder}/${slug}.yaml`,
            hint,
          };
        });
    return [
      ...check('office', 'offices', office, this.#archive.offices),
      ...check('caucus', 'caucuses', caucus, this.#archive.caucuses),
    ];
  }
}

/** The source itself, as it was when it was read. */
async function sourceFile(item: SourceItem, sha256: string | undefined) {
  const bytes = item.bytes ?? (await readWhole(item.path ?? item.name));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error('the source changed meanwhile');
  const extension = item.kind === 'fragment' ? 'html' : item.kind;
  const name = item.path === undefined ? `source.${extension}` : basename(item.path);
  return { name, bytes, alt: undefined };
}
