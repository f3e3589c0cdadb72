import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AccessCounts, type AccessFault, countKinds } from '../archive/access-fault.ts';
import { listContent } from '../archive/content-folder.ts';
import { endingOf } from '../archive/media/media-names.ts';
import { byPlace } from '../archive/problem.ts';
import type { LoadedArchive } from './load-archive.ts';
import { FOOTER, HOME } from './load-own-pages.ts';
import { openPdfReader } from './pdf-access.ts';
import {
  type OfferedFile,
  ownTextBarriers,
  releaseBarriers,
  type TextBarriers,
} from './text-barriers.ts';

/** The barriers in an archive. */
export interface AccessReport {
  counts: AccessCounts;
  warnings: AccessFault[];
  /** Releases that the law exempts as archived, and that were not looked at. */
  archived: number;
}

/**
 * Looks for what may keep people from reading, in texts and documents. Files that have errors are left out: these
 * come first.
 */
export async function accessReport(
  contentDir: string,
  { releases, errors }: Pick<LoadedArchive, 'releases' | 'errors'>,
): Promise<AccessReport> {
  const files = await listContent(contentDir);
  const faulty = new Set(errors.map(({ file }) => file));
  const archived = new Set(releases.flatMap(({ isArchived, file }) => (isArchived ? [file] : [])));
  const found: (TextBarriers | undefined)[] = [];
  for (const path of files.releases) {
    const file = join(contentDir, path);
    if (faulty.has(file) || archived.has(path) || archived.has(file)) continue;
    found.push(releaseBarriers(await readFile(file), file));
  }
  const ofFace = files.face.filter((one) => [HOME, FOOTER].includes(one));
  for (const path of [...files.pages, ...ofFace]) {
    const file = join(contentDir, path);
    if (!faulty.has(file)) found.push(ownTextBarriers(await readFile(file), file));
  }
  const whole = found.filter((one) => one !== undefined);
  const offered = whole.flatMap((one) => one.offered);
  const warnings = whole.flatMap((one) => one.faults);
  warnings.push(...(await pdfFaults(contentDir, offered)));
  warnings.sort(byPlace);
  return { counts: countKinds(warnings), warnings, archived: archived.size };
}

/** Each PDF is looked into once, and named where it is first offered. */
async function pdfFaults(
  contentDir: string,
  offered: readonly OfferedFile[],
): Promise<AccessFault[]> {
  const faults: AccessFault[] = [];
  const seen = new Set<string>();
  await using reader = openPdfReader();
  for (const { path, ...place } of offered) {
    if (endingOf(path) !== 'pdf' || seen.has(path)) continue;
    seen.add(path);
    const found = await reader.access(join(contentDir, 'media', path));
    if (found?.isTagged !== true) {
      const why = found === undefined ? 'cannot be looked into' : 'has no tags';
      const message = `offers ${path}, which ${why}: screen readers cannot tell its headings, lists and tables`;
      const hint =
        'export it again from the document that it was made from, as tagged PDF, or offer its words as a release or .docx';
      faults.push({ kind: 'pdf', ...place, message, hint });
      continue;
    }
    const lacks = [!found.hasTitle && 'title', !found.hasLanguage && 'language'].filter(Boolean);
    if (lacks.length === 0) continue;
    const message = `offers ${path}, which does not say its ${lacks.join(' or ')}`;
    const hint = 'set them in the properties of the document, and export it again';
    faults.push({ kind: 'pdf-details', ...place, message, hint });
  }
  return faults;
}
