import { createRequire } from 'node:module';
import type Reader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import iconv from 'iconv-lite';
import MailComposer from 'nodemailer/lib/mail-composer';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { type ReaderFor, type SourceDocument, UnreadableSource } from './document.ts';
import { readEmail } from './read-email.ts';
import { rtfText } from './rtf-text.ts';

/** By `require`, since its types promise a class that an `import` of this CommonJS module does not give. */
const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as {
  default: typeof Reader;
};

/** Reads a mail that Outlook saved (.msg): it is made an ordinary mail, and read as that. */
export async function readMsg(bytes: Uint8Array, readerFor: ReaderFor): Promise<SourceDocument> {
  const encoding = codepageOf(open(bytes).getFileData());
  const reader = open(bytes, encoding);
  const fields = reader.getFileData();
  if (fields.error !== undefined) throw notAMail();
  const { messageClass = 'IPM.Note' } = fields;
  if (!/^(?:IPM|REPORT\.IPM)\.(?:Note|Post|Document|Schedule)|^IPM$/i.test(messageClass)) {
    throw new UnreadableSource(
      `is not a mail, but another item of Outlook (${messageClass})`,
      'save the mail with the release',
    );
  }
  return readEmail(await asMail(reader, fields), readerFor);
}

const notAMail = () =>
  new UnreadableSource('is not a mail of Outlook', 'save the mail again in Outlook, as .msg');

function open(bytes: Uint8Array, encoding?: string): Reader {
  const isCompound = Buffer.from(bytes.subarray(0, 8)).equals(
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  );
  if (!isCompound) throw notAMail();
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  reader.parserConfig = encoding === undefined ? {} : { ansiEncoding: encoding };
  return reader;
}

/** Texts of old versions of Outlook are in the code page of their computer, which the mail names. */
function codepageOf({ messageCodepage, internetCodepage }: FieldsData): string | undefined {
  const codepage = [messageCodepage, internetCodepage].find((one) => one !== undefined && !NO_CODEPAGE.has(one)); // prettier-ignore
  const encoding = `cp${codepage}`;
  return codepage !== undefined && iconv.encodingExists(encoding) ? encoding : undefined;
}

/** UTF-8, ASCII and ISO 8859-1, of which the reader knows what to do. */
const NO_CODEPAGE: ReadonlySet<number> = new Set([65001, 20127, 28591]);

/** Writes what Outlook saved as an ordinary mail (RFC 5322). */
async function asMail(reader: Reader, fields: FieldsData): Promise<Buffer> {
  const { html, text } = await bodyOf(fields);
  const address = [fields.senderSmtpAddress, fields.senderEmail, fields.creatorSMTPAddress].find((one) => one?.includes('@')); // prettier-ignore
  const attachments = (fields.attachments ?? []).map(async (attachment) => {
    if (attachment.innerMsgContentFields !== undefined) {
      const content = await asMail(reader, attachment.innerMsgContentFields);
      return {
        filename: `${attachment.name ?? 'mail'}.eml`,
        contentType: 'message/rfc822',
        content,
      };
    }
    const { fileName, content } = reader.getAttachment(attachment);
    return {
      filename: fileName,
      content: Buffer.from(content),
      ...(attachment.pidContentId && { cid: attachment.pidContentId }),
      ...(attachment.attachMimeTag && { contentType: attachment.attachMimeTag }),
    };
  });
  const mail = new MailComposer({
    ...(address && { from: { name: fields.senderName ?? '', address } }),
    subject: fields.subject ?? '',
    date: dateOf(fields),
    ...(html === undefined ? { text } : { html }),
    attachments: await Promise.all(attachments),
  });
  return mail.compile().build();
}

/** The day where it was sent, if its header was saved; Outlook itself has it in UTC. */
function dateOf({ headers, clientSubmitTime, messageDeliveryTime, creationTime }: FieldsData) {
  const sent = /^date:(.+)$/im.exec(headers ?? '')?.[1]?.trim();
  return sent ?? clientSubmitTime ?? messageDeliveryTime ?? creationTime ?? '';
}

/** The text of a mail: as HTML, which may be in its rich text, else as plain text. */
async function bodyOf(fields: FieldsData): Promise<{ html?: string; text?: string }> {
  const { bodyHtml, html, body, internetCodepage, compressedRtf } = fields;
  if (bodyHtml) return { html: bodyHtml };
  if (html && html.length > 0) return { html: decoded(Buffer.from(html), internetCodepage) };
  if (compressedRtf && compressedRtf.length > 0) {
    const rtf = Buffer.from(decompressRTF([...compressedRtf]));
    if (/\\fromhtml1|\\fromtext/.test(rtf.toString('latin1', 0, 4096))) {
      const found = deEncapsulateSync(rtf, { decode: iconv.decode, warn: () => undefined });
      return found.mode === 'html' ? { html: String(found.text) } : { text: String(found.text) };
    }
    if (!body?.trim()) return { text: await rtfText(rtf) };
  }
  return { text: body ?? '' };
}

const UTF8 = 65001;

function decoded(html: Buffer, codepage = UTF8): string {
  const encoding = codepage === UTF8 ? 'utf-8' : `cp${codepage}`;
  return iconv.decode(html, iconv.encodingExists(encoding) ? encoding : 'utf-8');
}
