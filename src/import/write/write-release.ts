import { hash } from 'node:crypto';
import { basename, join, relative } from 'node:path';
import { yearOf } from '../../archive/day.ts';
import { isReleaseId } from '../../archive/fields.ts';
import type { ConvertedDocument } from '../convert/convert-document.ts';
import { fieldsOf, idOf, releaseProblems, releaseText } from './release-file.ts';
import type { ImportResult, Outcome } from '../ports.ts';
import { unpublishableReason } from '../convert/publishable.ts';
import type { ResolvedRelease } from '../resolve/resolve-release.ts';
import type { ImportRun } from './import-run.ts';
import { readWhole } from '../read/read-whole.ts';
import { innerPath, type SourceItem } from '../sources/source-item.ts';
import {
  digestsOf,
  type ImportedFile,
  importedFiles,
  keptSource,
  withPictures,
} from './imported-files.ts';
import { changeOf, storeChange, storeNew } from './store-release.ts';

/** A release ready to be written, with its source and the result to report. */
interface ReleaseToWrite {
  release: ResolvedRelease;
  item: SourceItem;
  document: ConvertedDocument;
  result: ImportResult;
  /** The id that it is to have. */
  id: string;
  /** The file of the release that it changes, if it changes one; and what the last import wrote. */
  existing: string | undefined;
  previous: Outcome | undefined;
}

/** Writes a new release, or changes an existing one. */
export const writeRelease = (source: ReleaseToWrite, run: ImportRun): Promise<ImportResult> =>
  source.existing === undefined
    ? writeNew(run.archive.freeId(source.id), source, run)
    : change(source.existing, source, run);

/**
 * The id of a release. One from another archive brings its own: its file's name, if it begins with its day.
 * Undefined as long as day or headline is missing.
 */
export function wantedId(
  release: ResolvedRelease,
  item: Pick<SourceItem, 'name' | 'kind'>,
  document: Pick<ConvertedDocument, 'metadata'>,
): string | undefined {
  const name = basename(innerPath(item.name), '.md');
  const isOwn = item.kind === 'md' && document.metadata?.isAuthoritative && isReleaseId(name);
  return isOwn && name.slice(0, 10) === release.date ? name : idOf(release);
}

async function writeNew(id: string, source: ReleaseToWrite, run: ImportRun): Promise<ImportResult> {
  const { release, result } = source;
  const { contentDir, dryRun, keepSource, publishSource } = run.options;
  const path = join('releases', yearOf(id), `${id}.md`);
  const file = join(contentDir, path);
  const prepared = await prepare(id, release, source, {
    isCopied: keepSource,
    isPublished: publishSource,
  });
  const text = releaseText(prepared.fields, prepared.markdown);
  const problems = problemsIn(text, file, result);
  if (problems.length > 0) return { ...result, problems };
  const wrote = outcomeOf(prepared, file, text, result);
  if (!dryRun) {
    await run.hooks.onBegin(result.file, wrote);
    if (!(await storeNew(contentDir, path, text, prepared.media)))
      throw new Error(`${file} already exists`);
  }
  run.archive.add(id, file, prepared.markdown);
  return dryRun
    ? { ...result, status: 'ready' }
    : { ...result, status: 'written', release: file, wrote };
}

async function change(file: string, source: ReleaseToWrite, run: ImportRun): Promise<ImportResult> {
  const { release, result, previous } = source;
  const { contentDir, dryRun, keepSource, publishSource } = run.options;
  const { hooks } = run;
  const path = relative(contentDir, file);
  const id = basename(file, '.md');
  const day = id.slice(0, 10);
  // The id has the day, and links lead to it. A copy of the source that exists is updated.
  const prepared = await prepare(id, { ...release, date: day }, source, {
    isCopied: keepSource || previous?.keptSource !== undefined,
    isPublished: publishSource || previous?.source !== undefined,
  });
  const change = await changeOf(contentDir, path, prepared, previous);
  const problems = problemsIn(change.text, file, result);
  if (problems.length > 0) return { ...result, problems };
  const moved = `Its source now says ${release.date}; its day stays ${day}, since that is part of its address.`;
  result.warnings.push(...(release.date === day ? [] : [moved]), ...change.notes);
  const wrote = outcomeOf(prepared, file, change.text, result);
  if (change.diff === '' && change.files.size === 0)
    return { ...result, status: 'unchanged', release: dryRun ? null : file, wrote };
  const written = [...change.files.keys()].map((one) => `+ ${one}`);
  hooks.onDiff(file, [change.diff.trimEnd(), ...written].join('\n').trimStart());
  if (dryRun) return { ...result, status: 'ready' };
  if (hooks.person !== undefined && !(await hooks.person.mayChange(file, change.diff))) {
    const warnings = [...result.warnings, 'It was not changed.'];
    return { ...result, status: 'unchanged', release: file, warnings, wrote: previous };
  }
  await hooks.onBegin(result.file, wrote);
  await storeChange(contentDir, path, change);
  return { ...result, status: 'updated', release: file, wrote };
}

/** A release as its source gives it, ready to write. */
interface PreparedRelease {
  fields: Record<string, unknown>;
  markdown: string;
  media: ImportedFile[];
  /** Where the source itself is published, and where its unpublished copy is. */
  source: string | undefined;
  keptSource: string | undefined;
}

/** What to do with the source itself. */
interface SourceCopies {
  isCopied: boolean;
  isPublished: boolean;
}

async function prepare(
  id: string,
  release: ResolvedRelease,
  { item, document, result }: ReleaseToWrite,
  { isCopied, isPublished }: SourceCopies,
): Promise<PreparedRelease> {
  const source = isCopied || isPublished ? await sourceFile(item, result.sha256) : undefined;
  const reason = source && isPublished ? await unpublishableReason(source) : undefined;
  if (source !== undefined && reason !== undefined) {
    result.leftOut.push({ text: source.name, reason });
    result.warnings.push(`The source itself was not published: ${reason}`);
  }
  const published = isPublished && reason === undefined ? source : undefined;
  const copy = source && isCopied ? keptSource(id, source) : undefined;
  const media = importedFiles(id, document.files, published);
  const attachments = media.flatMap(({ attachment }) => attachment ?? []);
  return {
    fields: fieldsOf(release, attachments),
    markdown: withPictures(document.markdown, document.files, media),
    media: copy === undefined ? media : [...media, copy],
    source: published && media.at(-1)?.path,
    keptSource: copy?.path,
  };
}

const outcomeOf = (
  { fields, markdown, media, source, keptSource }: PreparedRelease,
  release: string,
  text: string,
  { sha256 }: ImportResult,
): Outcome => ({
  release,
  sha256,
  text: hash('sha256', text),
  fields,
  body: hash('sha256', markdown.trim()),
  media: digestsOf(media),
  source,
  keptSource,
});

/** What `check` would report about a file, as problems of its source. */
const problemsIn = (text: string, file: string, { file: name, problems }: ImportResult) => [
  ...problems,
  ...releaseProblems(text, file).map((problem) => ({ ...problem, file: name, line: 1 })),
];

/** The source itself, as it was when it was read. */
async function sourceFile(item: SourceItem, sha256: string | undefined) {
  const bytes = item.bytes ?? (await readWhole(item.path ?? item.name));
  if (hash('sha256', bytes) !== sha256) throw new Error('the source has changed since it was read');
  const extension = item.kind === 'fragment' ? 'html' : item.kind;
  const name = item.path === undefined ? `source.${extension}` : basename(item.path);
  return { name, bytes, alt: undefined };
}
