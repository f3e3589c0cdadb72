import type { Email } from 'postal-mime';
import type { Contact } from '../../archive/frontmatter.ts';
import { lostCharacters } from './decode-text.ts';
import type { PartialFrontmatter, SourceDocument, SourceMetadata } from './document.ts';
import { type Forwarded, forwardedBlocks, forwardedText, withoutPrefix } from './mail-forward.ts';
import { withoutMailing } from './mail-furniture.ts';
import { contactOfSignature, signed } from './mail-signature.ts';
import type { ParsedMail } from './parse-mail.ts';
import { IS_SIGNATURE } from './html-words.ts';
import { htmlDocument } from './read-html.ts';
import { textDocument } from './read-text.ts';
import { dayIn } from '../parse/find-date.ts';
import { collapse } from '../parse/text-shape.ts';

/** In headers; a subject may be “Release for Monday”. */
export const CONFIDENCE = 0.82;

/** The words of a document, in a line. */
export const lineOf = ({ blocks }: SourceDocument) =>
  collapse(blocks.map(({ text }) => text).join(' '));

/** The text of a mail itself, or the release that it passes on. */
export function ownDocument(parsed: ParsedMail): SourceDocument {
  const { mail, warnings } = parsed;
  const own = (mail.html ?? '').trim() === '' ? ofText(mail) : ofHtml(mail);
  return withoutMailing({
    ...own,
    pictures: own.pictures?.filter(({ address }) => !isAttached(mail, address)),
    warnings: [...warnings, ...own.warnings.filter((one) => !warnings.includes(one))],
  });
}

function ofText(mail: Email): SourceDocument {
  const whole = (mail.text ?? '').replace(/\r\n?/g, '\n');
  const { content, head, leftOut, warnings } = forwardedText(whole);
  const { text, signature } = signed(content);
  return {
    ...textDocument(text, [...lostCharacters(whole), ...warnings]),
    metadata: metadataOf(mail, head, contactOfSignature(signature)),
    leftOut: [
      ...leftOut,
      ...(signature === '' ? [] : [{ text: collapse(signature), reason: IS_SIGNATURE }]),
    ],
    words: whole,
  };
}

function ofHtml(mail: Email): SourceDocument {
  const document = htmlDocument(mail.html ?? '');
  const { content, head, leftOut, warnings } = forwardedBlocks(document.blocks);
  const signatures = document.leftOut.filter(({ reason }) => reason === IS_SIGNATURE);
  const signer = contactOfSignature(signatures.map(({ text }) => text).join('\n'));
  const own = document.leftOut.map((one) => ({ ...one, text: collapse(one.text) }));
  return {
    ...document,
    blocks: [...content],
    metadata: metadataOf(mail, head, signer),
    leftOut: [...own, ...leftOut],
    warnings: [...document.warnings, ...warnings],
  };
}

/** What the headers say; those of a mail that was passed on are in its head. */
function metadataOf(
  mail: Email,
  head: Forwarded<unknown>['head'],
  signer: Contact | undefined,
): SourceMetadata {
  const headers = mailHeaders(mail);
  const signers = signer && [signer];
  if (head === undefined) {
    return { ...headers, contact: signers ?? headers.contact, confidence: CONFIDENCE };
  }
  const { title = headers.title, date, contact } = head;
  return { title, date, contact: signers ?? contact, confidence: CONFIDENCE };
}

const isAttached = ({ attachments }: Email, address: string) =>
  attachments.some(({ contentId }) => `cid:${contentId?.replace(/^<|>$/g, '')}` === address);

/** What a mail's headers say; the day where it was sent, not where it is read. */
export function mailHeaders(mail: Email): PartialFrontmatter {
  const subject = mail.subject && withoutPrefix(mail.subject);
  const sent = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const sender = contactOfSender(mail);
  return {
    title: subject === '' ? undefined : subject,
    date: dayIn(sent),
    contact: sender && [sender],
  };
}

function contactOfSender({ from }: Email): Contact | undefined {
  const { address, name } = from ?? {};
  return address && name ? { name, email: address } : undefined;
}
