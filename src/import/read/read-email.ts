import type { Attachment, Email } from 'postal-mime';
import { endingOf } from '../../archive/media/media-names.ts';
import {
  type LeftOut,
  type ReaderFor,
  type SourceDocument,
  type SourceFile,
  UnreadableSource,
} from './document.ts';
import { MAX_NOTE } from './mail-forward.ts';
import { CONFIDENCE, mailHeaders, ownDocument, lineOf } from './mail-text.ts';
import { parseMail } from './parse-mail.ts';
import { isTnef, unpackTnef } from './unpack-tnef.ts';
import { countWords } from '../parse/text-shape.ts';

const MAX_DEPTH = 5; // mails inside one another
const NOTE = 'the note with which the release was sent';
const TNEF =
  'what Outlook packed its attachments into: ask for the mail again, or unpack it with a program for TNEF';

/**
 * Reads a mail as it was saved: its best part, its headers, its attachments. A mail or a document that came
 * with a short note is the release.
 * @param readerFor reads such a document.
 */
export const readEmail = (bytes: Uint8Array, readerFor: ReaderFor): Promise<SourceDocument> =>
  readMail(bytes, readerFor, 0);

async function readMail(
  bytes: Uint8Array,
  readerFor: ReaderFor,
  depth: number,
): Promise<SourceDocument> {
  const parsed = await parseMail(bytes);
  const mail = await unpackTnef(parsed.mail);
  refuseOther(mail);
  const parts = mail.attachments.map(partOf);
  const inner = parts.filter(({ type }) => type === 'message/rfc822');
  const own = hasText(mail) ? ownDocument({ ...parsed, mail }) : undefined;
  const isNote = own === undefined || countWords(lineOf(own)) < MAX_NOTE;
  const [message, ...messages] = inner;
  if (message !== undefined && messages.length === 0 && isNote && depth < MAX_DEPTH) {
    const release = await readMail(message.bytes, readerFor, depth + 1);
    return withNote(release, own, parts.filter((part) => part !== message)); // prettier-ignore
  }
  const attached = isNote ? await attachedRelease(parts, readerFor) : undefined;
  if (attached && 'release' in attached) {
    const others = parts.filter((part) => part !== attached.part);
    const headers = own?.metadata ?? mailHeaders(mail);
    const metadata = { ...headers, ...attached.release.metadata, confidence: CONFIDENCE };
    return withNote({ ...attached.release, metadata }, own, others);
  }
  if (own === undefined && messages.length > 0) {
    const hint = 'save each release as an .eml by itself';
    throw new UnreadableSource(`holds ${inner.length} mails, and no text of its own`, hint);
  }
  if (own === undefined) {
    throw new UnreadableSource(
      'has no text in it that could be a release',
      attached?.failure ?? 'save the mail again as .eml',
    );
  }
  const mails = inner.length > 0 ? [`It holds ${inner.length === 1 ? 'another mail' : `${inner.length} mails`}, which ${inner.length === 1 ? 'was' : 'were'} left out: save each release by itself.`] : []; // prettier-ignore
  const document = withFiles(own, parts);
  return {
    ...document,
    warnings: [...document.warnings, ...mails, ...(attached ? [attached.failure] : [])],
  };
}

const hasText = ({ text, html }: Email) => `${text ?? ''}${html ?? ''}`.trim() !== '';

function refuseOther(mail: Email) {
  const isMail = mail.headers.some(({ key }) =>
    /^(?:from|subject|date|received|mime-version|content-type)$/.test(key),
  );
  if (!isMail)
    throw new UnreadableSource('is not a mail', 'save the mail again as .eml, with its headers');
  const isSealed = mail.attachments.some(({ mimeType }) =>
    /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/i.test(mimeType),
  );
  if (isSealed && !hasText(mail)) {
    throw new UnreadableSource(
      'is encrypted or sealed',
      'open it in the mail program that has the key, and save it unencrypted',
    );
  }
}

/** A part of a mail that is a file. */
interface MailPart extends SourceFile {
  type: string;
}

/** The document that a mail carries, if it is one and can be read; else why not. */
async function attachedRelease(
  parts: readonly MailPart[],
  readerFor: ReaderFor,
): Promise<{ part: MailPart; release: SourceDocument } | { failure: string } | undefined> {
  const documents = parts.filter(({ name, type }) => type !== 'message/rfc822' && readerFor(name) !== undefined); // prettier-ignore
  const [part, ...others] = documents;
  if (part === undefined) return undefined;
  const names = documents.map(({ name }) => name).join(', ');
  if (others.length > 0) return { failure: `The release may be in one of ${names}: import that by itself.` }; // prettier-ignore
  const read = readerFor(part.name);
  if (read === undefined) return undefined;
  try {
    return { part, release: await read(part.bytes) };
  } catch (cause) {
    if (!(cause instanceof UnreadableSource)) throw cause;
    return { failure: `The release may be in ${names}, which ${cause.message}: ${cause.hint}.` };
  }
}

/** The release that came with a mail: what the mail itself says is left out. */
function withNote(
  release: SourceDocument,
  note: SourceDocument | undefined,
  parts: readonly MailPart[],
): SourceDocument {
  const text = note === undefined ? '' : lineOf(note);
  const notes: LeftOut[] = text === '' ? [] : [{ text, reason: NOTE }];
  return withFiles(
    {
      ...release,
      leftOut: [...release.leftOut, ...notes, ...(note?.leftOut ?? [])],
      words: `${release.words}\n${note?.words ?? ''}`,
      warnings: [...release.warnings, ...(note?.warnings ?? [])],
    },
    parts.filter(({ type }) => type !== 'message/rfc822'),
  );
}

/** A document with the files that came with it. */
function withFiles(document: SourceDocument, parts: readonly MailPart[]): SourceDocument {
  const packed = parts.filter(({ type, name }) => isTnef({ mimeType: type, filename: name }));
  return {
    ...document,
    files: [
      ...document.files,
      ...parts.filter((part) => !packed.includes(part)).map(({ name, bytes, alt }) => ({ name, bytes, alt })),
    ],
    alsoLeftOut: [
      ...(document.alsoLeftOut ?? []),
      ...packed.map(({ name }) => ({ text: name, reason: TNEF })),
    ],
    warnings: [...document.warnings, ...packed.map(({ name }) => `Left out ${name}, ${TNEF}.`)],
  }; // prettier-ignore
}

/** Endings for what mails carry without a name: pictures in their text, above all. */
const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/ms-tnef': '.dat',
  'text/plain': '.txt',
  'text/calendar': '.ics',
  'text/html': '.html',
  'message/rfc822': '.eml',
};

function partOf({ filename, mimeType, content }: Attachment, n: number): MailPart {
  const type = mimeType.toLowerCase();
  const name = filename?.split(/[/\\]/).at(-1) || `attachment-${n + 1}`;
  return {
    name: endingOf(name) === '' ? name + (ENDINGS[type] ?? '') : name,
    bytes:
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    alt: undefined,
    type,
  };
}
