import PostalMime, { type Email } from 'postal-mime';
import { decodeText } from './decode-text.ts';
import { unflow } from './flowed-text.ts';
import { decodeHtml } from './html-encoding.ts';

/**
 * A field that says `format=flowed`. Mails inside this one may be marked already: postal-mime would join the
 * lines of what is quoted, with the quote marks in them.
 */
const FLOWED = /^(content-type:[^\n]*(?:\n[ \t][^\n]*)*?;\s*format\s*=\s*"?)(?:flowed|flow-d)/gim;
const FLOW = 'flow-d';
/** Charsets that mail programs write, or that hold where none is written, without looking at the text. */
const WEAK = /^(?:us-ascii|ascii|utf-?8|unknown(?:-8bit)?|default|x-unknown|)$/i;
/** An encoding in which each byte is one character, so that bytes can be had back from a text. */
const BYTES = 'ibm866';
const TABLE = new TextDecoder(BYTES).decode(Uint8Array.from({ length: 256 }, (_, n) => n));
const BYTE_OF = new Map([...TABLE].map((character, byte) => [character, byte]));

/** A mail, and what a person should know of its characters. */
export interface ParsedMail {
  mail: Email;
  warnings: string[];
}

/** Parses a mail. Where its charset is missing or wrong, it is found out by the letters. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const isWide = bytes.subarray(0, 64).some((byte) => byte === 0 || byte >= 0xfe); // of UTF-16
  const raw = isWide ? Buffer.from(decodeText(bytes).text) : Buffer.from(bytes);
  const written = raw.toString('latin1').replace(FLOWED, (_, before) => `${before}${FLOW}`);
  const { mail, warnings } = await parseCharsets(written);
  if (!written.includes(FLOW) || mail.text === undefined) return { mail, warnings };
  const text = unflow(mail.text.replace(/\r\n?/g, '\n'), /;\s*delsp\s*=\s*"?yes/i.test(written));
  return { mail: { ...mail, text }, warnings };
}

/** @param written a character for each byte. */
async function parseCharsets(written: string): Promise<ParsedMail> {
  const mail = await parse(Buffer.from(written, 'latin1'));
  const shown = `${mail.subject}${mail.text}${mail.html}`;
  const isBeyondAscii = /charset\s*=\s*"?us-ascii/i.test(written) && /[^\x00-\x7f]/.test(shown);
  if (!shown.includes('\ufffd') && !isBeyondAscii) return { mail, warnings: [] };
  const rewritten = withCharset(written);
  if (rewritten === undefined) return { mail, warnings: [] };
  const again = await parse(Buffer.from(rewritten, 'latin1'));
  const text = again.text === undefined ? undefined : decodeText(bytesOf(again.text));
  const html = again.html === undefined ? undefined : decodeHtml(bytesOf(again.html));
  const subject = /^Subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(rewritten)?.[1] ?? '';
  return {
    mail: {
      ...mail,
      ...(text && { text: text.text }),
      ...(html && { html: html.text }),
      ...(mail.subject?.includes('\ufffd') && {
        subject: decodeText(Buffer.from(subject.replace(/\r?\n/g, ''), 'latin1')).text,
      }),
    },
    warnings: (html ?? text)?.warnings ?? [],
  };
}

/** Mails inside a mail stay apart: one of them may be the release. */
const parse = (bytes: Uint8Array) =>
  PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true });

const bytesOf = (text: string) => Uint8Array.from(text, (one) => BYTE_OF.get(one) ?? 0x3f);

/**
 * The mail with a charset for all texts that have none, or a weak one.
 * @param raw a character for each byte.
 * @returns undefined if a text has a charset of its own: then texts are joined that need different ones.
 */
function withCharset(raw: string): string | undefined {
  const boundaries = new Set([...raw.matchAll(/boundary\s*=\s*(?:"([^"\n]+)"|([^\s;"]+))/gi)].map(([, quoted, bare]) => `--${quoted ?? bare}`)); // prettier-ignore
  const lines: string[] = [];
  let header: string[] | undefined = [];
  let isOwn = false;
  for (const line of raw.split('\n')) {
    if (header === undefined) {
      lines.push(line);
      if (boundaries.has(line.trimEnd())) header = [];
    } else if (line.trim() !== '') {
      if (/^[ \t]/.test(line) && header.length > 0) header.push(`${header.pop() ?? ''}\n${line}`);
      else header.push(line);
    } else {
      const fields = header.map((field) => charsetField(field));
      if (fields.includes(undefined)) isOwn = true;
      const hasType = header.some((field) => /^content-type\s*:/i.test(field));
      lines.push(...fields.map((field, n) => field ?? header?.[n] ?? ''));
      if (!hasType) lines.push(`Content-Type: text/plain; charset=${BYTES}`);
      lines.push(line);
      header = undefined;
    }
  }
  return isOwn ? undefined : [...lines, ...(header ?? [])].join('\n');
}

/** A header field, with the charset where it is weak; undefined if it names another. */
function charsetField(field: string): string | undefined {
  if (!/^content-type\s*:\s*text\/(?:plain|html)\b/i.test(field)) return field;
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)"?/i.exec(field);
  if (charset === null) return `${field.trimEnd()}; charset=${BYTES}`;
  if (!WEAK.test(charset[1] ?? '')) return undefined;
  return field.replace(charset[0], `; charset=${BYTES}`);
}
