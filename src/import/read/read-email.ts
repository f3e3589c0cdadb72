import PostalMime from 'postal-mime';
import { endingOf } from '../../archive/media/media-names.ts';
import { type SourceDocument, UnreadableSource } from './document.ts';
import { htmlDocument } from './read-html.ts';
import { dayIn } from '../parse/find-date.ts';
import { textDocument } from './read-text.ts';
import { wordsIn } from '../parse/text-shape.ts';

const SHORT = 40; // words of a mail that only carries an attachment

/** Reads a mail as it was saved: its best part, its headers, its attachments. */
export async function readEmail(bytes: Uint8Array): Promise<SourceDocument> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
  const isMail = mail.headers.some(({ key }) =>
    /^(?:from|subject|date|received|mime-version)$/.test(key),
  );
  const text = (mail.text ?? '').replace(/\r\n?/g, '\n');
  if (!isMail || (text.trim() === '' && (mail.html ?? '').trim() === '')) {
    throw new UnreadableSource(
      'has no text in it that could be a release',
      'save the mail again as .eml',
    );
  }
  const document = mail.html === undefined ? textDocument(text) : htmlDocument(mail.html);
  const subject = mail.subject?.replace(/^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i, '').trim();
  // The day where it was sent, not where it is read: the header has its own offset.
  const sent = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const { address, name } = mail.from ?? {};
  const isAttached = (address: string) =>
    mail.attachments.some(({ contentId }) => `cid:${contentId?.replace(/^<|>$/g, '')}` === address);
  const documents = mail.attachments.map((attachment, n) => ({
    ...attachment,
    name: nameOf(attachment.filename, attachment.mimeType, n),
  }));
  const carried = documents.filter(({ name }) => /\.(?:docx?|pdf)$/i.test(name));
  return {
    ...document,
    metadata: {
      title: subject === '' ? undefined : subject,
      date: dayIn(sent),
      contact: address && name ? [{ name, email: address }] : undefined,
      confidence: 0.82,
    },
    files: documents.map(({ name: file, content }) => ({
      name: file,
      bytes:
        typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      alt: undefined,
    })),
    pictures: document.pictures?.filter(({ address: place }) => !isAttached(place)),
    warnings: [
      ...document.warnings,
      ...(carried.length > 0 && wordsIn(document.words).length < SHORT
        ? [
            `The release may be in ${carried.map(({ name: file }) => file).join(', ')}: import that by itself.`,
          ]
        : []),
    ],
  };
}

/** Endings for what mails carry without a name: pictures in their text, above all. */
const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/calendar': '.ics',
  'text/html': '.html',
  'message/rfc822': '.eml',
};

function nameOf(filename: string | null | undefined, type: string, n: number): string {
  const name = filename?.split(/[/\\]/).at(-1) || `attachment-${n + 1}`;
  return endingOf(name) === '' ? name + (ENDINGS[type.toLowerCase()] ?? '') : name;
}
