import type { LeftOut, SourceBlock, SourceDocument } from './document.ts';
import { CONTACT_LABEL, isPostalAddress } from '../parse/contact-line.ts';
import { isEndMark } from '../parse/end-mark.ts';
import { hasNumber } from '../parse/find-contacts.ts';
import { collapse, wordsIn } from '../parse/text-shape.ts';

const SERVICE = 'the frame of the mailing service: how to unsubscribe, and who sent it';
/** What Mailchimp, Constant Contact, GovDelivery and the like write under a mail. */
const FOOTER =
  /^_{20,}\s[^\n]{0,80}mailing list|\/mailman\/listinfo\/|\bunsubscribe\b|safeunsubscribe|you (?:are|'re|’re) receiving this|you received this (?:e-?mail|message) because|this e-?mail was sent (?:to|by)|our mailing address is|update (?:your )?(?:preferences|profile|subscription)|(?:manage|change) (?:your )?(?:e-?mail )?(?:subscription|preferences)|want to change how you receive these emails|(?:powered|sent) by (?:mailchimp|constant contact|govdelivery)|try e-?mail marketing|govdelivery|forward (?:this e-?mail|to a friend)|add us to your address book|si vous ne souhaitez plus recevoir|cancelar (?:la )?suscripción|darse de baja|se désabonner|hủy đăng ký|^confidentiality (?:notice|note)\b|^(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended (?:only|solely)|addressee)|^diese e-?mail (?:enthält|kann)|^ce (?:message|courriel)\b.{0,60}\bconfidentiel|^este (?:mensaje|correo)\b.{0,60}\bconfidencial/i;
/** What is between a release and the footer: a copyright, links to the sender's pages, a rule. */
const ABOVE_FOOTER =
  /^(?:copyright\b|©|all rights reserved|follow us|connect with us|stay connected|like us on|find us on|visit our website)|^[^\p{L}\p{N}]*$|^[^|]{2,60}\|\s*(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,12}\/?$/iu;
const LINKS = new Set('facebook twitter x instagram youtube linkedin flickr website web email share tweet forward bluesky threads'.split(' ')); // prettier-ignore
const HEADER =
  /view (?:this|it|the) (?:e-?mail|message|as|in|online)|view in (?:your )?browser|having trouble (?:viewing|reading)|(?:is this email|e-?mail) not displaying correctly|see this e-?mail in|ver (?:este correo )?en (?:el|su|tu) navegador/i;
const MAX_WORDS = 90; // of a paragraph of such a frame
const MAX_FRAME = 250; // words of it all

/** Leaves out what a mailing service puts above and under a release, and reports it. */
export function withoutMailing(document: SourceDocument): SourceDocument {
  const { blocks } = document;
  const start = startOfFooter(blocks);
  const end = start === -1 ? blocks.length : start;
  const isFrame = (block: SourceBlock, n: number) =>
    n >= end || (n < 4 && n < end - 1 && isShort(block) && HEADER.test(block.text));
  const leftOut = blocks
    .filter(isFrame)
    .map(({ text }): LeftOut => ({ text: collapse(text), reason: SERVICE }))
    .filter(({ text }) => text !== '');
  return {
    ...document,
    blocks: blocks.filter((block, n) => !isFrame(block, n)),
    leftOut: [...document.leftOut, ...leftOut],
  };
}

const isShort = ({ text }: SourceBlock) => wordsIn(text).length <= MAX_WORDS;

/** Where the footer begins; -1 if there is none. */
function startOfFooter(blocks: readonly SourceBlock[]): number {
  const first = blocks.findIndex((block, n) => n > 0 && isShort(block) && FOOTER.test(block.text));
  if (first === -1) return -1;
  const rest = blocks.slice(first);
  const size = rest.reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  // A release may itself be about mail: then its story or its contact goes on.
  if (size > MAX_FRAME || rest.some(({ text }) => CONTACT_LABEL.test(text))) return -1;
  let start = first;
  while (start > 1 && isAboveFooter(collapse(blocks[start - 1]?.text ?? ''))) start--;
  return start;
}

/** The sender's postal address on a line of its own. */
const isAddress = (text: string) =>
  isPostalAddress(text) && !hasNumber(text) && wordsIn(text).length <= MAX_ADDRESS;
const MAX_ADDRESS = 16; // words

const isAboveFooter = (text: string) =>
  (ABOVE_FOOTER.test(text) && !isEndMark(text)) ||
  isAddress(text) ||
  wordsIn(text).every((word) => LINKS.has(word.toLowerCase()));
