import { createHash } from 'node:crypto';
import { basename, join, relative } from 'node:path';
import { yearOf } from '../archive/day.ts';
import { isReleaseId } from '../archive/fields.ts';
import type { ImportedDocument } from './import-document.ts';
import type { ImportResult } from './import-result.ts';
import { idOf, releaseProblems, releaseText } from './release-file.ts';
import type { Hooks, ImportOptions } from './run-import.ts';
import type { SettledRelease } from './settle-release.ts';
import type { Shelf } from './shelf.ts';
import { innerPath, readWhole, type SourceItem } from './sources/source-item.ts';
import { changeOf, mediaOf, storeChange, storeNew } from './store-release.ts';

/** A release that is settled, with the source it came from and what there is to tell of it. */
export interface Settled {
  release: SettledRelease;
  item: SourceItem;
  imported: ImportedDocument;
  result: ImportResult;
  /** The file that the source gave before. */
  earlier: string | undefined;
}

/** Where to write, and as what. */
export interface Place {
  options: ImportOptions;
  hooks: Hooks;
  shelf: Shelf;
}

/** Writes a release to the archive, or changes the one that is there if that is wished. */
export async function writeRelease(settled: Settled, place: Place): Promise<ImportResult> {
  const { release, earlier } = settled;
  const { options, shelf } = place;
  const wanted = ownId(settled) ?? idOf(release) ?? '';
  const there = options.update ? (earlier ?? shelf.fileOf(wanted)) : undefined;
  return there === undefined
    ? writeNew(shelf.freeId(wanted), settled, place)
    : change(there, settled, place);
}

/** The id that a release of an archive has already: its file's name, if that tells its day. */
function ownId({ item, imported, release }: Settled): string | undefined {
  const id = basename(innerPath(item.name), '.md');
  const isOwn = item.kind === 'md' && imported.given?.isSettled && isReleaseId(id);
  return isOwn && id.slice(0, 10) === release.date ? id : undefined;
}

async function writeNew(
  id: string,
  { release, item, imported, result }: Settled,
  { options: { contentDir, dryRun, keepSource }, shelf }: Place,
): Promise<ImportResult> {
  const path = join('releases', yearOf(id), `${id}.md`);
  const file = join(contentDir, path);
  const source = keepSource ? await sourceFile(item, result.sha256) : undefined;
  const media = mediaOf(id, imported.files, source);
  const attachments = media.flatMap(({ attachment }) => attachment ?? []);
  const text = releaseText(release, imported.markdown, attachments);
  const problems = releaseProblems(text, file).map((problem) => ({
    ...problem,
    file: result.file,
    line: 1,
  }));
  if (problems.length > 0) return { ...result, problems: [...result.problems, ...problems] };
  if (!dryRun && !(await storeNew(contentDir, path, text, media)))
    throw new Error(`${file} is there already`);
  shelf.add(id, file, imported.markdown);
  return dryRun ? { ...result, status: 'ready' } : { ...result, status: 'written', release: file };
}

async function change(
  file: string,
  { release, imported, result }: Settled,
  { options: { contentDir, dryRun }, hooks }: Place,
): Promise<ImportResult> {
  const path = relative(contentDir, file);
  // The day stays in the name, which links lead to.
  const dated = { ...release, date: basename(file).slice(0, 10) };
  const change = await changeOf(contentDir, path, dated, imported.markdown);
  if (change.diff === '') return { ...result, status: 'unchanged', release: dryRun ? null : file };
  hooks.onDiff(file, change.diff);
  if (dryRun) return { ...result, status: 'ready' };
  if (hooks.person !== undefined && !(await hooks.person.mayChange(file, change.diff))) {
    const warnings = [...result.warnings, 'It was left as it is.'];
    return { ...result, status: 'unchanged', release: file, warnings };
  }
  await storeChange(contentDir, path, change);
  return { ...result, status: 'updated', release: file };
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
