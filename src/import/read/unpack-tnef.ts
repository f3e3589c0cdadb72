import { fromHtml } from 'hast-util-from-html';
import type { Attachment, Email } from 'postal-mime';
import { htmlWords } from './html-words.ts';
import { composeMail, textOfOutlook } from './outlook-mail.ts';
import { type PackedMail, readTnef } from './tnef.ts';
import { wordsIn } from '../parse/text-shape.ts';

/** Whether an attachment is what Outlook packed a mail's attachments into. */
export const isTnef = ({ filename, mimeType }: Pick<Attachment, 'filename' | 'mimeType'>) =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(mimeType) || /^winmail\.dat$/i.test(filename ?? '');

/**
 * Unpacks what Outlook packed into `winmail.dat`: the files, and the text where the mail itself lacks words of
 * it. What cannot be unpacked stays.
 */
export async function unpackTnef(mail: Email): Promise<Email> {
  let unpacked = mail;
  for (const attachment of mail.attachments) {
    const packed = isTnef(attachment) ? await tryToUnpack(attachment) : undefined;
    if (packed === undefined) continue;
    const { subject, body, files } = packed;
    const own = new Set(
      wordsIn(`${unpacked.text ?? ''} ${htmlWords(fromHtml(unpacked.html ?? ''))}`),
    );
    const words = wordsIn('html' in body ? htmlWords(fromHtml(body.html)) : body.text);
    const isMore = words.some((word) => !own.has(word));
    unpacked = {
      ...unpacked,
      ...(unpacked.subject ? {} : subject && { subject }),
      ...(isMore && body),
      attachments: unpacked.attachments.flatMap((one) => (one === attachment ? files : [one])),
    };
  }
  return unpacked;
}

async function tryToUnpack({ content }: Attachment) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  try {
    const packed = readTnef(bytes);
    return {
      subject: packed.subject,
      body: await textOfOutlook(packed),
      files: await filesOf(packed),
    };
  } catch {
    return undefined; // damaged, of which the libraries for rich text say so by errors of any kind
  }
}

async function filesOf({ attachments }: PackedMail): Promise<Attachment[]> {
  const files: Attachment[] = [];
  for (const { name, type, contentId, content } of attachments) {
    const isMail = !(content instanceof Uint8Array);
    files.push({
      filename: isMail ? `${name ?? 'mail'}.eml` : (name ?? null),
      mimeType: isMail ? 'message/rfc822' : (type ?? 'application/octet-stream'),
      disposition: 'attachment',
      ...(contentId !== undefined && { contentId }),
      content: new Uint8Array(isMail ? await mailOf(content) : content).buffer,
    });
  }
  return files;
}

/** A mail that was packed into another. */
async function mailOf(packed: PackedMail): Promise<Buffer> {
  const files = (await filesOf(packed)).map(({ filename, mimeType, contentId, content }) => ({
    name: filename ?? undefined,
    type: mimeType,
    contentId,
    bytes: new Uint8Array(content as ArrayBuffer),
  }));
  return composeMail({ ...packed, files });
}
