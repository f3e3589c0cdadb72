import { decompressRTF } from '@kenjiuno/decompressrtf';
import iconv from 'iconv-lite';
import MailComposer from 'nodemailer/lib/mail-composer';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { rtfText } from './rtf-text.ts';

/** The text of a mail in the forms that Outlook keeps it in. */
export interface OutlookBody {
  html: string | Uint8Array | undefined;
  /** Rich text, compressed (MS-OXRTFCP), which may have HTML in it. */
  rtf: Uint8Array | undefined;
  text: string | undefined;
  /** Of the HTML, where that is bytes. */
  codepage: number | undefined;
}

interface OutlookMail extends OutlookBody {
  subject: string | undefined;
  sent: Date | string | undefined;
  sender: { name: string; address: string } | undefined;
  files: {
    name: string | undefined;
    type: string | undefined;
    contentId: string | undefined;
    bytes: Uint8Array;
  }[];
}

/** Writes what Outlook saved as an ordinary mail (RFC 5322). */
export async function composeMail(mail: OutlookMail): Promise<Buffer> {
  const composer = new MailComposer({
    ...(mail.sender && { from: mail.sender }),
    subject: mail.subject ?? '',
    date: mail.sent ?? '',
    ...(await textOfOutlook(mail)),
    attachments: mail.files.map(({ name, type, contentId, bytes }) => ({
      filename: name ?? false,
      content: Buffer.from(bytes),
      ...(contentId && { cid: contentId }),
      ...(type && { contentType: type }),
    })),
  });
  return composer.compile().build();
}

/** The text of a mail: as HTML, which may be in its rich text, else as plain text. */
export async function textOfOutlook(
  body: OutlookBody,
): Promise<{ html: string } | { text: string }> {
  const { html, rtf: compressed, text = '', codepage } = body;
  if (typeof html === 'string' && html !== '') return { html };
  if (html && html.length > 0) return { html: decoded(Buffer.from(html), codepage) };
  if (compressed && compressed.length > 0) {
    const rtf = Buffer.from(decompressRTF([...compressed]));
    if (/\\fromhtml1|\\fromtext/.test(rtf.toString('latin1', 0, 4096))) {
      const found = deEncapsulateSync(rtf, { decode: iconv.decode, warn: () => undefined });
      return found.mode === 'html' ? { html: String(found.text) } : { text: String(found.text) };
    }
    if (text.trim() === '') return { text: await rtfText(rtf) };
  }
  return { text };
}

const UTF8 = 65001;

function decoded(html: Buffer, codepage = UTF8): string {
  const encoding = codepage === UTF8 ? 'utf-8' : `cp${codepage}`;
  return iconv.decode(html, iconv.encodingExists(encoding) ? encoding : 'utf-8');
}
