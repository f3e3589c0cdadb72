import { createRequire } from 'node:module';
import type Reader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import iconv from 'iconv-lite';
import { type ReaderFor, type SourceDocument, UnreadableSource } from './document.ts';
import { composeMail } from './outlook-mail.ts';
import { readEmail } from './read-email.ts';

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

/** Writes what Outlook saved as an ordinary mail. */
async function asMail(reader: Reader, fields: FieldsData): Promise<Buffer> {
  const address = [fields.senderSmtpAddress, fields.senderEmail, fields.creatorSMTPAddress].find((one) => one?.includes('@')); // prettier-ignore
  const files = (fields.attachments ?? []).map(async (attachment) => {
    const { name, innerMsgContentFields: inner, pidContentId: contentId, attachMimeTag: type } = attachment; // prettier-ignore
    if (inner !== undefined) {
      const bytes = await asMail(reader, inner);
      return { name: `${name ?? 'mail'}.eml`, type: 'message/rfc822', contentId: undefined, bytes };
    }
    const { fileName, content } = reader.getAttachment(attachment);
    return { name: fileName, type, contentId, bytes: content };
  });
  return composeMail({
    subject: fields.subject,
    sent: dateOf(fields),
    sender: address === undefined ? undefined : { name: fields.senderName ?? '', address },
    html: fields.bodyHtml || fields.html,
    rtf: fields.compressedRtf,
    text: fields.body,
    codepage: fields.internetCodepage,
    files: await Promise.all(files),
  });
}

/** The day where it was sent, if its header was saved; Outlook itself has it in UTC. */
function dateOf({ headers, clientSubmitTime, messageDeliveryTime, creationTime }: FieldsData) {
  const sent = /^date:(.+)$/im.exec(headers ?? '')?.[1]?.trim();
  return sent ?? clientSubmitTime ?? messageDeliveryTime ?? creationTime ?? '';
}
