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
import { digestsOf, type ImportedFile, importedFiles, keptSource } from './imported-files.ts';
import { changeOf, storeChange, storeNew } from './store-release.ts';

/** A release that is source, with the source it came from and what there is to tell of it. */
export interface ReleaseToWrite {
  release: ResolvedRelease;
  item: SourceItem;
  document: ConvertedDocument;
  result: ImportResult;
  /** The id that it would have. */
  id: string;
  /** The release that it changes, if it does; and what its source gave before. */
  existing: string | undefined;
  previous: Outcome | undefined;
}

/** Writes a release to the archive, or changes the one that is there. */
export const writeRelease = (source: ReleaseToWrite, run: ImportRun): Promise<ImportResult> =>
  source.existing === undefined
    ? writeNew(run.archive.freeId(source.id), source, run)
    : change(source.existing, source, run);

/**
 * The id of a release; one of an archive has it already: its file's name, if that tells its day.
 * Undefined as long as its day or its headline is missing.
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
  const { release, document, result } = source;
  const { contentDir, dryRun, keepSource, publishSource } = run.options;
  const path = join('releases', yearOf(id), `${id}.md`);
  const file = join(contentDir, path);
  const made = await madeOf(id, release, source, {
    isKept: keepSource,
    isPublished: publishSource,
  });
  const text = releaseText(made.fields, made.markdown);
  const problems = problemsIn(text, file, result);
  if (problems.length > 0) return { ...result, problems };
  const wrote = wroteOf(made, file, text, result);
  if (!dryRun) {
    await run.hooks.onBegin(result.file, wrote);
    if (!(await storeNew(contentDir, path, text, made.media)))
      throw new Error(`${file} is there already`);
  }
  run.archive.add(id, file, document.markdown);
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
  // The day stays in the name, which links lead to. A source that was kept or published once is kept up to date.
  const made = await madeOf(id, { ...release, date: day }, source, {
    isKept: keepSource || previous?.keptSource !== undefined,
    isPublished: publishSource || previous?.source !== undefined,
  });
  const change = await changeOf(contentDir, path, made, previous);
  const problems = problemsIn(change.text, file, result);
  if (problems.length > 0) return { ...result, problems };
  const moved = `Its source says ${release.date} now; its day stays ${day}, as its address does.`;
  result.warnings.push(...(release.date === day ? [] : [moved]), ...change.notes);
  const wrote = wroteOf(made, file, change.text, result);
  if (change.diff === '' && change.files.size === 0)
    return { ...result, status: 'unchanged', release: dryRun ? null : file, wrote };
  const written = [...change.files.keys()].map((one) => `+ ${one}`);
  hooks.onDiff(file, [change.diff.trimEnd(), ...written].join('\n').trimStart());
  if (dryRun) return { ...result, status: 'ready' };
  if (hooks.person !== undefined && !(await hooks.person.mayChange(file, change.diff))) {
    const warnings = [...result.warnings, 'It was left as it is.'];
    return { ...result, status: 'unchanged', release: file, warnings, wrote: previous };
  }
  await hooks.onBegin(result.file, wrote);
  await storeChange(contentDir, path, change);
  return { ...result, status: 'updated', release: file, wrote };
}

/** A release as its source gives it. */
interface Made {
  fields: Record<string, unknown>;
  markdown: string;
  media: ImportedFile[];
  /** Where the source itself is published, and where it is kept. */
  source: string | undefined;
  keptSource: string | undefined;
}

/** What becomes of the source itself. */
interface OfSource {
  isKept: boolean;
  isPublished: boolean;
}

async function madeOf(
  id: string,
  release: ResolvedRelease,
  { item, document, result }: ReleaseToWrite,
  { isKept, isPublished }: OfSource,
): Promise<Made> {
  const source = isKept || isPublished ? await sourceFile(item, result.sha256) : undefined;
  const reason = source && isPublished ? await unpublishableReason(source) : undefined;
  if (source !== undefined && reason !== undefined) {
    result.leftOut.push({ text: source.name, reason });
    result.warnings.push(`The source itself was not published: ${reason}`);
  }
  const published = isPublished && reason === undefined ? source : undefined;
  const kept = source && isKept ? keptSource(id, source) : undefined;
  const media = importedFiles(id, document.files, published);
  const attachments = media.flatMap(({ attachment }) => attachment ?? []);
  return {
    fields: fieldsOf(release, attachments),
    markdown: document.markdown,
    media: kept === undefined ? media : [...media, kept],
    source: published && media.at(-1)?.path,
    keptSource: kept?.path,
  };
}

const wroteOf = (
  { fields, markdown, media, source, keptSource }: Made,
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

/** What `check` would find wrong with a file, told of its source. */
const problemsIn = (text: string, file: string, { file: name, problems }: ImportResult) => [
  ...problems,
  ...releaseProblems(text, file).map((problem) => ({ ...problem, file: name, line: 1 })),
];

/** The source itself, as it was when it was read. */
async function sourceFile(item: SourceItem, sha256: string | undefined) {
  const bytes = item.bytes ?? (await readWhole(item.path ?? item.name));
  if (hash('sha256', bytes) !== sha256) throw new Error('the source changed meanwhile');
  const extension = item.kind === 'fragment' ? 'html' : item.kind;
  const name = item.path === undefined ? `source.${extension}` : basename(item.path);
  return { name, bytes, alt: undefined };
}
