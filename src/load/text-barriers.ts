import { type AccessFault, isInCapitals } from '../archive/access-fault.ts';
import type { Attachment } from '../archive/frontmatter.ts';
import { endingOf } from '../archive/media/media-names.ts';
import { readRelease } from '../archive/release.ts';
import { readText } from '../archive/source-text.ts';
import { splitRelease } from '../archive/split-release.ts';
import { accessFaults } from '../markdown/access-faults.ts';

/** A file below `media/` that a text offers. */
export interface OfferedFile {
  path: string;
  file: string;
  line: number;
  field: string;
}

/** What may keep people from reading a text, and the files that it offers, which may too. */
export interface TextBarriers {
  faults: AccessFault[];
  offered: OfferedFile[];
}

const RECORDINGS =
  /^(?:mp3|m4a|aac|wav|flac|oga|ogg|opus|aiff?|wma|mp4|m4v|mov|webm|ogv|mpe?g|avi|mkv|wmv|3gp)$/;
const TRANSCRIPT =
  /transcript|caption|subtitle|transcripci|subtítulo|transcription|sous-titre|bản ghi lời|phụ đề|逐字稿|字幕|\.(?:srt|vtt)$/i;

/** Looks at a release. @returns undefined where it has errors: these come first. */
export function releaseBarriers(bytes: Buffer, file: string): TextBarriers | undefined {
  const { release, body, lines } = readRelease(bytes, file);
  if (release === undefined || body === undefined) return undefined;
  const text = bodyBarriers(body.markdown, body.line, file);
  const attached = release.attachments ?? [];
  const offered = attached.map(({ file: path }, n): OfferedFile => {
    const line = lines[`attachments.${n}`] ?? lines['attachments'] ?? 1;
    return { path, file, line, field: 'attachments' };
  });
  return {
    faults: [
      ...capitalsIn(release.title, file, lines['title'] ?? 1),
      ...text.faults,
      ...recordingsWithout(attached, file, lines),
    ],
    offered: [...text.offered, ...offered],
  };
}

/** Looks at a page of the archive's own, or at a text without fields. @returns undefined where it cannot be read. */
export function ownTextBarriers(bytes: Buffer, file: string): TextBarriers | undefined {
  const text = readText(bytes, file);
  if (typeof text !== 'string') return undefined;
  const parts = splitRelease(text);
  return 'missing' in parts
    ? bodyBarriers(text, 1, file)
    : bodyBarriers(parts.body, parts.bodyLine, file);
}

function bodyBarriers(markdown: string, line: number, file: string): TextBarriers {
  const { faults, media } = accessFaults(markdown, line, file);
  return { faults, offered: media.map((one) => ({ ...one, file, field: 'body' })) };
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
