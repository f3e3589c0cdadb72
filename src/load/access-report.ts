import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ACCESS_KINDS,
  type AccessFault,
  type AccessKind,
  isInCapitals,
} from '../archive/access-fault.ts';
import { listContent } from '../archive/content-folder.ts';
import type { Attachment } from '../archive/frontmatter.ts';
import { endingOf } from '../archive/media/media-names.ts';
import { byPlace } from '../archive/problem.ts';
import { readRelease } from '../archive/release.ts';
import { readText } from '../archive/source-text.ts';
import { splitRelease } from '../archive/split-release.ts';
import { accessFaults } from '../markdown/access-faults.ts';
import type { LoadedArchive } from './load-archive.ts';
import { FOOTER, HOME } from './load-own-pages.ts';
import { pdfAccess } from './pdf-access.ts';

/** The barriers in an archive. */
export interface AccessReport {
  counts: Partial<Record<AccessKind, number>>;
  warnings: AccessFault[];
  /** Releases that the law exempts as archived, and that were not looked at. */
  archived: number;
}

/** A file below `media/` that a text offers. */
interface Offered {
  path: string;
  file: string;
  line: number;
  field: string;
}

const RECORDINGS =
  /^(?:mp3|m4a|aac|wav|flac|oga|ogg|opus|aiff?|wma|mp4|m4v|mov|webm|ogv|mpe?g|avi|mkv|wmv|3gp)$/;
const TRANSCRIPT =
  /transcript|caption|subtitle|transcripci|subtítulo|transcription|sous-titre|bản ghi lời|phụ đề|逐字稿|字幕|\.(?:srt|vtt)$/i;

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
  const warnings: AccessFault[] = [];
  const offered: Offered[] = [];
  const addText = (markdown: string, line: number, file: string) => {
    const { faults, media } = accessFaults(markdown, line, file);
    warnings.push(...faults);
    offered.push(...media.map((one) => ({ ...one, file, field: 'body' })));
  };
  for (const path of files.releases) {
    const file = join(contentDir, path);
    if (faulty.has(file) || archived.has(path) || archived.has(file)) continue;
    const { release, body, lines } = readRelease(await readFile(file), file);
    if (release === undefined || body === undefined) continue;
    const line = lines['title'] ?? 1;
    warnings.push(...capitalsIn(release.title, file, line));
    addText(body.markdown, body.line, file);
    const attached = release.attachments ?? [];
    for (const [n, { file: path }] of attached.entries()) {
      const line = lines[`attachments.${n}`] ?? lines['attachments'] ?? 1;
      offered.push({ path, file, line, field: 'attachments' });
    }
    warnings.push(...recordingsWithout(attached, file, lines));
  }
  for (const path of [
    ...files.pages,
    ...files.face.filter((one) => [HOME, FOOTER].includes(one)),
  ]) {
    const file = join(contentDir, path);
    const text = readText(await readFile(file), file);
    if (faulty.has(file) || typeof text !== 'string') continue;
    const parts = splitRelease(text);
    const { body, bodyLine } = 'missing' in parts ? { body: text, bodyLine: 1 } : parts;
    addText(body, bodyLine, file);
  }
  warnings.push(...(await pdfFaults(contentDir, offered)));
  warnings.sort(byPlace);
  return { counts: countKinds(warnings), warnings, archived: archived.size };
}

/** How many there are of each kind that there is, in the order of `ACCESS_KINDS`. */
function countKinds(faults: readonly AccessFault[]): AccessReport['counts'] {
  const byKind = Map.groupBy(faults, ({ kind }) => kind);
  const kinds = Object.keys(ACCESS_KINDS) as AccessKind[];
  return Object.fromEntries(
    kinds.filter((kind) => byKind.has(kind)).map((kind) => [kind, byKind.get(kind)?.length]),
  );
}

function capitalsIn(title: string, file: string, line: number): AccessFault[] {
  if (!isInCapitals(title)) return [];
  const message = 'is in capitals throughout';
  const hint =
    'write it as a sentence, or as a headline with small letters, if that is how it may be';
  return [{ kind: 'capitals', file, line, field: 'title', message, hint }];
}

function recordingsWithout(
  attached: readonly Attachment[],
  file: string,
  lines: Record<string, number>,
): AccessFault[] {
  const isTranscript = ({ file, title, alt = '' }: Attachment) =>
    [file, title, alt].some((text) => TRANSCRIPT.test(text));
  if (attached.some(isTranscript)) return [];
  return attached.flatMap((one, n): AccessFault[] => {
    if (!RECORDINGS.test(endingOf(one.file))) return [];
    const line = lines[`attachments.${n}`] ?? lines['attachments'] ?? 1;
    const message = `has the recording ${one.file}, and no transcript or captions`;
    const hint =
      'attach its words too, with “Transcript” in their title, or say in alt where they are';
    return [{ kind: 'recording', file, line, field: 'attachments', message, hint }];
  });
}

/** Each PDF is looked into once, and named where it is first offered. */
async function pdfFaults(contentDir: string, offered: readonly Offered[]): Promise<AccessFault[]> {
  const faults: AccessFault[] = [];
  const seen = new Set<string>();
  for (const { path, ...place } of offered) {
    if (endingOf(path) !== 'pdf' || seen.has(path)) continue;
    seen.add(path);
    const found = await pdfAccess(join(contentDir, 'media', path)).catch(() => undefined);
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
